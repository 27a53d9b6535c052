/** What a verb in a past tense does to its sentence's act. */
import type { FiniteVerb } from './clauses.ts'
import type { Act } from './reading.ts'
import { type Token, wordAt } from './tokens.ts'
import { dated, numberWords } from './vocabulary/grammar.ts'
import { deedWhenPast, positionVerbs } from './vocabulary/verbs.ts'

/** What the review itself found is background to an answer. */
const reviewers = /^(?:reviews?|reviewers?|authors?|coroner|inquest|scr|lcspr|cspr|sar|dhr|dardr)$/
const findingVerbs =
  /^(?:find|identify|conclude|highlight|note|observe|recognise|comment|describe|see|say|hear|learn|show)$/

/** Whether a subject names the review or who wrote it. */
export const isOfReview = (subject: readonly Token[]): boolean => subject.some(({ word }) => reviewers.test(word))

/** "185 practitioners had been trained by March" reports; "information had not been shared" looks back. */
export function pastPerfectAct(verb: FiniteVerb, words: readonly Token[]): Act {
  return isCounted(verb, words) ? 'done' : 'context'
}

/** Whether a verb tells of a number of people or things. */
export function isCounted(verb: FiniteVerb, words: readonly Token[]): boolean {
  return words.slice(0, verb.first).some(({ word }) => /^\d|^all$/.test(word) || numberWords.has(word))
}

/** What looks ahead behind "is" or "was". */
export const foreseen = /^(?:due|expected|planned|scheduled|intended|hoped|anticipated)$/

/** "was to be ready by 31 July 2026", "was due to open by May": a promise with its last day, whatever became of it. */
export function isLapsed(verb: FiniteVerb, words: readonly Token[]): boolean {
  const [word, next] = [wordAt(words, verb.last), wordAt(words, verb.last + 1)]
  return (word === 'to' || (foreseen.test(word) && next === 'to')) && isByDate(verb, words)
}

function isByDate(verb: FiniteVerb, words: readonly Token[]): boolean {
  const by = words.findIndex((token, at) => at > verb.last && token.word === 'by')
  return by > 0 && words.slice(by + 1, by + 6).some(token => dated.test(token.word))
}

/** "A repeat planned for March 2027". */
const isSetFor = ({ first, last }: FiniteVerb, words: readonly Token[]): boolean =>
  first === last &&
  /^(?:for|in|on|by)$/.test(wordAt(words, last + 1)) &&
  words.slice(last + 2, last + 5).some(({ word }) => dated.test(word))

/** "has delayed this to summer 2026", "was put back until May": a promise with a new day. */
export function isPutOff({ verb, last }: FiniteVerb, words: readonly Token[]): boolean {
  if (!/^(?:delay|postpone|defer|move|push|put|extend|slip|reschedule)$/.test(verb)) return false
  const until = words.findIndex(({ word }, at) => at > last && /^(?:to|until|till)$/.test(word))
  const behind = words.slice(until + 1, until + 5)
  const day = behind.findIndex(({ word }) => dated.test(word))
  // "All schools moved to the new system in September" tells when, and of no new day.
  const isWhen = behind.slice(0, Math.max(0, day)).some(({ word }) => /^(?:in|on|by|since|from)$/.test(word))
  return until > 0 && until - last < 6 && day >= 0 && !isWhen
}

/** What somebody did; what the review found, or what something was about, is background. */
export function pastAct(verb: FiniteVerb, words: readonly Token[]): Act {
  if (isPutOff(verb, words)) return 'planned'
  // "Reply awaited" waits still, and "Report delayed" is no deed.
  const ends = verb.last === words.length - 1
  if (ends && verb.verb === 'await') return 'ongoing'
  if (ends && /^(?:delay|postpone|defer|pause)$/.test(verb.verb)) return 'context'
  // "Agreed to report by April": a promise with its last day.
  if (verb.verb === 'agree' && wordAt(words, verb.last + 1) === 'to' && isByDate(verb, words)) return 'planned'
  if (foreseen.test(wordAt(words, verb.last)))
    return isLapsed(verb, words) || isSetFor(verb, words) ? 'planned' : 'context'
  if (positionVerbs.has(verb.verb) && !deedWhenPast.has(verb.verb)) return 'position'
  if (findingVerbs.test(verb.verb) && isOfReview(words.slice(0, verb.first))) return 'context'
  return /^(?:say|concern|relate|consist|belong|mean|depend|contain|lack|matter)$/.test(verb.verb) ? 'context' : 'done'
}
