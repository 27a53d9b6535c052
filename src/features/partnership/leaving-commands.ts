/** A person leaves an agency, or the board: their roles there end in one act, and they are signed out everywhere. */
import { type Actor, gate, type PersonId } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { endOtherSessions, findBoard } from '../accounts/index.ts'
import { leftEntry, postEntry, seatEntry } from './entries.ts'
import { decideLeaving, type Left } from './leaving-decide.ts'
import { endSeats } from './leaving-queries.ts'
import { post as lifecycle, stateOfPost } from './lifecycle.ts'
import { countAdministrators, endPosts, listPostsOf } from './people-queries.ts'

interface Of {
  readonly slug: string
  readonly personId: PersonId
}

/** What the person holds on the board now. Throws NotFound for somebody who holds nothing. */
export const showLeaving = (app: App, actor: Actor, of: Of) => app.db.as(actor, tx => present(tx, actor, of))

async function present(tx: Tx, actor: Actor, { slug, personId }: Of) {
  const board = await findBoard(tx, slug)
  authorise(actor, lifecycle.acts.end.by, { boardId: board.id })
  const posts = (await listPostsOf(tx, board.id, personId)).filter(held => stateOfPost(held) === 'held')
  const [first] = posts
  if (!first) throw new NotFound('no such person with a role on the board')
  return { board, posts, name: first.personName }
}

/**
 * Ends the roles, and with the last of them the person's seats on panels. Sessions are no board's, so they are ended
 * after it: what they could reach is gone by then. The mistakes' field is `left`.
 */
export async function leave(app: App, actor: Actor, of: Of, left: Left | null): Promise<Decided<null>> {
  const now = app.clock.now()
  const done = await app.db.as(actor, async (tx): Promise<Decided<null>> => {
    const administrators = await countAdministrators(tx, (await findBoard(tx, of.slug)).id)
    const { board, posts } = await present(tx, actor, of)
    const decided = decideLeaving(posts, left, administrators)
    if (!decided.ok) return decided
    const ending = decided.value
    await endPosts(
      tx,
      ending.map(({ id }) => id),
      now,
    )
    const who = { personId: of.personId, boardId: board.id }
    const seats = ending.length === posts.length ? await endSeats(tx, board.id, of.personId, now) : []
    const agencyId = left === 'board' ? null : left
    await record(app, tx, actor, [
      ...ending.map(post => postEntry(lifecycle.acts.end.entry, { ...post, boardId: board.id })),
      ...seats.map(reviewId => seatEntry({ ...who, reviewId })),
      leftEntry({ ...who, agencyId, roles: ending.length, seats: seats.length }),
    ])
    return decide(null)
  })
  if (done.ok) await app.db.as(gate, tx => endOtherSessions(tx, of.personId, { but: null, now }))
  return done
}
