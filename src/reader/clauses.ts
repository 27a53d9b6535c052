/** The finite verbs of a sentence, each with the kind of clause in which it stands. */
import { type Token, wordAt } from './tokens.ts'
import { type VerbGroup, verbGroupAt } from './verb-groups.ts'
import { verbForms } from './verbs.ts'
import {
  determiners,
  joiners,
  numberWords,
  openers,
  prepositions,
  pronouns,
  softOpeners,
} from './vocabulary/grammar.ts'

export interface FiniteVerb extends VerbGroup {
  /** "main", or in a clause that hangs on another: with a comma before ("…, which will") or without ("who will"). */
  readonly clause: 'main' | 'added' | 'subordinate'
}

interface Opener {
  /** Whether it adds something that could stand by itself: a "which" behind a comma. */
  readonly adds: boolean
  readonly soft: boolean
  /** Whether it begins the sentence, whose subject the whole clause may be: "What the panel learns will be shared". */
  readonly heads: boolean
}

/** The finite verbs of a sentence, in order. */
export function finiteVerbs(sentence: readonly Token[]): FiniteVerb[] {
  const found: FiniteVerb[] = []
  let waiting: Opener[] = []
  for (let at = 0; at < sentence.length; at++) {
    const word = wordAt(sentence, at)
    const joins = joiners.has(word)
    if (sentence[at]?.parted || joins) waiting = waiting.filter(opener => !opener.soft)
    // A semicolon parts two sentences: "… that September; we now expect …".
    if (sentence[at]?.apart) waiting = []
    // "… and it will" begins a clause of its own, whatever the one before still lacks.
    if (joins && /^(?:it|we|they|he|she|this)$/.test(wordAt(sentence, at + 1))) waiting = []
    if (opens(sentence, at)) {
      const adds = word === 'which' && (sentence[at]?.parted ?? false)
      if (!hidesVerb(sentence, at)) waiting.push({ adds, soft: softOpeners.has(word), heads: headsClause(at, word) })
      continue
    }
    const group = verbGroupAt(sentence, at)
    if (!group || isBeforeVerb(group, sentence)) continue
    if (waiting.at(-1)?.heads && endsWithVerb(sentence, at)) waiting.pop()
    const clause = clauseOf(sentence, at, waiting.at(-1), found.at(-1))
    if (repeats(group, clause, found, sentence)) continue
    waiting.pop()
    found.push({ ...group, clause })
    at = group.last
  }
  return withoutReducedClauses(found, sentence)
}

/**
 * A verb behind an opener stands in its clause; one joined by "and" straight to the verb before stands in that one's.
 */
function clauseOf(
  sentence: readonly Token[],
  at: number,
  opener: Opener | undefined,
  before: FiniteVerb | undefined,
): FiniteVerb['clause'] {
  if (opener) return opener.adds ? 'added' : 'subordinate'
  const joined = joiners.has(wordAt(sentence, at - 1)) && !sentence[at]?.parted && !sentence[at - 1]?.parted
  return joined ? (before?.clause ?? 'main') : 'main'
}

function opens(sentence: readonly Token[], at: number): boolean {
  const word = wordAt(sentence, at)
  if (softOpeners.has(word)) return at > 0
  if (!openers.has(word)) return false
  return word !== 'that' || !prepositions.has(wordAt(sentence, at - 1))
}

function headsClause(at: number, word: string): boolean {
  return at === 0 && /^(?:what|whatever|how|whether|who|whoever)$/.test(word)
}

/** In "What the panel learns will …" the clause has its verb already, straight before the auxiliary of the next. */
function endsWithVerb(sentence: readonly Token[], at: number): boolean {
  const { base, present, past } = verbForms(wordAt(sentence, at - 1))
  return at > 2 && (base ?? present ?? past) !== undefined
}

/** "people who self-neglect": a word straight behind "who" is its verb, though no list holds it. */
function hidesVerb(sentence: readonly Token[], at: number): boolean {
  if (wordAt(sentence, at) !== 'who') return false
  const next = wordAt(sentence, at + 1)
  const known =
    verbGroupAt(sentence, at + 1) !== null ||
    verbForms(next).base !== undefined ||
    verbForms(next).present !== undefined
  return !known && !determiners.has(next) && !pronouns.has(next) && !numberWords.has(next)
}

/**
 * A word without an auxiliary, in a clause that has its verb already, is a noun or an adjective unless a new clause is
 * joined on.
 */
function repeats(
  group: VerbGroup,
  clause: FiniteVerb['clause'],
  found: readonly FiniteVerb[],
  sentence: readonly Token[],
): boolean {
  const lexical = group.first === group.last && (group.tense === 'past' || group.tense === 'present')
  const same = found.findLast(verb => verb.clause === clause)
  const before = found.at(-1)
  if (!lexical || !same || !before) return false
  if (group.tense === 'present' && hasObject(before, sentence)) return true
  const between = sentence.slice(before.last + 1, group.first + 1)
  const joint = between.findLastIndex((token, at) => (token.parted && at < between.length) || joiners.has(token.word))
  if (joint < 0) return same.tense !== 'past' || same.first !== same.last || group.first === same.last + 1
  return group.tense === 'present' && between.slice(joint + 1).some(token => prepositions.has(token.word))
}

/** "Uptake of health checks rose": a word straight before the verb is its noun, and no verb in the present. */
function isBeforeVerb({ tense, first, last }: VerbGroup, sentence: readonly Token[]): boolean {
  if (tense !== 'present' || first !== last) return false
  const next = verbForms(wordAt(sentence, last + 1))
  const object = wordAt(sentence, last + 2)
  const isPast =
    next.past !== undefined &&
    (next.participle === undefined || determiners.has(object) || object === 'it' || object === '')
  return isPast && !sentence[last + 1]?.parted
}

/** "Rates in the borough fell": of two verbs in one clause with nothing between to join them, the first is a noun. */
function isNounBefore(verb: FiniteVerb, next: FiniteVerb, sentence: readonly Token[]): boolean {
  if (verb.tense !== 'present' || verb.first !== verb.last || next.tense !== 'past') return false
  if (next.clause !== verb.clause || !wordAt(sentence, verb.first).endsWith('s')) return false
  return !sentence
    .slice(verb.last + 1, next.first + 1)
    .some(token => token.parted || joiners.has(token.word) || openers.has(token.word) || determiners.has(token.word))
}

/** "The Trust delivered the training to all safeguarding leads": with an object an -ed form is the verb. */
const hasObject = ({ tense, first, last }: VerbGroup, sentence: readonly Token[]): boolean =>
  tense === 'past' && first === last && /^(?:the|a|an|its|their|our)$/.test(wordAt(sentence, last + 1))

/**
 * "Policies identified in the audit are …": an -ed form with a finite verb behind it in the same clause is no finite
 * verb.
 */
function withoutReducedClauses(verbs: readonly FiniteVerb[], sentence: readonly Token[]): FiniteVerb[] {
  return verbs.filter((verb, at) => {
    const next = verbs[at + 1]
    if (hasObject(verb, sentence)) return true
    if (next && isNounBefore(verb, next, sentence)) return false
    if (verb.tense !== 'past' || verb.first !== verb.last || !next || next.clause !== verb.clause) return true
    return sentence
      .slice(verb.last + 1, next.first + 1)
      .some(token => token.parted || joiners.has(token.word) || openers.has(token.word))
  })
}
