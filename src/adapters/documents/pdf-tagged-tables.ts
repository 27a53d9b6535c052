/** Tables of a tagged PDF. The tags say which cells are in which row, but not which columns and rows they cover. */
import type { CellLine, Row } from '../../core/plain-document.ts'
import type { PdfTable } from './pdf-cells.ts'
import { type Fragment, largest, smallest } from './pdf-geometry.ts'
import { linesInOrder } from './pdf-lines.ts'
import { unstacked } from './pdf-stacks.ts'
import { cellLines, labelOf, type Place, type Places, type Tag, type TagWalk, wordsOf } from './pdf-tag-words.ts'

interface TaggedCell {
  readonly heads: boolean
  readonly stacks: readonly Stack[]
  /** Null when it has no words on this page. */
  readonly place: Place | null
}

/** The words of one paragraph or list entry of a cell. */
interface Stack {
  readonly words: readonly Fragment[]
  readonly label: string | null
}

/** What one page shows of a table; its other rows are empty. */
export function readTaggedTable(table: Tag, walk: TagWalk): PdfTable {
  const rows = rowsOf(table).map(row =>
    (row.children ?? []).filter(cell => cell.role === 'TD' || cell.role === 'TH').map(cell => readCell(cell, walk)),
  )
  walk.budget.spendCells(rows.reduce((sum, cells) => sum + cells.filter(cell => cell.place !== null).length, 0))
  const columns = measureColumns(rows, walk)
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
    rows: rows.map(cells => placeRow(cells, columns, walk)),
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
  const stacks = stacksOf(cell, null, walk)
  const words = stacks.flatMap(stack => stack.words)
  const place =
    words.length === 0
      ? null
      : { left: smallest(words.map(({ x }) => x)), right: largest(words.map(({ x, width }) => x + width)) }
  return { heads: cell.role === 'TH', stacks, place }
}

const blockRoles = /^(?:P|H[1-6]?|L|LI|LBody|Table|TR|TD|TH|Caption|BlockQuote|Div|Sect)$/

/** The paragraphs and list entries of a cell. */
function stacksOf(tag: Tag, label: string | null, walk: TagWalk): Stack[] {
  const stacks: Stack[] = []
  let loose: Fragment[] = []
  let marker = label
  const flush = () => {
    if (loose.length === 0) return
    stacks.push({ words: loose, label: marker })
    marker = null
    loose = []
  }
  for (const child of tag.children ?? []) {
    if (child.role === 'Lbl') marker = labelOf(child, walk)
    else if (
      blockRoles.test(child.role ?? '') ||
      (child.children ?? []).some(inner => blockRoles.test(inner.role ?? ''))
    ) {
      flush()
      stacks.push(...stacksOf(child, child.role === 'LI' ? '•' : marker, walk))
      marker = null
    } else loose.push(...wordsOf(child, walk))
  }
  flush()
  return stacks
}

/**
 * Where each column's words stand, out of the rows that have a cell for each of them. The tree gives all rows on every
 * page: what this page does not show, the one before may have.
 */
function measureColumns(rows: readonly (readonly TaggedCell[])[], { above, found }: TagWalk): Places {
  const most = rows.reduce((count, cells) => Math.max(count, cells.length), 0)
  const full = rows.filter(cells => cells.length === most)
  const isSame = found.length === 0 && above.rows === rows.length && above.columns.length === most
  const columns = Array.from({ length: most }, (_, column) => {
    const places = full.flatMap(cells => cells[column]?.place ?? [])
    if (places.length === 0) return (isSame && above.columns[column]) || null
    return { left: smallest(places.map(({ left }) => left)), right: largest(places.map(({ right }) => right)) }
  })
  above.rows = rows.length
  above.columns = columns
  return columns
}

/** A row with fewer cells than others has merged ones: each cell goes where its words stand. */
function placeRow(cells: readonly TaggedCell[], columns: Places, walk: TagWalk): Row {
  const header = cells.length > 0 && cells.every(cell => cell.heads)
  let next = 0
  const placed = cells.map(({ place }, at) => {
    const left = columns.length - (cells.length - at)
    const column = cells.length === columns.length || !place ? next : Math.min(left, columnAt(columns, place, next))
    const end =
      cells.length === columns.length || !place ? column + 1 : Math.max(column + 1, lastColumnAt(columns, place, left))
    next = end
    return { column, columns: end - column, rows: 1 }
  })
  const written = cells.map(({ stacks }, at) => {
    const right = columns[(placed[at]?.column ?? 0) + (placed[at]?.columns ?? 1) - 1]?.right ?? null
    return {
      lines: stacks.flatMap(({ words, label }) => cellLines(words, { label, right }, walk)),
      written: stacks.flatMap(({ words }) => linesInOrder(words, walk.page.number)),
    }
  })
  const lines = unstacked(written, walk.setting.hyphens)
  return { header, cells: placed.map((cell, at) => ({ ...cell, lines: lines[at] ?? [] })) }
}

function columnAt(columns: Places, { left, right }: Place, from: number): number {
  const found = columns.findIndex((column, at) => {
    if (at < from || column === null) return false
    const shared = Math.min(right, column.right) - Math.max(left, column.left)
    return shared > 0.3 * Math.min(right - left, column.right - column.left)
  })
  return found < 0 ? from : found
}

function lastColumnAt(columns: Places, { right }: Place, most: number): number {
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
        // What a page shows no words of it cannot place.
        cells: row.cells.map((cell, column) => ({
          ...((cell.lines.length === 0 && more.cells[column]) || cell),
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
