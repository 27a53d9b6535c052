/** Tables whose first column says what stands beside it: a form for one recommendation, or a column for each. */
import { beginsByAsking } from './asking.ts'
import { tidyNumber } from './labels.ts'
import type { Plan, PlanRecord } from './plan-records.ts'
import type { SourceLine } from './source-lines.ts'
import { headingScore, roleOf } from './table-columns.ts'
import { isNameAlone } from './table-looks.ts'
import { filledCells, type LinedRow, widthOf, wordsOfCell } from './table-rows.ts'
import type { ColumnRole } from './vocabulary/columns.ts'
import { recommendationLabel, shortLabel } from './vocabulary/labels.ts'

/** A form has some tens of labels; a list of thousands of rows is none. */
const mostLabels = 500

/**
 * A table of two columns whose first says what stands in the second: "Recommendation 3 | …", "Lead agency | …",
 * "Timescale | …".
 */
export function planByLabels(rows: readonly LinedRow[]): Pick<Plan, 'records' | 'headings' | 'loose' | 'roles'> | null {
  if (rows.length > mostLabels) return null
  const labelled = withAsking(rows.map(row => ({ row, label: labelOf(row) })))
  const known = labelled.flatMap(({ label }) => (label?.role && label.role !== 'other' ? [label.role] : []))
  const roles = new Set(known)
  const told = toldByBodies(labelled)
  if (told) return told
  if (!(roles.has('recommendation') || roles.has('action')) || roles.size < 3 || known.length < rows.length / 2)
    return null
  const headings: SourceLine[] = []
  const records: LabelledRecord[] = []
  for (const { row, label } of labelled) {
    const [first, ...values] = filledCells(row)
    headings.push(...(first?.lines ?? []))
    takeValue(
      records,
      label ?? { role: 'other', number: null },
      values.flatMap(cell => [...cell.lines]),
    )
  }
  return { records, headings, loose: [], roles }
}

/**
 * "The review recommended | …", then "Elm Council told us | …": a row for each body that answers, and no other label.
 */
function toldByBodies(rows: readonly LabelledRow[]): ReturnType<typeof planByLabels> {
  const [first, ...more] = rows
  const isFirst = first?.label?.role === 'recommendation' && asksAtLength(wordsBeside(first.row))
  if (!isFirst || more.length === 0 || !more.every(({ row }) => wordsBeside(row) !== '' && isTeller(row))) return null
  const cellsOf = ({ row }: LabelledRow) => filledCells(row).map(cell => [...cell.lines])
  const [head = [], words = []] = cellsOf(first)
  const answers = more.map(each => {
    const [name = [], said = []] = cellsOf(each)
    const cells = new Map<ColumnRole, SourceLine[]>([
      ['agency', name],
      ['progress', said],
    ])
    return { cells, carried: new Set<ColumnRole>(), number: null, opens: false }
  })
  const asked = { cells: new Map([['recommendation' as const, words]]), carried: new Set<ColumnRole>(), opens: true }
  return {
    records: [{ ...asked, number: first.label?.number ?? null }, ...answers],
    headings: head,
    loose: [],
    roles: new Set<ColumnRole>(['recommendation', 'agency', 'progress']),
  }
}

/** "Elm Council", "Elm Council told us". */
const isTeller = (row: LinedRow): boolean => {
  const [label] = filledCells(row)
  const name = (label ? wordsOfCell(label) : '').replace(/\s(?:told us|tells us|said|says|reports?|replied)\W*$/i, '')
  return isNameAlone(name)
}

interface LabelledRow {
  readonly row: LinedRow
  readonly label: FieldLabel | null
}

/**
 * "Learning theme 2 | The Trust should …": where no label says so, the first value that asks is what is recommended.
 */
function withAsking(rows: readonly LabelledRow[]): readonly LabelledRow[] {
  if (rows.some(({ label }) => label?.role === 'recommendation')) return rows
  const asking = rows.find(({ row, label }) => (label?.role ?? 'other') === 'other' && asksAtLength(wordsBeside(row)))
  if (!asking) return rows
  return rows.map(each =>
    each === asking ? { ...each, label: { role: 'recommendation', number: each.label?.number ?? null } } : each,
  )
}

/** A key explains its colours in fewer words. */
const asksAtLength = (text: string): boolean => text.length > 40 && beginsByAsking(text)

function wordsBeside(row: LinedRow): string {
  const [label, value, more] = filledCells(row)
  return label && value && !more && wordsOfCell(label).length <= 60 ? wordsOfCell(value) : ''
}

interface LabelledRecord extends PlanRecord {
  readonly cells: Map<ColumnRole, SourceLine[]>
}

export interface FieldLabel {
  readonly role: ColumnRole
  readonly number: string | null
}

const repeatable = new Set<ColumnRole>(['progress', 'evidence', 'milestone', 'other', 'due'])

/** Puts a value into the record at hand, or into a new one where its label comes again. */
function takeValue(records: LabelledRecord[], { role, number }: FieldLabel, lines: readonly SourceLine[]): void {
  const current = records.at(-1)
  const opens = role === 'recommendation'
  if (!current || opens || (current.cells.has(role) && !repeatable.has(role)))
    records.push({ cells: new Map([[role, [...lines]]]), carried: new Set(), number, opens })
  else current.cells.set(role, [...(current.cells.get(role) ?? []), ...lines])
}

/** What the first of two cells labels; "Recommendation 3" carries a number. */
export function labelOf(row: LinedRow): FieldLabel | null {
  const filled = filledCells(row)
  const label = filled[0] ? wordsOfCell(filled[0]) : ''
  if (filled.length === 0 || filled.length > 2 || label.length > 60) return null
  const bare = label.replace(/[\s:]*$/, '')
  const named = (recommendationLabel.exec(bare) ?? shortLabel.exec(bare))?.groups
  if (named?.number && named.rest === '') return { role: 'recommendation', number: tidyNumber(named.number) }
  const number = /\s*\b(\d+(?:\.\d+)*)$/.exec(bare)?.[1] ?? null
  const role = roleOf(number === null ? bare : bare.slice(0, bare.length - number.length))
  return role ? { role, number } : null
}

/** Whether the labels stand in the first column and each further column is an item of its own. */
export function isTurned(rows: readonly LinedRow[]): boolean {
  if (rows.length < 3 || rows.length > 40 || widthOf(rows) < 3) return false
  const labels = rows.flatMap(({ cells }) =>
    cells.filter(cell => cell.column === 0 && cell.lines.length > 0).slice(0, 1),
  )
  const roles = new Set(labels.map(wordsOfCell).map(roleOf))
  const known = [...roles].filter(role => role !== null && role !== 'other')
  const across = rows.filter(row => filledCells(row).length > 2).length
  const subject = roles.has('recommendation') || roles.has('action')
  const turned = subject && known.length >= 3 && labels.length >= rows.length - 1 && across >= rows.length / 2
  return turned && rows.every(row => headingScore(row) < 3)
}
