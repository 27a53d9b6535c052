/** What the rows of things that are made by hand have in common, and what the database does with each kind. */
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, ReviewId } from '../../store/schema.ts'
import type { Fields, Thing, ThingKind, ThingState, Under } from './hand.ts'
import { stateOfThing } from './lifecycle.ts'

/** A thing that is added, without its fields. */
export interface Added<K extends ThingKind> {
  readonly id: string
  readonly recommendationId: Under<K>
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly by: PersonId
  readonly now: Date
}

/** What the database does with each kind of thing. */
export type Store = {
  readonly [K in ThingKind]: {
    readonly find: (tx: Tx, id: string) => Promise<Thing<K> | null>
    readonly insert: (tx: Tx, of: Added<K>, fields: Fields[K]) => Promise<void>
    readonly update: (tx: Tx, id: string, fields: Fields[K]) => Promise<void>
  }
}

interface Row<K extends ThingKind> {
  readonly id: string
  readonly recommendation_id: Under<K>
  readonly board_id: BoardId
  readonly review_id: ReviewId
  readonly withdrawn_at: Date | null
}

/** A row with its fields as a thing. */
export const asThing = <K extends Exclude<ThingKind, 'finding'>>(
  kind: K,
  row: Row<K>,
  fields: Fields[K],
): Thing<K> => ({
  kind,
  id: row.id,
  recommendationId: row.recommendation_id,
  boardId: row.board_id,
  reviewId: row.review_id,
  state: stateOfThing({ withdrawnAt: row.withdrawn_at }) as ThingState<K>,
  fields,
})

/** Where something stands that no document says. */
export const byHand = {
  document_id: null as DocumentId | null,
  span_from: null,
  span_to: null,
}
