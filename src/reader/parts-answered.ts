/** Which parts of a recommendation a statement takes up, and which asks of it are taken up by none. */

import type { Answered } from './answers.ts'
import { contentWords, coverageOf } from './content-words.ts'
import { numberValue } from './labels.ts'
import type { Statement } from './reading.ts'
import { asks } from './vocabulary/labels.ts'
import { pattern } from './vocabulary/pattern.ts'
import { asksEvaluation, evaluation } from './vocabulary/words.ts'

/** Share of a part's telling words that a statement must have to take it up. */
const takesUp = 1 / 3

/**
 * The recommendation with every statement joined to the parts that it takes up: [] where it has no parts, null where it
 * cannot be told.
 */
export function withPartsAnswered(recommendation: Answered): Answered {
  if (recommendation.parts.length === 0) return withoutLetters(recommendation)
  const words = tellingApart(recommendation.parts.map(part => [...contentWords(part)]))
  const parts = recommendation.parts.map((text, at) => ({ words: words[at] ?? [], text }))
  const answers = recommendation.answers.map(answer => ({
    ...answer,
    statements: answer.statements.map(statement => ({ ...statement, answersParts: marked(statement, parts) })),
  }))
  return { ...recommendation, answers }
}

/** Letters of actions count no part where there is none. */
function withoutLetters(recommendation: Answered): Answered {
  const answers = recommendation.answers.map(answer => ({
    ...answer,
    statements: answer.statements.map(statement => ({ ...statement, answersParts: [] })),
  }))
  return { ...recommendation, answers }
}

/** The words of each part that no other part has, where it has more than one of these. */
function tellingApart(parts: readonly (readonly string[])[]): (readonly string[])[] {
  return parts.map((part, at) => {
    const others = new Set(parts.flatMap((other, place) => (place === at ? [] : other)))
    const own = part.filter(word => !others.has(word))
    return own.length > 1 ? own : part
  })
}

interface Part {
  readonly text: string
  /** The words that tell it from the other parts. */
  readonly words: readonly string[]
}

/** The part whose letter stands before the answer ("(ii) This was done"), else those that its words take up. */
function marked(statement: Statement, parts: readonly Part[]): readonly number[] | null {
  const letter = /^\((?<letter>[a-h])\)\s/.exec(statement.text)?.groups?.letter
  const [mark] = letter ? [numberValue(letter)] : (statement.answersParts ?? [])
  return mark !== undefined && mark <= parts.length ? [mark] : partsOf(statement, parts)
}

function partsOf({ text }: Statement, parts: readonly Part[]): number[] | null {
  const words = contentWords(text)
  const taken = parts.flatMap((part, at) => {
    const evaluates = asksEvaluation.test(part.text) && evaluation.test(text)
    return evaluates || coverageOf(new Set(part.words), words) >= takesUp || sharesDeed(part.words, words)
      ? [at + 1]
      : []
  })
  return taken.length > 0 ? taken : null
}

/** "Publish data on …" is taken up by "Data were published": its first words are what is to be done, and to what. */
function sharesDeed([deed, thing, more]: readonly string[], words: ReadonlySet<string>): boolean {
  return deed !== undefined && thing !== undefined && more !== undefined && words.has(deed) && words.has(thing)
}

/** The numbers, from 1, of the parts that no statement takes up. */
export function partsLeftOut({ parts, answers }: Answered): number[] {
  if (parts.length === 0) return []
  const taken = new Set(answers.flatMap(answer => answer.statements.flatMap(statement => statement.answersParts ?? [])))
  return parts.map((_, at) => at + 1).filter(number => !taken.has(number))
}

/**
 * What the recommendation asks for beside its first ask ("…, and should evaluate whether …") and no statement takes up.
 */
export function asksLeftOut({ text, parts, answers }: Answered): string[] {
  const single = asksOf(text)
  if (single.length === 1 && !asksEvaluation.test(text)) return []
  const all = answers.flatMap(({ statements }) => statements.map(statement => statement.text)).join(' ')
  const words = contentWords(all)
  return single.filter((ask, at) => {
    // What breaks off before the sub-points is asked by these.
    if (parts.length > 0 && /:\s*$/.test(ask)) return false
    if (asksEvaluation.test(ask)) return !evaluation.test(all)
    const about = contentWords(ask)
    return at > 0 && about.size >= 2 && coverageOf(about, words) < takesUp
  })
}

const furtherAsk = pattern('u')`
  (?:,|;|\.)?\s+(?:and|they|it|this|which|who)\s+(?:the \w+ )?(?=(?:should|must|needs? to|ought to)\b)|
  [.]\s+(?=\p{Lu})
`

/**
 * A recommendation's single asks: it is parted where a further "should" begins, and evaluation is one wherever it
 * stands.
 */
function asksOf(text: string): string[] {
  const pieces = text.split(furtherAsk)
  // In "The Force and the Trust should agree" nothing is asked before the second name.
  const [first = '', second = '', ...more] = pieces
  return asks.test(first) ? pieces : [text.slice(0, text.indexOf(second, first.length) + second.length), ...more]
}
