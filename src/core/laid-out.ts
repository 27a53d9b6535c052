import type { CellLine, Line, PlainDocument, Table } from './plain-document.ts'

/** A place in the text, in Unicode code points; `to` is not included. */
export type TextSpan = readonly [from: number, to: number]

/** One line of the text and where it came from. */
export interface LaidLine {
  readonly text: string
  readonly page: number | null
  /** What the format shows before it when it is a list entry, else null. */
  readonly marker: string | null
  /** Where its first code point stands in the text, and the place after its last. */
  readonly start: number
  readonly end: number
  /** Which block of the document holds it, from 0. */
  readonly block: number
  /** Which row of that table and which of the row's `cells` holds it (an index, not a column), else null. */
  readonly cell: { readonly row: number; readonly cell: number } | null
}

/** A document written out as the one text that spans count in: its lines, each on a line of its own. */
export interface LaidOut {
  readonly document: PlainDocument
  /** What `heed read FILE --text` prints. */
  readonly text: string
  /** The text's length in code points. */
  readonly characters: number
  readonly lines: readonly LaidLine[]
  /** The lines of each block, by the block's place; a table without words has none. */
  readonly byBlock: readonly (readonly LaidLine[])[]
}

/**
 * Lays a document out. Markers and sheet names are no part of the text; each other word stands in it once, in order.
 */
export function layOut(document: PlainDocument): LaidOut {
  const lines: LaidLine[] = []
  let start = 0
  const add = (line: Line, marker: string | null, block: number, cell: LaidLine['cell']): void => {
    const { text, page } = line
    const end = start + codePoints(text)
    lines.push({ text, page, marker, start, end, block, cell })
    start = end + 1
  }
  for (const [at, block] of document.blocks.entries()) {
    if (block.kind === 'table') eachCellLine(block, (line, cell) => add(line, line.marker, at, cell))
    else add(block, 'marker' in block ? (block.marker ?? null) : null, at, null)
  }
  return {
    document,
    characters: Math.max(0, start - 1),
    lines,
    // Made when they are asked for: a reading asks for neither, and of a long plan they are large.
    get text() {
      return lines.map(line => line.text).join('\n')
    },
    get byBlock() {
      return linesByBlock(document, lines)
    },
  }
}

function linesByBlock({ blocks }: PlainDocument, lines: readonly LaidLine[]): LaidLine[][] {
  const found = Map.groupBy(lines, line => line.block)
  return blocks.map((_, at) => found.get(at) ?? [])
}

function eachCellLine(table: Table, take: (line: CellLine, cell: LaidLine['cell']) => void): void {
  for (const [row, { cells }] of table.rows.entries()) {
    for (let at = 0; at < cells.length; at++) {
      const cell = { row, cell: at }
      for (const line of cells[at]?.lines ?? []) take(line, cell)
    }
  }
}

/** The span of part of a line, given as offsets into `line.text` as JavaScript counts them (UTF-16 units). */
export function spanWithin(line: LaidLine, from = 0, to = line.text.length): TextSpan {
  if (line.text.length === line.end - line.start) return [line.start + from, line.start + to]
  const before = codePoints(line.text.slice(0, from))
  return [line.start + before, line.start + before + codePoints(line.text.slice(from, to))]
}

/** The words of a span: line breaks inside it stay line breaks. */
export function wordsOf(laidOut: LaidOut, [from, to]: TextSpan): string {
  const touched = linesBetween(laidOut, from, to)
  const first = touched[0]
  if (!first) return ''
  const text = touched.map(line => line.text).join('\n')
  return sliceCodePoints(text, Math.max(0, from - first.start), to - first.start)
}

function linesBetween({ lines }: LaidOut, from: number, to: number): LaidLine[] {
  const found: LaidLine[] = []
  for (let at = indexAt(lines, from); at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.start >= to) break
    found.push(line)
  }
  return found
}

/** The last line that begins at or before the place: lines are in order, so halving finds it. */
function indexAt(lines: readonly LaidLine[], place: number): number {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle]?.start ?? 0) <= place) low = middle
    else high = middle - 1
  }
  return low
}

function sliceCodePoints(text: string, from: number, to: number): string {
  if (!hasPairs.test(text)) return text.slice(from, to)
  return Array.from(text).slice(from, to).join('')
}

const hasPairs = /[\ud800-\udfff]/

/** How many Unicode code points a text has; a lone surrogate counts as one. */
export function codePoints(text: string): number {
  if (!hasPairs.test(text)) return text.length
  let count = 0
  for (const _ of text) count++
  return count
}
