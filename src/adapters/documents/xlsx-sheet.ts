/** One sheet of a workbook into rows of cells, read in one pass because a sheet may be long. */
import type { CellLine, Row } from '../../core/plain-document.ts'
import { typedLines } from './blocks.ts'
import type { Budget } from './limits.ts'
import { plainCell } from './xlsx-cells.ts'
import type { WriteNumber } from './xlsx-formats.ts'
import { scanXml, type XmlHandler } from './xml.ts'
import { attributeOf } from './xml-text.ts'

export interface SheetContext {
  /** The lines of each shared text. */
  readonly texts: readonly (readonly CellLine[])[]
  readonly writeNumber: WriteNumber
  readonly budget: Budget
  /** Whether rows are out of sight only because a filter is on, which is a way of looking and hides nothing. */
  readonly filtered: boolean
}

interface Range {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

interface SheetCell {
  readonly column: number
  columns: number
  rows: number
  readonly lines: readonly CellLine[]
}

interface SheetRow {
  readonly number: number
  cells: SheetCell[]
}

interface Sheet {
  readonly rows: SheetRow[]
  readonly merged: Range[]
  /** Rows that the sheet itself says head columns: the last frozen one, and those of filters. */
  readonly headers: Set<number>
  readonly hiddenColumns: Range[]
  leftOut: boolean
}

interface OpenCell {
  readonly column: number
  readonly kind: string
  readonly style: number
  text: string
  inText: boolean
}

export interface ReadSheet {
  readonly rows: Row[]
  /** Whether hidden rows or columns with words in them were left out. */
  readonly leftOut: boolean
}

/**
 * Reads one sheet; `headers` are rows (from 1) that are known to head columns. Throws what scanXml and a limit throw.
 */
export function readSheet(bytes: Uint8Array, headers: Iterable<number>, context: SheetContext): ReadSheet {
  const sheet: Sheet = { rows: [], merged: [], headers: new Set(headers), hiddenColumns: [], leftOut: false }
  scanXml(bytes, sheetHandler(sheet, context), context.budget)
  sheet.rows.sort((a, b) => a.number - b.number)
  applyMerged(sheet, context.budget)
  const rows = sheet.rows.map(({ number, cells }): Row => {
    const inOrder = cells.every((cell, at) => at === 0 || cell.column > (cells[at - 1]?.column ?? 0))
    const ordered = inOrder ? cells : cells.toSorted((a, b) => a.column - b.column)
    return { header: sheet.headers.has(number) && ordered.length > 1, cells: ordered }
  })
  return { rows: rows.filter(row => row.cells.length > 0), leftOut: sheet.leftOut }
}

function sheetHandler(sheet: Sheet, context: SheetContext): XmlHandler {
  let row: SheetRow | null = null
  let cell: OpenCell | null = null
  let lastRow = 0
  let lastColumn = -1
  let hidden = false
  const traits = new Map<string, Pick<OpenCell, 'kind' | 'style'>>()
  const begin = (attributes: string, text = ''): OpenCell => {
    const ref = refOf(attributes)
    lastColumn = columnOf(ref ?? attributeOf(attributes, 'r')) ?? lastColumn + 1
    // What stands behind the place of a cell is the same for most cells of a column.
    const rest = ref === undefined ? attributes : attributes.slice(ref.length + 5)
    let known = traits.get(rest)
    if (!known) {
      known = { kind: attributeOf(rest, 't') ?? 'n', style: Number(attributeOf(rest, 's') ?? 0) }
      if (traits.size < 1000) traits.set(rest, known)
    }
    return { column: lastColumn, kind: known.kind, style: known.style, text, inText: false }
  }
  return {
    open(name, attributes) {
      if (name === 'c') cell = begin(attributes)
      else if (name === 'v' || name === 't') {
        if (cell) cell.inText = true
      } else if (name === 'row') {
        lastRow = Number(attributeOf(attributes, 'r') ?? lastRow + 1)
        lastColumn = -1
        row = { number: lastRow, cells: [] }
        hidden = isOn(attributeOf(attributes, 'hidden')) && !context.filtered
      } else if (name === 'rPh' || name === 'f') return false
      else readSetting(name, attributes, sheet)
      return undefined
    },
    text(text) {
      if (cell?.inText) cell.text += text
    },
    close(name) {
      if (name === 'v' || name === 't') {
        if (cell) cell.inText = false
      } else if (name === 'c' && row && cell) {
        addCell(cell, row, { sheet, context, hidden })
        cell = null
      } else if (name === 'row' && row) {
        if (row.cells.length > 0) sheet.rows.push(row)
        row = null
      }
    },
    take(text, open) {
      const found = row && !cell ? plainCell(text, open) : null
      if (!row || !found) return -1
      addCell(begin(found.attributes, found.value), row, { sheet, context, hidden })
      return found.end
    },
  }
}

/** The place of a cell, where it is told first, as spreadsheet programs do. */
function refOf(attributes: string): string | undefined {
  return attributes.startsWith(' r="') ? attributes.slice(4, attributes.indexOf('"', 4)) : undefined
}

function addCell(
  cell: OpenCell,
  row: SheetRow,
  { sheet, context, hidden }: { sheet: Sheet; context: SheetContext; hidden: boolean },
): void {
  if (cell.text === '') return
  const lines = linesOf(cell, context)
  if (lines.length === 0) return
  context.budget.spendCells(1)
  const { column } = cell
  if (hidden || sheet.hiddenColumns.some(({ left, right }) => column >= left && column <= right)) sheet.leftOut = true
  else row.cells.push({ column, columns: 1, rows: 1, lines })
}

function linesOf({ kind, text, style }: OpenCell, { texts, writeNumber }: SheetContext): readonly CellLine[] {
  if (kind === 's') return texts[Number(text)] ?? []
  if (kind === 'n') return typedLines(Number.isNaN(Number(text)) ? text : writeNumber(Number(text), style))
  if (kind === 'b') return typedLines(text.trim() === '1' ? 'TRUE' : 'FALSE')
  if (kind === 'd') return typedLines(text.replace(/^(\d{4})-(\d\d)-(\d\d)(?:T.*)?$/, '$3/$2/$1'))
  // An error ("#REF!") is what a formula came to and no word of anybody's.
  return kind === 'e' ? [] : typedLines(text)
}

function readSetting(name: string, attributes: string, sheet: Sheet): void {
  if (name === 'mergeCell') sheet.merged.push(...rangeOf(attributeOf(attributes, 'ref')))
  else if (name === 'autoFilter') for (const { top } of rangeOf(attributeOf(attributes, 'ref'))) sheet.headers.add(top)
  else if (name === 'pane' && /^frozen/.test(attributeOf(attributes, 'state') ?? ''))
    sheet.headers.add(Number(attributeOf(attributes, 'ySplit') ?? 0))
  else if (name === 'col' && isOn(attributeOf(attributes, 'hidden'))) {
    const left = Number(attributeOf(attributes, 'min') ?? 0) - 1
    sheet.hiddenColumns.push({ top: 0, bottom: 0, left, right: Number(attributeOf(attributes, 'max') ?? 0) - 1 })
  }
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** The rows (from 1) and columns (from 0) of "B2:D4"; none when it is no range. */
export function rangeOf(ref: string | undefined): Range[] {
  const [, left, top, right, bottom] =
    /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref ?? '') ?? []
  if (left === undefined || top === undefined) return []
  return [
    { top: Number(top), left: columnNumber(left), bottom: Number(bottom ?? top), right: columnNumber(right ?? left) },
  ]
}

function columnOf(ref: string | undefined): number | undefined {
  if (ref === undefined) return undefined
  let column = 0
  for (let at = 0; at < ref.length && at < 4; at++) {
    const code = ref.charCodeAt(at)
    if (code < 0x41 || code > 0x5a) break
    column = column * 26 + code - 0x40
  }
  return column === 0 ? undefined : column - 1
}

const columnNumber = (letters: string): number => columnOf(letters) ?? 0

/** A merged cell covers only the rows that are there: empty ones are none. What it covers is out of sight. */
function applyMerged({ rows, merged }: Sheet, budget: Budget): void {
  for (const { top, left, bottom, right } of merged) {
    budget.checkTime()
    const first = firstFrom(rows, top)
    const anchor = rows[first]?.number === top ? rows[first].cells.find(cell => cell.column === left) : undefined
    let covered = 0
    for (let at = first; at < rows.length; at++) {
      const row = rows[at]
      if (!row || row.number > bottom) break
      covered++
      row.cells = row.cells.filter(cell => cell === anchor || cell.column < left || cell.column > right)
      budget.checkTime()
    }
    if (anchor) Object.assign(anchor, { columns: right - left + 1, rows: Math.max(1, covered) })
  }
}

function firstFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0
  let high = rows.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}
