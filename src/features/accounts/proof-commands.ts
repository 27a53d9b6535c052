/** Showing again who one is, before an act of weight: the password, and the code where there is a second factor. */
import { gate, type Person } from '../../access/actor.ts'
import { matchCode } from '../../access/totp.ts'
import type { App } from '../../app.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { provePassword } from './account-commands.ts'
import { attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import type { Proof } from './forms.ts'
import { findOwnAccount, holdAccount, setLastStep } from './person-queries.ts'
import { openFactor } from './sealed-factor.ts'
import { setProven } from './session-queries.ts'
import { failuresOfCode, waitSentence } from './sign-in-limits.ts'

/** Whether a code is asked for beside the password. */
export const hasSecondFactor = (app: App, person: Person): Promise<boolean> =>
  app.db.as(person, async tx => (await findOwnAccount(tx, person.id)).secondFactorSince !== null)

/** Notes that the person of the session has shown who they are. The mistakes' fields are `present` and `code`. */
export async function prove(app: App, person: Person, { present, code }: Proof): Promise<Decided<null>> {
  const known = await provePassword(app, person, { password: present, field: 'present' })
  if (!known.ok) return known
  return app.db.as(gate, async tx => {
    const now = app.clock.now()
    const account = await holdAccount(tx, person.id)
    if (account.secret !== null) {
      const key = attemptKey('code', person.id)
      const attempt = await beginAttempt(app, tx, [{ key, most: failuresOfCode }])
      if ('until' in attempt) return refuse({ field: 'code', message: waitSentence(attempt.until, now) })
      const secret = openFactor(app.vault, person.id, account.secret)
      const step = secret === null ? null : matchCode(secret, code, { now, lastStep: account.lastStep })
      if (step === null) return refuse({ field: 'code', message: 'The code is not right, or was used already' })
      await setLastStep(tx, person.id, step)
      await forgiveAttempt(tx, attempt, key)
    }
    await setProven(tx, person.sessionId, now)
    return decide(null)
  })
}
