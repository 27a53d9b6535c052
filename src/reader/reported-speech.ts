/** What somebody reported, as minutes do: "The Trust confirmed that training had begun and would end in May". */
import type { FiniteVerb } from './clauses.ts'
import { foreseen, isOfReview } from './past-acts.ts'
import type { Act } from './reading.ts'
import { type Token, wordAt } from './tokens.ts'
import { positionVerbs } from './vocabulary/verbs.ts'

const reporting = /^(?:confirm|advise|report|state|say|explain|inform|indicate|tell|add|assure|agree|outline|clarify)$/
const told = new Set<FiniteVerb['tense']>(['past', 'passive-past', 'perfect'])
/** In the present tense these tell of what others did; "agrees that" takes a view. */
const reportingNow = /^(?:confirm|advise|report|state)$/

/** The acts of what a sentence reports; none where it reports nothing. */
export function reportedActs(words: readonly Token[], verbs: readonly FiniteVerb[]): Act[] {
  const at = verbs.findIndex(isTelling)
  const teller = verbs[at]
  if (!teller || isOfReview(words.slice(0, teller.first))) return []
  const from = words.findIndex(({ word }, place) => place > teller.last && place < teller.last + 6 && word === 'that')
  if (from < 0) return []
  return verbs.slice(at + 1).flatMap(verb => (verb.first > from ? (actTold(verb, words) ?? []) : []))
}

const isTelling = ({ verb, tense, clause }: FiniteVerb): boolean =>
  clause === 'main' && (told.has(tense) ? reporting.test(verb) : tense === 'present' && reportingNow.test(verb))

/** What a verb does that stands in what is told: "had begun" has begun, "would begin" will begin. */
function actTold(verb: FiniteVerb, words: readonly Token[]): Act | null {
  if (verb.negated || verb.clause === 'added') return null
  switch (verb.tense) {
    case 'future':
    case 'infinitive':
      return 'planned'
    case 'modal':
      return isToCome(verb, words) ? 'planned' : null
    case 'past-perfect':
    case 'perfect':
      return 'done'
    case 'passive-past':
    case 'past-state':
      return foreseen.test(wordAt(words, verb.last)) ? 'planned' : null
    default:
      return null
  }
}

/** "would begin", and neither "would have begun" nor "would welcome". */
export const isToCome = (verb: FiniteVerb, words: readonly Token[]): boolean =>
  wordAt(words, verb.first) === 'would' &&
  !/^(?:have|like|need)$/.test(wordAt(words, verb.last)) &&
  !positionVerbs.has(verb.verb)
