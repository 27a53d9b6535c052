/** Deciding who asks for access: by an administrator of the board, and by nobody else. */
import { type Actor, gate, type PersonId } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type ActOf, allows } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { MembershipId, RequestId } from '../../store/schema.ts'
import { addPost, type Board, findAccount, findBoard, listAgencyNames, type PostInput } from '../accounts/index.ts'
import { makeAccount } from './acceptance-commands.ts'
import { confirmedEntry, requestEntry } from './entries.ts'
import { confirmedQueue } from './letter-commands.ts'
import { request as lifecycle, stateOfRequest } from './lifecycle.ts'
import { awaitSubject, findLink } from './link-queries.ts'
import { type AccessRequest, countRequests, findRequest, listRequests, settleRequest } from './request-queries.ts'

interface Named {
  readonly slug: string
  readonly id: RequestId
}

const settled = refuse({ field: 'request', message: 'This request was decided meanwhile, or has run out' })

async function load(tx: Tx, actor: Actor, { slug, id }: Named): Promise<{ board: Board; request: AccessRequest }> {
  const board = await findBoard(tx, slug)
  authorise(actor, lifecycle.acts.confirm.by, { boardId: board.id })
  return { board, request: await findRequest(tx, board.id, id) }
}

const isOpen = (app: App, request: AccessRequest, act: ActOf<typeof lifecycle>) =>
  allows(lifecycle, stateOfRequest(request, app.clock.now()), act)

/** A page of what strangers asked of the board. */
export const showRequests = (app: App, actor: Actor, slug: string, shown: { limit: number; offset: number }) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, lifecycle.acts.confirm.by, { boardId: board.id })
    const counts = await countRequests(tx, board.id, app.clock.now())
    return { board, ...counts, requests: await listRequests(tx, board.id, shown) }
  })

/** A request, with the agencies that a role can be given for. Throws NotFound. */
export const showRequest = (app: App, actor: Actor, named: Named) =>
  app.db.as(actor, async tx => {
    const { board, request } = await load(tx, actor, named)
    return { board, request, agencies: await listAgencyNames(tx, board.id) }
  })

/**
 * Gives somebody who asked the role, in an account without a password that is linked to what they have at the provider.
 * An account that has the same e-mail address is not touched: its owner links it. The mistakes' fields are `request`
 * and `agency`.
 */
export async function confirmRequest(app: App, actor: Actor, named: Named, post: PostInput): Promise<Decided<null>> {
  const { board } = await showRequest(app, actor, named)
  // The account is nobody's yet, so the gate makes it; the request is held, so that it is decided once.
  return app.db.as(gate, async tx => {
    authorise(actor, lifecycle.acts.confirm.by, { boardId: board.id })
    const request = await findRequest(tx, board.id, named.id)
    if (!isOpen(app, request, 'confirm')) return settled
    if (post.agencyId && !(await listAgencyNames(tx, board.id)).some(({ id }) => id === post.agencyId))
      return refuse({ field: 'agency', message: 'Choose an agency that sits on this board' })
    const personId = await findOrMakeAccount(app, tx, request)
    if (!personId) return owned
    const now = app.clock.now()
    await addPost(tx, { id: app.chance.id<MembershipId>(), personId, boardId: board.id, ...post }, now)
    await settleRequest(tx, request.id, { outcome: 'confirmed', by: actor.id, now })
    await app.jobs.send(tx, confirmedQueue, { request: request.id })
    await record(app, tx, actor, [confirmedEntry({ id: request.id, boardId: board.id, personId, post })])
    return decide(null)
  })
}

const owned = refuse({
  field: 'request',
  message:
    'There is an account with this e-mail address. Its owner signs in with it and links the organisation under “Your account”; invite that address, and refuse this request',
})

async function findOrMakeAccount(app: App, tx: Tx, request: AccessRequest): Promise<PersonId | null> {
  await awaitSubject(tx, request)
  const link = await findLink(tx, request)
  if (link) return link.personId
  if (await findAccount(tx, request.email)) return null
  return (await makeAccount(app, tx, { ...request, identity: request })).person.id
}

/** Refuses somebody who asked; they are told when they come again. The mistake's field is `request`. */
export const refuseRequest = (app: App, actor: Actor, named: Named): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, request } = await load(tx, actor, named)
    authorise(actor, lifecycle.acts.refuse.by, { boardId: board.id })
    if (!isOpen(app, request, 'refuse')) return settled
    await settleRequest(tx, request.id, { outcome: 'refused', by: actor.id, now: app.clock.now() })
    await record(app, tx, actor, [requestEntry(lifecycle.acts.refuse.entry, { id: request.id, boardId: board.id })])
    return decide(null)
  })
