/** The verb that begins at a word, with its auxiliaries: which tense it has and which verb carries the meaning. */
import { type Token, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import {
  adverbs,
  collectives,
  determiners,
  joiners,
  numberWords,
  plurals,
  prepositions,
  pronouns,
} from './vocabulary/grammar.ts'

export type Tense =
  | 'future' // will review
  | 'infinitive' // is to review
  | 'present' // reviews
  | 'continuous' // is reviewing
  | 'passive' // is reviewed
  | 'passive-continuous' // is being reviewed
  | 'state' // is new
  | 'perfect' // has reviewed, has been reviewed
  | 'perfect-continuous' // has been reviewing
  | 'past' // reviewed
  | 'passive-past' // was reviewed
  | 'past-state' // was new, was reviewing, had reviewed
  | 'modal' // should review
  | 'possession' // has a plan

export interface VerbGroup {
  readonly tense: Tense
  /** The base form of the verb that carries the meaning, or the word behind "is" when it is no verb. */
  readonly verb: string
  readonly negated: boolean
  /** Places among the words, from the auxiliary to the word that carries the meaning. */
  readonly first: number
  readonly last: number
}

type Rest = Pick<VerbGroup, 'negated' | 'first' | 'last'>
type Reader = (sentence: readonly Token[], at: number) => VerbGroup | null

/** The verb that begins at a place, or null when none does. */
export function verbGroupAt(sentence: readonly Token[], at: number): VerbGroup | null {
  const read = auxiliaries.get(wordAt(sentence, at)) ?? lexicalVerb
  return read(sentence, at)
}

const auxiliaries: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...each("will shall we'll they'll it'll won't", (sentence, at) => simple('future', sentence, at)),
  ...each('would should must can could may might cannot', modal),
  ...each("do does don't doesn't", (sentence, at) => simple('present', sentence, at)),
  ...each("did didn't", (sentence, at) => simple('past', sentence, at)),
  ...each("is are am we're it's they're isn't aren't", presentBe),
  ...each("was were wasn't weren't", pastBe),
  ...each("has have we've they've hasn't haven't had hadn't", having),
])

function each(words: string, read: Reader): [string, Reader][] {
  return words.split(' ').map(word => [word, read])
}

/** Whether a word is an adverb that may stand between an auxiliary and its verb. */
export function isAdverb(word: string): boolean {
  return (
    adverbs.has(word) ||
    (word.length > 4 &&
      word.endsWith('ly') &&
      !/^(?:apply|supply|comply|rely|reply|family|early|only|likely)$/.test(word))
  )
}

/** The place behind an auxiliary and its adverbs, and whether "not" stood there. */
function behind(sentence: readonly Token[], at: number): Rest {
  let last = at + 1
  let negated = /n't$|^cannot$/.test(wordAt(sentence, at))
  while (last < sentence.length - 1 && isAdverb(wordAt(sentence, last))) {
    negated ||= /^(?:not|never)$/.test(wordAt(sentence, last))
    last++
  }
  return { negated, first: at, last: Math.min(last, sentence.length - 1) }
}

function simple(tense: Tense, sentence: readonly Token[], at: number): VerbGroup {
  const rest = behind(sentence, at)
  const word = wordAt(sentence, rest.last)
  return { ...rest, tense, verb: word === 'be' ? participleAt(sentence, rest.last) : baseOf(word) }
}

function modal(sentence: readonly Token[], at: number): VerbGroup | null {
  const isMonth = wordAt(sentence, at) === 'may' && sentence[at]?.capital === true && at > 0
  return isMonth || /^\d/.test(wordAt(sentence, at + 1)) ? null : simple('modal', sentence, at)
}

function baseOf(word: string): string {
  const { base, participle, ing, past, present } = verbForms(word)
  return base ?? participle ?? ing ?? past ?? present ?? word
}

/** The verb behind "be" or "been": "be reviewed", "been reviewing", or the word itself. */
function participleAt(sentence: readonly Token[], at: number): string {
  const word = wordAt(sentence, behind(sentence, at).last)
  const { participle, ing } = verbForms(word)
  return participle ?? ing ?? word
}

function presentBe(sentence: readonly Token[], at: number): VerbGroup {
  const rest = behind(sentence, at)
  const word = wordAt(sentence, rest.last)
  if (word === 'to')
    return { ...rest, tense: 'infinitive', verb: baseOf(wordAt(sentence, behind(sentence, rest.last).last)) }
  if (word === 'being') return { ...rest, tense: 'passive-continuous', verb: participleAt(sentence, rest.last) }
  const { participle, ing } = verbForms(word)
  if (ing && !/^(?:missing|outstanding|willing|lacking|pending|meeting)$/.test(word))
    return { ...rest, tense: 'continuous', verb: ing }
  return { ...rest, tense: participle ? 'passive' : 'state', verb: participle ?? word }
}

function pastBe(sentence: readonly Token[], at: number): VerbGroup {
  const rest = behind(sentence, at)
  const word = wordAt(sentence, rest.last)
  const { participle } = verbForms(word === 'being' ? wordAt(sentence, rest.last + 1) : word)
  return { ...rest, tense: participle ? 'passive-past' : 'past-state', verb: participle ?? word }
}

