import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { showReviewFindings } from './review-finding-commands.ts'
import { findingsTitle, ReviewFindingsPage } from './review-finding-pages.tsx'
import { frameOf } from './thread-routes.ts'

async function show(ask: Ask): Promise<Reply> {
  const { board, ...shown } = await showReviewFindings(ask.app, personOf(ask), readId<ReviewId>(ask.params.review))
  const { review } = shown
  const body = ReviewFindingsPage({ ...shown, saidCode: ask.query.get('said') })
  const breadcrumbs = [
    { text: 'Reviews', href: urls.reviews(board.slug) },
    { text: review.title, href: urls.review(review.id) },
  ]
  return page({ title: findingsTitle, body, ...frameOf({ board, review }), section: 'Reviews', breadcrumbs })
}

export const reviewFindingRoutes: readonly Route[] = [
  { method: 'GET', path: urls.reviewFindings(':review'), door: 'register.correct', handle: show },
]
