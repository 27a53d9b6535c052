/** What the pages of reviews show. */
import type { Person } from '../../access/actor.ts'
import { authorise, authoriseSome, boardsWhere, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoard } from '../accounts/index.ts'
import { findBoardById } from '../partnership/index.ts'
import { editionToday } from './cited-guidance.ts'
import { listCorrections } from './correction-queries.ts'
import { listDocuments } from './document-queries.ts'
import { historyOf } from './history.ts'
import { listStandingHolds } from './legal-hold-queries.ts'
import { countReviews, listReviews, type ReviewFilter, type ReviewSort } from './list-queries.ts'
import { listExclusions, listPanel } from './people-queries.ts'
import { listReleases } from './release-queries.ts'
import { reviewFor, subjectOf } from './review-access.ts'
import { listCitedEditions, listRecommendations, listWholeFindings } from './review-page-queries.ts'
import { findReview } from './review-queries.ts'
import type { Review } from './reviews.ts'

interface Listing extends ReviewFilter {
  readonly sort: ReviewSort
  readonly limit: number
  readonly offset: number
}

/** A page of the board's reviews. */
export const showReviews = (app: App, person: Person, slug: string, listing: Listing) =>
  app.db.as(person, async tx => {
    const board = await findBoard(tx, slug)
    authoriseSome(person, 'review.see', board.id)
    const shown = { ...listing, boardId: board.id }
    const reviews = await listReviews(tx, shown, app.clock.today())
    const total = await countReviews(tx, shown)
    const may = (permission: 'review.create' | 'document.upload') => can(person, permission, { boardId: board.id })
    const mayHold = boardsWhere(person, 'hold.place').includes(board.id)
    return { board, reviews, total, mayCreate: may('review.create'), mayImport: may('document.upload'), mayHold }
  })

/** The board on which a review is to be added. Throws Forbidden. */
export const showAdding = (app: App, person: Person, slug: string) =>
  app.db.as(person, async tx => {
    const board = await findBoard(tx, slug)
    authorise(person, 'review.create', { boardId: board.id })
    return { board }
  })

/** The review with its board, for one who may correct it. */
export const showCorrecting = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, 'review.change')
    return { review, board: await findBoardById(tx, review.boardId) }
  })

/** The most recommendations that the page of a review lists. */
const mostRecommendations = 500

/** Everything that the page of a review shows. */
export const showReview = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await findReview(tx, id)
    const subject = await subjectOf(tx, person, review)
    authorise(person, 'review.see', subject)
    const today = app.clock.today()
    const citations = await listCitedEditions(tx, id)
    return {
      review,
      board: await findBoardById(tx, review.boardId),
      recommendations: await listRecommendations(tx, id, { today, limit: mostRecommendations }),
      findings: await listWholeFindings(tx, id),
      documents: await listDocuments(tx, id),
      citations: citations.map(each => ({ ...each, ...editionToday(each.guidance, each.edition, today) })),
      corrections: await listCorrections(tx, [id]),
      seers: await seersOf(tx, review),
      mayChange: can(person, 'review.change', subject),
      mayImport: can(person, 'document.upload', { boardId: review.boardId }),
      holds: await listStandingHolds(tx, [id]),
      mayHold: can(person, 'hold.place', subject),
      history: can(person, 'history.see', { boardId: review.boardId })
        ? await historyOf(tx, person, { reviewId: id })
        : null,
    }
  })

/** Who may see a review, as far as the acting person may know of it. */
const seersOf = async (tx: Tx, { id }: Pick<Review, 'id'>) => ({
  panel: await listPanel(tx, id),
  exclusions: await listExclusions(tx, id),
  releases: await listReleases(tx, id),
})
