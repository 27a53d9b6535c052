/** What every page within a review has around it. */
import { urls } from '../../urls.ts'
import { type Board, boardOf } from '../accounts/index.ts'
import type { Review } from './reviews.ts'

/** The way to a page within the review: the list, then the review. */
export const crumbsTo = (board: Board, review: Pick<Review, 'id' | 'title'>) => [
  { text: 'Reviews', href: urls.reviews(board.slug) },
  { text: review.title, href: urls.review(review.id) },
]

/** Board, section, way and marking of a page within the review. */
export const frameOf = (board: Board, review: Pick<Review, 'id' | 'title' | 'standing'>) => ({
  board: boardOf(board),
  section: 'Reviews',
  breadcrumbs: crumbsTo(board, review),
  restricted: review.standing === 'restricted',
})
