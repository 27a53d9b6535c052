import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { NotFound } from '../../core/refusals.ts'
import type { LegalHoldId, ReviewId } from '../../store/schema.ts'
import type { Ground, LegalHold, StandingHold } from './legal-holds.ts'

/** The holds that stand on any of the reviews, the oldest first. */
export async function listStandingHolds(tx: Tx, reviewIds: readonly ReviewId[]): Promise<StandingHold[]> {
  if (reviewIds.length === 0) return []
  return tx
    .selectFrom('legal_hold')
    .select(['id', 'ground', 'placed_at as placedAt'])
    .where('review_id', 'in', reviewIds)
    .where('lifted_at', 'is', null)
    .orderBy('placed_at')
    .orderBy('id')
    .limit(100)
    .execute()
}

/** The same, and the reviews are held: nobody places another hold on them before the transaction ends. */
export async function holdStandingHolds(tx: Tx, reviewIds: readonly ReviewId[]): Promise<StandingHold[]> {
  if (reviewIds.length === 0) return []
  await tx.selectFrom('review').select('id').where('id', 'in', reviewIds).orderBy('id').forUpdate().execute()
  return listStandingHolds(tx, reviewIds)
}

const holds = (tx: Tx) =>
  tx
    .selectFrom('legal_hold as h')
    .leftJoin('person as placer', 'placer.id', 'h.placed_by')
    .leftJoin('person as asker', 'asker.id', 'h.lifting_asked_by')
    .leftJoin('person as lifter', 'lifter.id', 'h.lifted_by')
    .select([
      'h.id',
      'h.board_id as boardId',
      'h.review_id as reviewId',
      'h.ground',
      'h.reason',
      'h.look_again_on as lookAgainOn',
      'h.placed_at as placedAt',
      'h.lifting_reason as liftingReason',
      'h.lifting_asked_by as liftingAskedBy',
      'h.lifting_asked_at as liftingAskedAt',
      'h.lifted_at as liftedAt',
      'placer.name as placedByName',
      'asker.name as liftingAskedByName',
      'lifter.name as liftedByName',
    ])

/** The holds of a review: those that stand first, then the latest. */
export const listLegalHolds = (tx: Tx, reviewId: ReviewId): Promise<LegalHold[]> =>
  holds(tx)
    .where('h.review_id', '=', reviewId)
    .orderBy('h.lifted_at', eb => eb.desc().nullsFirst())
    .orderBy('h.placed_at', 'desc')
    .orderBy('h.id')
    .limit(200)
    .execute()

/** Which hold of which review. */
export interface WhichHold {
  readonly reviewId: ReviewId
  readonly id: LegalHoldId
}

/** The hold of that review. Throws NotFound. */
export async function findLegalHold(tx: Tx, { reviewId, id }: WhichHold): Promise<LegalHold> {
  const found = await holds(tx).where('h.id', '=', id).where('h.review_id', '=', reviewId).executeTakeFirst()
  if (!found) throw new NotFound('no such legal hold')
  return found
}

interface NewLegalHold {
  readonly id: LegalHoldId
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly ground: Ground
  readonly reason: string
  readonly lookAgainOn: PlainDate
  readonly by: PersonId
  readonly now: Date
}

export async function insertLegalHold(tx: Tx, hold: NewLegalHold): Promise<void> {
  const { id, boardId, reviewId, ground, reason, lookAgainOn, by, now } = hold
  await tx
    .insertInto('legal_hold')
    .values({
      id,
      board_id: boardId,
      review_id: reviewId,
      ground,
      reason,
      look_again_on: lookAgainOn,
      placed_by: by,
      placed_at: now,
      lifting_reason: null,
      lifting_asked_by: null,
      lifted_by: null,
    })
    .execute()
}

export async function updateLookAgain(tx: Tx, id: LegalHoldId, on: PlainDate): Promise<void> {
  await tx.updateTable('legal_hold').set({ look_again_on: on }).where('id', '=', id).execute()
}

/** Keeps who asks for it to be lifted, and why; null takes that away again. */
export async function updateLifting(
  tx: Tx,
  id: LegalHoldId,
  asked: { readonly reason: string; readonly by: PersonId; readonly now: Date } | null,
): Promise<void> {
  const lifting = {
    lifting_reason: asked?.reason ?? null,
    lifting_asked_by: asked?.by ?? null,
    lifting_asked_at: asked?.now ?? null,
  }
  await tx.updateTable('legal_hold').set(lifting).where('id', '=', id).execute()
}

export async function updateLifted(
  tx: Tx,
  id: LegalHoldId,
  { by, now }: { readonly by: PersonId; readonly now: Date },
): Promise<void> {
  await tx.updateTable('legal_hold').set({ lifted_by: by, lifted_at: now }).where('id', '=', id).execute()
}

/** A hold that stands, in the list of a board. */
export interface ListedHold extends Pick<LegalHold, 'id' | 'ground' | 'lookAgainOn' | 'placedAt' | 'liftingAskedAt'> {
  readonly reviewId: ReviewId
  readonly reviewTitle: string
}

/** The holds that stand on a board's reviews, those to be looked at first at the head. */
export const listHoldsOfBoard = (
  tx: Tx,
  { boardId, limit, offset }: { readonly boardId: BoardId; readonly limit: number; readonly offset: number },
): Promise<ListedHold[]> =>
  tx
    .selectFrom('legal_hold as h')
    .innerJoin('review as r', 'r.id', 'h.review_id')
    .select([
      'h.id',
      'h.ground',
      'h.look_again_on as lookAgainOn',
      'h.placed_at as placedAt',
      'h.lifting_asked_at as liftingAskedAt',
      'r.id as reviewId',
      'r.title as reviewTitle',
    ])
    .where('h.board_id', '=', boardId)
    .where('h.lifted_at', 'is', null)
    .orderBy('h.look_again_on')
    .orderBy('h.id')
    .limit(limit)
    .offset(offset)
    .execute()

export async function countHoldsOfBoard(tx: Tx, boardId: BoardId): Promise<number> {
  const { count } = await tx
    .selectFrom('legal_hold')
    .select(eb => eb.fn.countAll<string>().as('count'))
    .where('board_id', '=', boardId)
    .where('lifted_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
