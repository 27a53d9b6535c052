/** A grid of cells with the words in them: a table. */
import type { CellLine, Row } from '../../core/plain-document.ts'
import type { Region } from './pdf-columns.ts'
import type { Span } from './pdf-gaps.ts'
import { type Fragment, smallest } from './pdf-geometry.ts'
import { type Grid, type GridBox, isWithin } from './pdf-grids.ts'
import { linesOf } from './pdf-lines.ts'
import { type PartSetting, partsOf } from './pdf-paragraphs.ts'
import { isDate, unstacked } from './pdf-stacks.ts'

export interface PdfTable {
  readonly page: number
  /** The page on which it ends so far. */
  lastPage: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Where its columns begin and end. */
  readonly xs: readonly number[]
  /** The free spaces between its columns, when it has no drawn lines. */
  readonly gaps?: readonly Span[]
  /** Whether it comes from tags. */
  readonly tagged?: boolean
  /** Whether its first row, its last row so far, has no line drawn at the page's end, which cuts it. */
  readonly open?: { readonly top: boolean; bottom: boolean }
  readonly rows: Row[]
}

export interface Placed {
  readonly grid: Grid
  readonly page: number
  readonly fragments: readonly Fragment[]
}

/** The table that a grid and the words in it make. */
export function fillGrid({ grid, page, fragments }: Placed, setting: PartSetting): PdfTable {
  const bold = new Map<number, boolean[]>()
  const boxes = Map.groupBy(grid.boxes, box => box.row)
  const rows = grid.ys.slice(1).map((_, row): { header: boolean; cells: Row['cells'] } => {
    const own = boxes.get(row) ?? []
    const written = own.map(box => {
      const region = regionOf(box, fragments, page)
      return { lines: cellLines(region, setting), written: region.lines }
    })
    const shown = written.filter(({ lines }) => lines.length > 0)
    bold.set(
      row,
      shown.map(cell => cell.written.every(line => line.bold)),
    )
    const lines = unstacked(written, setting.hyphens)
    return {
      header: false,
      cells: own.map(({ column, columns, rows }, at) => ({ column, columns, rows, lines: lines[at] ?? [] })),
    }
  })
  for (const [at, row] of rows.entries()) row.header = isHeader(at, bold)
  const [left, right, top, bottom] = [grid.xs[0] ?? 0, grid.xs.at(-1) ?? 0, grid.ys[0] ?? 0, grid.ys.at(-1) ?? 0]
  const shown = rows.filter(row => row.cells.length > 0)
  return { page, lastPage: page, left, right, top, bottom, xs: grid.xs, open: { ...grid.open }, rows: shown }
}

/**
 * A row of several bold cells heads the columns when nothing but single-celled titles stands above it and plain rows
 * below.
 */
function isHeader(at: number, bold: ReadonlyMap<number, readonly boolean[]>): boolean {
  const cells = bold.get(at) ?? []
  const above = [...bold].filter(([row]) => row < at).every(([, found]) => found.length < 2)
  const below = [...bold].some(([row, found]) => row > at && found.some(isBold => !isBold))
  return cells.length > 1 && cells.every(isBold => isBold) && above && below
}

/** The words of each cell as a column of its own. */
export function cellRegions({ grid, page, fragments }: Placed): Region[] {
  return grid.boxes.map(box => regionOf(box, fragments, page)).filter(region => region.lines.length > 0)
}

function regionOf(
  { left, right, top, bottom }: Omit<GridBox, 'row'>,
  fragments: readonly Fragment[],
  page: number,
): Region {
  const lines = linesOf(
    fragments.filter(fragment => isWithin(fragment, { left, right, top, bottom })),
    page,
  )
  const inset = Math.max(2, smallest(lines.map(line => line.left)) - left)
  return { lines, left, right: Math.max(right - inset, ...lines.map(line => line.right)) }
}

/** The words of a cell as its paragraphs, entries and stacked dates. */
export function cellLines(region: Region, setting: PartSetting): CellLine[] {
  const parts = partsOf(region, setting)
  return parts.filter(({ text }) => text !== '').map(({ text, marker, first }) => ({ text, marker, page: first.page }))
}

