/** What a finite verb does to its sentence's act: tense first, then what the verb means. */

import { isReaders } from './asides-to-readers.ts'
import type { FiniteVerb } from './clauses.ts'
import { fixable, isAim, isChangeFrom, isFixed, looksAhead, peopleExpected } from './looking-ahead.ts'
import { modalAct } from './modal-acts.ts'
import { isCounted, isLapsed, isPutOff, pastAct, pastPerfectAct } from './past-acts.ts'
import type { Act } from './reading.ts'
import { type Token, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { isAnswered, isOpinion, isView, tellsOfEvidence } from './views.ts'
import { prepositions } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'
import {
  deedWhenPast,
  finishedParticiples,
  planVerbs,
  positionVerbs,
  stateParticiples,
  stateVerbs,
} from './vocabulary/verbs.ts'

const viewBehindIs = pattern('')`
    ^(?:committed|grateful|pleased|proud|satisfied|confident|mindful|supportive|keen|clear|disappointed|sorry|
    assured|content|convinced|persuaded|determined|willing|happy|aware)$
  `
/** "We were sorry to read that …" is a view still, where "staff were aware" is background. */
const feltThen = /^(?:sorry|saddened|shocked|disappointed|grateful|pleased|proud)$/
/** What stands behind "in" or "under" when something is going on. */
export const goingOn = pattern('')`
    ^(?:consideration|review|revision|way|underway|under|ongoing|progress|place|discussion|discussions|talks|use|process|
    dialogue|contact|operation|development|train)$
  `
const impersonal = pattern('')`
    ^(?:recognised|recognized|acknowledged|accepted|noted|agreed|understood|believed|considered|felt|regretted|
    appreciated|emphasised|hoped)$
  `

/** The act that a verb gives, or null when it stands in a clause that binds nobody. */
export function actOfVerb(verb: FiniteVerb, words: readonly Token[]): Act | null {
  if (verb.clause === 'subordinate') return null
  const act =
    verb.negated && !viewBehindIs.test(wordAt(words, verb.last)) ? negatedAct(verb, words) : positiveAct(verb, words)
  if (verb.clause === 'added') return act === 'planned' ? act : null
  return act
}

/** What is not done is background; "does not accept" is a position, and "will not … unless" sets a condition. */
function negatedAct(group: FiniteVerb, words: readonly Token[]): Act {
  const { verb, tense } = group
  if (tense === 'future' && words.some(({ word }) => /^(?:unless|until)$/.test(word))) return 'planned'
  const isHeld = positionVerbs.has(verb) && tense !== 'future' && (tense !== 'present' || isView(group, words))
  return isHeld ? 'position' : 'context'
}

function positiveAct(verb: FiniteVerb, words: readonly Token[]): Act {
  switch (verb.tense) {
    case 'future':
      return isReaders(verb, words) ? 'context' : 'planned'
    case 'infinitive':
      return 'planned'
    case 'present':
      return presentAct(verb, words)
    case 'continuous':
      return continuousAct(verb, words)
    case 'passive':
    case 'state':
      return isAct(verb, words)
    case 'passive-continuous':
    case 'perfect-continuous':
      return 'ongoing'
    case 'perfect':
      return perfectAct(verb, words)
    case 'past-perfect':
      return pastPerfectAct(verb, words)
    case 'past':
    case 'passive-past':
      return pastAct(verb, words)
    case 'possession':
      return possessionAct(verb, words)
    case 'modal':
      return modalAct(verb, words)
    case 'past-state':
      if (isLapsed(verb, words)) return 'planned'
      if (feltThen.test(wordAt(words, verb.last))) return 'position'
      if (/^(?:through|on)$/.test(wordAt(words, verb.last)) && isCounted(verb, words)) return 'done'
      return /^(?:has|have)$/.test(wordAt(words, verb.first)) && isGoingOn(verb, words) ? 'ongoing' : 'context'
  }
}

function presentAct(verb: FiniteVerb, words: readonly Token[]): Act {
  const next = wordAt(words, verb.last + 1)
  if (planVerbs.has(verb.verb) && next === 'to')
    return /^(?:clear|plain|honest|open|frank)$/.test(wordAt(words, verb.last + 3)) ? 'position' : 'planned'
  if (verb.verb === 'plan') return prepositions.has(next) ? 'context' : 'planned'
  if (fixable.has(verb.verb) && isFixed(verb, words)) return 'planned'
  // "Children open to both services" are no actors.
  if (verb.verb === 'open' && next === 'to') return 'context'
  if (next === 'that' && /^(?:hope|expect|anticipate|intend|propose|plan)$/.test(verb.verb)) return 'planned'
  if (isNewDate(verb, words)) return 'planned'
  if (verb.verb === 'hold' && /^hands?$/.test(wordAt(words, verb.last + 2))) return 'position'
  if (verb.verb === 'remain' && (next === 'of' || viewBehindIs.test(next))) return 'position'
  if (positionVerbs.has(verb.verb)) return isView(verb, words) ? 'position' : 'ongoing'
  if (
    verb.verb === 'take' &&
    words.slice(verb.last, verb.last + 4).some(({ word }) => /^(?:view|point|criticism)$/.test(word))
  )
    return 'position'
  if (verb.verb === 'continue') return 'ongoing'
  // "They tell us that …" comes to the speaker; "Officers tell the school" is work.
  if (verb.verb === 'tell' && /^(?:us|me)$/.test(next)) return 'context'
  if (`${verb.verb} ${next}` === 'bring together') return 'ongoing'
  if (/^build (?:up)?on$/.test(`${verb.verb} ${next}`)) return 'context'
  if (verb.verb === 'remain' && /^(?:mandatory|compulsory|in|available|open|part|central)$/.test(next)) return 'ongoing'
  if (tellsOfEvidence(verb, words)) return 'context'
  if (isGerund(words) && wordAt(words, verb.last).endsWith('s')) return 'context'
  const changed = wordAt(words, verb.first - 1) === 'now' || isPutToUse(verb, words)
  return stateVerbs.has(verb.verb) && !changed ? 'context' : 'ongoing'
}

/** "applies the tool at each referral" is work; "the threshold applies to all" is how things are. */
const isPutToUse = ({ verb, last }: FiniteVerb, words: readonly Token[]): boolean =>
  verb === 'apply' && /^(?:the|this|these|its|our|their|an?)$/.test(wordAt(words, last + 1))

/** "We now expect it to be ready in May", "the supplier now says that it will be ready in May". */
function isNewDate(verb: FiniteVerb, words: readonly Token[]): boolean {
  const [next, further] = [wordAt(words, verb.last + 1), wordAt(words, verb.last + 2)]
  if (verb.verb === 'expect') return /^(?:it|this|these|them)$/.test(next) && further === 'to'
  if (wordAt(words, verb.first - 1) !== 'now' || !/^(?:say|report|advise)$/.test(verb.verb)) return false
  return words.slice(verb.last + 1).some(({ word }) => /^(?:will|shall)$/.test(word))
}

/** "Working with people who are frightened takes time" has an activity for its subject, and nobody who acts. */
function isGerund(words: readonly Token[]): boolean {
  return verbForms(wordAt(words, 0)).ing !== undefined && !words.some(token => token.parted)
}

function continuousAct(verb: FiniteVerb, words: readonly Token[]): Act {
  if (looksAhead(verb, words) || isChangeFrom(verb, words)) return 'planned'
  return isCopular(words, verb.first) ? 'context' : 'ongoing'
}

const namingWords = new Set(
  'aspect element part purpose role focus key priority challenge objective theme issue feature difficulty'.split(' '),
)

/** "A significant aspect of practice is ensuring …" says what something is, and not that it is being done. */
function isCopular(words: readonly Token[], before: number): boolean {
  return words.slice(0, before).some(word => namingWords.has(word.word))
}

function isAct(verb: FiniteVerb, words: readonly Token[]): Act {
  const word = wordAt(words, verb.last)
  if (/^plans?$/.test(word) && /^(?:to|for)$/.test(wordAt(words, verb.last + 1))) return 'planned'
  if (looksAhead(verb, words) || (verb.tense === 'state' && isAim(verb, words)))
    return peopleExpected(verb, words) ? 'ongoing' : 'planned'
  if (word === 'booked' && isFixed(verb, words)) return 'planned'
  if (impersonal.test(word) && isAnswered(words.slice(0, verb.first))) return 'position'
  if (viewBehindIs.test(word) || isOpinion(verb, words)) return 'position'
  if (isGoingOn(verb, words)) return /^plans?$/.test(wordAt(words, 0)) ? 'planned' : 'ongoing'
  if (
    /^(?:mandatory|compulsory|routine|standard|automatic|available|live|operational)$/.test(word) &&
    isNow(verb, words)
  )
    return 'ongoing'
  if (verb.tense === 'state' && isNow(verb, words) && /^(?:an?|part)$/.test(word)) return 'ongoing'
  if (verb.tense === 'state') return isSummedUp(verb, words) ? 'done' : 'context'
  if (finishedParticiples.has(word)) return 'done'
  if (isNow(verb, words)) return 'ongoing'
  if (word === 'required' && wordAt(words, verb.last + 1) === 'to') return 'ongoing'
  if (word === 'made' && !/^(?:up|of|from)$/.test(wordAt(words, verb.last + 1))) return 'ongoing'
  if (stateParticiples.has(word) || isDoneToUs(verb, words)) return 'context'
  return 'ongoing'
}

/** "What we have done is agree a form". */
const isSummedUp = ({ first }: FiniteVerb, words: readonly Token[]): boolean =>
  wordAt(words, 0) === 'what' && /^(?:done|did)$/.test(wordAt(words, first - 1))

/** "is now mandatory". */
const isNow = ({ first, last }: FiniteVerb, words: readonly Token[]): boolean =>
  words.slice(Math.max(0, first - 1), last).some(({ word }) => word === 'now')

/** "Around 180 babies are referred to us" is what comes to the speaker, not what the speaker does. */
function isDoneToUs(verb: FiniteVerb, words: readonly Token[]): boolean {
  return wordAt(words, verb.last + 1) === 'to' && /^(?:us|me)$/.test(wordAt(words, verb.last + 2))
}

function isGoingOn(verb: FiniteVerb, words: readonly Token[]): boolean {
  const [word, next] = [wordAt(words, verb.last), wordAt(words, verb.last + 1)]
  if (word === 'out' && next === 'for') return true
  if (word === 'ongoing' || word === 'underway' || word === 'available' || word === 'operational' || word === 'live')
    return true
  if ((word === 'in' || word === 'under') && goingOn.test(next === 'the' ? wordAt(words, verb.last + 2) : next))
    return true
  if (word === 'under' && /^(?:way|review|development|discussion|consideration|construction)$/.test(next)) return true
  return (
    verb.tense === 'possession' &&
    words.slice(verb.last).some((token, at, rest) => token.word === 'in' && rest[at + 1]?.word === 'place')
  )
}

/** "has plans to recruit", "have weekly meetings", "has a process in place". */
function possessionAct(verb: FiniteVerb, words: readonly Token[]): Act {
  const rest = words.slice(verb.last)
  if (rest.some(({ word }, at) => /^plans?$/.test(word) && wordAt(rest, at + 1) === 'to')) return 'planned'
  if (wordAt(words, verb.last) === 'until' && isFixed(verb, words)) return 'planned'
  // "Eleven teams have had the training" tells of it as done.
  const given = /^(?:the|their|this|its|training|supervision)$/.test(wordAt(words, verb.last + 1))
  if (wordAt(words, verb.last) === 'had' && given && isCounted(verb, words)) return 'done'
  // "An hour is kept" and "has an hour kept" say the same.
  const kept = rest.slice(1, 5).some(({ word }) => /^(?:kept|reserved|protected|ring-fenced)$/.test(word))
  const regular = rest
    .slice(0, 3)
    .some(({ word }) => /^(?:daily|weekly|fortnightly|monthly|quarterly|annual|regular|access)$/.test(word))
  const changed = wordAt(words, verb.first - 1) === 'now' || wordAt(words, verb.first + 1) === 'now'
  return regular || changed || kept || isGoingOn(verb, words) ? 'ongoing' : 'context'
}

function perfectAct(verb: FiniteVerb, words: readonly Token[]): Act {
  const next = wordAt(words, verb.last + 1)
  // "Five families have agreed to take part" is what was brought about; who speaks is not counted.
  if (planVerbs.has(verb.verb) && next === 'to') return isCounted(verb, words) ? 'done' : 'planned'
  if (verb.verb === 'continue') return 'ongoing'
  if (isPutOff(verb, words)) return 'planned'
  if (positionVerbs.has(verb.verb) && !deedWhenPast.has(verb.verb)) return 'position'
  return 'done'
}
