/** The finite verbs of a sentence, each with its tense and whether it stands in a subordinate clause. */
import { verbForms } from './verbs.ts'

export interface Token {
  /** In small letters. */
  readonly word: string
  readonly from: number
  readonly to: number
  /** Whether a comma, dash, semicolon or colon stands before it. */
  readonly parted: boolean
}

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
  | 'past-state' // was new, was reviewing
  | 'modal' // should review
  | 'possession' // has a plan

export interface FiniteVerb {
  readonly tense: Tense
  /** The base form of the verb that carries the meaning, or the word behind "is" when it is no verb. */
  readonly verb: string
  readonly negated: boolean
  /** Places among the tokens, from the auxiliary to the word that carries the meaning. */
  readonly first: number
  readonly last: number
  /** "main", or in a clause that hangs on another: with a comma before ("…, which will") or without ("who will"). */
  readonly clause: 'main' | 'added' | 'subordinate'
}

const tokenPattern = /[\p{L}\p{N}][\p{L}\p{N}’'‑/-]*/gu

/** The words of a text, in small letters. */
export function tokens(text: string): Token[] {
  const found: Token[] = []
  let end = 0
  for (const match of text.matchAll(tokenPattern)) {
    const between = text.slice(end, match.index)
    const word = match[0].toLowerCase().replace(/[’‘]/g, "'").replace(/‑/g, '-')
    end = match.index + match[0].length
    found.push({ word, from: match.index, to: end, parted: /[,;:–—)]|\s-\s/.test(between) })
  }
  return found
}

const openers = new Set(
  'who whom whose which that whether if when where because although though while how what why unless whenever wherever'.split(
    ' ',
  ),
)
const softOpeners = new Set('before after since until as than once'.split(' '))
const joiners = new Set(['and', 'or', 'but', 'then'])
const prepositions = new Set('of with in to for on at by from about within under into like upon'.split(' '))

/** The finite verbs of a sentence, in order. */
export function finiteVerbs(sentence: readonly Token[]): FiniteVerb[] {
  const found: FiniteVerb[] = []
  let waiting: { parted: boolean; soft: boolean }[] = []
  let last: FiniteVerb['clause'] = 'main'
  for (let at = 0; at < sentence.length; at++) {
    const token = sentence[at]
    if (!token) break
    if (opens(sentence, at)) {
      waiting.push({ parted: token.parted && token.word === 'which', soft: softOpeners.has(token.word) })
      continue
    }
    const group = verbGroup(sentence, at)
    if (!group || isComplement(group, found.at(-1))) continue
    const joined = joiners.has(sentence[at - 1]?.word ?? '')
    if (joined) waiting = waiting.filter(opener => !opener.soft)
    const opener = waiting.pop()
    const clause: FiniteVerb['clause'] = opener
      ? opener.parted
        ? 'added'
        : 'subordinate'
      : joined && !token.parted
        ? last
        : 'main'
    found.push({ ...group, clause })
    last = clause
    at = group.last
  }
  return withoutReducedClauses(found, sentence)
}

/** "remains committed": what stands straight behind a verb goes with it. */
function isComplement(group: Group, before: FiniteVerb | undefined): boolean {
  return (
    before !== undefined &&
    before.first === before.last &&
    group.first === before.last + 1 &&
    group.first === group.last
  )
}

function opens(sentence: readonly Token[], at: number): boolean {
  const word = sentence[at]?.word ?? ''
  if (softOpeners.has(word)) return at > 0
  if (!openers.has(word)) return false
  return word !== 'that' || !prepositions.has(sentence[at - 1]?.word ?? '')
}

/** "Policies identified in the audit are …": an -ed form with a finite verb behind it in the same clause is no finite verb. */
function withoutReducedClauses(verbs: readonly FiniteVerb[], sentence: readonly Token[]): FiniteVerb[] {
  return verbs.filter((verb, at) => {
    const next = verbs[at + 1]
    if (verb.tense !== 'past' || !next || next.clause !== verb.clause || next.tense === 'past') return true
    return (
      sentence.slice(verb.last + 1, next.first).some(token => token.parted || joiners.has(token.word)) ||
      (sentence[next.first]?.parted ?? false)
    )
  })
}

