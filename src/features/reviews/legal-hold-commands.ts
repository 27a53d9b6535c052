/** Legal holds: one person places one, two lift it. */
import type { Person } from '../../access/actor.ts'
import { authoriseSome, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import type { ActOf } from '../../core/lifecycle.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Decided, decide } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { LegalHoldId, ReviewId } from '../../store/schema.ts'
import { findBoard } from '../accounts/index.ts'
import { findBoardById } from '../partnership/index.ts'
import { ofReview } from './entries.ts'
import { decideHoldAct, decideLookingAgain } from './legal-hold-decide.ts'
import type { HoldAsked } from './legal-hold-forms.ts'
import {
  countHoldsOfBoard,
  findLegalHold,
  insertLegalHold,
  listHoldsOfBoard,
  listLegalHolds,
  updateLifted,
  updateLifting,
  updateLookAgain,
  type WhichHold,
} from './legal-hold-queries.ts'
import { legalHold as lifecycle } from './lifecycle.ts'
import { holdReviewFor, reviewFor, subjectOf } from './review-access.ts'

const { acts } = lifecycle
const placing = 'hold.place'

/** The holds that stand on a board's reviews, for one who may place them. */
export const showHoldsOfBoard = (
  app: App,
  person: Person,
  slug: string,
  listing: { readonly limit: number; readonly offset: number },
) =>
  app.db.as(person, async tx => {
    const board = await findBoard(tx, slug)
    authoriseSome(person, placing, board.id)
    return {
      board,
      holds: await listHoldsOfBoard(tx, { boardId: board.id, ...listing }),
      total: await countHoldsOfBoard(tx, board.id),
    }
  })

/** The holds of a review, for one who may place one. */
export const showLegalHolds = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, placing)
    return { review, board: await findBoardById(tx, review.boardId), holds: await listLegalHolds(tx, id) }
  })

/** Places a hold on a review: from now on nothing of it is destroyed. */
export const placeLegalHold = (
  app: App,
  person: Person,
  reviewId: ReviewId,
  { ground, reason, lookAgainOn }: HoldAsked,
): Promise<Decided<LegalHoldId>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, reviewId, placing)
    const decided = decideLookingAgain(lookAgainOn, app.clock.today())
    if (!decided.ok) return decided
    const id = app.chance.id<LegalHoldId>()
    const { boardId } = review
    await insertLegalHold(tx, {
      id,
      boardId,
      reviewId,
      ground,
      reason,
      lookAgainOn,
      by: person.id,
      now: app.clock.now(),
    })
    await record(app, tx, person, [ofReview(review, 'hold.placed', { hold: id, ground })])
    return decide(id)
  })

/** A hold, with what the person may do about it. */
export const showLegalHold = (app: App, person: Person, which: WhichHold) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, which.reviewId, placing)
    const hold = await findLegalHold(tx, which)
    const mayLift = can(person, acts.lift.by, await subjectOf(tx, person, review)) && hold.liftingAskedBy !== person.id
    return { review, board: await findBoardById(tx, review.boardId), hold, mayLift }
  })

type HoldAct = ActOf<typeof lifecycle>

/** Does one of the acts of the table, once it is decided; `change` writes it. The review is held meanwhile. */
const perform = (
  app: App,
  person: Person,
  { which, act }: { readonly which: WhichHold; readonly act: HoldAct },
  change: (tx: Tx, now: Date) => Promise<void>,
): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const review = await holdReviewFor(tx, person, which.reviewId, acts[act].by)
    const decided = decideHoldAct(await findLegalHold(tx, which), act, person.id)
    if (!decided.ok) return decided
    await change(tx, app.clock.now())
    await record(app, tx, person, [ofReview(review, acts[act].entry, { hold: which.id })])
    return decide(null)
  })

/** Says that the hold was looked at and goes on, and when it is looked at again. */
export async function lookAgain(app: App, person: Person, which: WhichHold, on: PlainDate): Promise<Decided<null>> {
  const decided = decideLookingAgain(on, app.clock.today())
  if (!decided.ok) return decided
  return perform(app, person, { which, act: 'keep' }, tx => updateLookAgain(tx, which.id, on))
}

/** Asks for the hold to be lifted. It stands until somebody else agrees. */
export const askToLift = (app: App, person: Person, which: WhichHold, reason: string): Promise<Decided<null>> =>
  perform(app, person, { which, act: 'ask to lift' }, (tx, now) =>
    updateLifting(tx, which.id, { reason, by: person.id, now }),
  )

/** Agrees that the hold is lifted, at once. */
export const liftHold = (app: App, person: Person, which: WhichHold): Promise<Decided<null>> =>
  perform(app, person, { which, act: 'lift' }, (tx, now) => updateLifted(tx, which.id, { by: person.id, now }))

/** Refuses to lift the hold, or takes back that one asked for it. */
export const refuseLifting = (app: App, person: Person, which: WhichHold): Promise<Decided<null>> =>
  perform(app, person, { which, act: 'refuse to lift' }, tx => updateLifting(tx, which.id, null))
