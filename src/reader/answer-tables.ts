/** Tables without headings that set a body beside what it says, as some papers do below each recommendation. */
import type { PlainDocument, Table } from '../core/plain-document.ts'
import type { SourceLine } from './source-lines.ts'
import { cellText } from './table-columns.ts'
import { isNameAlone } from './table-looks.ts'

/** The lines of a document with the bodies of such tables as headings and their words as prose. */
export function withAnswerTables(lines: readonly SourceLine[], { blocks }: PlainDocument): readonly SourceLine[] {
  const names = new Map<number, ReadonlySet<number>>()
  for (const [block, table] of blocks.entries())
    if (table.kind === 'table' && setsBodiesBesideWords(table)) names.set(block, placesOfNames(table))
  if (names.size === 0) return lines
  const seen = new Map<number, number>()
  return lines.map(line => {
    const places = names.get(line.laid.block)
    if (!places) return line
    const nth = seen.get(line.laid.block) ?? 0
    seen.set(line.laid.block, nth + 1)
    if (places.has(nth)) return { ...line, kind: 'heading', level: 6 }
    return { ...line, kind: line.marker === null ? 'paragraph' : 'item' }
  })
}

const mostRows = 30

function setsBodiesBesideWords({ rows }: Table): boolean {
  if (rows.length > mostRows || rows.some(({ header, cells }) => header || cells.length !== 2)) return false
  const names = rows.map(({ cells }) => cells[0]).map(cell => (cell?.lines.length === 1 ? cellText(cell) : ''))
  const words = rows.map(({ cells: [, cell] }) => (cell ? cellText(cell) : ''))
  return names.every(name => isNameAlone(withoutBrackets(name))) && words.every(text => text.length > 20)
}

const withoutBrackets = (text: string): string => text.replace(/\([^)]*\)/g, ' ')

/** Which of the table's lines, from 0, are the names: the first of each row. */
function placesOfNames({ rows }: Table): ReadonlySet<number> {
  let next = 0
  return new Set(
    rows.map(({ cells }) => {
      const first = next
      next += cells.reduce((sum, { lines }) => sum + lines.length, 0)
      return first
    }),
  )
}
