import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

/**
 * The board and the review of a thing of a review, by the thing's id, as the ledger knows them; null when there is no
 * such
 * thing. Must act as the gate: it tells that a thing exists, and nothing about it.
 */
export async function findKnownThing(
  tx: Tx,
  thingId: string,
): Promise<{ boardId: BoardId; reviewId: ReviewId } | null> {
  const row = await tx
    .selectFrom('ledger_entry')
    .select(['board_id as boardId', 'review_id as reviewId'])
    .where('thing_id', '=', thingId)
    .where('review_id', 'is not', null)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.boardId && row.reviewId ? { boardId: row.boardId, reviewId: row.reviewId } : null
}
