/** Beginning a session for whoever a provider has named. */
import type { Person, PersonId } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import type { Identity } from '../../identity.ts'
import { record } from '../../ledger/ledger.ts'
import {
  endSessionOf,
  holdAccount,
  noSession,
  openSession,
  type Stage,
  sealDevice,
  signedInEntry,
} from '../accounts/index.ts'
import type { Link } from './link-queries.ts'
import { type Synced, syncRoles } from './rule-commands.ts'

export interface SignedIn {
  readonly token: string
  /** 'password' when the code of Heed's own second factor is still to come. */
  readonly stage: Stage
  /** What the device is to keep; null while the code is still to come. */
  readonly knownDevice: string | null
  /** What the rules of boards gave and took. */
  readonly synced: Synced
}

interface By {
  readonly link: Pick<Link, 'id' | 'personId'>
  readonly identity: Identity
  readonly device: string
  /** The session that the browser still carries, which the new one replaces. */
  readonly sessionToken: string | null
}

/** Signs in the person of a link. Must act as the gate. */
export async function signInAs(app: App, tx: Tx, { link, identity, device, sessionToken }: By): Promise<SignedIn> {
  const account = await holdAccount(tx, link.personId)
  if (sessionToken) await endSessionOf(tx, sessionToken, app.clock.now())
  const hasFactor = account.secret !== null || account.hasPasskey
  const stage = !hasFactor || identity.secondFactor ? 'full' : 'password'
  const person = named(account)
  const synced = await syncRoles(app, tx, person, { issuer: identity.issuer, identity })
  const by = { linkId: link.id, secondFactor: identity.secondFactor, shownAt: identity.shownAt }
  const { token } = await openSession(app, tx, { personId: account.id, stage, device, by })
  if (stage === 'full') await record(app, tx, person, [signedInEntry(person, 'provider')])
  return { token, stage, synced, knownDevice: stage === 'full' ? sealDevice(app, account.id) : null }
}

/** The person as what is recorded names them, before there is a session. */
export const named = ({ id, name }: { readonly id: PersonId; readonly name: string }): Person => ({
  kind: 'person',
  id,
  name,
  sessionId: noSession,
  posts: [],
})
