/** Tables that are no plans but logs: a date and what was reported then, under the body that reports it. */
import type { PlainDocument, Row, Table } from '../core/plain-document.ts'
import type { SourceLine } from './source-lines.ts'
import { isDateLabel } from './speaker-lines.ts'
import { cellText } from './table-columns.ts'
import { logColumns } from './vocabulary/labels.ts'

/** The lines of a document with the entries of its logs as paragraphs, so that they are read as prose is. */
export function withLogs(lines: readonly SourceLine[], { blocks }: PlainDocument): readonly SourceLine[] {
  const headings = new Map<number, number>()
  for (const [block, table] of blocks.entries()) {
    const heading = table.kind === 'table' ? logHeading(table) : null
    if (heading !== null) headings.set(block, heading)
  }
  if (headings.size === 0) return lines
  const seen = new Map<number, number>()
  return lines.map(line => {
    const heading = headings.get(line.laid.block)
    if (heading === undefined) return line
    const nth = seen.get(line.laid.block) ?? 0
    seen.set(line.laid.block, nth + 1)
    return nth < heading ? line : { ...line, kind: 'paragraph' }
  })
}

/** The lines that head the columns of logs, among lines whose logs were found before. */
export function logHeads(lines: readonly SourceLine[]): SourceLine[] {
  const logs = new Set(lines.filter(line => line.kind === 'paragraph').map(line => line.laid.block))
  return lines.filter(line => line.kind === 'table' && logs.has(line.laid.block))
}

/** How many lines head a log; null for a table that is none. */
function logHeading({ rows }: Table): number | null {
  const [head, ...entries] = rows
  if (!head || entries.length === 0 || rows.length > 60) return null
  const headed = isLogHead(head)
  const dated = (headed ? entries : rows).every(isEntry)
  if (!dated || (!headed && rows.length < 2)) return null
  return headed ? head.cells.reduce((sum, cell) => sum + cell.lines.length, 0) : 0
}

function isLogHead({ cells }: Row): boolean {
  const texts = cells.map(cellText)
  return texts.length === 2 && logColumns.every((pattern, at) => pattern.test(texts[at] ?? ''))
}

/** A date alone, and words beside it. */
function isEntry({ cells }: Row): boolean {
  const [date = '', words = '', ...more] = cells.map(cellText)
  return more.length === 0 && isDateLabel(date) && words.length > 12
}
