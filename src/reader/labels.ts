/** Whether a line is labelled as a recommendation, and with which number. */
import type { SourceLine } from './source-lines.ts'
import { numbersInWords } from './vocabulary/grammar.ts'
import { numberAlone, numberedMarker, recommendationLabel, shortLabel, typedNumber } from './vocabulary/labels.ts'

export interface Label {
  /** As written, without brackets, dots or the word Recommendation. */
  readonly number: string
  /** Where the words behind the label begin in the line's text. */
  readonly textFrom: number
  /** Whether the word "Recommendation" or "R" stands in it, rather than a bare number. */
  readonly named: boolean
}

/** The label of a line that says itself to be a recommendation ("Recommendation 2:", "R3"), or null. */
export function namedLabel(line: SourceLine): Label | null {
  const match = numberAlone.exec(line.text) ?? recommendationLabel.exec(line.text) ?? shortLabel.exec(line.text)
  const { number, mark = '', rest: behind = '' } = match?.groups ?? {}
  // "Recommendation 3 (Elm Police): …" says in its label whom it is for.
  const rest = behind.replace(/^\((?!\d)[^)]{3,80}\)\s*(?:[:–—-]\s*|[.]\s+|$)/, '')
  if (!match || !number || (rest === behind && isTold(mark, rest)) || isContentsEntry(rest)) return null
  return { number: tidyNumber(number), textFrom: line.text.length - rest.length, named: true }
}

/** "Recommendation 4 of that review was closed" tells of a recommendation and is none. */
function isTold(mark: string, rest: string): boolean {
  return mark.trim() === '' && /^\(?\p{Ll}/u.test(rest)
}

/** "Recommendation 3 .......... 12" stands in a list of contents. */
function isContentsEntry(rest: string): boolean {
  return /^[\s.…]*\d{1,3}$/.test(rest) && rest !== ''
}

/** The number that a line begins with, by its list marker or in its own words ("1)", "2.1", "(a)"), or null. */
export function numberLabel(line: SourceLine): Label | null {
  const typed = typedNumber.exec(line.text)?.groups
  if (typed)
    return {
      number: tidyNumber(typed.number ?? ''),
      textFrom: line.text.length - (typed.rest ?? '').length,
      named: false,
    }
  const marked = numberedMarker.exec(line.marker ?? '')?.groups?.number
  return marked ? { number: tidyNumber(marked), textFrom: 0, named: /^\W?R/.test(line.marker ?? '') } : null
}

/** The number in a title such as "Learning Point 2: Neglect", or of one that begins with its number; else null. */
export function numberOfTitle(line: SourceLine | undefined): string | null {
  const titled = /^(?:[\p{L} ]{3,40}\s)?(?<number>\d{1,2})(?:[:.)]|\s[–-]|$)/u.exec(line?.text ?? '')?.groups?.number
  return titled ?? (line ? (numberLabel(line)?.number ?? null) : null)
}

/** "One" is 1, "R4" is 4. */
export function tidyNumber(written: string): string {
  const word = numbersInWords.indexOf(written.toLowerCase())
  return word >= 0 ? String(word + 1) : written.replace(/^R(?=\d)/, '')
}

/** What a number counts, whatever its style: "2", "(ii)" and "b" are 2; 0 when it is none of these. */
export function numberValue(number: string): number {
  if (/^\d+$/.test(number)) return Number(number)
  const value = roman(number)
  if (value > 0) return value
  return /^[a-z]$/i.test(number) ? number.toLowerCase().charCodeAt(0) - 96 : 0
}

/** Whether a number begins a list: 1, a, i, or the first of a chapter (8.1). */
export function isFirst(number: string): boolean {
  return /^(?:(?:\d+\.)*1|\d*a|i)$/i.test(number)
}

/** Whether one number follows another in the same style. */
export function follows(before: string, after: string): boolean {
  const [stem, mark] = [/^(\d+)[a-z]$/i.exec(before)?.[1], /^(\d+)[a-z]$/i.exec(after)?.[1]]
  if (stem !== undefined && stem === mark)
    return after.charCodeAt(after.length - 1) === before.charCodeAt(before.length - 1) + 1
  const [a, b] = [before.split('.'), after.split('.')]
  if (a.length !== b.length || a.slice(0, -1).join() !== b.slice(0, -1).join()) return false
  const [x = '', y = ''] = [a.at(-1), b.at(-1)]
  if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(y) === Number(x) + 1
  return roman(y) === roman(x) + 1 || y.charCodeAt(0) === x.charCodeAt(0) + 1
}

function roman(text: string): number {
  return ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].indexOf(text.toLowerCase())
}
