/** The dates of a plan's row: which belongs to which action, and whether the row is finished. */
import { finiteVerbs } from './clauses.ts'
import type { ReadingContext } from './context.ts'
import { saysFinished, statusSays } from './legends.ts'
import type { Due } from './reading.ts'
import { remembering } from './remembering.ts'
import type { SourceLine } from './source-lines.ts'
import { tokens } from './tokens.ts'
import { statusWord } from './vocabulary/columns.ts'

/** The dates that stand in a row, line by line (null for "TBC"); where the row has revised dates, those. */
export function rowDates(
  due: readonly SourceLine[],
  revised: readonly SourceLine[],
  { dueInColumn }: ReadingContext,
): (Due | null)[] {
  const read = (lines: readonly SourceLine[]): (Due | null)[] =>
    lines.filter(line => isDateLine(line.text)).map(line => dueInColumn(line.text))
  const newer = read(revised)
  return newer.some(date => date !== null) ? newer : read(due)
}

/**
 * A line of a date column that gives a date or a status, and tells no more ("Timescale and progress" stand in one
 * column at times).
 */
export const isDateLine = remembering((text): boolean => {
  if (statusWord.test(text)) return true
  const verbs = finiteVerbs(tokens(text)).filter(verb => verb.clause === 'main')
  return verbs.length === 0 || (text.length < 40 && !/[.]$/.test(text))
})

const newDate =
  /\b(?:new|revised|extended|later) (?:(?:target |completion |due )?(?:date|deadline|timescale)|target)\b|\bnow (?:expected|due|planned|scheduled|likely)\b/i

/** The date that replaces those of the row, where what came of it tells of one: "A new date of May 2026 was agreed." */
export function newDateIn(lines: readonly SourceLine[], { dueInColumn }: ReadingContext): Due | null {
  const told = lines.flatMap(({ text }) => {
    const at = newDate.exec(text)?.index
    return at === undefined ? [] : (dueInColumn(text.slice(at).split(/[.](?=\s|$)/, 1)[0] ?? '') ?? [])
  })
  return told.at(-1) ?? null
}

/** Gives each of the stacked lines the date beside it; one date, or another number of them, gives each the last. */
export function pairDates(count: number, dates: readonly (Due | null)[]): (Due | null)[] {
  if (dates.length === count) return [...dates]
  return Array.from({ length: count }, () => lastDate(dates))
}

/** The last of a row's dates that is one. */
export function lastDate(dates: readonly (Due | null)[]): Due | null {
  return dates.filter(date => date !== null).at(-1) ?? null
}

/** What the completion column says of the row (true finished, false not, null neither), or else the status. */
export function finishedBy(
  completed: readonly string[],
  status: string | null,
  context: ReadingContext,
): boolean | null {
  const said = completed.map(text => completes(text, context)).find(each => each !== null)
  return said ?? (status === null ? null : statusSays(status, context.legend))
}

/** "In place since 17 March" tells of the action itself, and that it is done. */
export const isInPlace = (text: string): boolean =>
  /^(?:now )?(?:in place|live)\b(?! (?:by|from|(?:in|for|at) (?:most|some|part|all but)))/i.test(text)

function completes(text: string, { dueInColumn }: ReadingContext): boolean | null {
  if (/^(?:y|yes|✓|✔)(?:[.!]?$|\s*[–—,:-])/i.test(text.trim()) || isInPlace(text)) return true
  if (saysFinished(text) === false || newDate.test(text)) return false
  if (dueInColumn(text) !== null && !/\b(?:by|due|expected|ongoing|target|to be)\b/i.test(text)) return true
  return saysFinished(text)
}
