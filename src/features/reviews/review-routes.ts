/** The list of reviews, one review, adding it by hand and correcting its facts. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage, viewOf } from '../accounts/index.ts'
import { CorrectionPage, NewReviewPage } from './fact-pages.tsx'
import { readCorrection, readFacts, readReviewList } from './forms.ts'
import { crumbsTo, frameOf } from './frame.ts'
import { ReviewsPage } from './list-pages.tsx'
import { showAdding, showCorrecting, showReview, showReviews } from './page-commands.ts'
import { addReview, correctReview } from './review-commands.ts'
import { ReviewPage } from './review-pages.tsx'

const slugOf = (ask: Ask) => ask.params.board ?? ''
const reviewOf = (ask: Ask) => readId<ReviewId>(ask.params.review)

async function showList(ask: Ask): Promise<Reply> {
  const chosen = readReviewList(ask.query)
  const { page: number, limit, offset } = readPage(ask.query)
  const shown = await showReviews(ask.app, personOf(ask), slugOf(ask), { ...chosen, limit, offset })
  const body = ReviewsPage({ ...shown, chosen, page: number })
  const restricted = shown.reviews.some(({ standing }) => standing === 'restricted')
  return page({ title: 'Reviews', body, board: boardOf(shown.board), section: 'Reviews', restricted, wide: true })
}

async function showNew(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board } = await showAdding(ask.app, personOf(ask), slugOf(ask))
  const body = NewReviewPage({ view: viewOf(ask, mistakes), board })
  const breadcrumbs = [{ text: 'Reviews', href: urls.reviews(board.slug) }]
  return page({ title: 'Add a review by hand', body, board: boardOf(board), section: 'Reviews', breadcrumbs, mistakes })
}

async function takeNew(ask: Ask): Promise<Reply> {
  const read = readFacts(ask.form)
  if (!read.ok) return showNew(ask, read.mistakes)
  const id = await addReview(ask.app, personOf(ask), slugOf(ask), read.value)
  return redirect(`${urls.review(id)}?said=added`)
}

async function showOne(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { board, review, history, ...shown } = await showReview(ask.app, person, reviewOf(ask))
  const rest = { saidCode: ask.query.get('said'), today: ask.app.clock.today(), history }
  const body = ReviewPage({ board, review, ...shown, ...rest })
  const breadcrumbs = crumbsTo(board, review).slice(0, 1)
  return page({ title: review.title, body, ...frameOf(board, review), breadcrumbs })
}

async function showCorrection(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, review } = await showCorrecting(ask.app, personOf(ask), reviewOf(ask))
  const body = CorrectionPage({ view: viewOf(ask, mistakes), board, review })
  return page({ title: 'Correct the facts', body, ...frameOf(board, review), mistakes })
}

async function takeCorrection(ask: Ask): Promise<Reply> {
  const id = reviewOf(ask)
  const read = readCorrection(ask.form)
  const done = read.ok ? await correctReview(ask.app, personOf(ask), id, read.value) : read
  return done.ok ? redirect(`${urls.review(id)}?said=corrected`) : showCorrection(ask, done.mistakes)
}

const [see, create, change] = ['review.see', 'review.create', 'review.change'] as const

export const reviewRoutes: readonly Route[] = [
  { method: 'GET', path: urls.reviews(':board'), door: see, handle: showList },
  { method: 'GET', path: urls.newReview(':board'), door: create, handle: ask => showNew(ask) },
  { method: 'POST', path: urls.reviews(':board'), door: create, handle: takeNew },
  // Anybody signed in, so that an attempt without standing is written down instead of ending at the door.
  { method: 'GET', path: urls.review(':review'), door: 'signed in', handle: showOne },
  { method: 'GET', path: urls.reviewCorrections(':review'), door: change, handle: ask => showCorrection(ask) },
  { method: 'POST', path: urls.reviewCorrections(':review'), door: change, handle: takeCorrection },
]
