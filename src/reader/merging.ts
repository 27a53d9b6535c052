/** One recommendation that stands in several places of a document (a summary, the report, a plan) is made one. */
import type { Answer, Answered } from './answers.ts'
import { contentWords, coverageOf, likeness } from './content-words.ts'
import { uncovered } from './coverage.ts'
import { namedLabel, numberLabel } from './labels.ts'
import { sameWords, squeezed } from './plan-recommendations.ts'
import type { Span } from './reading.ts'
import { type SourceLine, spanOf } from './source-lines.ts'

const alike = 0.8

/** Merges recommendations that are told of more than once; each keeps the place and the words of its first telling. */
export function merged(recommendations: readonly Answered[]): Answered[] {
  const kept: Answered[] = []
  const byNumber = new Map<string, number[]>()
  for (const each of recommendations) {
    const places = byNumber.get(each.number ?? '') ?? []
    const at = places.find(place => isSame(kept[place], each))
    if (at === undefined) {
      byNumber.set(each.number ?? '', [...places, kept.length])
      kept.push(each)
    } else kept[at] = joined(kept[at] ?? each, each)
  }
  return kept
}

/** The same number and the same words, or words cut short; without a number the words alone. */
function isSame(a: Answered | undefined, b: Answered): boolean {
  if (!a) return false
  if (a.text === '' || b.text === '' || sameWords(a.text, b.text)) return true
  return (
    likeness(whole(a), whole(b)) >= (a.number === null ? 0.9 : alike) ||
    (a.number !== null && isShortened(a.text, b.text))
  )
}

const whole = ({ text, parts }: Answered): string => [text, ...parts].join(' ')

function isShortened(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return long.startsWith(short.replace(/[….]+$/, '')) || coverageOf(contentWords(short), contentWords(long)) >= 0.7
}

function joined(first: Answered, again: Answered): Answered {
  const [words, other] =
    whole(again).length > whole(first).length && again.text.length > 2 * first.text.length
      ? [again, first]
      : [first, again]
  return {
    ...words,
    addressees: words.addressees.length > 0 ? words.addressees : other.addressees,
    answers: [...first.answers, ...again.answers],
    otherSpans: [...words.otherSpans, ...spansOfWords(other)],
  }
}

/** Every place in which the recommendation's own words stand. */
export function spansOfWords({
  span,
  partSpans,
  otherSpans,
}: Pick<Answered, 'span' | 'partSpans' | 'otherSpans'>): Span[] {
  return [...(span ? [span] : []), ...partSpans, ...otherSpans]
}

/** Every place that a recommendation's words and its answers take. */
export function spansTaken(recommendation: Answered): Span[] {
  return [
    ...spansOfWords(recommendation),
    ...recommendation.answers.flatMap(answer => answer.statements.map(({ span }) => span)),
  ]
}

/** Adds the answers of rows that give a recommendation's number alone, or that stand in its section. */
export function withAnswers(recommendation: Answered, answers: readonly Answer[]): Answered {
  return answers.length === 0 ? recommendation : { ...recommendation, answers: [...recommendation.answers, ...answers] }
}

/** Shorter wordings could stand anywhere by chance. */
const leastRepeat = 40

/** Joins to each recommendation the lines that say its words again, as a summary does, and hold nothing else. */
export function withRepeats(recommendations: readonly Answered[], lines: readonly SourceLine[]): Answered[] {
  const candidates = lines.filter(line => line.kind !== 'table' && line.text.length >= leastRepeat)
  if (candidates.length === 0) return [...recommendations]
  const byWords = new Map(
    recommendations.filter(each => each.text.length >= leastRepeat).map(each => [squeezed(each.text), each]),
  )
  const places = new Map<Answered, Span[]>()
  for (const { line, passage } of uncovered(candidates, recommendations.flatMap(spansTaken))) {
    const label = namedLabel(line) ?? numberLabel(line)
    const told = passage.text === line.text ? byWords.get(squeezed(line.text.slice(label?.textFrom ?? 0))) : undefined
    if (told) places.set(told, [...(places.get(told) ?? []), spanOf(line)])
  }
  return recommendations.map(each => ({ ...each, otherSpans: [...each.otherSpans, ...(places.get(each) ?? [])] }))
}
