/** Which column of a table is what, by its headings; and which row holds them. */
import type { Row, Table } from '../core/plain-document.ts'
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
export function roleOf(heading: string): ColumnRole | null {
  const whole = heading.toLowerCase().replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
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
}

const rowsToSearch = 15

/**
 * Where a table's headings are and what its columns hold; null for a table that is no plan of recommendations or
 * actions.
 */
export function layoutOf(table: Table): Layout | null {
  let best: { at: number; score: number } | null = null
  for (const [at, row] of table.rows.slice(0, rowsToSearch).entries()) {
    const score = headingScore(row)
    if (score > 0 && (!best || score > best.score)) best = { at, score }
  }
  if (!best) return null
  const headRows = headBlock(table, best.at)
  const roles = rolesOf(headRows.map(at => table.rows[at]).filter(row => row !== undefined))
  const last = headRows.at(-1) ?? best.at
  return isPlan(roles) ? { roles, headFrom: headRows[0] ?? best.at, bodyFrom: last + 1 } : null
}

/** How many different things the cells of a row could head; a row of long cells heads nothing. */
function headingScore(row: Row): number {
  const texts = row.cells.map(cellText).filter(text => text !== '')
  if (texts.length < 2 || texts.some(text => text.length > 160)) return 0
  const roles = new Set(texts.map(roleOf).filter(role => role !== null && role !== 'other'))
  const short = texts.filter(text => text.length <= 60).length >= texts.length / 2
  return short && roles.size >= 2 ? roles.size + (row.header ? 0.5 : 0) : 0
}

/** Headings may take two rows, the second naming parts of what the first spans. */
function headBlock(table: Table, at: number): number[] {
  const next = table.rows[at + 1]
  const before = table.rows[at - 1]
  if (next && headingScore(next) > 0 && next.cells.length > 1 && spans(table.rows[at])) return [at, at + 1]
  if (before && at > 0 && before.header && table.rows[at]?.header && spans(before)) return [at - 1, at]
  return [at]
}

function spans(row: Row | undefined): boolean {
  return row?.cells.some(cell => cell.columns > 1 || cell.rows > 1) ?? false
}

function rolesOf(rows: readonly Row[]): Map<number, ColumnRole> {
  const headings = new Map<number, string>()
  for (const row of rows) {
    for (const cell of row.cells) {
      for (let column = cell.column; column < cell.column + cell.columns; column++) {
        const text = cellText(cell)
        if (text !== '') headings.set(column, text)
      }
    }
  }
  const roles = new Map<number, ColumnRole>()
  for (const [column, text] of headings) roles.set(column, roleOf(text) ?? 'other')
  return roles
}

/** The words of a cell, its lines one behind the other. */
export function cellText(cell: Row['cells'][number]): string {
  return cell.lines.map(line => line.text).join(' ')
}

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
export function isNoteRow(row: Row): boolean {
  const first = row.cells.find(cell => cell.lines.length > 0)
  if (!columnNote.test(first?.lines[0]?.text ?? '')) return false
  const texts = row.cells.map(cellText).filter(text => text !== '')
  return texts.length > 1 && texts.filter(text => columnNote.test(text)).length > texts.length / 2
}
