/** Accepting an invitation: with a new account, or with the one that its e-mail address already has. */
import { gate, type Person, type PersonId } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, Forbidden, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { MembershipId } from '../../store/schema.ts'
import { aboutAccount } from './account-commands.ts'
import type { NewAccount } from './forms.ts'
import { can, isNews } from './invitation.ts'
import { refusalQueue } from './invitation-commands.ts'
import { changeInvitation, findInvitationOf, holdInvitationOf, type Invitation } from './invitation-queries.ts'
import { invitation as lifecycle } from './lifecycle.ts'
import { decidePassword } from './password-decide.ts'
import { addPerson, addPost, findAccount, holdAccount } from './person-queries.ts'
import { openSession } from './session-commands.ts'

export interface FoundInvitation {
  readonly invitation: Invitation
  readonly hasAccount: boolean
}

/** What a link leads to. Throws NotFound when it leads nowhere: it was never made, or a newer one took its place. */
export const findInvitationByLink = (app: App, token: string): Promise<FoundInvitation> =>
  app.db.as(gate, async tx => {
    const invitation = await findInvitationOf(tx, hashToken(token))
    if (!invitation) throw new NotFound('no such invitation')
    const account = await findAccount(tx, invitation.email)
    return { invitation, hasAccount: account !== null }
  })

const closed = refuse({ field: 'invitation', message: 'This invitation can no longer be used' })

/** The invitation of a link while it can be accepted, held; null for any other. */
export async function holdOpen(app: App, tx: Tx, token: string): Promise<Invitation | null> {
  const invitation = await holdInvitationOf(tx, hashToken(token))
  return invitation && can(invitation, 'accept', app.clock.now()) ? invitation : null
}

/** Makes the account and signs its person in: gives the session's token. */
export async function acceptWithNewAccount(
  app: App,
  token: string,
  given: NewAccount & { readonly device: string },
): Promise<Decided<string>> {
  const { name, password, device } = given
  const { invitation } = await findInvitationByLink(app, token)
  const boards = [invitation.boardName, invitation.boardShortName]
  const mistake = decidePassword(password, { name, email: invitation.email, boards })
  if (mistake) return refuse(mistake)
  const passwordHash = await app.passwords.hash(password)
  return app.db.as(gate, async tx => {
    const held = await holdOpen(app, tx, token)
    // An account that was made meanwhile takes the other way.
    if (!held || (await findAccount(tx, held.email))) return closed
    const id = app.chance.id<PersonId>()
    await addPerson(tx, { id, name, email: held.email, passwordHash }, app.clock.now())
    const session = await openSession(app, tx, { personId: id, stage: 'full', device })
    const person: Person = { kind: 'person', id, name, sessionId: session.id, posts: [] }
    await record(app, tx, person, [aboutAccount('account.made', person)])
    await takePost(app, tx, { person, invitation: held })
    return decide(session.token)
  })
}

/** Takes the invitation for somebody who is fully signed in. Throws Forbidden when it is for another e-mail address. */
export const acceptAsPerson = (app: App, person: Person, token: string): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const invitation = await holdOpen(app, tx, token)
    if (!invitation) return closed
    const account = await holdAccount(tx, person.id)
    if (account.email.toLowerCase() !== invitation.email.toLowerCase()) throw new Forbidden('invitation')
    await takePost(app, tx, { person, invitation })
    return decide(null)
  })

/** Gives the role of an invitation that is held open. */
export async function takePost(app: App, tx: Tx, { person, invitation }: { person: Person; invitation: Invitation }) {
  const now = app.clock.now()
  const { id, boardId, role, agencyId } = invitation
  await addPost(tx, { id: app.chance.id<MembershipId>(), personId: person.id, boardId, role, agencyId }, now)
  await changeInvitation(tx, id, { acceptedAt: now })
  await record(app, tx, person, [
    {
      kind: lifecycle.acts.accept.entry,
      thing: 'person',
      thingId: person.id,
      boardId,
      facts: { role, invitation: id, ...(agencyId ? { agency: agencyId } : {}) },
    },
  ])
}

/**
 * Somebody tried to accept an invitation whose agency has left the board: the first time, it is written down and the
 * board's administrators are told.
 */
export const noteLeftAgency = (app: App, token: string): Promise<void> =>
  app.db.as(gate, async tx => {
    const held = await holdInvitationOf(tx, hashToken(token))
    if (!held || !isNews(held, app.clock.now())) return
    const { id, boardId, agencyId } = held
    await changeInvitation(tx, id, { refusedAt: app.clock.now() })
    await app.jobs.send(tx, refusalQueue, { invitation: id })
    const facts = agencyId ? { agency: agencyId } : {}
    const kind = lifecycle.acts['try to accept'].entry
    await record(app, tx, gate, [{ kind, thing: 'invitation', thingId: id, boardId, facts }])
  })
