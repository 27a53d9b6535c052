/** Which column of a table is what, by its headings and by its cells; and which row holds the headings. */
import { remembering } from './remembering.ts'
import { isDate, isReference } from './table-looks.ts'
import { rolesByAll } from './table-roles.ts'
import { filledCells, type LinedRow, wordsOfCell } from './table-rows.ts'
import { type ColumnRole, columnHeadings, columnNote } from './vocabulary/columns.ts'

export interface Layout {
  /** The row behind the headings, from 0. */
  readonly bodyFrom: number
  /** The first row of the headings; what stands above is a title or a legend. */
  readonly headFrom: number
  /** The role of each column that has a heading, by the column's place. */
  readonly roles: ReadonlyMap<number, ColumnRole>
}

/**
 * The role that a heading gives to its column, or null when it is not known. What stands in brackets decides only when
 * the rest does not.
 */
export const roleOf = remembering((heading): ColumnRole | null => {
  const whole = plainHeading(heading)
  if (whole === '' || whole.length > 120) return null
  const bare = whole
    .replace(/\s*\([^)]*\)/g, '')
    .replace(/\bi\.?e\.?\b.*/, '')
    .trim()
  if (/^progress\s*\([^)]*\b(?:b?rag|status|red)\b/.test(whole)) return 'status'
  if (/\bcomplet\w+\b.*\b(?:target|planned|expected|due)\b|\b(?:target|planned|expected|due)\b.*\bcomplet/.test(whole))
    return 'due'
  const match =
    columnHeadings.find(([pattern]) => pattern.test(bare)) ?? columnHeadings.find(([pattern]) => pattern.test(whole))
  return match?.[1] ?? null
})

/** Exports of lists name their columns without spaces: "DueDate", "target_date", "Target_x0020_Date". */
function plainHeading(heading: string): string {
  return heading
    .replace(/_x0020_|_/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[*\s]+/g, ' ')
    .trim()
}

const rowsToSearch = 15

/**
 * Where a table's headings are and what its columns hold; null for a table that is no plan of recommendations or
 * actions. `alike` are the rows of other tables under the same headings, which tell of the columns too.
 */
export function layoutOf(rows: readonly LinedRow[], alike: readonly LinedRow[] = []): Layout | null {
  let best: { at: number; score: number } | null = null
  for (const [at, row] of rows.slice(0, rowsToSearch).entries()) {
    const score = headingScore(row)
    if (score > 0 && (!best || score > best.score)) best = { at, score }
  }
  return (best && layoutFrom(rows, headBlock(rows, best.at), alike)) ?? layoutByLooks(rows)
}

/** The layout whose headings stand in the given rows, or null when those head no plan. */
export function layoutFrom(
  rows: readonly LinedRow[],
  headRows: readonly number[],
  alike: readonly LinedRow[] = [],
): Layout | null {
  const [headFrom = 0] = headRows
  const bodyFrom = (headRows.at(-1) ?? -1) + 1
  const headings = headingsOf(headRows.flatMap(at => rows[at] ?? []))
  const roles = rolesByAll(headings, [...rows.slice(bodyFrom), ...alike].slice(0, rowsToLookAt), roleOf)
  return isPlan(roles) ? { roles, headFrom, bodyFrom } : null
}

/** So many rows tell what a column holds. */
const rowsToLookAt = 40

/** How many different things the cells of a row could head; a row of long cells heads nothing. */
export function headingScore(row: LinedRow): number {
  const texts = filledCells(row).map(wordsOfCell)
  if (texts.length < 2 || texts.some(text => text.length > 160)) return 0
  const roles = new Set(texts.map(roleOf).filter(role => role !== null && role !== 'other'))
  const short = texts.filter(text => text.length <= 60).length >= texts.length / 2
  return short && roles.size >= 2 ? roles.size + (row.header ? 0.5 : 0) : 0
}

