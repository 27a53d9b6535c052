import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

/** One field of a thing that was corrected: what it said, what it says now, and why. */
export interface Correction {
  readonly id: string
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  /** The kind of thing and its id: "statement". */
  readonly thing: string
  readonly thingId: string
  readonly field: string
  readonly was: string | null
  readonly became: string | null
  readonly reason: string
  readonly personId: PersonId
  readonly now: Date
}

export async function insertCorrections(tx: Tx, corrections: readonly Correction[]): Promise<void> {
  if (corrections.length === 0) return
  await tx
    .insertInto('correction')
    .values(
      corrections.map(each => ({
        id: each.id,
        board_id: each.boardId,
        review_id: each.reviewId,
        thing: each.thing,
        thing_id: each.thingId,
        field: each.field,
        was: each.was,
        became: each.became,
        reason: each.reason,
        person_id: each.personId,
        corrected_at: each.now,
      })),
    )
    .execute()
}

/** A correction as it is shown. The name is null when the acting person may not know of that person. */
export interface ShownCorrection extends Pick<Correction, 'thing' | 'thingId' | 'field' | 'was' | 'became' | 'reason'> {
  readonly personName: string | null
  readonly correctedAt: Date
}

/** What was corrected about the things, the newest first, 200 at the most. */
export const listCorrections = (tx: Tx, thingIds: readonly string[]): Promise<ShownCorrection[]> =>
  tx
    .selectFrom('correction as c')
    .leftJoin('person as p', 'p.id', 'c.person_id')
    .select([
      'c.thing',
      'c.thing_id as thingId',
      'c.field',
      'c.was',
      'c.became',
      'c.reason',
      'p.name as personName',
      'c.corrected_at as correctedAt',
    ])
    .where('c.thing_id', 'in', thingIds.length > 0 ? [...thingIds] : ['00000000-0000-0000-0000-000000000000'])
    .orderBy('c.corrected_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(200)
    .execute()
