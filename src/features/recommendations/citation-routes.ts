import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { showCitations } from './citation-commands.ts'
import { CitationsPage, citationsTitle } from './citation-pages.tsx'
import { frameOf } from './thread-routes.ts'

async function show(ask: Ask): Promise<Reply> {
  const { board, ...shown } = await showCitations(ask.app, personOf(ask), readId<ReviewId>(ask.params.review))
  const { review } = shown
  const body = CitationsPage({ ...shown, saidCode: ask.query.get('said') })
  const breadcrumbs = [
    { text: 'Reviews', href: urls.reviews(board.slug) },
    { text: review.title, href: urls.review(review.id) },
  ]
  const frame = { ...frameOf({ board, review }), section: 'Reviews', breadcrumbs }
  return page({ title: citationsTitle, body, ...frame })
}

export const citationRoutes: readonly Route[] = [
  { method: 'GET', path: urls.citations(':review'), door: 'register.correct', handle: show },
]