type Group = Omit<FiniteVerb, 'clause'>

const adverbs = new Set(
  `not also now already recently currently still always often regularly routinely since then therefore both all never only just soon shortly
  fully further jointly actively formally now again together each ever largely mainly initially subsequently previously later first yet
  well similarly thereby otherwise primarily annually monthly weekly quarterly daily consistently proactively therefore successfully`.split(
    /\s+/,
  ),
)
const isAdverb = (word: string): boolean =>
  adverbs.has(word) ||
  (word.length > 4 &&
    word.endsWith('ly') &&
    word !== 'apply' &&
    word !== 'supply' &&
    word !== 'comply' &&
    word !== 'rely' &&
    word !== 'reply')

/** The verb that begins at a token, or null when none does. */
function verbGroup(sentence: readonly Token[], at: number): Group | null {
  const word = sentence[at]?.word ?? ''
  const rest = behind(sentence, at)
  switch (word) {
    case 'will':
    case 'shall':
    case "we'll":
    case "won't":
      return {
        tense: 'future',
        verb: baseAt(sentence, rest.at),
        negated: rest.negated || word === "won't",
        first: at,
        last: rest.at,
      }
    case 'would':
    case 'should':
    case 'must':
    case 'can':
    case 'could':
    case 'may':
    case 'might':
    case 'cannot':
      if (word === 'may' && /^\d/.test(sentence[at + 1]?.word ?? '')) return null
      return {
        tense: 'modal',
        verb: baseAt(sentence, rest.at),
        negated: rest.negated || word === 'cannot',
        first: at,
        last: rest.at,
      }
    case 'do':
    case 'does':
    case 'did':
    case "don't":
    case "doesn't":
    case "didn't":
      return {
        tense: word.startsWith('di') ? 'past' : 'present',
        verb: baseAt(sentence, rest.at),
        negated: rest.negated || word.endsWith("n't"),
        first: at,
        last: rest.at,
      }
    case 'is':
    case 'are':
    case 'am':
    case "we're":
    case "isn't":
    case "aren't":
      return presentBe(sentence, at, rest)
    case 'was':
    case 'were':
    case "wasn't":
    case "weren't":
      return pastBe(sentence, at, rest)
    case 'has':
    case 'have':
    case "we've":
    case "hasn't":
    case "haven't":
    case 'had':
      return havingVerb(sentence, at, rest)
    default:
      return lexicalVerb(sentence, at)
  }
}

interface Behind {
  readonly at: number
  readonly negated: boolean
}

/** The next token that is no adverb. */
function behind(sentence: readonly Token[], at: number): Behind {
  let next = at + 1
  let negated = false
  while (next < sentence.length && isAdverb(sentence[next]?.word ?? '')) {
    negated ||= sentence[next]?.word === 'not' || sentence[next]?.word === 'never'
    next++
  }
  return { at: Math.min(next, sentence.length - 1), negated }
}

function baseAt(sentence: readonly Token[], at: number): string {
  const word = sentence[at]?.word ?? ''
  if (word === 'be') return passiveVerb(sentence, behind(sentence, at).at)
  const { base, participle, ing, past, present } = verbForms(word)
  return base ?? participle ?? ing ?? past ?? present ?? word
}

function passiveVerb(sentence: readonly Token[], at: number): string {
  const word = sentence[at]?.word ?? ''
  const { participle, ing } = verbForms(word)
  return participle ?? ing ?? word
}

function presentBe(sentence: readonly Token[], at: number, { at: next, negated }: Behind): Group {
  const word = sentence[next]?.word ?? ''
  const group = { negated, first: at, last: next }
  if (word === 'to') return { ...group, tense: 'infinitive', verb: baseAt(sentence, behind(sentence, next).at) }
  if (word === 'being')
    return { ...group, tense: 'passive-continuous', verb: passiveVerb(sentence, behind(sentence, next).at) }
  const { participle, ing } = verbForms(word)
  if (ing && ing !== 'miss' && ing !== 'outstand') return { ...group, tense: 'continuous', verb: ing }
  if (participle) return { ...group, tense: 'passive', verb: participle }
  return { ...group, tense: 'state', verb: word }
}

