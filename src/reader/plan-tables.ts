/**
 * From a table to records: what one row of a plan, or one table of labels and values, says about one recommendation.
 */
import type { Row, Table } from '../core/plain-document.ts'
import type { SourceLine } from './source-lines.ts'
import { cellText, isNoteRow, type Layout, layoutOf, roleOf } from './table-columns.ts'
import type { ColumnRole } from './vocabulary/columns.ts'
import { asks } from './vocabulary/labels.ts'

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
}

/** The records of a table, or null when it is no plan. `lines` are those of the table, in order. */
export function planOf(table: Table, lines: readonly SourceLine[]): Plan | null {
  const rows = rowsWithLines(table, lines)
  const layout = layoutOf(table)
  const plan = planByLabels(rows) ?? (layout && planByColumns(rows, layout))
  return plan && { ...plan, block: lines[0]?.laid.block ?? 0 }
}

interface LinedCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly SourceLine[]
}

interface LinedRow {
  readonly row: Row
  readonly cells: readonly LinedCell[]
}

/** The lines of each cell; a table's lines stand in the order of its cells. */
function rowsWithLines(table: Table, lines: readonly SourceLine[]): LinedRow[] {
  let next = 0
  return table.rows.map(row => ({
    row,
    cells: row.cells.map(({ column, columns, rows, lines: { length } }) => {
      const own = lines.slice(next, next + length)
      next += length
      return { column, columns, rows, lines: own }
    }),
  }))
}

function planByColumns(rows: readonly LinedRow[], layout: Layout): Omit<Plan, 'block'> {
  const headings: SourceLine[] = []
  const records: PlanRecord[] = []
  const loose = rows.slice(0, layout.headFrom).flatMap(linesOf)
  const covering: Covering = new Map()
  for (const [at, row] of rows.entries()) {
    if (at < layout.headFrom) continue
    if (at < layout.bodyFrom || isNoteRow(row.row) || repeatsHeadings(row, layout)) headings.push(...linesOf(row))
    else if (isBanner(row)) bannerRow(row, { headings, records })
    else records.push(recordOf(row, layout, covering))
  }
  return {
    records: records.filter(record => record.cells.size > 0),
    headings,
    loose,
    roles: new Set(layout.roles.values()),
  }
}

const linesOf = (row: LinedRow): SourceLine[] => row.cells.flatMap(cell => [...cell.lines])

/** A long table repeats its headings on each page. */
function repeatsHeadings({ row }: LinedRow, { roles }: Layout): boolean {
  const repeats = (cell: Row['cells'][number]): boolean => {
    const text = cellText(cell)
    return text.length < 60 && roleOf(text) === (roles.get(cell.column) ?? null)
  }
  const filled = row.cells.filter(cell => cell.lines.length > 0)
  return filled.length > 1 && filled.every(repeats)
}

/** A row of one cell that goes across: a recommendation over its actions, or a title. */
function isBanner({ cells, row }: LinedRow): boolean {
  const filled = cells.filter(cell => cell.lines.length > 0)
  const [only] = filled
  return (
    filled.length === 1 && only !== undefined && (only.columns > 2 || (only.column === 0 && row.cells.length === 1))
  )
}

function bannerRow(row: LinedRow, { headings, records }: { headings: SourceLine[]; records: PlanRecord[] }): void {
  const lines = linesOf(row)
  const text = lines.map(line => line.text).join(' ')
  if (asks.test(text) || /^rec/i.test(text))
    records.push({ cells: new Map([['recommendation', lines]]), carried: new Set(), number: null, opens: true })
  else headings.push(...lines)
}

/** For each column, the merged cell that reaches down into it and for how many rows more. */
type Covering = Map<number, { readonly lines: readonly SourceLine[]; left: number }>

