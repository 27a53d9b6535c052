import { sql } from 'kysely'
import type { AgencyId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Board } from './boards.ts'

const columns = [
  'id',
  'slug',
  'name',
  'short_name as shortName',
  'marking',
  'second_factor_required as secondFactorRequired',
] as const

/** The board of an address. Throws NotFound when there is none, or none that the acting person may know of. */
export async function findBoard(tx: Tx, slug: string): Promise<Board> {
  const board = await tx.selectFrom('board').select(columns).where('slug', '=', slug).executeTakeFirst()
  if (!board) throw new NotFound('no such board')
  return board
}

/** The boards that the acting person may see, by name. */
export const listBoards = (tx: Tx): Promise<Board[]> =>
  tx.selectFrom('board').select(columns).orderBy('name').limit(500).execute()

/** How many boards the acting person or desk may see. */
export async function countBoards(tx: Tx): Promise<number> {
  const { count } = await tx
    .selectFrom('board')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whether a board has this slug already, as far as the acting person or desk may see. */
export async function isSlugTaken(tx: Tx, slug: string): Promise<boolean> {
  const taken = await tx.selectFrom('board').select('id').where('slug', '=', slug).executeTakeFirst()
  return taken !== undefined
}

/** Makes two who set up boards at the same moment wait for each other. */
export async function awaitBoardMaking(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4233700002)`.execute(tx)
}

/** Stores a new board. Only `setup` may. */
export async function addBoard(tx: Tx, board: Board, now: Date): Promise<void> {
  await tx
    .insertInto('board')
    .values({
      id: board.id,
      slug: board.slug,
      name: board.name,
      short_name: board.shortName,
      marking: board.marking,
      second_factor_required: board.secondFactorRequired,
      created_at: now,
    })
    .execute()
}

/** The agencies that sit on a board now, for choosing one. */
export const listAgencyNames = (tx: Tx, boardId: Board['id']): Promise<{ id: AgencyId; name: string }[]> =>
  tx
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .select(['a.id', 'a.name'])
    .where('b.board_id', '=', boardId)
    .where('b.left_at', 'is', null)
    .orderBy('a.name')
    .execute()
