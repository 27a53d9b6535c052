/** What "would", "should", "may" and "can" do to their sentence's act. */
import type { FiniteVerb } from './clauses.ts'
import type { Act } from './reading.ts'
import { isToCome } from './reported-speech.ts'
import { type Token, wordAt } from './tokens.ts'
import { dated } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'
import { planVerbs, positionVerbs } from './vocabulary/verbs.ts'
import { openVerbs } from './vocabulary/words.ts'

const toBeReady = pattern('')`
  ^(?:complete|completed|finished|ready|reached|available|live|operational|signed|launched|published|finalised|
  ratified|approved|adopted|issued|delivered|place|open)$
`

/** The act that a modal verb gives; what only could or should be is background. */
export function modalAct(verb: FiniteVerb, words: readonly Token[]): Act {
  const modal = wordAt(words, verb.first)
  const isDated = words.slice(verb.last).some(({ word }) => dated.test(word))
  if (modal === 'would' && planVerbs.has(verb.verb) && wordAt(words, verb.last + 1) === 'to') return 'planned'
  if (modal === 'would' && (positionVerbs.has(verb.verb) || verb.verb === 'like')) return 'position'
  if (modal === 'would' && /^(?:happy|willing|glad|pleased|keen)$/.test(verb.verb)) return 'position'
  if (isDated && isToCome(verb, words)) return 'planned'
  // "should be complete by March" foresees it, and asks for nothing.
  const behind = wordAt(words, verb.last + (wordAt(words, verb.last) === 'be' ? 1 : 0))
  if (isDated && modal === 'should' && toBeReady.test(behind)) return 'planned'
  if (/^(?:may|might)$/.test(modal) && openVerbs.has(verb.verb)) return 'planned'
  return modal === 'can' && wordAt(words, verb.first + 1) === 'now' ? 'ongoing' : 'context'
}
