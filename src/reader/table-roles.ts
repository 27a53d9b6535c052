/** The roles of a table's columns: what their headings say, held against what their cells look like. */
import {
  isAsking,
  isNameAlone,
  isOrder,
  isReference,
  isStatus,
  isTelling,
  type Looks,
  looksOf,
  roleByLooks,
} from './table-looks.ts'
import { filledCells, type LinedRow, wordsOfCell } from './table-rows.ts'
import { asOtherwiseCalled, type ColumnRole } from './vocabulary/columns.ts'

interface Column {
  readonly at: number
  readonly heading: string
  readonly looks: Looks
  /** What the heading says, which the cells may have overruled; null when it says nothing. */
  readonly role: ColumnRole | null
}

/** The role of each column, from left to right; one that nothing is known of is 'other'. */
export function rolesByAll(
  headings: ReadonlyMap<number, string>,
  body: readonly LinedRow[],
  roleOf: (heading: string) => ColumnRole | null,
): Map<number, ColumnRole> {
  const texts = textsByColumn(body)
  const places = [...new Set([...headings.keys(), ...texts.keys()])].sort((a, b) => a - b)
  const columns = places.map((at): Column => {
    const heading = headings.get(at) ?? ''
    const looks = looksOf(texts.get(at) ?? [])
    return { at, heading, looks, role: overruled(roleOf(heading), looks) }
  })
  const roles = new Map<number, ColumnRole>()
  for (const { at, role } of columns) if (role) roles.set(at, role)
  addRecommendation(columns, roles)
  addMilestones(columns, body, roles)
  addAgency(columns, roles)
  if (columns.length > 2) addUnknown(columns, roles)
  partActions(columns, roles)
  for (const { at } of columns) if (!roles.has(at)) roles.set(at, 'other')
  addNumber(columns, roles)
  keepOneNumber(columns, roles)
  completionAsDue(columns, roles)
  keepLastStatus(columns, roles)
  return new Map([...roles].sort(([a], [b]) => a - b))
}

/**
 * A plan without another date gives in "Completion date" the day by which; "Completed 12/01/2026" is read as what it
 * says.
 */
function completionAsDue(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if ([...roles.values()].some(role => role === 'due' || role === 'revised')) return
  const column = columns.find(({ at, heading }) => roles.get(at) === 'completed' && /^completion date/i.test(heading))
  if (column) roles.set(column.at, 'due')
}

/** What each column holds; a row of one cell goes across the table and says nothing of its column. */
function textsByColumn(body: readonly LinedRow[]): Map<number, string[]> {
  const texts = new Map<number, string[]>()
  for (const row of body) {
    const filled = filledCells(row)
    if (filled.length < 2) continue
    for (const cell of filled) texts.set(cell.column, [...(texts.get(cell.column) ?? []), wordsOfCell(cell)])
  }
  return texts
}

/** The heading's word, unless the cells are plainly something else. */
function overruled(role: ColumnRole | null, looks: Looks): ColumnRole | null {
  if (role === null || role === 'other' || looks.filled === 0) return role
  const { length, share } = looks
  if (role === 'recommendation') return length <= 20 && share(isReference) >= 0.8 ? 'number' : role
  if (role === 'action' || role === 'milestone') return length <= 12 && share(isMark) >= 0.8 ? 'other' : role
  if (role === 'status') return isToldOf(looks) ? 'progress' : role
  if (role === 'progress') return looks.filled > 1 && length < 25 && share(isBareStatus) >= 0.8 ? 'status' : role
  if (role === 'agency' || role === 'number') return length > 40 && share(isTelling) >= 0.6 ? null : role
  return role
}

/** Under "Where we are" sentences may stand, or notes of which no two are alike. */
function isToldOf({ length, distinct, filled, share }: Looks): boolean {
  if (length > 40 && share(isTelling) >= 0.5) return true
  return filled > 3 && length > 12 && distinct > 0.7 && share(isStatus) < 0.4
}

const isBareStatus = (text: string): boolean => isStatus(text) && !/\d\d|\.$/.test(text)

/** The number or letter of an action. */
const isMark = (text: string): boolean => isReference(text) || /^\(?[a-z]{1,2}[.)]?$/i.test(text)

/** Without a heading for them, recommendations are known by what they ask. */
function addRecommendation(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (has(roles, 'recommendation')) return
  const asking = columns.filter(({ looks }) => looks.length > 30 && looks.share(isAsking) >= 0.5)
  const rank = ({ role }: Column): number => order.indexOf(role)
  // Beside actions and their dates, few words may say what was learned.
  const hasWork = has(roles, 'action') && has(roles, 'due') && has(roles, 'number')
  const called = columns.find(
    ({ at, heading, looks, role }) =>
      looks.length > (hasWork ? 12 : 30) &&
      asOtherwiseCalled.test(heading) &&
      (role === null || role === 'other') &&
      roles.get(at) !== 'number',
  )
  const [best = called] = asking.filter(column => rank(column) >= 0).sort((a, b) => rank(a) - rank(b))
  if (best) roles.set(best.at, 'recommendation')
}

