/** Whether a verb tells of a view that is taken or of what was found, where the same verb may tell of work. */
import type { FiniteVerb } from './clauses.ts'
import { type Token, wordAt } from './tokens.ts'

/** "shares the concern" and "considers that" are views; "shares notifications" and "considers each case" are work. */
export function isView(verb: FiniteVerb, words: readonly Token[]): boolean {
  const rest = words.slice(verb.last + 1)
  if (verb.verb === 'share')
    return rest.some(({ word }) => /^(?:concerns?|views?|aims?|ambitions?|beliefs?|opinions?|commitment)$/.test(word))
  // "Nurses note what they saw": people at their work; "The Board notes what was found" is a view.
  const asked = /^(?:what|who|whom|where|when|how)$/.test(wordAt(words, verb.last + 1))
  if (verb.verb === 'note' && wordAt(words, verb.last) === 'note' && asked) return false
  if (!/^(?:consider|note|support)$/.test(verb.verb)) return true
  // "supports every carer" is work; "supports the use of one form by all agencies" is a view of that use.
  const about = verb.verb === 'consider' ? rest : rest.slice(0, 3)
  return !about.some(({ word }) => /^(?:each|every|all|any|cases?)$/.test(word))
}

/** "It is recognised that …", "This recommendation is accepted": what a view is taken on. */
export function isAnswered(subject: readonly Token[]): boolean {
  const last = wordAt(subject, subject.length - 1)
  return last === 'it' || (subject.length < 6 && /^(?:recommendations?|findings?|learning|conclusions?)$/.test(last))
}

/** "is of the view that", "are at one". */
export function isOpinion({ last }: FiniteVerb, words: readonly Token[]): boolean {
  const [word, next, further] = [wordAt(words, last), wordAt(words, last + 1), wordAt(words, last + 2)]
  return (word === 'at' && next === 'one') || (word === 'of' && /^(?:view|opinion|belief|mind)$/.test(further))
}

const evidence = /^(?:audits?|samples?|sampling|data|figures?|surveys?|returns|results?|records?|feedback|evidence)$/

/** "Audits show that …", "The latest figures suggest …": what is told by them is no work. */
export const tellsOfEvidence = ({ verb, first }: FiniteVerb, words: readonly Token[]): boolean =>
  /^(?:show|suggest|indicate|demonstrate|tell)$/.test(verb) &&
  words.slice(0, first).some(({ word }) => evidence.test(word))
