/** Releasing a review, and taking a release back. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { isConfirmed, readAgencies } from './forms.ts'
import { frameOf } from './frame.ts'
import { release, showRelease, takeBack } from './release-commands.ts'
import type { ReleaseChange } from './release-decide.ts'
import { ConfirmReleasePage, ConfirmTakingBackPage, ReleasePage } from './release-pages.tsx'

const reviewOf = (ask: Ask) => readId<ReviewId>(ask.params.review)

async function showForm(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, review, ...shown } = await showRelease(ask.app, personOf(ask), reviewOf(ask))
  const body = ReleasePage({ view: viewOf(ask, mistakes), board, review, ...shown })
  const title = review.standing === 'released' ? 'Change to whom it is released' : 'Release the review'
  return page({ title, body, ...frameOf(board, review), mistakes })
}

async function takeRelease(ask: Ask): Promise<Reply> {
  const [id, agencyIds, confirmed] = [reviewOf(ask), readAgencies(ask.form), isConfirmed(ask.form)]
  const done = await release(ask.app, personOf(ask), id, { agencyIds, confirmed })
  if (!done.ok) return showForm(ask, done.mistakes)
  return confirmed ? redirect(`${urls.review(id)}?said=released`) : confirmRelease(ask, done.value)
}

async function confirmRelease(ask: Ask, change: ReleaseChange): Promise<Reply> {
  const { board, review, seated, releases } = await showRelease(ask.app, personOf(ask), reviewOf(ask))
  const known = [...seated, ...releases.filter(({ id }) => !seated.some(each => each.id === id))]
  const chosen = readAgencies(ask.form)
  const body = ConfirmReleasePage({ csrf: ask.frame.csrf, review, change, chosen, known })
  return page({ title: 'Check to whom it is released', body, ...frameOf(board, review) })
}

async function showEnding(ask: Ask): Promise<Reply> {
  const { board, review, releases } = await showRelease(ask.app, personOf(ask), reviewOf(ask))
  if (review.standing === 'restricted') return redirect(urls.review(review.id))
  const body = ConfirmTakingBackPage({ csrf: ask.frame.csrf, review, releases })
  return page({ title: 'Take the release back', body, ...frameOf(board, review) })
}

async function takeEnding(ask: Ask): Promise<Reply> {
  const id = reviewOf(ask)
  const done = await takeBack(ask.app, personOf(ask), id)
  return redirect(done.ok ? `${urls.review(id)}?said=taken-back` : urls.review(id))
}

const door = 'review.release'

export const releaseRoutes: readonly Route[] = [
  { method: 'GET', path: urls.reviewRelease(':review'), door, handle: ask => showForm(ask) },
  { method: 'POST', path: urls.reviewRelease(':review'), door, handle: takeRelease },
  { method: 'GET', path: urls.reviewReleaseEnding(':review'), door, handle: showEnding },
  { method: 'POST', path: urls.reviewReleaseEnding(':review'), door, handle: takeEnding },
]
