/** The source at the left: in its own layout, with the words of each item marked by the item's number. */
import type { VNode } from 'preact'
import type { LaidLine } from '../../core/laid-out.ts'
import { classNames, type Mark, Marked, ScrollRegion } from '../../design/index.ts'
import type { CheckView } from './check-view.ts'
import type { ItemId } from './draft.ts'
import { markedItems } from './sections.ts'
import type { LineUnit, RowUnit, SourceUnit, UnitCell } from './source-units.ts'

interface PlacedMark {
  readonly item: ItemId
  readonly number: number
  readonly from: number
  readonly to: number
  /** Whether it is the first stretch of its item, which carries the number. */
  readonly first: boolean
}

/** Where the words of an item begin. */
export const wordsId = (item: ItemId): string => `w-${item}`

/** The marks of a section, in order. */
function marksOf({ section, numbers }: CheckView): readonly PlacedMark[] {
  return markedItems(section)
    .flatMap(({ id, spans }) =>
      spans.map(([from, to], at) => ({ item: id, number: numbers.get(id) ?? 0, from, to, first: at === 0 })),
    )
    .sort((a, b) => a.from - b.from)
}

/** Gives each line its marks. Lines are asked for in order, so each call goes on where the last one stopped. */
function markTaker(marks: readonly PlacedMark[]): (line: LaidLine) => readonly Mark[] {
  let at = 0
  return line => {
    while (at > 0 && (marks[at - 1]?.to ?? 0) > line.start) at--
    while (at < marks.length && (marks[at]?.to ?? 0) <= line.start) at++
    const found: Mark[] = []
    for (let next = at; next < marks.length; next++) {
      const mark = marks[next]
      if (!mark || mark.from >= line.end) break
      found.push(markIn(line, mark))
    }
    return found
  }
}

function markIn(line: LaidLine, { item, number, from, to, first }: PlacedMark): Mark {
  const begins = first && from >= line.start
  const span = [Math.max(0, from - line.start), Math.min(line.end, to) - line.start] as const
  return { span, href: `#${item}`, ...(begins ? { number, id: wordsId(item) } : {}) }
}

interface Drawing {
  readonly view: CheckView
  readonly marksIn: (line: LaidLine) => readonly Mark[]
}

const Words = ({ line, drawing }: { readonly line: LaidLine; readonly drawing: Drawing }) => (
  <Marked text={line.text} marks={drawing.marksIn(line)} />
)

function LineOfSource({ unit, drawing }: { readonly unit: LineUnit; readonly drawing: Drawing }) {
  const { kind, level, quoted, line } = unit
  const shape = kind === 'heading' ? `heading heed-source__heading--${Math.min(level, 3)}` : kind
  return (
    <p
      class={classNames(
        `heed-source__${shape}`,
        quoted && 'heed-source__quote',
        kind === 'item' && `heed-source__item--${Math.min(level, 4)}`,
      )}
    >
      {line.marker && <span class="heed-source__marker">{line.marker} </span>}
      <Words line={line} drawing={drawing} />
    </p>
  )
}

/** From so many characters on, a cell is given a column that can be read, and the sheet scrolls sideways. */
const longLine = 60

const CellOfSource = ({ cell, drawing, rows }: { cell: UnitCell; drawing: Drawing; rows: number }) => (
  <td
    class={cell.lines.some(line => line.text.length > longLine) ? 'heed-source__long' : undefined}
    colSpan={cell.cell.columns > 1 ? cell.cell.columns : undefined}
    rowSpan={rows > 1 ? rows : undefined}
  >
    {cell.lines.map(line => (
      <p class="heed-source__line">
        {line.marker && <span class="heed-source__marker">{line.marker} </span>}
        <Words line={line} drawing={drawing} />
      </p>
    ))}
  </td>
)

/**
 * Which columns of each row are taken by a cell above that runs down. A row whose upper neighbour is left out has
 * gaps.
 */
function rowCells(rows: readonly RowUnit[]): readonly (readonly (UnitCell | 'gap')[])[] {
  const width = Math.max(...rows.flatMap(row => row.cells.map(({ cell }) => cell.column + cell.columns)))
  const takenUntil: number[] = Array.from({ length: width }, () => -1)
  return rows.map(({ cells }, at) => {
    const drawn: (UnitCell | 'gap')[] = []
    for (let column = 0; column < width; ) {
      const cell = cells.find(each => each.cell.column === column)
      if (cell) {
        drawn.push(cell)
        const last = at + Math.min(cell.cell.rows, rows.length - at) - 1
        for (let i = 0; i < cell.cell.columns; i++) takenUntil[column + i] = last
      } else if ((takenUntil[column] ?? -1) < at) drawn.push('gap')
      column += cell?.cell.columns ?? 1
    }
    return drawn
  })
}

function TableOfSource({ rows, drawing }: { readonly rows: readonly RowUnit[]; readonly drawing: Drawing }) {
  const drawn = rowCells(rows)
  return (
    <ScrollRegion label="A table of the document">
      <table class="heed-source__table">
        <tbody>
          {rows.map((row, at) => (
            <tr class={row.header ? 'heed-source__header' : undefined}>
              {drawn[at]?.map(cell =>
                cell === 'gap' ? (
                  <td />
                ) : (
                  <CellOfSource cell={cell} drawing={drawing} rows={Math.min(cell.cell.rows, rows.length - at)} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** Neighbouring rows of one table stand together. */
function groupsOf(units: readonly SourceUnit[]): readonly (readonly SourceUnit[])[] {
  const groups: SourceUnit[][] = []
  for (const unit of units) {
    const last = groups.at(-1)?.at(-1)
    const joins = unit.kind === 'row' && last?.kind === 'row' && last.block === unit.block
    if (joins) groups.at(-1)?.push(unit)
    else groups.push([unit])
  }
  return groups
}

/** A table that goes on from a page before is shown with the rows that head its columns. */
function withHeaders(rows: readonly RowUnit[], all: readonly SourceUnit[]): readonly RowUnit[] {
  const [first] = rows
  if (!first || first.header) return rows
  const headers = all.filter(
    (unit): unit is RowUnit => unit.kind === 'row' && unit.block === first.block && unit.header && unit.at < first.at,
  )
  return [...headers, ...rows]
}

/** The part of the source that the section speaks of. */
export function SourceView({ view }: { readonly view: CheckView }) {
  const drawing: Drawing = { view, marksIn: markTaker(marksOf(view)) }
  const parts: VNode[] = []
  let last = -1
  for (const group of groupsOf(view.section.units)) {
    const [first] = group
    if (!first) continue
    if (first.at > last + 1 && last >= 0)
      parts.push(<p class="heed-source__left-out">Words of other pages stand here.</p>)
    last = group.at(-1)?.at ?? last
    if (first.kind === 'row') {
      const rows = group.filter(unit => unit.kind === 'row')
      parts.push(<TableOfSource rows={withHeaders(rows, view.units)} drawing={drawing} />)
    } else parts.push(<LineOfSource unit={first} drawing={drawing} />)
  }
  return <div class="heed-source">{parts}</div>
}
