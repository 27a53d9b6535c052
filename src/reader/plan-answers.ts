/** What one record of a plan answers: its actions with their dates, who owns them, and what is said of progress. */
import type { Answer } from './answers.ts'
import { plainCalendar } from './calendar.ts'
import type { ReadingContext } from './context.ts'
import { datesIn } from './dates.ts'
import { dueOf } from './dues.ts'
import { enumerationIn } from './enumerations.ts'
import { numberLabel, numberValue } from './labels.ts'
import { saysFinished } from './legends.ts'
import { isNoAnswer } from './no-answers.ts'
import type { Owner } from './owners.ts'
import { finishedBy, isDateLine, isInPlace, lastDate, newDateIn, pairDates, rowDates } from './plan-dates.ts'
import type { PlanRecord } from './plan-records.ts'
import { asNoted } from './progress-notes.ts'
import type { Act, Due, Statement } from './reading.ts'
import { sentences } from './sentences.ts'
import { partOf, passageOf, type SourceLine } from './source-lines.ts'
import { statementsOf } from './statements.ts'
import { type ColumnRole, finishedInPlaceOfDate, statusWord } from './vocabulary/columns.ts'

/** "AMBER" in front of what is told: the row's rating, with the space behind it. */
const ratingIn = (text: string): string | undefined =>
  /^(?:BLUE|GREEN|AMBER|RED|GR[EA]Y|PURPLE)\b[\s:.–-]+(?=\S)/.exec(text)?.[0]

/** Who answers in a row that names nobody. */
export interface Otherwise {
  /** The answer above, where the row leaves its cell of agencies empty; else null. */
  readonly above: Answer | null
  /** The body whose sheet it is, or null. */
  readonly agency: string | null
}

/** "Completed" as all, or the first, that is told of a row's progress. */
function isDone(text: string): boolean {
  const first = /^[^.!]{1,40}(?:[.!]|$)/.exec(text)?.[0] ?? ''
  if (isInPlace(text)) return true
  return statusWord.test(first) && saysFinished(first) === true
}

/** "Complete – September 2025" where a date would stand. */
const isDoneDate = (text: string): boolean =>
  isDone(text) || (finishedInPlaceOfDate.test(text) && saysFinished(text) === true)

/** Where the promises begin beside whose own line of the dates it says that they are finished. */
function finishedAt(statements: readonly Statement[], dates: readonly string[]): number[] {
  const planned = statements.filter(({ act }) => act === 'planned')
  if (dates.length < 2 || planned.length !== dates.length) return []
  return planned.filter((_, at) => isDoneDate(dates[at] ?? '')).map(({ span }) => span[0])
}

const nobody: Otherwise = { above: null, agency: null }

/** The answer that a record gives, or null when it only names a recommendation. */
export function answerOf(record: PlanRecord, context: ReadingContext, otherwise = nobody): Answer | null {
  const { above } = otherwise
  const lines = (role: ColumnRole): readonly SourceLine[] => record.cells.get(role) ?? []
  const texts = (role: ColumnRole): string[] => lines(role).map(line => line.text)
  const joined = (role: ColumnRole): string | null => texts(role).join('\n') || null
  const [agencies, owners] = [texts('agency').join('\n'), texts('owner').join('\n')]
  const named = ownedBy(context.ownerOf(agencies, owners), above)
  const fallen = [texts('addressee').join('\n'), otherwise.agency, context.planner?.name].find(Boolean)
  const owner = named.body === null && fallen ? context.ownerOf(fallen, owners) : named
  const status = joined('status') ?? texts('progress').flatMap(text => ratingIn(text)?.trim() ?? [])[0] ?? null
  const statements = statementsOfRow(record, context)
  const dates = withoutNumbers(lines('due')).map(({ line }) => line.text)
  if (statements.length === 0 && (above !== null || (owner.body === null && owner.role === null))) return null
  return {
    agency: owner.body?.name ?? '',
    statements,
    action: joined('action') ?? joined('milestone'),
    owner: owner.role,
    status,
    evidence: joined('evidence'),
    bodies: owner.bodies,
    fromTable: true,
    headed: true,
    finishedAt: finishedAt(statements, dates),
    finished: finishedBy(
      [...texts('completed'), ...texts('progress').filter(isDone), ...(dates.every(isDoneDate) ? dates : [])],
      status,
      context,
    ),
  }
}

