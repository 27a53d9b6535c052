/** The code of a second factor, as the app on a person's phone shows it. */
import type { PersonId } from '../../access/actor.ts'
import { matchCode } from '../../access/totp.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import { openFactor } from './sealed-factor.ts'
import { failuresOfCode, waitSentence } from './sign-in-limits.ts'

interface Shown {
  readonly personId: PersonId
  /** As it is stored. */
  readonly sealed: string
  /** The step of the last code that was taken. */
  readonly lastStep: number | null
  readonly code: string
  /** What is said when it is wrong. */
  readonly wrong?: string
}

const wrongCode = 'The code is not right, or was used already. Enter the one that the app shows now'

/**
 * The step at which the code is the secret's, which must be kept so that each code counts once. Counts wrong ones. Must
 * act as the gate. The mistake's field is `code`.
 */
export async function checkCode(
  app: App,
  tx: Tx,
  { personId, sealed, lastStep, code, wrong = wrongCode }: Shown,
): Promise<Decided<number>> {
  const now = app.clock.now()
  const key = attemptKey('code', personId)
  const attempt = await beginAttempt(app, tx, [{ key, most: failuresOfCode }])
  if ('until' in attempt) return refuse({ field: 'code', message: waitSentence(attempt.until, now) })
  const secret = openFactor(app.vault, personId, sealed)
  const step = secret === null ? null : matchCode(secret, code, { now, lastStep })
  if (step === null) return refuse({ field: 'code', message: wrong })
  await forgiveAttempt(tx, attempt, key)
  return decide(step)
}
