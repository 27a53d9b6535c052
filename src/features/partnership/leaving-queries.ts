import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

/** Ends the seats of somebody who has no role on the board any more on its panels; gives the reviews of those. */
export async function endSeats(tx: Tx, boardId: BoardId, personId: PersonId, now: Date): Promise<readonly ReviewId[]> {
  const ended = await tx
    .updateTable('panel_member')
    .set({ left_at: now })
    .where('board_id', '=', boardId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .returning('review_id as reviewId')
    .execute()
  return ended.map(({ reviewId }) => reviewId)
}
