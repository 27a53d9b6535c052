/** The panel of a review, and who is excluded from it. */
import type { Person, PersonId } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, NotFound } from '../../core/refusals.ts'
import { type Entry, record } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { within } from './entries.ts'
import { place } from './lifecycle.ts'
import { decideExclusion, decideSeat } from './people-decide.ts'
import {
  type BoardPerson,
  insertExclusion,
  liftExclusion,
  listBoardPeople,
  listExclusions,
  listPanel,
  seatOnPanel,
  unseat,
} from './people-queries.ts'
import { holdReviewFor, reviewFor } from './review-access.ts'
import type { Review } from './reviews.ts'

const { acts } = place

/** The people around a review: who may be put on its panel or excluded, who sits on it and who is excluded. */
export const showPeople = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, 'review.exclude')
    return { review, board: await findBoardById(tx, review.boardId), ...(await listPeople(tx, review)) }
  })

async function listPeople(tx: Tx, { id, boardId }: Review) {
  return {
    people: await listBoardPeople(tx, boardId),
    panel: await listPanel(tx, id),
    exclusions: await listExclusions(tx, id),
  }
}

const entryAbout = (review: Review, kind: string, personId: PersonId): Entry =>
  within(
    { boardId: review.boardId, reviewId: review.id },
    { kind, thing: 'review', thingId: review.id, facts: { person: personId } },
  )

/** What is decided about somebody: at first only looked at, then done once it is confirmed. */
interface About {
  readonly personId: PersonId
  readonly confirmed: boolean
}

/** Puts somebody on the panel. What is not confirmed is only decided. */
export const joinPanel = (
  app: App,
  person: Person,
  id: ReviewId,
  { personId, confirmed }: About,
): Promise<Decided<BoardPerson>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts['join the panel'].by)
    const decided = decideSeat(personId, await listPeople(tx, review))
    if (!decided.ok || !confirmed) return decided
    await seatOnPanel(tx, { reviewId: id, boardId: review.boardId, personId, now: app.clock.now() })
    await record(app, tx, person, [entryAbout(review, acts['join the panel'].entry, personId)])
    return decided
  })

/** Takes somebody off the panel. Throws NotFound for who does not sit on it. */
export const leavePanel = (app: App, person: Person, id: ReviewId, personId: PersonId): Promise<void> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts['leave the panel'].by)
    if (!(await unseat(tx, { reviewId: id, personId, now: app.clock.now() }))) throw new NotFound('not on the panel')
    await record(app, tx, person, [entryAbout(review, acts['leave the panel'].entry, personId)])
  })

/** Excludes somebody from the review, who from then on sees nothing of it. What is not confirmed is only decided. */
export const exclude = (
  app: App,
  person: Person,
  id: ReviewId,
  { personId, reason, confirmed }: About & { readonly reason: string },
): Promise<Decided<BoardPerson>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts.exclude.by)
    const decided = decideExclusion(personId, await listPeople(tx, review))
    if (!decided.ok || !confirmed) return decided
    const now = app.clock.now()
    const sat = await unseat(tx, { reviewId: id, personId, now })
    // Recorded first: a person who is excluded by their own act may write nothing about the review any more.
    await record(app, tx, person, [
      ...(sat ? [entryAbout(review, acts['leave the panel'].entry, personId)] : []),
      entryAbout(review, acts.exclude.entry, personId),
    ])
    await insertExclusion(tx, { reviewId: id, boardId: review.boardId, personId, reason, by: person.id, now })
    return decided
  })

/** Lifts an exclusion. Throws NotFound for who is not excluded. */
export const lift = (app: App, person: Person, id: ReviewId, personId: PersonId): Promise<void> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, id, acts.lift.by)
    const lifted = await liftExclusion(tx, { reviewId: id, personId, now: app.clock.now() })
    if (!lifted) throw new NotFound('not excluded')
    await record(app, tx, person, [entryAbout(review, acts.lift.entry, personId)])
  })
