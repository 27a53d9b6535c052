/** What a paper says to those who read it, which answers nothing. */
import type { FiniteVerb } from './clauses.ts'
import { type Token, wordAt } from './tokens.ts'

/** "Tell us at once if …" is said to whoever reads the page, and promises nothing. */
export function isToReader(words: readonly Token[]): boolean {
  return (
    wordAt(words, 1) === 'us' &&
    /^(?:tell|contact|call|ring|phone|email|write|ask|let|give|send)$/.test(wordAt(words, 0))
  )
}

/** "Members will wish to know that …", "The Committee will remember …": what is said to those who read it. */
export function isReaders(verb: FiniteVerb, words: readonly Token[]): boolean {
  if (/^(?:remember|recall)$/.test(verb.verb)) return true
  const [to, further] = [wordAt(words, verb.last + 1), wordAt(words, verb.last + 2)]
  return /^(?:wish|want|like)$/.test(verb.verb) && to === 'to' && /^(?:know|note|hear|see|be)$/.test(further)
}
