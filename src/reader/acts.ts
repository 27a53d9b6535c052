/**
 * What a statement does: says that something is done, goes on or is to be done, takes a position, or gives background.
 */
import { isToReader } from './asides-to-readers.ts'
import { type FiniteVerb, finiteVerbs } from './clauses.ts'
import { fixable } from './looking-ahead.ts'
import { foreseen } from './past-acts.ts'
import type { Act } from './reading.ts'
import { reportedActs } from './reported-speech.ts'
import { type Token, tokens, wordAt } from './tokens.ts'
import { actOfVerb, goingOn } from './verb-acts.ts'
import { verbForms } from './verbs.ts'
import { dated, determiners, prepositions } from './vocabulary/grammar.ts'
import { roleWord } from './vocabulary/roles.ts'
import { positionVerbs } from './vocabulary/verbs.ts'

/** The one that binds the speaker most comes first. */
const binding: readonly Act[] = ['planned', 'ongoing', 'done', 'position', 'context']

/** The act of a sentence or a bullet. A bullet without a verb of its own takes that of its lead-in, when it has one. */
export function actOf(text: string, leadIn: Act | null = null): Act {
  const words = tokens(text.includes('(') ? text.replace(whoAndWhen, '') : text)
  if (isToReader(words)) return 'context'
  const ending = /:\s*$/.test(text) ? endingAct(words) : null
  if (ending) return ending
  const verbs = finiteVerbs(words)
  if (isRefusal(words)) return 'position'
  if (isOnceUpon(words, verbs)) return leadIn ?? 'context'
  if (isNothing(text)) return verbs.length > 0 && leadIn !== 'done' ? (leadIn ?? 'context') : 'context'
  if (leadIn && goesOnWith(words, leadIn)) return leadIn
  if (verbs.length === 0 && text.includes(';')) {
    const acts = text.split(';').map(part => actOf(part, leadIn))
    return binding.find(act => acts.includes(act)) ?? 'context'
  }
  const fragment = fragmentAct(words, verbs, leadIn)
  if (fragment) return fragment
  const told = reportedActs(words, verbs)
  // "The Force reports that the form has been changed" tells of the change, not of reporting.
  const own = told.length === 0 ? verbs : verbs.filter(({ tense }) => tense !== 'present')
  const found = [...own.map(verb => actOfVerb(verb, words)).filter(act => act !== null), ...told]
  const binds = isToFollow(words) || isStillTo(words) ? 'planned' : binding.find(act => found.includes(act))
  return binds ?? leadIn ?? 'context'
}

/** "The Partnership has:", "We will:" and "We will have:" break off before their verb, which the entries below hold. */
function endingAct(words: readonly Token[]): Act | null {
  const end =
    words.length - (/^(?:also|already|since|now|recently|therefore)$/.test(wordAt(words, words.length - 1)) ? 2 : 1)
  const last = wordAt(words, end)
  const isAhead = /^(?:will|shall)$/.test(wordAt(words, end - 1))
  if (/^(?:has|have)$/.test(last)) return isAhead ? 'planned' : 'done'
  if (/^(?:will|shall|to)$/.test(last)) return 'planned'
  return /^(?:is|are)$/.test(last) && words.length > 1 ? 'ongoing' : null
}

/** "(lead: Director of Education, May 2027)" says nothing that is done. */
const whoAndWhen = /\s*\([^()]*\b(?:lead|owner|due|by when)\b[^()]*\)/gi

/** Somebody who can be given something to do, by the last word of what they are called. */
const doer = new RegExp(
  `${roleWord.source}|^(?:board|partnership|council|trust|police|force|service|services|icb|group|subgroup|school|schools|housing|agency|agencies|partners|health|education|probation|care)$`,
  'i',
)

