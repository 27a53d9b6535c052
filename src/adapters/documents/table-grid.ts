/** Where the cells of a marked-up table stand once merged cells have pushed others aside. */
import type { Cell, CellLine, Row } from '../../core/plain-document.ts'

export interface GridCell {
  /** How many columns and rows it covers; 0 rows means all that follow. */
  readonly columns: number
  readonly rows: number
  readonly lines: readonly CellLine[]
}

export interface GridRow {
  readonly header: boolean
  readonly cells: readonly GridCell[]
}

/** No table of a document is wider; a larger figure is a mistake or an attack. */
const mostColumns = 1000

/** The rows with each cell in its column. A cell that covers more columns than a table can have is cut short. */
export function layGrid(rows: readonly GridRow[]): Row[] {
  // For each column, the row in which it is free again.
  const freeFrom: number[] = []
  return rows.map(({ header, cells }, rowAt) => {
    let column = 0
    const placed: Cell[] = []
    for (const cell of cells) {
      while (column < mostColumns && (freeFrom[column] ?? 0) > rowAt) column++
      const columns = Math.max(1, Math.min(cell.columns, mostColumns - column))
      const most = rows.length - rowAt
      const covered = cell.rows === 0 ? most : Math.max(1, Math.min(cell.rows, most))
      placed.push({ column, columns, rows: covered, lines: cell.lines })
      for (let at = column; at < Math.min(column + columns, mostColumns); at++) freeFrom[at] = rowAt + covered
      column += columns
    }
    return { header, cells: placed }
  })
}
