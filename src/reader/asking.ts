/** Whether a text asks for something, as a recommendation does. */
import { finiteVerbs } from './clauses.ts'
import { sentences } from './sentences.ts'
import { type Token, tokens, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { asks } from './vocabulary/labels.ts'

/**
 * Whether words ask: by "should" or the like, by a verb in front ("Review …"), by "Maternity to contact …", or by "That
 * the Trust satisfies itself …".
 */
export function isAsked(text: string): boolean {
  return asks.test(text) || isImperative(text) || asksTo(text) || thatClause.test(text)
}

/** Whether words ask in so many words, and could not be a mere list of things done. */
export function isPlainlyAsked(text: string): boolean {
  return /\b(?:should|must|ought to)\b/.test(text) || asksTo(text) || thatClause.test(text)
}

/** "That the Trust satisfies itself …", as resolutions and recommendations are worded. */
export const thatClause = /^[Tt]hat\s(?:the\s|all\s|each\s|every\s|\p{Lu}|\p{Ll}+s\s)/u

/** Whether a paragraph begins by asking plainly; an answer may say further on what "should be known by May". */
export function beginsByAsking(text: string): boolean {
  const [first] = sentences(text)
  if (!first) return false
  const words = text.slice(...first)
  return isPlainlyAsked(words) || /\brecommend(?:s|ed) that\b/i.test(words)
}

function isImperative(text: string): boolean {
  const words = tokens(text)
  const first = /^(?:to|jointly|fully|urgently)$/.test(wordAt(words, 0)) ? 1 : 0
  return verbForms(wordAt(words, first)).base !== undefined
}

/** "The Trust to audit its policy": a subject, "to" and a verb, and no finite verb before. */
export function asksTo(text: string): boolean {
  const words = tokens(text)
  const at = words.findIndex((word, place) => place > 0 && word.word === 'to' && isBase(words, place + 1))
  if (at < 1 || at > 12) return false
  return !finiteVerbs(words.slice(0, at + 2)).some(verb => verb.first < at)
}

function isBase(words: readonly Token[], at: number): boolean {
  const passive = wordAt(words, at) === 'be' && verbForms(wordAt(words, at + 1)).participle !== undefined
  return passive || verbForms(wordAt(words, at)).base !== undefined
}
