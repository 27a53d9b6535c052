/** The recommendations that a plan's table holds, each with the answers of its rows. */
import type { Answer, Answered } from './answers.ts'
import { answersBySubject } from './answers-by-subject.ts'
import type { ReadingContext } from './context.ts'
import { enumerationIn } from './enumerations.ts'
import { type Label, namedLabel, numberLabel } from './labels.ts'
import { answerOf } from './plan-answers.ts'
import { goingOn, numberIn, withNumbers } from './plan-numbers.ts'
import type { Plan, PlanRecord } from './plan-records.ts'
import { voicesOf } from './plan-voices.ts'
import type { Span } from './reading.ts'
import { partOf, passageOf, type SourceLine, spanOf } from './source-lines.ts'

export interface PlanReading {
  readonly recommendations: readonly Answered[]
  /** Answers of rows that stand under no recommendation of the table's own. */
  readonly loose: readonly { readonly number: string | null; readonly answer: Answer }[]
}

interface Growing extends Omit<Answered, 'answers' | 'otherSpans' | 'text' | 'parts' | 'partSpans'> {
  text: string
  readonly parts: string[]
  readonly partSpans: Span[]
  readonly answers: Answer[]
  readonly otherSpans: Span[]
}

/** Reads the records of a plan; rows with the same recommendation are one. */
export function recommendationsOf(plan: Plan, context: ReadingContext): PlanReading {
  const found = new Map<string, Growing>()
  const loose: { number: string | null; answer: Answer }[] = []
  let current: Growing | null = null
  let letters = ''
  let number = plan.number
  const records = withNumbers(plan).flatMap(voicesOf)
  const further = goingOn(records)
  for (const record of records) {
    const own = numberIn(record)
    const words = record.opens ? wordsOfRecord(record, own) : null
    if (words && current && further.has(record)) goOn(current, words)
    else if (words) {
      const before = letters
      letters = squeezed(words.text)
      current =
        current && letters === before ? again(current, words) : place(words, `${words.number}|${letters}`, found)
    }
    number = own ?? number
    const above: Answer | null = goesOnBelow(record, plan)
      ? ((current?.answers ?? loose.map(each => each.answer)).at(-1) ?? null)
      : null
    const answer = answerOf(record, context, { above, agency: plan.agency })
    const answers = answer ? answersBySubject(answer, context.directory) : []
    if (current) current.answers.push(...answers)
    else loose.push(...answers.map(each => ({ number, answer: each })))
  }
  return { recommendations: [...found.values()], loose }
}

/** Whether a row leaves the column empty that says whose it is, and so goes on with the agency above. */
function goesOnBelow({ opens, cells }: PlanRecord, { roles }: Plan): boolean {
  const whose = roles.has('agency') ? 'agency' : 'owner'
  return roles.has(whose) && !opens && !cells.has(whose)
}

/** The recommendation that a row's words belong to: one told of before, or a new one. */
function place(words: Words, key: string, found: Map<string, Growing>): Growing {
  const same = found.get(key)
  if (same) return again(same, words)
  const own = { parts: [...words.parts], partSpans: [...words.partSpans], otherSpans: [...words.otherSpans] }
  const made: Growing = { ...words, ...own, answers: [] }
  found.set(key, made)
  return made
}

/** A recommendation whose words go on in the next row. */
function goOn(told: Growing, { text, span, parts, partSpans, otherSpans }: Words): void {
  told.text = `${told.text} ${text}`
  told.parts.push(...parts)
  told.partSpans.push(...partSpans)
  told.otherSpans.push(...(span ? [span] : []), ...otherSpans)
}

/** A recommendation whose words stand once more. */
function again(told: Growing, { span, partSpans, otherSpans }: Words): Growing {
  told.otherSpans.push(...(span ? [span] : []), ...partSpans, ...otherSpans)
  return told
}

type Words = Pick<Answered, 'number' | 'text' | 'parts' | 'addressees' | 'span' | 'partSpans' | 'otherSpans'>

/** Those to whom a column of its own says that it is put, as written. */
const addresseesOf = (record: PlanRecord): string[] =>
  (record.cells.get('addressee') ?? []).flatMap(({ text }) => text.split(/\s*;\s*|,\s+(?=\p{Lu})/u)).filter(Boolean)

/** Number, text and sub-points of a recommendation's cell; the number may stand in a column of its own. */
function wordsOfRecord(record: PlanRecord, given: string | null): Words | null {
  const lines = record.cells.get('recommendation') ?? []
  const [first] = lines
  if (!first) return null
  const label = namedLabel(first) ?? numberOf(lines)
  const text: SourceLine[] = []
  const parts: SourceLine[] = []
  const lead = label?.named ? 0 : (label?.textFrom ?? 0)
  for (const line of [partOf(first, label?.textFrom ?? 0, undefined, lead), ...lines.slice(1)]) {
    const listed = enumerationIn(line)
    const number = numberLabel(line)?.textFrom ?? 0
    if (listed) {
      if (listed.intro.text !== '') text.push(listed.intro)
      parts.push(...listed.points)
    } else if (text.length > 0 && isSubPoint(line)) parts.push(partOf(line, number, undefined, number))
    else if (line.text !== '') text.push(line)
  }
  const [opening, ...more] = text
  return {
    // "Rec 1: …" numbers itself, whatever number its row has.
    number: (label?.named ? label.number : given) ?? label?.number ?? null,
    text: text.map(line => passageOf(line).text).join(' '),
    parts: parts.map(line => passageOf(line).text),
    addressees: addresseesOf(record),
    span: opening ? spanOf(opening) : null,
    partSpans: parts.map(spanOf),
    otherSpans: more.map(spanOf),
  }
}

/** The number before a cell's first line, typed or shown by the format, unless it begins a list of several. */
function numberOf([first, next]: readonly SourceLine[]): Label | null {
  const label = first ? numberLabel(first) : null
  return label && (label.textFrom > 0 || !next?.marker) ? label : null
}

function isSubPoint(line: SourceLine): boolean {
  return line.marker !== null || numberLabel(line) !== null
}

/** Whether two recommendations ask in the same words, white space and marks aside. */
export function sameWords(a: string, b: string): boolean {
  return squeezed(a) === squeezed(b)
}

/** The letters and figures of a text alone. */
export function squeezed(text: string): string {
  const small = text.toLowerCase()
  return beyondAscii.test(small) ? small.replace(/[^\p{L}\p{N}]+/gu, '') : small.replace(/[^a-z0-9]+/g, '')
}

const beyondAscii = /[\u0080-\uffff]/
