/** Setting up the second factor, for the first time or again. */
import { gate, type Person } from '../../access/actor.ts'
import { matchCode, secretFrom } from '../../access/totp.ts'
import type { App } from '../../app.ts'
import { type Decided, decide, Forbidden, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount, provePassword } from './account-commands.ts'
import { attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import { findOwnAccount, setSecondFactor } from './person-queries.ts'
import { endOtherSessions, findSessionById, setPending } from './session-queries.ts'
import { failuresOfCode, waitSentence } from './sign-in-limits.ts'

export interface SecondFactorState {
  readonly email: string
  readonly since: Date | null
  /** The secret that is being set up in this session. */
  readonly pending: string | null
}

/** How far the second factor is. Throws Forbidden while the code of the present one is still awaited. */
export const findSecondFactor = (app: App, person: Person): Promise<SecondFactorState> =>
  app.db.as(person, async tx => {
    const session = await findSessionById(tx, person.sessionId, app.clock.now())
    if (session.stage !== 'full') throw new Forbidden('second factor')
    const account = await findOwnAccount(tx, person.id)
    return { email: account.email, since: account.secondFactorSince, pending: session.pending }
  })

/**
 * Makes a new secret, which counts for nothing until its first code is given. Whoever has a second factor already must
 * give the password, so that a session left open is not enough to change it.
 */
export async function beginSecondFactor(app: App, person: Person, password: string): Promise<Decided<null>> {
  const { since } = await findSecondFactor(app, person)
  if (since !== null) {
    const proven = await provePassword(app, person, { password, field: 'present' })
    if (!proven.ok) return proven
  }
  await app.db.as(person, tx => setPending(tx, person.sessionId, secretFrom(app.chance.token())))
  return decide(null)
}

/** Takes the first code of the secret that is being set up: it is now the second factor. Ends other sessions. */
export const confirmSecondFactor = (app: App, person: Person, code: string): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const now = app.clock.now()
    const key = attemptKey('code', person.id)
    const attempt = await beginAttempt(app, tx, [{ key, most: failuresOfCode }])
    if ('until' in attempt) return refuse({ field: 'code', message: waitSentence(attempt.until, now) })
    const session = await findSessionById(tx, person.sessionId, now)
    if (session.stage !== 'full' || session.pending === null) throw new Forbidden('second factor')
    const step = matchCode(session.pending, code, { now, lastStep: null })
    if (step === null) return wrongCode
    await forgiveAttempt(tx, attempt, key)
    await setSecondFactor(tx, person.id, { secret: session.pending, step, now })
    await setPending(tx, person.sessionId, null)
    await endOtherSessions(tx, person.id, { but: person.sessionId, now })
    await record(app, tx, person, [aboutAccount('account.second-factor-set', person)])
    return decide(null)
  })

const wrongCode = refuse({
  field: 'code',
  message: 'The code is not right. Make sure that the time on your phone is set automatically, and enter the new code',
})
