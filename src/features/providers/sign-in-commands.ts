/** Beginning a session for whoever a provider has named. */
import type { Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import type { Identity } from '../../identity.ts'
import { record } from '../../ledger/ledger.ts'
import { endSessionOf, holdAccount, openSession, type Stage, sealDevice, signedInEntry } from '../accounts/index.ts'
import type { Link } from './link-queries.ts'

export interface SignedIn {
  readonly token: string
  /** 'password' when the code of Heed's own second factor is still to come. */
  readonly stage: Stage
  /** What the device is to keep; null while the code is still to come. */
  readonly knownDevice: string | null
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
  const stage = account.secret === null || identity.secondFactor ? 'full' : 'password'
  const by = { linkId: link.id, secondFactor: identity.secondFactor, shownAt: identity.shownAt }
  const { id, token } = await openSession(app, tx, { personId: account.id, stage, device, by })
  const person: Person = { kind: 'person', id: account.id, name: account.name, sessionId: id, posts: [] }
  if (stage === 'full') await record(app, tx, person, [signedInEntry(person)])
  return { token, stage, knownDevice: stage === 'full' ? sealDevice(app, account.id) : null }
}
