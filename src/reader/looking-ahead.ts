/** Verbs that look ahead: "is due in May", "opens in January", "From September we are moving". */
import type { FiniteVerb } from './clauses.ts'
import { type Token, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { dated } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'
import { roleWord } from './vocabulary/roles.ts'

const plannedBehindIs = pattern('')`
    ^(?:due|expected|planned|scheduled|intended|hoped|anticipated|proposed|envisaged|projected|hoping|planning|
    aiming|intending|expecting|proposing|timetabled|diarised|earmarked|programmed|pencilled)$
  `
/** These look ahead only with "to" and a verb behind them. */
const plannedWithTo = /^(?:set|going|about|likely|looking|prepared|committed|ready)$/
/** In the present tense, with a date behind it, these tell of what is fixed for then: "The scheme opens in May." */
export const fixable = new Set('begin start commence open close launch go come take resume join'.split(' '))
/** "opens in January 2027", "takes place in May"; not "opens each January" or "takes account of the 2015 plan". */
export function isFixed(verb: FiniteVerb, words: readonly Token[]): boolean {
  const rest = words.slice(verb.last + 1)
  // "Cases open to both services in March" are not about to open.
  if (verb.verb === 'open' && rest[0]?.word === 'to') return false
  if (verb.verb === 'take' && !/^(?:place|effect|over|up)$/.test(rest[0]?.word ?? '')) return false
  return rest.some(({ word }) => dated.test(word)) && !rest.some(({ word }) => /^(?:each|every|since)$/.test(word))
}

/** "From September we are moving to one in five". */
export const isChangeFrom = ({ last }: FiniteVerb, words: readonly Token[]): boolean =>
  /^(?:moving|starting|beginning|launching|opening|introducing|rolling|extending|switching|going)$/.test(
    wordAt(words, last),
  ) && words.some(({ word }, at) => word === 'from' && dated.test(wordAt(words, at + 1)))

/** "is due in May", "is going to review", "is committed to reviewing". */
export function looksAhead(verb: FiniteVerb, words: readonly Token[]): boolean {
  const word = wordAt(words, verb.last)
  if (plannedBehindIs.test(word)) return true
  const { base, ing } = verbForms(wordAt(words, verb.last + 2))
  // To be committed to improving is a view; to delivering three sessions by March a promise.
  if (
    word === 'committed' &&
    ing !== undefined &&
    !words.some(token => /^\d|^(?:two|three|four|five|six|christmas|easter)$/.test(token.word))
  )
    return false
  const further = base !== undefined || ing !== undefined || wordAt(words, verb.last + 2) === 'be'
  return plannedWithTo.test(word) && wordAt(words, verb.last + 1) === 'to' && further
}

/** "The aim is for all staff to be trained", "The next step is an evaluation". */
export function isAim(verb: FiniteVerb, words: readonly Token[]): boolean {
  const subject = words.slice(0, verb.first)
  // "What we can offer is …"
  if (wordAt(words, 0) === 'what')
    return subject.some(({ word }) => /^(?:can|will|propose|proposes|intend|intends)$/.test(word))
  return subject.some(
    ({ word }, at) =>
      /^(?:aim|intention|ambition|goal|plan)$/.test(word) || (word === 'step' && wordAt(subject, at - 1) === 'next'),
  )
}

/** "Staff are expected to …" tells of a rule that they work by. */
export function peopleExpected(verb: FiniteVerb, words: readonly Token[]): boolean {
  // "The adviser is expected to start in May 2026" foretells.
  if (words.slice(verb.last + 1).some(({ word }) => dated.test(word))) return false
  return wordAt(words, verb.last) === 'expected' && words.slice(0, verb.first).some(({ word }) => roleWord.test(word))
}
