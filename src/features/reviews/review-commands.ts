/** Adding a review and correcting its facts. */
import type { BoardId, Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoard } from '../accounts/index.ts'
import { insertCorrections } from './correction-queries.ts'
import { changedFields, type Written } from './corrections.ts'
import { ofReview } from './entries.ts'
import { standing } from './lifecycle.ts'
import { holdReviewFor } from './review-access.ts'
import { insertReview, updateFacts } from './review-queries.ts'
import type { ReviewFacts } from './reviews.ts'

interface NewReview {
  readonly boardId: BoardId
  readonly facts: ReviewFacts
}

/** Adds a review, restricted, within a transaction that somebody else has opened. Throws Forbidden. */
export async function createReview(app: App, tx: Tx, actor: Person, { boardId, facts }: NewReview): Promise<ReviewId> {
  authorise(actor, 'review.create', { boardId })
  const id = app.chance.id<ReviewId>()
  await insertReview(tx, { id, boardId, facts, createdBy: actor.id, now: app.clock.now() })
  await record(app, tx, actor, [ofReview({ id, boardId }, 'review.created')])
  return id
}

/** Adds a review by hand to the board of an address. */
export const addReview = (app: App, actor: Person, slug: string, facts: ReviewFacts): Promise<ReviewId> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    return createReview(app, tx, actor, { boardId: board.id, facts })
  })

interface CorrectedFacts {
  readonly facts: ReviewFacts
  readonly reason: string
}

/** Corrects facts of a review. What they were, and why they changed, is kept. */
export const correctReview = (
  app: App,
  actor: Person,
  id: ReviewId,
  { facts, reason }: CorrectedFacts,
): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const review = await holdReviewFor(tx, actor, id, standing.acts.correct.by)
    const { boardId } = review
    const changed = changedFields(written(review), written(facts))
    if (changed.length === 0) return refuse({ field: 'title', message: 'Nothing has been changed yet' })
    await updateFacts(tx, id, facts)
    const now = app.clock.now()
    const rest = { boardId, reviewId: id, thing: 'review', thingId: id, reason, personId: actor.id, now }
    await insertCorrections(
      tx,
      changed.map(field => ({ id: app.chance.id<string>(), ...field, ...rest })),
    )
    await record(app, tx, actor, [ofReview(review, standing.acts.correct.entry, { fields: changed.length })])
    return decide(null)
  })

const written = (facts: ReviewFacts): Written => ({
  title: facts.title,
  subject: facts.subject,
  type: facts.type,
  consideredOn: facts.consideredOn,
  legalBasis: facts.legalBasis,
  leadReviewer: facts.leadReviewer,
  methodology: facts.methodology,
})
