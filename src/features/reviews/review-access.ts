/** Loading a review for something that may be permitted or not. */
import type { Actor } from '../../access/actor.ts'
import { authorise, type Subject } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findReview, holdReview, reviewAccess } from './review-queries.ts'
import type { Review } from './reviews.ts'

export type ReviewSubject = Subject & Required<Pick<Subject, 'review'>>

/** The review as something is done to it: what `can` and `authorise` ask for. */
export const subjectOf = async (tx: Tx, actor: Actor, review: Review): Promise<ReviewSubject> => ({
  boardId: review.boardId,
  review: await reviewAccess(tx, actor, review),
})

/** The review, for one who may do this to it. Throws NotFound where it cannot be seen, and Forbidden. */
export async function reviewFor(tx: Tx, actor: Actor, id: ReviewId, permission: Permission): Promise<Review> {
  const review = await findReview(tx, id)
  authorise(actor, permission, await subjectOf(tx, actor, review))
  return review
}

/** The same, held so that nobody else changes it meanwhile. */
export async function holdReviewFor(tx: Tx, actor: Actor, id: ReviewId, permission: Permission): Promise<Review> {
  await reviewFor(tx, actor, id, permission)
  return holdReview(tx, id)
}
