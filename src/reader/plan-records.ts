/** What a plan is once its table's shape is taken away: one record for each row that says something. */
import type { SourceLine } from './source-lines.ts'
import type { ColumnRole } from './vocabulary/columns.ts'

export interface PlanRecord {
  /** The lines of each kind of cell; of a merged cell, the same lines in every row that it covers. */
  readonly cells: ReadonlyMap<ColumnRole, readonly SourceLine[]>
  /** The kinds whose cell was merged with one above, so that its words were told of already. */
  readonly carried: ReadonlySet<ColumnRole>
  /** The number that its label gives ("Recommendation 3"), else null. */
  readonly number: string | null
  /** Whether the row begins with a recommendation of its own; else it goes on with the one above. */
  readonly opens: boolean
}

export interface Plan {
  /** Which block of the document it is, from 0. */
  readonly block: number
  readonly records: readonly PlanRecord[]
  /** Column headings, notes on them, and titles above or inside the table. */
  readonly headings: readonly SourceLine[]
  /** Rows that could not be placed, such as a legend above the headings. */
  readonly loose: readonly SourceLine[]
  readonly roles: ReadonlySet<ColumnRole>
  /** The body whose sheet or section the table is, for rows that name none; else null. */
  readonly agency: string | null
  /** The number of the recommendation whose sheet it is; else null. */
  readonly number: string | null
}
