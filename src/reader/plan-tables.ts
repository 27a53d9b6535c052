/** From a table to records: what one row of a plan says about one recommendation. */
import type { Table } from '../core/plain-document.ts'
import { isLegend, isLegendTable } from './legends.ts'
import { bannerOf, isBanner } from './plan-banners.ts'
import { isTurned, labelOf, planByLabels } from './plan-labels.ts'
import { bodyColumnsOf, partedByBodies, withoutBodies } from './plan-matrix.ts'
import type { Plan, PlanRecord } from './plan-records.ts'
import { boardOfColumn, ownerOfSheet, recommendationOfSheet } from './plan-sheets.ts'
import type { SourceLine } from './source-lines.ts'
import { headingScore, isNoteRow, type Layout, layoutFrom, layoutOf, roleOf } from './table-columns.ts'
import { isAsking } from './table-looks.ts'
import { filledCells, type LinedRow, linedRows, linesOfRow, transposed, widthOf, wordsOfCell } from './table-rows.ts'
import type { ColumnRole } from './vocabulary/columns.ts'

export type { Plan, PlanRecord } from './plan-records.ts'

/** What stands before a table and may tell how to read it. */
export interface Before {
  /** The heading above it, or null. */
  readonly heading: string | null
  /** How the columns of the table straight before it were read; null when that was no plan. */
  readonly columns: Columns | null
  /** The rows of the document's other tables with the same headings. */
  readonly alike: readonly LinedRow[]
}

/** The columns of a plan, for a table that goes on with it on the next page. */
export interface Columns {
  readonly layout: Layout
  readonly width: number
}

const nothing: Before = { heading: null, columns: null, alike: [] }

export interface FoundPlan extends Plan {
  readonly columns: Columns | null
}

type Read = Pick<Plan, 'records' | 'headings' | 'loose' | 'roles'>

/** The records of a table, or null when it is no plan. `lines` are those of the table, in order. */
export function planOf(table: Table, lines: readonly SourceLine[], before = nothing): FoundPlan | null {
  const upright = linedRows(table, lines)
  if (upright.length < 15 && isLegendTable(upright.map(row => filledCells(row).map(wordsOfCell)))) return null
  const rows = isTurned(upright) ? transposed(upright) : upright
  const labelled = planByLabels(rows)
  const layout = labelled ? null : (layoutOf(rows, before.alike) ?? continued(rows, before))
  const found = labelled ?? (layout && planByColumns(rows, layout))
  if (!found) return null
  const read = withLeads(found)
  const titles = [...read.loose, ...read.headings].slice(0, 6).map(line => line.text)
  return {
    ...read,
    block: lines[0]?.laid.block ?? 0,
    agency: ownerOfSheet(table.name, titles, before.heading) ?? boardOfColumn(read.headings.map(line => line.text)),
    number: recommendationOfSheet(table.name),
    columns: layout && { layout, width: widthOf(rows) },
  }
}

/** Where a plan names no lead, those to whom each recommendation is put are to answer it. */
function withLeads(read: Read): Read {
  if (!read.roles.has('addressee') || read.roles.has('agency') || read.roles.has('owner')) return read
  const asLead = (role: ColumnRole): ColumnRole => (role === 'addressee' ? 'agency' : role)
  const records = read.records.map(record => ({
    ...record,
    cells: new Map([...record.cells].map(([role, lines]) => [asLead(role), lines] as const)),
    carried: new Set([...record.carried].map(asLead)),
  }))
  return { ...read, records, roles: new Set([...read.roles].map(asLead)) }
}

/** A table without headings of its own goes on with the one before it when it is as wide. */
function continued(rows: readonly LinedRow[], { columns }: Before): Layout | null {
  const width = widthOf(rows)
  return columns && width >= 4 && width === columns.width ? { ...columns.layout, headFrom: 0, bodyFrom: 0 } : null
}

interface Draft {
  readonly headings: SourceLine[]
  readonly records: PlanRecord[]
  readonly loose: SourceLine[]
  /** The body in whose rows the reading is: a row across the table named it. */
  agency: readonly SourceLine[]
}

function planByColumns(rows: readonly LinedRow[], first: Layout): Read {
  const draft: Draft = { headings: [], records: [], loose: [], agency: [] }
  const covering: Covering = new Map()
  const bodies = bodyColumnsOf(rows, first)
  let layout = withoutBodies(first, bodies)
  const roles = new Set(layout.roles.values())
  for (const [at, row] of rows.entries()) {
    if (at < first.headFrom) aboveHeadings(row, draft)
    else if (at < layout.bodyFrom || isNoteRow(row) || repeatsHeadings(row, layout))
      draft.headings.push(...linesOfRow(row))
    else if (isLegendRow(row)) draft.loose.push(...linesOfRow(row))
    else if (isBanner(row, layout)) takeBanner(row, draft)
    else {
      const next = headsAnew(row, layout) ? layoutFrom(rows, [at]) : null
      if (next) {
        layout = next
        covering.clear()
        for (const role of next.roles.values()) roles.add(role)
        draft.headings.push(...linesOfRow(row))
      } else {
        const { own, said } = partedByBodies(row, bodies)
        const record = recordOf(own, { layout, covering, agency: draft.agency })
        draft.records.push(askingAbove(record, roles), ...said)
      }
    }
  }
  const { headings, loose } = draft
  return { records: draft.records.filter(record => record.cells.size > 0), headings, loose, roles }
}

