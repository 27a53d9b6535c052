/** Setting up the second factor, for the first time or again. */
import { gate, type Person } from '../../access/actor.ts'
import { secretFrom } from '../../access/totp.ts'
import type { App } from '../../app.ts'
import { type Decided, decide, Forbidden } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount, provePassword, provePresence } from './account-commands.ts'
import { checkCode } from './code-commands.ts'
import { noPassword } from './password-decide.ts'
import { findOwnAccount, listFactors, resealFactor, setSecondFactor } from './person-queries.ts'
import { openFactor, sealFactor } from './sealed-factor.ts'
import { endOtherSessions, findSessionById, setPending } from './session-queries.ts'

export interface SecondFactorState {
  readonly email: string
  readonly since: Date | null
  readonly hasPassword: boolean
  readonly hasPasskey: boolean
  /** The secret that is being set up in this session. */
  readonly pending: string | null
}

/** How far the second factor is. Throws Forbidden while the code of the present one is still awaited. */
export const findSecondFactor = (app: App, person: Person): Promise<SecondFactorState> =>
  app.db.as(person, async tx => {
    const session = await findSessionById(tx, person.sessionId, app.clock.now())
    if (session.stage !== 'full') throw new Forbidden('second factor')
    const account = await findOwnAccount(tx, person.id)
    const pending = session.pending && openFactor(app.vault, person.id, session.pending)
    const { email, secondFactorSince: since, hasPasskey } = account
    return { email, since, hasPassword: account.passwordHash !== noPassword, hasPasskey, pending }
  })

/**
 * Makes a new secret, which counts for nothing until its first code is given. Whoever has a second factor or a passkey
 * already must give the password, or show again who they are, so that a session left open is not enough to change it.
 */
export async function beginSecondFactor(app: App, person: Person, password: string): Promise<Decided<null>> {
  const { since, hasPassword, hasPasskey } = await findSecondFactor(app, person)
  if (since !== null || hasPasskey) {
    const proven = await (hasPassword
      ? provePassword(app, person, { password, field: 'present' })
      : provePresence(app, person, 'present'))
    if (!proven.ok) return proven
  }
  const sealed = sealFactor(app.vault, person.id, secretFrom(app.chance.token()))
  await app.db.as(person, tx => setPending(tx, person.sessionId, sealed))
  return decide(null)
}

/** Takes the first code of the secret that is being set up: it is now the second factor. Ends other sessions. */
export const confirmSecondFactor = (app: App, person: Person, code: string): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const now = app.clock.now()
    const { stage, pending: sealed } = await findSessionById(tx, person.sessionId, now)
    if (stage !== 'full' || sealed === null) throw new Forbidden('second factor')
    const checked = await checkCode(app, tx, { personId: person.id, sealed, lastStep: null, code, wrong })
    if (!checked.ok) return checked
    await setSecondFactor(tx, person.id, { secret: sealed, step: checked.value, now })
    await setPending(tx, person.sessionId, null)
    await endOtherSessions(tx, person.id, { but: person.sessionId, now })
    await record(app, tx, person, [aboutAccount('account.second-factor-set', person)])
    return decide(null)
  })

const wrong =
  'The code is not right. Make sure that the time on your phone is set automatically, and enter the new code'

/**
 * Encrypts anew what was sealed with an earlier secret of the installation, or stands unencrypted as it did once. Says
 * in the log how many could not be opened: their people need `heed account recover`, or the secret of that time.
 */
export const sealSecondFactors = (app: App): Promise<void> =>
  app.db.as(gate, async tx => {
    let unknown = 0
    for (const { id, sealed } of await listFactors(tx)) {
      if (app.vault.isFresh(sealed)) continue
      const secret = openFactor(app.vault, id, sealed)
      if (secret === null) unknown++
      else await resealFactor(tx, id, { was: sealed, becomes: sealFactor(app.vault, id, secret) })
    }
    if (unknown > 0) app.log.error('second factors sealed with an unknown secret', { count: unknown })
  })