/** Plans name an agency once and leave its cell empty in the rows below. */
function ownedBy(owner: Owner, above: Answer | null): Owner {
  const [body = null] = above?.bodies ?? []
  return owner.body === null && body !== null ? { ...owner, body, bodies: [body] } : owner
}

/**
 * The statements of a row in the order of the text, each word once: what a merged cell said above is not said again.
 */
function statementsOfRow(record: PlanRecord, context: ReadingContext): Statement[] {
  const { cells, carried } = record
  const fresh = (role: ColumnRole): readonly SourceLine[] => (carried.has(role) ? none : (cells.get(role) ?? none))
  const dueLines = withoutNumbers(cells.get('due') ?? none).map(({ line }) => line)
  const stack = stackOf(fresh('action'), dueLines) ?? stackBeside(fresh('action'), dueLines)
  const later = newDateIn([...fresh('progress'), ...fresh('completed')], context)
  const dates = later ? [later] : rowDates(stack?.dates ?? dueLines, cells.get('revised') ?? none, context)
  const found = plannedStatements(
    (stack?.actions.map(unlettered) ?? withoutNumbers(fresh('action'))).flatMap(itemised),
    fresh('milestone').map(unlettered).flatMap(itemised),
    dates,
    context,
  )
  const rowDue = found.length === 0 ? lastDate(dates) : null
  const tell = (line: SourceLine) => {
    for (const statement of tellings(line, context)) found.push(dated(statement, rowDue))
  }
  for (const line of fresh('progress').map(line => partOf(line, ratingIn(line.text)?.length ?? 0))) tell(line)
  for (const line of fresh('completed')) tell(line)
  for (const line of fresh('due')) if (!isDateLine(line.text)) tell(line)
  for (const line of fresh('evidence')) found.push(...tellings(line, context, 'context').map(asThing))
  return found.sort((a, b) => a.span[0] - b.span[0])
}

/** "Panel dates on shared drive" names a thing that shows it, and tells of nothing that goes on. */
function asThing(statement: Statement): Statement {
  const tells = /[.!]$|\b(?:is|are|was|were|has|have|been|now)\b/i.test(statement.text)
  return statement.act === 'ongoing' && !tells ? { ...statement, act: 'context' } : statement
}

const none: readonly SourceLine[] = []

/** One action or milestone; `part` is what its letter counts, which may be that of a part of the recommendation. */
interface Item {
  readonly line: SourceLine
  readonly part: number | null
}

const unlettered = (line: SourceLine): Item => ({ line, part: null })

/** "1. Agree a list", "2. Check it": the numbers of lines that count on are no words of them. */
function withoutNumbers(lines: readonly SourceLine[]): readonly Item[] {
  const labels = lines.map(numberLabel)
  const countOn = labels.every((label, at) => label && label.textFrom > 0 && numberValue(label.number) === at + 1)
  if (lines.length < 2 || !countOn) return lines.map(unlettered)
  return lines.map((line, at) => ({
    line: partOf(line, labels[at]?.textFrom ?? 0, undefined, labels[at]?.textFrom ?? 0),
    part: isLetter(labels[at]?.number ?? '') ? at + 1 : null,
  }))
}

const isLetter = (number: string): boolean => /^[a-z]+$/i.test(number)

/**
 * "Agree a list; check it" beside "March 2026; June 2026": as many actions as dates, stacked in one line each; or as
 * many sentences in one line as there are lines of dates.
 */
function stackOf(
  [action, second]: readonly SourceLine[],
  [date, other, ...more]: readonly SourceLine[],
): { actions: SourceLine[]; dates: SourceLine[] } | null {
  const told = action && !second && other ? sentences(action.text).map(([from, to]) => partOf(action, from, to)) : []
  if (date && other && told.length === 2 + more.length) return { actions: told, dates: [date, other, ...more] }
  if (!action || second || !date || other || !date.text.includes(';')) return null
  const [actions, dates] = [partsAt(action), partsAt(date)]
  return actions.length === dates.length ? { actions, dates } : null
}