/** Who is responsible may be bodies rather than people. */
function addAgency(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (has(roles, 'agency')) return
  const bodies = columns.find(({ at, looks }) => roles.get(at) === 'owner' && looks.share(isNameAlone) >= 0.6)
  if (bodies) roles.set(bodies.at, 'agency')
}

/** From what else a column may be called before it is taken for that of recommendations. */
const order: readonly (ColumnRole | null)[] = [null, 'number', 'other', 'action', 'progress']

/** "Rec 1 – Cumulative harm" in the column of titles numbers recommendations where nothing else does. */
function addNumber(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  if (has(roles, 'number')) return
  const named = columns.find(({ at, looks }) => roles.get(at) === 'other' && looks.share(isNamedNumber) >= 0.8)
  if (named) roles.set(named.at, 'number')
}

const isNamedNumber = (text: string): boolean =>
  /^(?:R(?:ec(?:ommendation)?)?|LP|RP)\.?\s?\d+\b/i.test(text) && text.length < 80

/** Columns whose heading says nothing are what they look like, unless another is that already. */
function addUnknown(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  for (const { at, looks } of columns) {
    if (roles.has(at)) continue
    const role = roleByLooks(looks)
    const late = role === 'progress' && (has(roles, 'evidence') || !behindActions(at, roles))
    const free = role !== null && role !== 'recommendation' && !has(roles, role) && !late
    const answered = role === 'action' && has(roles, 'milestone')
    if (free && !answered) roles.set(at, role)
    else if (role === 'action' && isAskedLeft(at, columns, roles)) roles.set(at, 'recommendation')
  }
}

/**
 * What is told left of everything that is asked or to be done is told of something else; where a table has neither,
 * what is told behind a body's name is its answer.
 */
function behindActions(at: number, roles: ReadonlyMap<number, ColumnRole>): boolean {
  const leftOf = (...wanted: readonly ColumnRole[]) =>
    [...roles].some(([column, role]) => column < at && wanted.includes(role))
  return (
    leftOf('recommendation', 'action') || (!has(roles, 'recommendation') && !has(roles, 'action') && leftOf('agency'))
  )
}

/** Where nothing else is recommended, what is ordered left of the actions is, if it goes over several of them. */
function isAskedLeft(at: number, columns: readonly Column[], roles: ReadonlyMap<number, ColumnRole>): boolean {
  const column = columns.find(each => each.at === at)
  return !has(roles, 'recommendation') && column !== undefined && column.looks.distinct < 1
}

/** Of several columns of actions, one that tells what became of them is progress. */
function partActions(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const actions = columns.filter(({ at }) => roles.get(at) === 'action')
  if (actions.length < 2) return
  for (const { at, looks } of actions)
    if (looks.share(isTelling) >= 0.5 && looks.share(isOrder) < 0.3) roles.set(at, 'progress')
}

/** Entries stacked beside as many dates are milestones, whatever they are called. */
function addMilestones(columns: readonly Column[], body: readonly LinedRow[], roles: Map<number, ColumnRole>): void {
  const due = columns.find(({ at }) => roles.get(at) === 'due')
  if (!due || has(roles, 'milestone')) return
  const dated = body.filter(row => stackIn(row, due.at) > 1)
  for (const { at } of columns) {
    if (roles.has(at) || dated.length < 2) continue
    if (dated.filter(row => stackIn(row, at) === stackIn(row, due.at)).length >= dated.length * 0.75)
      roles.set(at, 'milestone')
  }
}

/** How many lines a row's cell in a column has. */
const stackIn = ({ cells }: LinedRow, column: number): number =>
  cells.find(cell => cell.column === column)?.lines.length ?? 0

/** A plan may number its rows, its recommendations and its actions; what counts is what numbers recommendations. */
function keepOneNumber(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const numbers = columns.filter(({ at }) => roles.get(at) === 'number')
  if (numbers.length < 2) return
  const named = numbers.find(({ heading }) => /\brec/i.test(heading.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')))
  const kept = named ?? numbers.find(({ heading }) => !/\b(?:action|item|row|id)\b/i.test(heading)) ?? numbers[0]
  for (const { at } of numbers) if (at !== kept?.at) roles.set(at, 'other')
}

/** "RAG Dec 24", "RAG Sept 25": of one rating at several times the last counts. */
function keepLastStatus(columns: readonly Column[], roles: Map<number, ColumnRole>): void {
  const undated = ({ heading }: Column): string =>
    heading.toLowerCase().replace(/\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|[^a-z]+/g, '')
  const ratings = columns.filter(({ at }) => roles.get(at) === 'status')
  for (const rating of ratings)
    if (ratings.some(later => later.at > rating.at && undated(later) === undated(rating))) roles.set(rating.at, 'other')
}

function has(roles: ReadonlyMap<number, ColumnRole>, role: ColumnRole): boolean {
  for (const each of roles.values()) if (each === role) return true
  return false
}
