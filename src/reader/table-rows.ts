/** The rows of a table with the document's lines in their cells. */
import type { Table } from '../core/plain-document.ts'
import type { SourceLine } from './source-lines.ts'

export interface LinedCell {
  readonly column: number
  readonly columns: number
  readonly rows: number
  readonly lines: readonly SourceLine[]
}

export interface LinedRow {
  /** Whether the format says that it heads the columns. */
  readonly header: boolean
  readonly cells: readonly LinedCell[]
}

/** The rows of a table; `lines` are those of the table, which stand in the order of its cells. */
export function linedRows(table: Table, lines: readonly SourceLine[]): LinedRow[] {
  let next = 0
  return table.rows.map(({ header, cells }) => ({
    header,
    cells: cells.map(({ column, columns, rows, lines: { length } }) => {
      const own = lines.slice(next, next + length)
      next += length
      return { column, columns, rows, lines: own }
    }),
  }))
}

/** The same table with its columns as rows. */
export function transposed(rows: readonly LinedRow[]): LinedRow[] {
  const turned = Array.from({ length: widthOf(rows) }, (): LinedCell[] => [])
  for (const [at, { cells }] of rows.entries()) {
    for (const { column, columns, rows: down, lines } of cells)
      turned[column]?.push({ column: at, columns: down, rows: columns, lines })
  }
  return turned.map((cells, at) => ({ header: at === 0, cells }))
}

/** How many columns the widest row reaches over. */
export function widthOf(rows: readonly LinedRow[]): number {
  return rows.reduce((most, { cells }) => {
    const last = cells.at(-1)
    return Math.max(most, last ? last.column + last.columns : 0)
  }, 0)
}

/** The cells of a row that hold words. */
export function filledCells({ cells }: LinedRow): readonly LinedCell[] {
  return cells.every(isFilled) ? cells : cells.filter(isFilled)
}

const isFilled = ({ lines }: LinedCell): boolean => lines.length > 0

export const linesOfRow = ({ cells }: LinedRow): SourceLine[] => cells.flatMap(cell => cell.lines)

/** The words of a cell, its lines one behind the other. */
export function wordsOfCell({ lines }: { readonly lines: readonly { readonly text: string }[] }): string {
  const [only, more] = lines
  return more ? lines.map(line => line.text).join(' ') : (only?.text ?? '')
}
