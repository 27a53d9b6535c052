/** Accepting an invitation with an account of one's organisation. */
import type { PersonId } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import type { Identity } from '../../identity.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount, addPerson, findAccount, holdAccount, holdOpen, takePost } from '../accounts/index.ts'
import { makeLink } from './link-commands.ts'
import { findLink } from './link-queries.ts'
import type { Outcome } from './return-commands.ts'
import { named, signInAs } from './sign-in-commands.ts'

interface Accepting {
  readonly token: string
  readonly identity: Identity
  readonly device: string
  readonly sessionToken: string | null
}

/**
 * For whoever holds the link of an invitation: makes the account without a password, with the name and the e-mail
 * address that were invited, and links it. Somebody whose account is linked already is signed in, and accepts then. An
 * e-mail address that has an account links nothing: its owner signs in first. Must act as the gate.
 */
export async function acceptFor(app: App, tx: Tx, accepting: Accepting): Promise<Outcome> {
  const { identity, device, sessionToken } = accepting
  const invitation = await holdOpen(app, tx, accepting.token)
  if (!invitation) return { kind: 'problem', problem: 'over' }
  const known = await findLink(tx, identity)
  if (known) {
    const { email } = await holdAccount(tx, known.personId)
    if (email.toLowerCase() !== invitation.email.toLowerCase()) return { kind: 'problem', problem: 'other account' }
    return { kind: 'signed in', ...(await signInAs(app, tx, { link: known, identity, device, sessionToken })) }
  }
  if (await findAccount(tx, invitation.email)) return { kind: 'problem', problem: 'has account' }
  const { person, link } = await makeAccount(app, tx, { ...invitation, identity })
  await takePost(app, tx, { person, invitation })
  return { kind: 'signed in', ...(await signInAs(app, tx, { link, identity, device, sessionToken })) }
}

interface NewAccount {
  readonly name: string
  readonly email: string
  readonly identity: Pick<Identity, 'issuer' | 'subject'>
}

/** An account without a password, linked. Its e-mail address must be free. Must act as the gate. */
export async function makeAccount(app: App, tx: Tx, { name, email, identity }: NewAccount) {
  const id = app.chance.id<PersonId>()
  await addPerson(tx, { id, name, email }, app.clock.now())
  const person = named({ id, name })
  await record(app, tx, person, [aboutAccount('account.made', person)])
  return { person, link: await makeLink(app, tx, person, identity) }
}