/** Whether a table at the top of a page goes on with the one that ended the page before: the same columns. */
export function goesOn(before: PdfTable, after: PdfTable): boolean {
  if (before.gaps && after.gaps)
    return before.gaps.every(
      (gap, at) => gap.left < (after.gaps?.[at]?.right ?? 0) && gap.right > (after.gaps?.[at]?.left ?? 0),
    )
  return before.xs.length === after.xs.length && before.xs.every((x, at) => Math.abs(x - (after.xs[at] ?? 0)) < 6)
}

/**
 * Adds the rows of a continued table: without the header rows that are repeated, and with a row that was cut made
 * whole.
 */
export function continueTable(before: PdfTable, after: PdfTable): void {
  const rows = [...after.rows]
  before.lastPage = after.lastPage
  while (rows[0] && before.rows.slice(0, 3).some(row => isSame(row, rows[0]))) rows.shift()
  const [cut, ...rest] = rows
  const last = before.rows.at(-1)
  const isOpen = before.open?.bottom === true && after.open?.top === true && rows.length === after.rows.length
  if (before.open) before.open.bottom = after.open?.bottom === true
  if (cut && last && (isOpen || isCut(before.rows, cut))) {
    const fresh = cut.cells.filter(cell => beginsAnew(cellAt(last, cell.column), cell))
    const isNext = fresh.length > 1 && fresh.length * 2 > cut.cells.filter(({ lines }) => lines.length > 0).length
    // Only a cell that goes over several rows was cut: what stands beside the rest of it is the next row.
    const more = isNext ? cut.cells.filter(cell => !fresh.includes(cell)) : cut.cells
    before.rows[before.rows.length - 1] = joinRows(last, { ...cut, cells: more })
    if (isNext) before.rows.push({ ...cut, cells: fresh })
    for (const row of rest) before.rows.push(row)
  } else for (const row of rows) before.rows.push(row)
}

type Cell = Row['cells'][number]

const cellAt = (row: Row, column: number): Cell | undefined => row.cells.find(cell => cell.column === column)

/** Whether a cell behind a page's end is another than the one above it, and no more of it. */
function beginsAnew(above: Cell | undefined, cell: Cell): boolean {
  const [begun, first] = [above?.lines.at(-1)?.text, cell.lines[0]?.text]
  if (first === undefined) return false
  return begun === undefined || begun === first || isDate(first) || (/[.!?]$/.test(begun) && /^\p{Lu}/u.test(first))
}

const wordsOf = (row: Row): string => row.cells.map(cell => cell.lines.map(line => line.text).join(' ')).join('|')

const isSame = (row: Row, other: Row | undefined): boolean =>
  other !== undefined && wordsOf(row) !== '' && wordsOf(row) === wordsOf(other)

/**
 * A row goes on over the page when its first cell is empty and some cell goes on in the middle of a sentence, or when
 * no row of the table has yet begun with an empty cell.
 */
function isCut(rows: readonly Row[], next: Row): boolean {
  const last = rows.at(-1)
  if (!last || last.header || hasFirst(next)) return false
  const cutsSentence = next.cells.some(cell => {
    const begun = cellAt(last, cell.column)?.lines.at(-1)?.text
    const first = cell.lines[0]?.text
    return begun !== undefined && first !== undefined && /^[\p{Ll}\d(]/u.test(first) && !/[.!?]$/.test(begun)
  })
  return cutsSentence || (rows.length > 3 && rows.every(hasFirst))
}

const hasFirst = (row: Row): boolean => row.cells.some(cell => cell.column === 0 && cell.lines.length > 0)

function joinRows(last: Row, next: Row): Row {
  const cells = last.cells.map(cell => {
    const more = cellAt(next, cell.column)?.lines ?? []
    const [begun, first] = [cell.lines.at(-1), more[0]]
    const joins = begun && first && first.marker === null && !/[.!?:;]$/.test(begun.text)
    const lines = joins
      ? [...cell.lines.slice(0, -1), { ...begun, text: `${begun.text} ${first.text}` }, ...more.slice(1)]
      : [...cell.lines, ...more]
    return { ...cell, lines }
  })
  return {
    header: last.header,
    cells: [...cells, ...next.cells.filter(cell => !last.cells.some(({ column }) => column === cell.column))],
  }
}
