/** Showing again who one is, before an act of weight: the password, and the code where there is a second factor. */
import { gate, type Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { provePassword } from './account-commands.ts'
import { checkCode } from './code-commands.ts'
import type { Proof } from './forms.ts'
import { noPassword } from './password-decide.ts'
import { findOwnAccount, holdAccount, setLastStep } from './person-queries.ts'
import { setProven } from './session-queries.ts'

/** What a person can show: whoever has no password shows a provider who they are, and everybody a passkey. */
export interface Factors {
  readonly hasPassword: boolean
  readonly hasCode: boolean
  readonly hasPasskey: boolean
}

export const findFactors = (app: App, person: Person): Promise<Factors> =>
  app.db.as(person, async tx => {
    const { passwordHash, secondFactorSince, hasPasskey } = await findOwnAccount(tx, person.id)
    return { hasPassword: passwordHash !== noPassword, hasCode: secondFactorSince !== null, hasPasskey }
  })

/** Notes that the person of the session has shown who they are. The mistakes' fields are `present` and `code`. */
export async function prove(app: App, person: Person, { present, code }: Proof): Promise<Decided<null>> {
  const known = await provePassword(app, person, { password: present, field: 'present' })
  if (!known.ok) return known
  return app.db.as(gate, async tx => {
    const given = await takeProofCode(app, tx, person, code)
    if (given.ok) await setProven(tx, person.sessionId, app.clock.now())
    return given
  })
}

/**
 * Takes the code of whoever has a second factor, but of whoever has passkeys alone nothing but those. Must act as the
 * gate. The mistake's field is `code` or `passkey`.
 */
export async function takeProofCode(app: App, tx: Tx, person: Person, code: string): Promise<Decided<null>> {
  const { secret: sealed, lastStep, hasPasskey } = await holdAccount(tx, person.id)
  if (sealed === null) return hasPasskey ? passkeyNeeded : decide(null)
  const checked = await checkCode(app, tx, { personId: person.id, sealed, lastStep, code })
  if (!checked.ok) return checked
  await setLastStep(tx, person.id, checked.value)
  return decide(null)
}

/** Where passkeys are the second factor, nothing else alone shows more than at the sign-in. */
const passkeyNeeded = refuse({ field: 'passkey', message: 'Use your passkey to show that it is you' })
