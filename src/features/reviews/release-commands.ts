/** Opening a review to the agencies that it asks, and taking it back. */
import type { AgencyId, Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { next } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { ofReview } from './entries.ts'
import { standing as lifecycle } from './lifecycle.ts'
import { decideRelease, type ReleaseChange } from './release-decide.ts'
import { insertReleases, listAskedAgencies, listReleases, listSeated, withdrawReleases } from './release-queries.ts'
import { holdReviewFor, reviewFor } from './review-access.ts'
import { updateStanding } from './review-queries.ts'
import type { Review } from './reviews.ts'

const { acts } = lifecycle

/** What the page for releasing shows: the agencies of the board, those that are asked and those that see it now. */
export const showRelease = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, acts.release.by)
    return {
      review,
      board: await findBoardById(tx, review.boardId),
      seated: await listSeated(tx, review.boardId),
      asked: await listAskedAgencies(tx, id),
      releases: await listReleases(tx, id),
    }
  })

async function presentOf(tx: Tx, { id, boardId }: Review) {
  const [seated, releases] = [await listSeated(tx, boardId), await listReleases(tx, id)]
  return { seated: seated.map(each => each.id), released: releases.map(each => each.id) }
}

interface Chosen {
  readonly agencyIds: readonly AgencyId[]
  readonly confirmed: boolean
}

/** Releases the review to exactly these agencies. What is not confirmed is only decided. */
export const release = (
  app: App,
  person: Person,
  id: ReviewId,
  { agencyIds, confirmed }: Chosen,
): Promise<Decided<ReleaseChange>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts.release.by)
    const decided = decideRelease(agencyIds, await presentOf(tx, review))
    if (decided.ok && confirmed) await change(app, tx, person, { review, ...decided.value })
    return decided
  })

async function change(
  app: App,
  tx: Tx,
  person: Person,
  { review, added, withdrawn }: ReleaseChange & { readonly review: Review },
): Promise<void> {
  const { id: reviewId, boardId } = review
  const now = app.clock.now()
  await insertReleases(tx, { reviewId, boardId, agencyIds: added, now })
  await withdrawReleases(tx, { reviewId, agencyIds: withdrawn, now })
  await updateStanding(tx, reviewId, lifecycle.states[review.standing].release)
  const ids = [...added.map((id, i) => [`added${i + 1}`, id]), ...withdrawn.map((id, i) => [`withdrawn${i + 1}`, id])]
  const facts = { agencies: added.length, withdrawn: withdrawn.length, ...Object.fromEntries(ids) }
  await record(app, tx, person, [ofReview(review, acts.release.entry, facts)])
}

/**
 * Releases a review to every agency of the board that it asks or that answers it, within a transaction that somebody
 * else has opened. Refuses when there is none. Throws NotFound and Forbidden.
 */
export async function releaseToAsked(app: App, tx: Tx, person: Person, id: ReviewId): Promise<Decided<ReleaseChange>> {
  const review = await holdReviewFor(tx, person, id, acts.release.by)
  const present = await presentOf(tx, review)
  const asked = (await listAskedAgencies(tx, id)).filter(agency => present.seated.includes(agency))
  const decided = decideRelease(asked, present)
  if (decided.ok) await change(app, tx, person, { review, ...decided.value })
  return decided
}

/** Takes a release back: the review is restricted again for everybody off its panel. */
export const takeBack = (app: App, person: Person, id: ReviewId): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts['take back'].by)
    const standing = next(lifecycle, review.standing, 'take back')
    if (!standing) return refuse({ field: 'release', message: 'The review is restricted already' })
    const agencyIds = (await listReleases(tx, id)).map(each => each.id)
    await withdrawReleases(tx, { reviewId: id, agencyIds, now: app.clock.now() })
    await updateStanding(tx, id, standing)
    await record(app, tx, person, [ofReview(review, acts['take back'].entry, { agencies: agencyIds.length })])
    return decide(null)
  })
