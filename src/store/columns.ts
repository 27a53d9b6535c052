/** Kinds of columns that several tables have. */
import type { ColumnType } from 'kysely'
import type { BoardId } from '../access/actor.ts'
import type { ReviewId } from './ids.ts'

/** Read as a value; written as a string of JSON. */
export type Json = ColumnType<unknown, string | null, string | null>
export type Instant = ColumnType<Date, Date, Date>
export type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>
/** An instant that comes later, or never. */
export type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface OfReview {
  board_id: BoardId
  review_id: ReviewId
}

/** Where it stands in the document's text, in code points; null for what was entered by hand. */
export interface SourceSpan {
  span_from: number | null
  span_to: number | null
}