/** Three actions in lines of their own beside "July 2024; by September 2024; early 2025". */
function stackBeside(
  actions: readonly SourceLine[],
  [date, other]: readonly SourceLine[],
): { actions: SourceLine[]; dates: SourceLine[] } | null {
  const dates = date && !other && actions.length > 1 ? partsAt(date) : []
  return dates.length > 1 && dates.length === actions.length
    ? { actions: withoutNumbers(actions).map(({ line }) => line), dates }
    : null
}

/** What of a line semicolons part. */
function partsAt(line: SourceLine): SourceLine[] {
  const marks = [...line.text.matchAll(/;\s*/g)]
  const stops = marks.map(({ index }) => index)
  const starts = [0, ...marks.map(({ 0: mark, index }) => index + mark.length)]
  return starts.map((start, at) => partOf(line, start, stops[at])).filter(({ text }) => text !== '')
}

/** Each line of the actions and each milestone is planned, whatever its tense, with the date stacked beside it. */
function plannedStatements(
  actions: readonly Item[],
  milestones: readonly Item[],
  dates: readonly (Due | null)[],
  { calendar }: ReadingContext,
): Statement[] {
  const plan = ({ line, part }: Item, due: Due | null): Statement => ({
    ...passageOf(line),
    act: 'planned',
    answersParts: part === null ? [] : [part],
    due: due ?? dueOf(line.text, calendar),
  })
  const stacked = milestones.length > 0 ? milestones : actions
  const paired = pairDates(stacked.length, dates)
  const beside = pairDates(actions.length, dates)
  const whole = milestones.length > 0 ? actions.map((item, at) => plan(item, beside[at] ?? null)) : []
  return [...whole, ...stacked.map((item, at) => plan(item, paired[at] ?? null))]
}

/** "1a. Agree a list. 1b. Check it." holds two actions in one line; "–" and "N/A" hold none. */
function itemised(item: Item): readonly Item[] {
  const { line } = item
  if (statusWord.test(line.text) || nothingLeft.test(line.text) || !/\p{L}{2}/u.test(line.text)) return []
  const listed = enumerationIn(line)
  if (!listed) return [item]
  const isLettered = /(?:^|\s)\(?a[.)]\s/.test(line.text)
  const points = listed.points.map((point, at) => ({ line: { ...point, lead: 0 }, part: isLettered ? at + 1 : null }))
  return listed.intro.text === '' ? points : [unlettered(listed.intro), ...points]
}

/** "None – propose closure" where the next milestone would stand. */
const nothingLeft =
  /^(?:none|nil|no further (?:action|work)s?|n\/a)\b(?:\s*[–—:,;-]|\s(?:required|needed|planned)|[.]?$)/i

/** Sentences of progress or evidence, each with its own act; a bare status ("Ongoing") is no statement. */
function tellings(line: SourceLine, { calendar }: ReadingContext, withoutVerb: Act | null = null): Statement[] {
  const { text } = line
  if (statusWord.test(text) || isNoAnswer(text) || /^[\d/.%\s-]+$/.test(text) || isDateAlone(text)) return []
  return statementsOf(line, calendar, withoutVerb && { act: withoutVerb, due: null })
    .filter(({ text }) => text === line.text || !statusWord.test(text))
    .map(asNoted)
}

/** "28-Apr-26", "March 2024". */
function isDateAlone(text: string): boolean {
  const [date] = text.length < 30 && /^\W*(?:\d|[A-Z])/.test(text) ? datesIn(text, plainCalendar, true) : []
  return date !== undefined && /^\W*$/.test(text.slice(0, date.from)) && /^\W*$/.test(text.slice(date.to))
}

/** Where a table has dates and no actions, they are those of what is planned in the row. */
function dated(statement: Statement, due: Due | null): Statement {
  return statement.act === 'planned' && !statement.due && due ? { ...statement, due } : statement
}