function pastBe(sentence: readonly Token[], at: number, { at: next, negated }: Behind): Group {
  const word = sentence[next]?.word === 'being' ? (sentence[next + 1]?.word ?? '') : (sentence[next]?.word ?? '')
  const { participle } = verbForms(word)
  return { tense: participle ? 'passive-past' : 'past-state', verb: participle ?? word, negated, first: at, last: next }
}

function havingVerb(sentence: readonly Token[], at: number, { at: next, negated }: Behind): Group {
  const word = sentence[next]?.word ?? ''
  const group = { negated, first: at, last: next }
  const past = sentence[at]?.word === 'had'
  if (word === 'been') {
    const { at: after } = behind(sentence, next)
    const { ing, participle } = verbForms(sentence[after]?.word ?? '')
    if (ing) return { ...group, last: after, tense: past ? 'past-state' : 'perfect-continuous', verb: ing }
    return {
      ...group,
      last: after,
      tense: past ? 'past-state' : 'perfect',
      verb: participle ?? sentence[after]?.word ?? '',
    }
  }
  const { participle } = verbForms(word)
  if (participle) return { ...group, tense: past ? 'past-state' : 'perfect', verb: participle }
  return { ...group, tense: past ? 'past-state' : 'possession', verb: word }
}

const determiners = new Set(
  `the a an its their our his her this these those some any no every each all both my your one two three four five six seven eight nine ten
  new first last next other same such more most many few several key local national current existing further additional`.split(
    /\s+/,
  ),
)
const plurals = new Set('we they i you people children staff police men women who and media data'.split(' '))
const notSubject = new Set([
  ...determiners,
  ...prepositions,
  'to',
  'and',
  'or',
  'not',
  'be',
  'been',
  'being',
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'will',
])

/** A verb without an auxiliary: "reviewed", "reviews", "review". Its subject must agree with it, or it is taken for a noun. */
function lexicalVerb(sentence: readonly Token[], at: number): Group | null {
  const word = sentence[at]?.word ?? ''
  const { base, present, past } = verbForms(word)
  if (at === 0 || (!base && !present && !past)) return null
  const subject = subjectBefore(sentence, at)
  const next = sentence[at + 1]
  if (
    !subject ||
    next === undefined ||
    (verbForms(next.word).base === next.word &&
      !next.word.match(/^(?:work|plan|check)$/) &&
      present !== undefined &&
      base === undefined &&
      isFiniteForm(next.word))
  )
    return null
  const verb = { negated: false, first: at, last: at }
  if (past && !determiners.has(subject) && followsVerb(next.word)) return { ...verb, tense: 'past', verb: past }
  if (present && !isPlural(subject) && followsVerb(next.word)) return { ...verb, tense: 'present', verb: present }
  if (base && isPlural(subject) && !sentence[at]?.parted) return { ...verb, tense: 'present', verb: base }
  return null
}

const isFiniteForm = (word: string): boolean => /^(?:is|are|was|were|has|have|will|show|include)$/.test(word)

function subjectBefore(sentence: readonly Token[], at: number): string | null {
  let before = at - 1
  while (before > 0 && isAdverb(sentence[before]?.word ?? '')) before--
  const word = sentence[before]?.word ?? ''
  if (joiners.has(word)) return before > 0 && verbForms(sentence[at]?.word ?? '').past ? word : null
  return notSubject.has(word) ? null : word
}

function isPlural(word: string): boolean {
  return plurals.has(word) || (/s$/.test(word) && !/(?:ss|us|is|'s)$/.test(word)) || word.endsWith("s'")
}

/** Whether a word may stand behind a verb: anything but what would make the word before it an adjective or a noun. */
function followsVerb(word: string): boolean {
  return !/^(?:is|are|was|were|has|have|will|should|must|can|may)$/.test(word)
}
