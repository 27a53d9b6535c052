/** Tables of a tagged PDF. The tags say which cells are in which row, but not which columns and rows they cover. */
import type { CellLine, Row } from '../../core/plain-document.ts'
import type { PdfTable } from './pdf-cells.ts'
import { type Fragment, largest, smallest } from './pdf-geometry.ts'
import { cellLines, labelOf, type Tag, type TagWalk, wordsOf } from './pdf-tag-words.ts'

interface TaggedCell {
  readonly heads: boolean
  readonly lines: CellLine[]
  /** Where its words stand from left to right, or null when it has none on this page. */
  readonly place: { readonly left: number; readonly right: number } | null
}

/** What one page shows of a table; its other rows are empty. */
export function readTaggedTable(table: Tag, walk: TagWalk): PdfTable {
  const rows = rowsOf(table).map(row =>
    (row.children ?? []).filter(cell => cell.role === 'TD' || cell.role === 'TH').map(cell => readCell(cell, walk)),
  )
  walk.budget.spendCells(rows.reduce((sum, cells) => sum + cells.filter(cell => cell.lines.length > 0).length, 0))
  const columns = measureColumns(rows)
  const { number, width, height } = walk.page
  return {
    page: number,
    lastPage: number,
    top: 0,
    bottom: height,
    left: 0,
    right: width,
    xs: [],
    tagged: true,
    rows: rows.map(cells => placeRow(cells, columns)),
  }
}

function rowsOf(tag: Tag): Tag[] {
  return (tag.children ?? []).flatMap(child =>
    child.role === 'TR'
      ? [child]
      : /^(?:THead|TBody|TFoot|NonStruct|Div|Sect)$/.test(child.role ?? '')
        ? rowsOf(child)
        : [],
  )
}

function readCell(cell: Tag, walk: TagWalk): TaggedCell {
  walk.budget.checkTime()
  const words: Fragment[] = []
  const lines = linesOf(cell, null, walk, words)
  const place =
    words.length === 0
      ? null
      : { left: smallest(words.map(({ x }) => x)), right: largest(words.map(({ x, width }) => x + width)) }
  return { heads: cell.role === 'TH', lines, place }
}

const blockRoles = /^(?:P|H[1-6]?|L|LI|LBody|Table|TR|TD|TH|Caption|BlockQuote|Div|Sect)$/

/** The paragraphs and list entries of a cell; `words` gathers all words met. */
function linesOf(tag: Tag, label: string | null, walk: TagWalk, words: Fragment[]): CellLine[] {
  const lines: CellLine[] = []
  let loose: Fragment[] = []
  let marker = label
  const flush = () => {
    words.push(...loose)
    const found = cellLines(loose, marker, walk)
    if (found.length > 0) marker = null
    lines.push(...found)
    loose = []
  }
  for (const child of tag.children ?? []) {
    if (child.role === 'Lbl') marker = labelOf(child, walk)
    else if (
      blockRoles.test(child.role ?? '') ||
      (child.children ?? []).some(inner => blockRoles.test(inner.role ?? ''))
    ) {
      flush()
      lines.push(...linesOf(child, child.role === 'LI' ? '•' : marker, walk, words))
      marker = null
    } else loose.push(...wordsOf(child, walk))
  }
  flush()
  return lines
}

type Places = readonly ({ readonly left: number; readonly right: number } | null)[]

/** Where each column's words stand, out of the rows that have a cell for each of them. */
function measureColumns(rows: readonly (readonly TaggedCell[])[]): Places {
  const most = rows.reduce((count, cells) => Math.max(count, cells.length), 0)
  const full = rows.filter(cells => cells.length === most)
  return Array.from({ length: most }, (_, column) => {
    const places = full.flatMap(cells => cells[column]?.place ?? [])
    if (places.length === 0) return null
    return { left: smallest(places.map(({ left }) => left)), right: largest(places.map(({ right }) => right)) }
  })
}

/** A row with fewer cells than others has merged ones: each cell goes where its words stand. */
function placeRow(cells: readonly TaggedCell[], columns: Places): Row {
  const header = cells.length > 0 && cells.every(cell => cell.heads)
  let next = 0
  const placed = cells.map(({ lines, place }, at) => {
    const left = columns.length - (cells.length - at)
    const column = cells.length === columns.length || !place ? next : Math.min(left, columnAt(columns, place, next))
    const end =
      cells.length === columns.length || !place ? column + 1 : Math.max(column + 1, lastColumnAt(columns, place, left))
    next = end
    return { column, columns: end - column, rows: 1, lines }
  })
  return { header, cells: placed }
}

function columnAt(columns: Places, { left, right }: { left: number; right: number }, from: number): number {
  const found = columns.findIndex(
    (column, at) => at >= from && column !== null && left < column.right + 2 && right > column.left - 2,
  )
  return found < 0 ? from : found
}

function lastColumnAt(columns: Places, { right }: { right: number }, most: number): number {
  const end = columns.findLastIndex((column, at) => at <= most && column !== null && column.left < right - 2)
  return end + 1
}

/**
 * Adds what another page shows of the same table: the tree gives all its rows on each page, those of other pages
 * empty.
 */
export function mergeTagged(before: PdfTable, after: PdfTable): boolean {
  if (!before.tagged || !after.tagged || before.rows.length !== after.rows.length) return false
  if (!before.rows.every((row, at) => row.cells.length === after.rows[at]?.cells.length)) return false
  for (const [at, row] of before.rows.entries()) {
    const more = after.rows[at]
    if (more)
      before.rows[at] = {
        header: row.header,
        cells: row.cells.map((cell, column) => ({
          ...cell,
          lines: joinCell(cell.lines, more.cells[column]?.lines ?? []),
        })),
      }
  }
  before.lastPage = after.lastPage
  return true
}

function joinCell(lines: readonly CellLine[], more: readonly CellLine[]): readonly CellLine[] {
  const [last, first] = [lines.at(-1), more[0]]
  if (!last || !first) return [...lines, ...more]
  // A header row is shown again on each page.
  if (lines.length === more.length && lines.every((line, at) => line.text === more[at]?.text)) return lines
  const goesOn = !/[.:;!?]$/.test(last.text) && (first.marker === null || /^\p{Ll}/u.test(first.text))
  if (!goesOn) return [...lines, ...more]
  return [...lines.slice(0, -1), { ...last, text: `${last.text} ${first.text}` }, ...more.slice(1)]
}