/** "Not agreed", "Yes, agreed", "Not for local action", "We can do this only in part", "… and do not intend to". */
function isRefusal(words: readonly Token[]): boolean {
  const said = words.map(({ word }) => word).join(' ')
  return (words.length < 6 && refused.test(said)) || limited.test(said)
}

const refused = /^not (?:agreed|accepted|supported|endorsed|for (?:local|us|this))\b|^yes (?:agreed|accepted)$/
const limited =
  /^(?:we|the \w+) can (?:do|accept|agree to) (?:this|that|it) only (?:in part|partly)\b|\b(?:do|does) not (?:intend|propose|plan) to$|^(?:we|the \w+) (?:cannot|can['’]t|are unable to|is unable to) (?:commit|agree|accept)\b/

/** "No testing has been done yet", "Still not started". */
const isNothing = (text: string): boolean => /^\W*(?:[a-h]\)\s*)?(?:(?:still|yet)\s)?(?:not|no)\b/i.test(text)

/** "Until 2022 the contract was held by …" tells how things used to be. */
function isOnceUpon(words: readonly Token[], verbs: readonly FiniteVerb[]): boolean {
  const begins = /^(?:until|till|formerly|historically)$/.test(wordAt(words, 0))
  return (
    begins &&
    verbs.every(
      ({ tense }) => tense === 'past' || tense === 'passive-past' || tense === 'past-state' || tense === 'past-perfect',
    )
  )
}

/**
 * Under "We will:" an entry that begins with a base form goes on with it, as one with a participle does under "We
 * have:" and "We will have:".
 */
function goesOnWith(words: readonly Token[], leadIn: Act): boolean {
  const { base, participle, ing } = verbForms(
    wordAt(words, /^(?:also|then|and|now|already|recently)$/.test(wordAt(words, 0)) ? 1 : 0),
  )
  if (leadIn === 'planned') return base !== undefined || participle !== undefined
  if (leadIn === 'done') return participle !== undefined
  return leadIn === 'ongoing' && ing !== undefined
}

/**
 * A text without a finite verb in its main clause: "Policy amended", "To be completed", "Revise the form", "Working
 * with schools".
 */
function fragmentAct(words: readonly Token[], verbs: readonly FiniteVerb[], leadIn: Act | null): Act | null {
  if (verbs.some(verb => verb.clause === 'main')) return null
  const first = wordAt(words, /^(?:also|then|and|not|now|already|recently)$/.test(wordAt(words, 0)) ? 1 : 0)
  if (first === 'to' || isGivenTo(words) || isToBe(words) || isStillTo(words)) return 'planned'
  const opening = verbForms(first).present
  if (opening && fixable.has(opening) && words.some(({ word }) => dated.test(word))) return 'planned'
  if (foreseen.test(first)) return words.some(({ word }) => dated.test(word)) ? 'planned' : 'context'
  if (/^(?:delayed|postponed|deferred|paused|halted|stalled|slipped)$/.test(first)) return 'context'
  if (leadIn) return leadIn
  const { base, participle, past, ing } = verbForms(first)
  if (words.some(({ word }, at) => word === 'being' && verbForms(wordAt(words, at + 1)).participle !== undefined))
    return 'ongoing'
  if (words.length < 10 && words.some(({ word }) => /^(?:delayed|postponed|deferred|paused)$/.test(word)))
    return 'context'
  if (reports(words)) return 'done'
  const standing = standingOf(words)
  if (standing) return standing
  if (/\bin place\b/.test(words.map(({ word }) => word).join(' '))) return 'ongoing'
  if (first === 'ongoing' || first === 'underway' || (/^(?:in|under)$/.test(first) && goingOn.test(wordAt(words, 1))))
    return 'ongoing'
  if (base && !past) return 'planned'
  // "Unfunded", "unresolved": nobody has done it.
  if (/^un\w+ed$/.test(first) && words.length < 4) return 'context'
  // "Accepted", "Accepted on behalf of the schools".
  const isAnswer = words.length < 4 || /^(?:on|in|with|subject|without|and|but)$/.test(wordAt(words, 1))
  if (participle) return positionVerbs.has(participle) && isAnswer ? 'position' : 'done'
  if (ing) return 'ongoing'
  if (words.some((token, at) => at > 0 && verbForms(token.word).participle !== undefined && isLoose(words, at)))
    return 'done'
  const isDue = words.some(
    ({ word }, at) => word === 'by' && words.slice(at + 1, at + 5).some(next => dated.test(next.word)),
  )
  return isDue || words.some(token => token.word === 'due' || token.word === 'planned') ? 'planned' : 'context'
}

/** "Review completed", "Staff training delivered to all wards": a noun or two, and what was done with it. */
function reports(words: readonly Token[]): boolean {
  const at = words.findIndex((token, place) => place > 0 && verbForms(token.word).participle !== undefined)
  if (at < 1 || at > 4 || verbForms(wordAt(words, at)).base === wordAt(words, at)) return false
  return words.slice(0, at).every(({ word }) => !determiners.has(word) && !prepositions.has(word)) && isLoose(words, at)
}

/** "First audit complete; second under way": how a thing stands, said behind it. */
function standingOf(words: readonly Token[]): Act | null {
  const ends = (at: number) => at + 1 === words.length || (words[at + 1]?.parted ?? false)
  const isSaid = (word: RegExp) => words.some((token, at) => at > 0 && word.test(token.word) && ends(at))
  if (isSaid(/^(?:underway|way|ongoing|progress|pending)$/)) return 'ongoing'
  return isSaid(/^complete$/) ? 'done' : null
}

/** "The Council is commissioning a course, to be launched on 1 June." */
const isToFollow = (words: readonly Token[]): boolean =>
  words.some(
    ({ word, parted }, at) =>
      parted &&
      word === 'to' &&
      wordAt(words, at + 1) === 'be' &&
      verbForms(wordAt(words, at + 2)).participle !== undefined &&
      words.slice(at + 3).some(next => dated.test(next.word)),
  )

/** "Findings to be presented in May". */
export const isToBe = (words: readonly Token[]): boolean =>
  words.some(
    ({ word }, at) =>
      word === 'to' && wordAt(words, at + 1) === 'be' && verbForms(wordAt(words, at + 2)).participle !== undefined,
  )

/** "Manager to write to schools": who is to do what, without a verb of its own. */
function isGivenTo(words: readonly Token[]): boolean {
  const at = words.findIndex(({ word }) => word === 'to')
  if (at < 1 || at > 8 || verbForms(wordAt(words, at + 1)).base === undefined) return false
  if (words.slice(0, at).some(({ word }) => prepositions.has(word))) return false
  // "Elm to follow in May": by its date, whoever that is.
  const isDated = at <= 3 && words[0]?.capital === true && words.some(({ word }) => dated.test(word))
  return isDated || doer.test(wordAt(words, at - 1))
}

/** "Tool drafted, audit to begin on 8 September." */
const isStillTo = (words: readonly Token[]): boolean =>
  words.some(
    ({ word }, at) =>
      word === 'to' &&
      verbForms(wordAt(words, at + 1)).base !== undefined &&
      ((words[at - 1]?.parted ?? false) || (words[at - 2]?.parted ?? false)) &&
      words.slice(at + 2).some(next => dated.test(next.word)),
  )

/** What may follow a participle that ends a note. */
const behindParticiple = new Set(
  `to by in on for with and at from within across into as during through via following after until out up
  january february march april may june july august september october november december`.split(/\s+/),
)

/**
 * A participle that ends a note ("Policy amended", "Training delivered to all staff") and does not stand before its
 * noun.
 */
function isLoose(words: readonly Token[], at: number): boolean {
  const next = words[at + 1]
  return !next || next.parted || behindParticiple.has(next.word) || /^\d/.test(next.word)
}
