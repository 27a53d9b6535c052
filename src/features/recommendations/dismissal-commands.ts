/** Passing over what was noticed, or what follows from the records, with a reason; and taking that back. */
import type { Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { type Entry, record } from '../../ledger/ledger.ts'
import type { FindingId, RecommendationId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { holdReviewFor, reviewFor } from '../reviews/index.ts'
import { allFacts, findFact } from './facts.ts'
import { type Finding, findFinding, insertDismissed, setDismissed, setRaised } from './finding-queries.ts'
import { finding as lifecycle } from './lifecycle.ts'
import { findRecommendation } from './recommendation-queries.ts'
import { threadOf } from './thread.ts'
import { loadRecords } from './thread-commands.ts'

const { acts } = lifecycle

/** What the reader noticed. Throws NotFound, for what was written by hand too: that is withdrawn, not dismissed. */
async function findNoticed(tx: Tx, id: FindingId): Promise<Finding> {
  const finding = await findFinding(tx, id)
  if (finding.addedBy !== null) throw new NotFound('written by hand')
  return finding
}

/** A finding with what its page needs around it. Throws NotFound and Forbidden. */
export const showFinding = (app: App, person: Person, id: FindingId) =>
  app.db.as(person, async tx => {
    const finding = await findNoticed(tx, id)
    const review = await reviewFor(tx, person, finding.reviewId, acts.dismiss.by)
    const { recommendationId } = finding
    const recommendation = recommendationId ? await findRecommendation(tx, recommendationId) : null
    return { finding, review, recommendation, board: await findBoardById(tx, review.boardId) }
  })

const entryOf = (kind: string, { boardId, reviewId, recommendationId, code }: AboutFinding): Entry => ({
  kind,
  thing: recommendationId ? 'recommendation' : 'review',
  thingId: recommendationId ?? reviewId,
  boardId,
  reviewId,
  facts: { code },
})

type AboutFinding = Pick<Finding, 'boardId' | 'reviewId' | 'recommendationId' | 'code'>

async function holdFinding(tx: Tx, person: Person, id: FindingId, find = findFinding): Promise<Finding> {
  const finding = await find(tx, id)
  await holdReviewFor(tx, person, finding.reviewId, acts.dismiss.by)
  return finding
}

/** Dismisses what the reader noticed. */
export const dismissFinding = (app: App, person: Person, id: FindingId, reason: string): Promise<Decided<Finding>> =>
  app.db.as(person, async tx => {
    const finding = await holdFinding(tx, person, id, findNoticed)
    if (!(await setDismissed(tx, id, { by: person.id, reason, now: app.clock.now() })))
      return refuse({ field: 'reason', message: 'Somebody has dismissed this already' })
    await record(app, tx, person, [entryOf(acts.dismiss.entry, finding)])
    return decide(finding)
  })

/** Makes something that was dismissed count again. Throws NotFound when it was not dismissed. */
export const raiseFinding = (app: App, person: Person, id: FindingId): Promise<Finding> =>
  app.db.as(person, async tx => {
    const finding = await holdFinding(tx, person, id)
    if (!(await setRaised(tx, id))) throw new NotFound('not dismissed')
    await record(app, tx, person, [entryOf(acts.raise.entry, finding)])
    return finding
  })

/**
 * A fact that follows from the records, as the address names it, with what its page needs around it. Throws NotFound.
 */
export const showFact = (app: App, person: Person, id: RecommendationId, given: URLSearchParams) =>
  app.db.as(person, async tx => {
    const records = await loadRecords(tx, person, id, acts.dismiss.by)
    const fact = findFact(allFacts(threadOf(records), app.clock.today()), given)
    if (!fact) throw new NotFound('no such fact')
    return { ...records, fact }
  })

interface FactDismissal {
  readonly given: URLSearchParams
  readonly reason: string
}

/** Dismisses a fact; refuses one that holds no longer. */
export const dismissFact = (
  app: App,
  person: Person,
  id: RecommendationId,
  { given, reason }: FactDismissal,
): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const { recommendation } = await loadRecords(tx, person, id, acts.dismiss.by)
    await holdReviewFor(tx, person, recommendation.reviewId, acts.dismiss.by)
    // Read anew once the review is held, so that two who dismiss the same at once leave one dismissal.
    const records = await loadRecords(tx, person, id, acts.dismiss.by)
    const fact = findFact(allFacts(threadOf(records), app.clock.today()), given)
    if (!fact) return refuse({ field: 'reason', message: 'This holds no longer, so there is nothing to dismiss' })
    const { boardId, reviewId } = recommendation
    const of = { boardId, reviewId, recommendationId: id }
    const row = { ...fact, ...of, id: app.chance.id<FindingId>(), by: person.id, reason, now: app.clock.now() }
    await insertDismissed(tx, row)
    await record(app, tx, person, [entryOf(acts.dismiss.entry, { ...of, code: fact.code })])
    return decide(null)
  })
