/** The verb that begins at a word, with its auxiliaries: which tense it has and which verb carries the meaning. */

import { isAdverb } from './adverbs.ts'
import { lexicalVerb } from './lexical-verbs.ts'
import { type Token, wordAt } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { auxiliaries } from './vocabulary/grammar.ts'

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
  | 'past-perfect' // had reviewed, had been reviewed
  | 'past-state' // was new, was reviewing
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
  const read = readers.get(wordAt(sentence, at)) ?? lexicalVerb
  return read(sentence, at)
}

const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ...each(auxiliaries.future, (sentence, at) => simple('future', sentence, at)),
  ...each(auxiliaries.modal, modal),
  ...each(auxiliaries.present, (sentence, at) => simple('present', sentence, at)),
  ...each(auxiliaries.past, (sentence, at) => simple('past', sentence, at)),
  ...each(auxiliaries.being, presentBe),
  ...each(auxiliaries.been, pastBe),
  ...each(auxiliaries.having, having),
])

function each(words: ReadonlySet<string>, read: Reader): [string, Reader][] {
  return [...words].map(word => [word, read])
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

/** "have, since August, asked": the participle behind what commas set apart. */
function behindParenthesis(sentence: readonly Token[], at: number): { last: number; verb: string } | null {
  if (!sentence[at]?.parted || !/^(?:since|in|over|as|from|with|after)$/.test(wordAt(sentence, at))) return null
  const last = sentence.findIndex(({ parted }, place) => parted && place > at && place - at < 8)
  const verb = last > 0 ? verbForms(wordAt(sentence, last)).participle : undefined
  return verb ? { last, verb } : null
}

function having(sentence: readonly Token[], at: number): VerbGroup | null {
  if (wordAt(sentence, at - 1) === 'to') return null
  const rest = behind(sentence, at)
  const past = wordAt(sentence, at).startsWith('had')
  const perfect = past ? 'past-perfect' : 'perfect'
  const parenthesis = behindParenthesis(sentence, at + 1)
  if (parenthesis) return { ...rest, last: parenthesis.last, tense: perfect, verb: parenthesis.verb }
  const word = wordAt(sentence, rest.last)
  if (word === 'been') {
    const last = behind(sentence, rest.last).last
    const { ing, participle } = verbForms(wordAt(sentence, last))
    const tense = ing ? (past ? 'past-state' : 'perfect-continuous') : participle ? perfect : 'past-state'
    return { ...rest, last, tense, verb: ing ?? participle ?? wordAt(sentence, last) }
  }
  const { participle } = verbForms(word)
  // To have had something is no deed; to have now had it is.
  const had = participle === 'have' && wordAt(sentence, at + 1) !== 'now'
  if (participle && !had) return { ...rest, tense: perfect, verb: participle }
  return { ...rest, tense: past ? 'past-state' : 'possession', verb: word }
}
