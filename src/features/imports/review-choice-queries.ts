import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'

/** A review that an upload can be for. */
export interface ReviewChoice {
  readonly id: ReviewId
  readonly title: string
  readonly standing: 'restricted' | 'released'
}

/** The board's reviews that the acting person may see, the newest first. */
export const listReviewChoices = (tx: Tx, boardId: BoardId): Promise<ReviewChoice[]> =>
  tx
    .selectFrom('review')
    .select(['id', 'title', 'standing'])
    .where('board_id', '=', boardId)
    .orderBy('created_at', 'desc')
    .limit(500)
    .execute()

/** Throws NotFound for a review of another board, or one that the acting person may not know of. */
export async function findReviewChoice(tx: Tx, boardId: BoardId, id: ReviewId): Promise<ReviewChoice> {
  const found = await tx
    .selectFrom('review')
    .select(['id', 'title', 'standing'])
    .where('id', '=', id)
    .where('board_id', '=', boardId)
    .executeTakeFirst()
  if (!found) throw new NotFound('no such review')
  return found
}