function having(sentence: readonly Token[], at: number): VerbGroup {
  const rest = behind(sentence, at)
  const past = wordAt(sentence, at).startsWith('had')
  const word = wordAt(sentence, rest.last)
  if (word === 'been') {
    const last = behind(sentence, rest.last).last
    const { ing, participle } = verbForms(wordAt(sentence, last))
    const tense = past ? 'past-state' : ing ? 'perfect-continuous' : participle ? 'perfect' : 'past-state'
    return { ...rest, last, tense, verb: ing ?? participle ?? wordAt(sentence, last) }
  }
  const { participle } = verbForms(word)
  if (participle && participle !== 'have') return { ...rest, tense: past ? 'past-state' : 'perfect', verb: participle }
  return { ...rest, tense: past ? 'past-state' : 'possession', verb: word }
}

/** Behind other verbs "of" shows that the word is a noun: "a short set of questions". */
const takesOf = /^(?:approve|consist|dispose|think|speak|hear|know|learn|beware|become|make|take|remain)$/

/**
 * A verb without an auxiliary: "reviewed", "reviews", "review". Its subject must agree with it, or it is taken for a
 * noun.
 */
function lexicalVerb(sentence: readonly Token[], at: number): VerbGroup | null {
  const token = sentence[at]
  if (!token || at === 0 || token.capital) return null
  const { base, present, past } = verbForms(token.word)
  if (!base && !present && !past) return null
  if ((present || base) && wordAt(sentence, at + 1) === 'of' && !takesOf.test(present ?? base ?? '')) return null
  const subject = subjectBefore(sentence, at)
  if (subject === null || !mayFollowVerb(sentence, at)) return null
  const group = { negated: false, first: at, last: at }
  if (past && (past !== base || !isRegular(sentence))) return { ...group, tense: 'past', verb: past }
  if (present && (!isPlural(subject.word) || subject.capital || isBehindPreposition(sentence, at)))
    return { ...group, tense: 'present', verb: present }
  if (base && (isPlural(subject.word) || (collectives.has(subject.word) && beginsPhrase(sentence, at + 1))))
    return { ...group, tense: 'present', verb: base }
  return past ? { ...group, tense: 'past', verb: past } : null
}

/** In "Work with fathers forms part of …" the plural before the verb is not its subject. */
function isBehindPreposition(sentence: readonly Token[], at: number): boolean {
  return at >= 3 && prepositions.has(wordAt(sentence, at - 2)) && beginsPhrase(sentence, at + 1)
}

/** "We set up a group" tells of the past, "We read each report every week" does not. */
function isRegular(sentence: readonly Token[]): boolean {
  return sentence.some(({ word }) =>
    /^(?:every|each|weekly|monthly|daily|quarterly|regularly|routinely|always|now)$/.test(word),
  )
}

/**
 * The noun or pronoun that could be the subject of a verb: before its adverbs, and before a phrase set off by commas.
 */
function subjectBefore(sentence: readonly Token[], at: number): Token | null {
  let before = at - 1
  while (before > 0 && isAdverb(wordAt(sentence, before)) && !pronouns.has(wordAt(sentence, before))) before--
  const token = sentence[before]
  if (!token) return null
  if (joiners.has(token.word)) return joinedSubject(sentence, before)
  if (sentence[before + 1]?.parted) return beforeAside(sentence, before + 1)
  return canBeSubject(token) || isNamedYear(sentence, before) ? token : null
}

/** The year in the name of a thing: "Working Together 2023 reminds …". */
function isNamedYear(sentence: readonly Token[], at: number): boolean {
  return /^\d{4}$/.test(wordAt(sentence, at)) && sentence[at - 1]?.capital === true
}

function canBeSubject({ word }: Token): boolean {
  if (pronouns.has(word)) return true
  if (/^\d/.test(word) || joiners.has(word)) return false
  return (
    !determiners.has(word) &&
    !prepositions.has(word) &&
    !numberWords.has(word) &&
    !/^(?:be|been|being|is|are|was|were|has|have|had|will|to|not|well|newly)$/.test(word)
  )
}

/** In "reviewed the form and published it" the subject stands before the verb that comes first. */
function joinedSubject(sentence: readonly Token[], joiner: number): Token | null {
  const earlier = sentence
    .slice(0, joiner)
    .findIndex(
      (token, at) =>
        at > 0 && !token.capital && verbForms(token.word).past !== undefined && canBeSubject(sentence[at - 1] ?? token),
    )
  return earlier > 0 ? (sentence[earlier - 1] ?? null) : null
}

/** In "The Trust, on behalf of partners, supports …" the subject stands before the first comma. */
function beforeAside(sentence: readonly Token[], parted: number): Token | null {
  for (let at = parted - 1; at > 0; at--) {
    if (!sentence[at]?.parted) continue
    const token = sentence[at - 1]
    return token && canBeSubject(token) ? token : null
  }
  return null
}

function isPlural(word: string): boolean {
  if (plurals.has(word)) return true
  return /s['’]?$/.test(word) && !/(?:ss|us|is|'s)$/.test(word)
}

/** What comes behind a finite verb: the end, or anything but another auxiliary. */
function mayFollowVerb(sentence: readonly Token[], at: number): boolean {
  const next = wordAt(sentence, at + 1)
  return next !== '' ? !auxiliaries.has(next) : true
}

function beginsPhrase(sentence: readonly Token[], at: number): boolean {
  const word = wordAt(sentence, at)
  return (
    determiners.has(word) ||
    prepositions.has(word) ||
    pronouns.has(word) ||
    isAdverb(word) ||
    /^(?:that|how|whether|to|part)$/.test(word)
  )
}
