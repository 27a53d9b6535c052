/** Who has which role on a board. */
import type { Actor, PersonId } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { MembershipId } from '../../store/schema.ts'
import { addPost, type Board, findBoard, type PostInput } from '../accounts/index.ts'
import { isSeated, listAgencies } from './agency-queries.ts'
import { postEntry, seatEntry } from './entries.ts'
import { listThingHistory } from './history-queries.ts'
import { endSeats } from './leaving-queries.ts'
import { post as lifecycle, stateOfPost } from './lifecycle.ts'
import { decideEnding } from './people-decide.ts'
import {
  countAdministrators,
  countPosts,
  endPosts,
  findPost,
  listPosts,
  listPostsOf,
  type PeopleFilter,
} from './people-queries.ts'

interface Of {
  readonly slug: string
  readonly personId: PersonId
}

/** Gives a person of the board a further role. The mistakes' fields are `role` and `agency`. */
export const givePost = (
  app: App,
  actor: Actor,
  { slug, personId }: Of,
  { role, agencyId }: PostInput,
): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    await refuseStranger(tx, board, personId)
    if (agencyId && !(await isSeated(tx, board.id, agencyId)))
      return refuse({ field: 'agency', message: 'Choose an agency that sits on this board' })
    const id = app.chance.id<MembershipId>()
    const post = { id, personId, boardId: board.id, role, agencyId }
    if (!(await addPost(tx, post, app.clock.now())))
      return refuse({ field: 'role', message: 'The person has this role already' })
    await record(app, tx, actor, [postEntry('post.given', post)])
    return decide(null)
  })

/** Throws NotFound for somebody who never had a role on the board: such a person is invited. */
async function refuseStranger(tx: Tx, board: Board, personId: PersonId): Promise<void> {
  const posts = await listPostsOf(tx, board.id, personId)
  if (posts.length === 0) throw new NotFound('no such person on the board')
}

/**
 * Ends a role: what the person could see by it is gone at once, and with the last role their seats on panels. A board
 * keeps at least one administrator.
 */
export const endRole = (app: App, actor: Actor, { slug, personId }: Of, id: MembershipId): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, lifecycle.acts.end.by, { boardId: board.id })
    const administrators = await countAdministrators(tx, board.id)
    const post = await findPost(tx, board.id, { id, personId })
    const decided = decideEnding(post, administrators)
    if (!decided.ok) return decided
    await endPosts(tx, [id], app.clock.now())
    const isLast = (await listPostsOf(tx, board.id, personId)).every(held => stateOfPost(held) === 'ended')
    const seats = isLast ? await endSeats(tx, board.id, personId, app.clock.now()) : []
    await record(app, tx, actor, [
      postEntry(lifecycle.acts.end.entry, { ...post, boardId: board.id }),
      ...seats.map(reviewId => seatEntry({ personId, boardId: board.id, reviewId })),
    ])
    return decided
  })

interface Shown extends PeopleFilter {
  readonly limit: number
  readonly offset: number
}

/** A page of the board's people. */
export const showPeople = (app: App, actor: Actor, slug: string, shown: Shown) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.see', { boardId: board.id })
    const [counts, posts] = [await countPosts(tx, board.id, shown), await listPosts(tx, board.id, shown)]
    const agencies = (await listAgencies(tx, board.id)).map(({ id, name }) => ({ id, name }))
    return { board, ...counts, posts, agencies, mayManage: can(actor, 'people.manage', { boardId: board.id }) }
  })

/** A person as the board knows them: what they may act as now and, for whoever runs the board, what they did before. */
export const showPerson = (app: App, actor: Actor, { slug, personId }: Of) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    const may = (permission: Permission) => can(actor, permission, { boardId: board.id })
    authorise(actor, 'people.see', { boardId: board.id })
    const mayManage = may('people.manage')
    const posts = (await listPostsOf(tx, board.id, personId)).filter(held => mayManage || stateOfPost(held) === 'held')
    const [first] = posts
    if (!first) throw new NotFound('no such person on the board')
    const agencies = (await listAgencies(tx, board.id)).map(({ id, name }) => ({ id, name }))
    const history = may('history.see') ? await listThingHistory(tx, board.id, personId) : null
    const person = { id: personId, name: first.personName, email: mayManage ? first.email : null }
    return { board, person, posts, agencies, history, mayManage, maySeeHandover: may('handover.see') }
  })

/** A role that an administrator is about to end. Throws NotFound for one that has ended. */
export const showEnding = (app: App, actor: Actor, { slug, personId }: Of, id: MembershipId) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    return { board, post: await findPost(tx, board.id, { id, personId }) }
  })