/** Headings may take two rows, the second naming parts of what the first spans. */
function headBlock(rows: readonly LinedRow[], at: number): number[] {
  const [before, row, next] = [rows[at - 1], rows[at], rows[at + 1]]
  if (row && next && spans(row) && (isPartHead(next, row) || (headingScore(next) > 0 && next.cells.length > 1)))
    return [at, at + 1]
  // One cell across the whole table is its title, and heads no column.
  const joint = before !== undefined && row?.header && before.header && filledCells(before).length > 1
  if (before && row && spans(before) && (isPartHead(row, before) || joint)) return [at - 1, at]
  return [at]
}

function spans({ cells }: LinedRow): boolean {
  return cells.some(cell => cell.columns > 1 || cell.rows > 1)
}

/** Whether a row only names parts of what the cells above it span ("First date", "New date" under "When"). */
function isPartHead(row: LinedRow, above: LinedRow): boolean {
  const wide = filledCells(above).filter(cell => cell.columns > 1)
  const named = filledCells(row)
  const under = named.filter(({ column }) =>
    wide.some(cell => column >= cell.column && column < cell.column + cell.columns),
  )
  const most = wide.length > 1 || filledCells(above).length > 1
  return (
    most && under.length > 1 && under.length === named.length && named.every(cell => isHeadingLike(wordsOfCell(cell)))
  )
}

function isHeadingLike(text: string): boolean {
  return text.length <= 60 && !/[.;]$/.test(text) && !/^\d+$/.test(text) && !isDate(text) && !isReference(text)
}

/** What stands over each column; of a heading in two rows the lower, with the upper where it says nothing by itself. */
function headingsOf(rows: readonly LinedRow[]): Map<number, string> {
  const headings = new Map<number, string>()
  for (const row of rows) {
    for (const cell of filledCells(row)) {
      const text = wordsOfCell(cell)
      for (let column = cell.column; column < cell.column + cell.columns; column++) {
        const above = headings.get(column)
        headings.set(column, above !== undefined && roleOf(text) === null ? `${above} ${text}` : text)
      }
    }
  }
  return headings
}

/** A table whose headings say nothing, or that has none, but whose columns look like those of a plan. */
function layoutByLooks(rows: readonly LinedRow[]): Layout | null {
  const at = rows.slice(0, rowsToSearch).findIndex(row => filledCells(row).length >= 3)
  const first = rows[at]
  if (!first) return null
  const headed = filledCells(first).every(cell => isHeadingLike(wordsOfCell(cell)))
  const bodyFrom = headed ? at + 1 : at
  const headings = headed ? headingsOf([first]) : new Map<number, string>()
  const body = rows.slice(bodyFrom, bodyFrom + rowsToLookAt)
  const roles = rolesByAll(headings, body, roleOf)
  const found = new Set(roles.values())
  const placed = found.has('agency') || found.has('owner')
  const timed = found.has('due') || found.has('status')
  const asked = found.has('recommendation') && (placed || timed || found.has('action'))
  const full = body.filter(row => filledCells(row).length >= 3).length
  return full >= 2 && (asked || (found.has('action') && placed && timed)) ? { roles, headFrom: at, bodyFrom } : null
}

/** The words of a cell, its lines one behind the other. */
export const cellText = wordsOfCell

/** A plan says what is recommended or to be done, and something about it. */
function isPlan(roles: ReadonlyMap<number, ColumnRole>): boolean {
  const found = new Set(roles.values())
  const answers = found.has('agency') && found.has('progress')
  const subject = answers || found.has('recommendation') || found.has('action') || found.has('milestone')
  const about = (
    ['action', 'agency', 'owner', 'due', 'progress', 'status', 'evidence', 'completed', 'number'] as const
  ).filter(role => found.has(role))
  return subject && about.length >= (found.has('recommendation') ? 1 : 2)
}

/** Whether a row under the headings only says who fills the columns in. */
export function isNoteRow(row: LinedRow): boolean {
  const filled = filledCells(row)
  if (!columnNote.test(filled[0]?.lines[0]?.text ?? '')) return false
  const texts = filled.map(wordsOfCell)
  return texts.length > 1 && texts.filter(text => columnNote.test(text)).length > texts.length / 2
}