/** A sheet of one recommendation tells it above its table: "Recommendation 3 | The Trust should …". */
function aboveHeadings(row: LinedRow, { headings, loose, records }: Draft): void {
  const label = labelOf(row)
  const [head, value] = filledCells(row)
  const alone = value === undefined ? bannerOf(row) : null
  if (label?.role === 'recommendation' && head && value && wordsOfCell(value).length > 20) {
    headings.push(...head.lines)
    records.push(recommendationRecord(value.lines, label.number))
  } else if (alone?.kind === 'recommendation' && alone.labelled) records.push(recommendationRecord(linesOfRow(row)))
  else loose.push(...linesOfRow(row))
}

function takeBanner(row: LinedRow, draft: Draft): void {
  const lines = linesOfRow(row)
  const banner = bannerOf(row)
  if (banner.kind === 'recommendation') draft.records.push(recommendationRecord(lines))
  else draft.headings.push(...lines)
  if (banner.kind === 'agency') draft.agency = lines
}

function recommendationRecord(lines: readonly SourceLine[], number: string | null = null): PlanRecord {
  return { cells: new Map([['recommendation', lines]]), carried: new Set(), number, opens: true }
}

/** A key to the colours stands below some tables, in one cell or beside the word "Key". */
function isLegendRow(row: LinedRow): boolean {
  const filled = filledCells(row)
  return filled.length <= 2 && isLegend(filled.map(wordsOfCell).join(' '))
}

/** A long table repeats its headings on each page. */
function repeatsHeadings(row: LinedRow, { roles }: Layout): boolean {
  const filled = filledCells(row)
  return (
    filled.length > 1 &&
    filled.every(cell => {
      const text = wordsOfCell(cell)
      return text.length < 60 && !/\d/.test(text) && roleOf(text) === (roles.get(cell.column) ?? null)
    })
  )
}

/** Whether a row among the others heads columns of another kind. */
function headsAnew(row: LinedRow, { roles }: Layout): boolean {
  const filled = filledCells(row)
  if (filled.length < 3 || filled.length > 20) return false
  for (const cell of filled) {
    if (cell.lines.length > 2 || /\d|[.;]$/.test(cell.lines[0]?.text ?? '') || wordsOfCell(cell).length > 60)
      return false
  }
  return headingScore(row) >= Math.min(4, Math.max(3, roles.size - 1))
}

/** For each column, the merged cell that reaches down into it and for how many rows more. */
type Covering = Map<number, { readonly lines: readonly SourceLine[]; left: number }>

interface Standing {
  readonly layout: Layout
  readonly covering: Covering
  readonly agency: readonly SourceLine[]
}

const noneCarried: ReadonlySet<ColumnRole> = new Set()

function recordOf(row: LinedRow, { layout: { roles }, covering, agency }: Standing): PlanRecord {
  const cells = new Map<ColumnRole, readonly SourceLine[]>()
  let carried = noneCarried
  const put = (role: ColumnRole, lines: readonly SourceLine[]) => {
    const before = cells.get(role)
    cells.set(role, before ? [...before, ...lines] : lines)
  }
  let next = 0
  for (const [column, role] of roles) {
    while ((row.cells[next]?.column ?? column) < column) next++
    const cell = row.cells[next]?.column === column ? row.cells[next] : undefined
    const covered = covering.get(column)
    if (!cell && covered && covered.left > 0) {
      covered.left--
      if (covered.lines.length > 0) put(role, covered.lines)
      carried = new Set([...carried, role])
    } else if (cell) {
      if (cell.rows > 1 || covered) covering.set(column, { lines: cell.lines, left: cell.rows - 1 })
      if (cell.lines.length > 0) put(role, cell.lines)
    }
  }
  for (const cell of row.cells) if (!roles.has(cell.column) && cell.lines.length > 0) put('other', cell.lines)
  if (agency.length > 0 && !cells.has('agency')) cells.set('agency', agency)
  return { cells, carried, number: null, opens: opens(cells, carried, roles) }
}

const answering: readonly ColumnRole[] = ['due', 'revised', 'completed', 'status', 'progress', 'evidence', 'milestone']

/**
 * In a plan without a column of recommendations one may stand in that of the actions, in a row of its own above those
 * that carry it out.
 */
function askingAbove(record: PlanRecord, roles: ReadonlySet<ColumnRole>): PlanRecord {
  const words = record.cells.get('action')
  if (roles.has('recommendation') || !words || answering.some(role => record.cells.has(role))) return record
  if (!isAsking(words.map(({ text }) => text).join(' '))) return record
  const number = record.cells.get('number')
  const cells = new Map<ColumnRole, readonly SourceLine[]>([['recommendation', words]])
  if (number) cells.set('number', number)
  return { ...record, cells, opens: true }
}

/** A row opens with a recommendation; where the plan has no column of them, with a number. */
function opens(
  cells: ReadonlyMap<ColumnRole, unknown>,
  carried: ReadonlySet<ColumnRole>,
  roles: ReadonlyMap<number, ColumnRole>,
): boolean {
  if (cells.has('recommendation')) return !carried.has('recommendation')
  if (!cells.has('number') || carried.has('number')) return false
  for (const role of roles.values()) if (role === 'recommendation') return false
  return true
}
