/** Linking an account at a provider to one's own in Heed, and ending that. */
import { gate, type Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import type { Identity } from '../../identity.ts'
import { record } from '../../ledger/ledger.ts'
import type { LinkId } from '../../store/schema.ts'
import { aboutAccount, endOtherSessions, findOwnAccount, holdAccount, noPassword } from '../accounts/index.ts'
import { linkedQueue } from './letter-commands.ts'
import { link as lifecycle } from './lifecycle.ts'
import { endLink, findLink, insertLink, listLinks } from './link-queries.ts'
import type { Outcome } from './return-commands.ts'
import { syncRoles } from './rule-commands.ts'

/** Links the account that a provider has just named to the person who is signed in. Must act as the gate. */
export async function linkTo(app: App, tx: Tx, person: Person, identity: Identity): Promise<Outcome> {
  await holdAccount(tx, person.id)
  const present = await findLink(tx, identity)
  if (present) return present.personId === person.id ? { kind: 'linked' } : { kind: 'problem', problem: 'taken' }
  if ((await listLinks(tx, person.id)).some(({ issuer }) => issuer === identity.issuer))
    return { kind: 'problem', problem: 'other link' }
  await makeLink(app, tx, person, identity)
  await app.jobs.send(tx, linkedQueue, { person: person.id })
  return { kind: 'linked' }
}

/** Stores a link of a person, and records it. */
export async function makeLink(app: App, tx: Tx, person: Person, identity: Pick<Identity, 'issuer' | 'subject'>) {
  const id = app.chance.id<LinkId>()
  const { issuer, subject } = identity
  await insertLink(tx, { id, personId: person.id, issuer, subject }, app.clock.now())
  await record(app, tx, person, [aboutAccount('account.provider-linked', person)])
  return { id, personId: person.id }
}

/** The person's links, and whether the account has a password beside them. */
export const showLinks = (app: App, person: Person) =>
  app.db.as(person, async tx => {
    const { passwordHash } = await findOwnAccount(tx, person.id)
    return { links: await listLinks(tx, person.id), hasPassword: passwordHash !== noPassword }
  })

/** Ends one of the person's own links, and all other sessions. Throws NotFound. The mistake's field is `link`. */
export const unlink = (app: App, person: Person, id: LinkId): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const { passwordHash } = await holdAccount(tx, person.id)
    const links = await listLinks(tx, person.id)
    const link = links.find(each => each.id === id)
    if (!link) throw new NotFound('no such link')
    if (passwordHash === noPassword && links.length === 1)
      return refuse({
        field: 'link',
        message: 'This is the only way in which you can sign in, for your account has no password',
      })
    const now = app.clock.now()
    await endLink(tx, id, now)
    await syncRoles(app, tx, person, { issuer: link.issuer, identity: null })
    await endOtherSessions(tx, person.id, { but: person.sessionId, now })
    await record(app, tx, person, [aboutAccount(lifecycle.acts.end.entry, person)])
    return decide(null)
  })
