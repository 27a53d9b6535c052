import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import type { Settings } from './settings-decide.ts'

/** The board, which nobody else changes meanwhile. Throws NotFound. */
export async function holdBoard(tx: Tx, slug: string): Promise<Board> {
  await tx.selectFrom('board').select('id').where('slug', '=', slug).forUpdate().execute()
  return findBoard(tx, slug)
}

/** Stores all settings of a board at once. */
export async function storeSettings(tx: Tx, id: BoardId, settings: Settings): Promise<void> {
  const { name, shortName, marking, secondFactorRequired } = settings
  await tx
    .updateTable('board')
    .set({ name, short_name: shortName, marking, second_factor_required: secondFactorRequired })
    .where('id', '=', id)
    .execute()
}

/** The people of the board who have no second factor yet. */
export async function countWithoutSecondFactor(tx: Tx, boardId: BoardId): Promise<number> {
  const { count } = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(eb => eb.fn.count<number>('m.person_id').distinct().as('count'))
    .where('m.board_id', '=', boardId)
    .where('m.ended_at', 'is', null)
    .where('p.totp_confirmed_at', 'is', null)
    .where(eb =>
      eb.not(eb.exists(eb.selectFrom('passkey as k').select('k.id').whereRef('k.person_id', '=', 'm.person_id'))),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