function recordOf(row: LinedRow, { roles }: Layout, covering: Covering): PlanRecord {
  const cells = new Map<ColumnRole, SourceLine[]>()
  const carried = new Set<ColumnRole>()
  const put = (role: ColumnRole, lines: readonly SourceLine[]) =>
    cells.set(role, [...(cells.get(role) ?? []), ...lines])
  for (const [column, role] of roles) {
    const cell = row.cells.find(each => each.column === column)
    const covered = covering.get(column)
    if (!cell && covered && covered.left > 0) {
      covered.left--
      if (covered.lines.length > 0) put(role, covered.lines)
      carried.add(role)
    } else if (cell) {
      covering.set(column, { lines: cell.lines, left: cell.rows - 1 })
      if (cell.lines.length > 0) put(role, cell.lines)
    }
  }
  for (const cell of row.cells) if (!roles.has(cell.column) && cell.lines.length > 0) put('other', cell.lines)
  const opens = has(cells, 'recommendation') && !carried.has('recommendation')
  return {
    cells,
    carried,
    number: null,
    opens:
      opens || (has(cells, 'number') && !carried.has('number') && !roles.has(-1) && !hasRole(roles, 'recommendation')),
  }
}

const has = (cells: ReadonlyMap<ColumnRole, readonly SourceLine[]>, role: ColumnRole): boolean =>
  (cells.get(role)?.length ?? 0) > 0
const hasRole = (roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): boolean =>
  [...roles.values()].includes(role)

/** A form has some tens of labels; a list of thousands of rows is none. */
const mostLabels = 500

/**
 * A table of two columns whose first says what stands in the second: "Recommendation 3 | …", "Lead agency | …",
 * "Timescale | …".
 */
function planByLabels(rows: readonly LinedRow[]): Omit<Plan, 'block'> | null {
  if (rows.length > mostLabels) return null
  const labelled = rows.map(row => ({ row, label: labelOf(row) }))
  const known = labelled.flatMap(({ label }) => (label?.role && label.role !== 'other' ? [label.role] : []))
  const roles = new Set(known)
  if (!(roles.has('recommendation') || roles.has('action')) || roles.size < 3 || known.length < rows.length / 2)
    return null
  const headings: SourceLine[] = []
  const records: LabelledRecord[] = []
  for (const { row, label } of labelled) {
    const [first, ...values] = row.cells.filter(cell => cell.lines.length > 0)
    headings.push(...(first?.lines ?? []))
    takeValue(
      records,
      label ?? { role: 'other', number: null },
      values.flatMap(cell => [...cell.lines]),
    )
  }
  return { records, headings, loose: [], roles }
}

interface LabelledRecord extends PlanRecord {
  readonly cells: Map<ColumnRole, SourceLine[]>
}

interface FieldLabel {
  readonly role: ColumnRole
  readonly number: string | null
}

const repeatable = new Set<ColumnRole>(['progress', 'evidence', 'milestone', 'other', 'due'])

/** Puts a value into the record at hand, or into a new one where its label comes again. */
function takeValue(records: LabelledRecord[], { role, number }: FieldLabel, lines: readonly SourceLine[]): void {
  const current = records.at(-1)
  const opens = role === 'recommendation'
  if (!current || opens || (current.cells.has(role) && !repeatable.has(role)))
    records.push({ cells: new Map([[role, [...lines]]]), carried: new Set(), number, opens })
  else current.cells.set(role, [...(current.cells.get(role) ?? []), ...lines])
}

/** What the first of two cells labels; "Recommendation 3" carries a number. */
function labelOf({ cells }: LinedRow): FieldLabel | null {
  const filled = cells.filter(cell => cell.lines.length > 0)
  const label = filled[0]?.lines.map(line => line.text).join(' ') ?? ''
  if (filled.length === 0 || filled.length > 2 || label.length > 60) return null
  const bare = label.replace(/[\s:]*$/, '')
  const number = /\s*\b(\d+(?:\.\d+)*)$/.exec(bare)?.[1] ?? null
  const role = roleOf(number === null ? bare : bare.slice(0, bare.length - number.length))
  return role ? { role, number } : null
}
