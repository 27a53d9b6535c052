import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Board } from '../accounts/index.ts'

/** The board of an id. Throws NotFound when there is none, or none that the acting person may know of. */
export async function findBoardById(tx: Tx, id: BoardId): Promise<Board> {
  const board = await tx
    .selectFrom('board')
    .select(['id', 'slug', 'name', 'short_name as shortName', 'marking'])
    .select('second_factor_required as secondFactorRequired')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!board) throw new NotFound('no such board')
  return board
}
