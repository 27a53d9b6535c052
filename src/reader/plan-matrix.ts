/** Tables with a column for each body: what stands in it is what that body says to the row's recommendation. */
import type { PlanRecord } from './plan-records.ts'
import type { SourceLine } from './source-lines.ts'
import type { Layout } from './table-columns.ts'
import { isNameAlone } from './table-looks.ts'
import { filledCells, type LinedRow, wordsOfCell } from './table-rows.ts'
import type { ColumnRole } from './vocabulary/columns.ts'

/** The columns that bodies head, by their place, with the lines of their headings; none in any other table. */
export type BodyColumns = ReadonlyMap<number, readonly SourceLine[]>

const none: BodyColumns = new Map()
const carried: ReadonlySet<ColumnRole> = new Set(['agency'])

/** A mark or a word in a cell tells that a body is asked; only longer cells are what it says. */
const leastSaid = 20

/** The columns that bodies head: two or more, with whole sentences in most of their cells. */
export function bodyColumnsOf(rows: readonly LinedRow[], { headFrom, bodyFrom }: Layout): BodyColumns {
  const heads = rows.slice(headFrom, bodyFrom).flatMap(filledCells)
  const named = heads.filter(cell => cell.columns === 1 && isNameAlone(wordsOfCell(cell)))
  if (named.length < 2) return none
  const columns = new Map(named.map(({ column, lines }) => [column, lines]))
  const cells = rows.slice(bodyFrom).flatMap(row => filledCells(row).filter(({ column }) => columns.has(column)))
  const telling = cells.filter(cell => wordsOfCell(cell).length > leastSaid)
  return telling.length > 0 && telling.length * 2 >= cells.length ? columns : none
}

/** The layout of what is not said by bodies. */
export function withoutBodies(layout: Layout, bodies: BodyColumns): Layout {
  return bodies.size === 0
    ? layout
    : { ...layout, roles: new Map([...layout.roles].filter(([column]) => !bodies.has(column))) }
}

/** A row parted into what concerns its recommendation and one record for each body that says something. */
export function partedByBodies(row: LinedRow, bodies: BodyColumns): { own: LinedRow; said: readonly PlanRecord[] } {
  if (bodies.size === 0) return { own: row, said: [] }
  const said = filledCells(row).flatMap(({ column, lines }): PlanRecord[] => {
    const body = bodies.get(column)
    if (!body) return []
    return [
      {
        cells: new Map([
          ['agency', body],
          ['progress', lines],
        ]),
        carried,
        number: null,
        opens: false,
      },
    ]
  })
  return { own: { ...row, cells: row.cells.filter(({ column }) => !bodies.has(column)) }, said }
}
