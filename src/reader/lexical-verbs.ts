/** Verbs without an auxiliary: whether a word is one depends on what could be its subject. */
import { isAdverb } from './adverbs.ts'
import { type Token, wordAt } from './tokens.ts'
import type { VerbGroup } from './verb-groups.ts'
import { verbForms } from './verbs.ts'
import {
  auxiliaryWords,
  collectives,
  determiners,
  joiners,
  numberWords,
  plurals,
  prepositions,
  pronouns,
} from './vocabulary/grammar.ts'

/** Behind other verbs "of" shows that the word is a noun: "a short set of questions". */
const takesOf = /^(?:approve|consist|dispose|think|speak|hear|know|learn|beware|become|make|take|remain)$/

/**
 * A verb without an auxiliary: "reviewed", "reviews", "review". Its subject must agree with it, or it is taken for a
 * noun.
 */
export function lexicalVerb(sentence: readonly Token[], at: number): VerbGroup | null {
  const token = sentence[at]
  if (!token || at === 0 || token.capital) return null
  const { base, present, past } = verbForms(token.word)
  if (!base && !present && !past) return null
  if ((present || base) && wordAt(sentence, at + 1) === 'of' && !takesOf.test(present ?? base ?? '')) return null
  if (present && noNoun.test(token.word) && sentence[at + 1] === undefined)
    return { negated: false, first: at, last: at, tense: 'present', verb: present }
  const subject = subjectBefore(sentence, at)
  if (subject === null || !mayFollowVerb(sentence, at)) return null
  const group = { negated: false, first: at, last: at }
  if (past && (past !== base || !isRegular(sentence))) return { ...group, tense: 'past', verb: past }
  if (present && endsPrepositionalPhrase(sentence, at)) return null
  if (present && (agreesWithOne(subject) || isBehindPreposition(sentence, at)))
    return { ...group, tense: 'present', verb: present }
  if (base && (isPlural(subject.word) || (collectives.has(subject.word) && beginsPhrase(sentence, at + 1))))
    return { ...group, tense: 'present', verb: base }
  return past ? { ...group, tense: 'past', verb: past } : null
}

/** Words in -s that are no noun: they end "Work to clear the backlog in all wards continues" as its verb. */
const noNoun = /^(?:continues|persists|remains)$/
/** These are no noun either, and have something behind them: "A leaflet for carers goes out with every letter". */
const onlyVerb =
  /^(?:goes|gives|sends|brings|writes|includes|receives|keeps|becomes|allows|takes|makes|tells|provides|ensures|enables|requires|helps|contains|explains|describes|attends|identifies)$/

function agreesWithOne({ word, capital }: Token): boolean {
  return capital || word === 'who' || !isPlural(word)
}

/** "… a film for GP practices, which …": behind a preposition and a noun, with nothing to follow, stands a noun. */
function endsPrepositionalPhrase(sentence: readonly Token[], at: number): boolean {
  const preposition = wordAt(sentence, at - 2)
  if (onlyVerb.test(wordAt(sentence, at))) return false
  return prepositions.has(preposition) && preposition !== 'of' && !beginsPhrase(sentence, at + 1)
}

/** In "Work with fathers forms part of …" the plural before the verb is not its subject. */
function isBehindPreposition(sentence: readonly Token[], at: number): boolean {
  if (at < 3 || determiners.has(wordAt(sentence, at - 1))) return false
  const before = wordAt(sentence, at - 2)
  if (prepositions.has(before) && onlyVerb.test(wordAt(sentence, at)) && wordAt(sentence, at + 1) !== '') return true
  const counted = (numberWords.has(before) || determiners.has(before)) && prepositions.has(wordAt(sentence, at - 3))
  return (prepositions.has(before) || counted) && beginsPhrase(sentence, at + 1)
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
  if (wordAt(sentence, before) === 'longer' && wordAt(sentence, before - 1) === 'no') before -= 2
  const token = sentence[before]
  if (!token) return null
  if (joiners.has(token.word)) return joinedSubject(sentence, before)
  if (sentence[before + 1]?.parted) return beforeAside(sentence, before + 1)
  return canBeSubject(token) ||
    isNamedYear(sentence, before) ||
    isTheFour(sentence, before) ||
    endsName(sentence, before)
    ? token
    : null
}

/** "The four met the chair." */
function isTheFour(sentence: readonly Token[], at: number): boolean {
  return numberWords.has(wordAt(sentence, at)) && wordAt(sentence, at - 1) === 'the'
}

/** The year in the name of a thing: "Working Together 2023 reminds …", "The return for 2024/25 went …". */
function isNamedYear(sentence: readonly Token[], at: number): boolean {
  if (!/^\d{4}(?:[/-]\d{2,4})?$/.test(wordAt(sentence, at))) return false
  return sentence[at - 1]?.capital === true || /^(?:for|of)$/.test(wordAt(sentence, at - 1))
}

/** The last word of a name, though it counts elsewhere: "Oakley People First wrote …". */
function endsName(sentence: readonly Token[], at: number): boolean {
  return at > 1 && sentence[at]?.capital === true && sentence[at - 1]?.capital === true
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
  if (earlier > 0) return sentence[earlier - 1] ?? null
  // "A group has been set up and intends to …": only what must be a verb, lest a noun be taken for one.
  const helped = sentence.slice(0, joiner).findIndex(({ word }, at) => at > 0 && auxiliaryWords.has(word))
  const subject = helped > 0 && wordAt(sentence, joiner + 2) === 'to' ? sentence[helped - 1] : undefined
  return subject && canBeSubject(subject) ? subject : null
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
  return next !== '' ? !auxiliaryWords.has(next) : true
}

function beginsPhrase(sentence: readonly Token[], at: number): boolean {
  const word = wordAt(sentence, at)
  return (
    determiners.has(word) ||
    prepositions.has(word) ||
    pronouns.has(word) ||
    isAdverb(word) ||
    /^(?:\d|(?:that|how|whether|to|part)$)/.test(word) ||
    numberWords.has(word)
  )
}
