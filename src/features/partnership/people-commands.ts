/** Who has which role on a board. */
import type { Actor, AgencyId, PersonId } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { Role } from '../../access/permissions.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { listHistory, record } from '../../ledger/ledger.ts'
import type { MembershipId } from '../../store/schema.ts'
import { addPost, type Board, findBoard } from '../accounts/index.ts'
import { isSeated, listAgencies } from './agency-queries.ts'
import { decideEnding } from './people-decide.ts'
import {
  countAdministrators,
  countPosts,
  endPost,
  findPost,
  listPosts,
  listPostsOf,
  type PeopleFilter,
  type Post,
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
  { role, agencyId }: { role: Role; agencyId: AgencyId | null },
): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    await loadPerson(tx, board, personId)
    if (agencyId && !(await isSeated(tx, board.id, agencyId)))
      return refuse({ field: 'agency', message: 'Choose an agency that sits on this board' })
    const id = app.chance.id<MembershipId>()
    const post = { id, personId, boardId: board.id, role, agencyId }
    if (!(await addPost(tx, post, app.clock.now())))
      return refuse({ field: 'role', message: 'The person has this role already' })
    await record(app, tx, actor, [entryOf('post.begun', board, post)])
    return decide(null)
  })

const entryOf = (
  kind: string,
  board: Board,
  { id, personId, role, agencyId }: Pick<Post, 'id' | 'personId' | 'role' | 'agencyId'>,
) => ({
  kind,
  thing: 'person',
  thingId: personId,
  boardId: board.id,
  facts: { role, post: id, ...(agencyId ? { agency: agencyId } : {}) },
})

/** The person's roles on the board; throws NotFound for somebody who never had one there. */
async function loadPerson(tx: Tx, board: Board, personId: PersonId): Promise<readonly [Post, ...Post[]]> {
  const [first, ...rest] = await listPostsOf(tx, board.id, personId)
  if (!first) throw new NotFound('no such person on the board')
  return [first, ...rest]
}

/** Ends a role: what the person could see by it is gone at once. A board keeps at least one administrator. */
export const endRole = (app: App, actor: Actor, { slug, personId }: Of, id: MembershipId): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.manage', { boardId: board.id })
    const administrators = await countAdministrators(tx, board.id)
    const post = await findPost(tx, board.id, { id, personId })
    const decided = decideEnding(post, administrators)
    if (!decided.ok) return decided
    await endPost(tx, id, app.clock.now())
    await record(app, tx, actor, [entryOf('post.ended', board, post)])
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

/** A person as the board knows them. */
export const showPerson = (app: App, actor: Actor, { slug, personId }: Of) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'people.see', { boardId: board.id })
    const posts = await loadPerson(tx, board, personId)
    const agencies = (await listAgencies(tx, board.id)).map(({ id, name }) => ({ id, name }))
    const history = (await listHistory(tx, { thingId: personId })).filter(({ boardId }) => boardId === board.id)
    const mayManage = can(actor, 'people.manage', { boardId: board.id })
    return {
      board,
      posts,
      agencies,
      history,
      mayManage,
      maySeeHistory: can(actor, 'history.see', { boardId: board.id }),
    }
  })
