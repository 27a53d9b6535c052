/** Inviting people to a board: asked, sent, sent again, withdrawn. */
import { type Actor, gate } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Letter, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { type Entry, record } from '../../ledger/ledger.ts'
import type { InvitationId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { findBoard, listAgencyNames } from './board-queries.ts'
import type { Invitee } from './forms.ts'
import { can, expiry, invitationLetter, isAwaited, refusalLetter } from './invitation.ts'
import {
  addInvitation,
  changeInvitation,
  countInvitations,
  findInvitation,
  type Invitation,
  isInvited,
  listInvitations,
} from './invitation-queries.ts'
import { invitation as lifecycle } from './lifecycle.ts'
import { hasPost, listAddresses } from './person-queries.ts'

const { acts } = lifecycle

/** The queue of letters that are to go out. A job carries the invitation's id and nothing that opens anything. */
export const letterQueue = 'send-invitation'

/** The queue of letters that tell administrators of an invitation that could not be accepted. */
export const refusalQueue = 'tell-refused-invitation'

/** Invites somebody to a board. The letter goes out by a job, which makes the link. */
export const invite = (app: App, actor: Actor, slug: string, invitee: Invitee): Promise<Decided<InvitationId>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    const { email, role, agencyId } = invitee
    const now = app.clock.now()
    if (agencyId && !(await listAgencyNames(tx, board.id)).some(({ id }) => id === agencyId))
      return refuse({ field: 'agency', message: 'Choose an agency that sits on this board' })
    if (await hasPost(tx, email, { boardId: board.id, role, agencyId }))
      return refuse({ field: 'email', message: 'A person with this e-mail address has this role on the board already' })
    if (await isInvited(tx, { boardId: board.id, email, role, agencyId, now }))
      return refuse({
        field: 'email',
        message: 'This e-mail address is invited to this role already. You can send the invitation again from the list',
      })
    const id = app.chance.id<InvitationId>()
    const tokenHash = hashToken(app.chance.token())
    const rest = { boardId: board.id, invitedBy: actor.id, now, expiresAt: expiry(now) }
    await addInvitation(tx, { id, tokenHash, ...invitee, ...rest })
    await app.jobs.send(tx, letterQueue, { invitation: id })
    await record(app, tx, actor, [
      {
        kind: 'invitation.made',
        thing: 'invitation',
        thingId: id,
        boardId: board.id,
        facts: { role, ...(agencyId ? { agency: agencyId } : {}) },
      },
    ])
    return decide(id)
  })

interface Named {
  readonly slug: string
  readonly id: InvitationId
}

/** Loads an invitation of the board of the address; throws NotFound for another board's. */
async function load(tx: Tx, actor: Actor, { slug, id }: Named): Promise<Invitation> {
  const board = await findBoard(tx, slug)
  const invitation = await findInvitation(tx, id)
  if (invitation.boardId !== board.id) throw new NotFound('no such invitation')
  authorise(actor, acts.withdraw.by, { boardId: board.id })
  return invitation
}

const entryOf = (kind: string, { id, boardId }: Invitation): Entry => ({
  kind,
  thing: 'invitation',
  thingId: id,
  boardId,
})

/** Sends it again with a new link, for seven days from now. The link before stops working at once. */
export const sendAgain = (app: App, actor: Actor, named: Named): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const invitation = await load(tx, actor, named)
    if (!can(invitation, 'send again', app.clock.now())) return settled
    const tokenHash = hashToken(app.chance.token())
    const expiresAt = expiry(app.clock.now())
    await changeInvitation(tx, invitation.id, { tokenHash, expiresAt, sentAt: null, failedAt: null })
    await app.jobs.send(tx, letterQueue, { invitation: invitation.id })
    await record(app, tx, actor, [entryOf(acts['send again'].entry, invitation)])
    return decide(null)
  })

/** Makes a link to be handed over in another way. Only where the letter could not be sent. */
export const makeLink = (app: App, actor: Actor, named: Named): Promise<Decided<{ link: string; until: Date }>> =>
  app.db.as(actor, async tx => {
    const invitation = await load(tx, actor, named)
    const now = app.clock.now()
    if (!can(invitation, 'show its link', now)) return settled
    const [token, until] = [app.chance.token(), expiry(now)]
    await changeInvitation(tx, invitation.id, { tokenHash: hashToken(token), expiresAt: until })
    await record(app, tx, actor, [entryOf(acts['show its link'].entry, invitation)])
    return decide({ link: app.site.address + urls.invitation(token), until })
  })

export const withdraw = (app: App, actor: Actor, named: Named): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const invitation = await load(tx, actor, named)
    const now = app.clock.now()
    if (!can(invitation, 'withdraw', now)) return settled
    await changeInvitation(tx, invitation.id, { withdrawnAt: now })
    await record(app, tx, actor, [entryOf(acts.withdraw.entry, invitation)])
    return decide(null)
  })

const settled = refuse({
  field: 'invitations',
  message: 'This invitation has changed meanwhile: the list shows how it stands now',
})

/**
 * Gives the letter its link and makes it the only one that works; null when there is nothing to send any more. The link
 * exists only in the letter: the table holds its hash.
 */
export const writeLetter = (app: App, id: InvitationId): Promise<Letter | null> =>
  app.db.as(gate, async tx => {
    const invitation = await findInvitation(tx, id)
    if (!isAwaited(invitation, app.clock.now())) return null
    const token = app.chance.token()
    await changeInvitation(tx, id, { tokenHash: hashToken(token) })
    return invitationLetter(invitation, app.site.address + urls.invitation(token))
  })

export const markSent = (app: App, id: InvitationId): Promise<void> =>
  app.db.as(gate, tx => changeInvitation(tx, id, { sentAt: app.clock.now(), failedAt: null }))

export const markNotSent = (app: App, id: InvitationId): Promise<void> =>
  app.db.as(gate, tx => changeInvitation(tx, id, { failedAt: app.clock.now() }))

/** The letters that tell the board's administrators that an invitation could not be accepted. */
export const writeRefusals = (app: App, id: InvitationId): Promise<readonly Letter[]> =>
  app.db.as(gate, async tx => {
    const invitation = await findInvitation(tx, id)
    const link = app.site.address + urls.invitations(invitation.boardSlug)
    const administrators = await listAddresses(tx, invitation.boardId, 'administrator')
    return administrators.map(to => refusalLetter(invitation, { to, link }))
  })

/** A page of a board's invitations, for whoever may invite. */
export const showInvitations = (app: App, actor: Actor, slug: string, shown: { limit: number; offset: number }) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    const total = await countInvitations(tx, board.id)
    return { board, total, invitations: await listInvitations(tx, board.id, shown) }
  })

/** What the form for an invitation offers. */
export const showInviting = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    return { board, agencies: await listAgencyNames(tx, board.id) }
  })
