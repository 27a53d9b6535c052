/** Which names of bodies stand in a text. */

import { matchesOf } from './matches.ts'
import {
  cutAtHead,
  headOf,
  isInitials,
  isKnownInitials,
  isWholeName,
  possessiveEnd,
  standsAlone,
  type Word,
  wholeName,
} from './name-heads.ts'
import { remembering } from './remembering.ts'
import { abbreviations } from './vocabulary/abbreviations.ts'
import { type BodyKind, joinedByAnd } from './vocabulary/bodies.ts'
import { connectors, noName, paperHeads, roleHeads } from './vocabulary/names.ts'

export interface NameMention {
  /** As it stands in the text, without an article. */
  readonly name: string
  readonly from: number
  readonly to: number
  readonly kind: BodyKind
  /** A head word alone, as in "the Trust": which body is meant depends on the document. */
  readonly generic: boolean
  /** Whether what follows belongs to the body ("the Board's Business Unit"): then that unit, else null. */
  readonly unit: string | null
}

// Latin letters with accents; a pattern for every script's letters takes several times as long.
const wordPattern = /\b\d{1,2}–\d{1,2}\b|[A-Za-z0-9À-ÖØ-öø-ɏ][A-Za-z0-9À-ÖØ-öø-ɏ’'‑-]*|&/g
const none: readonly NameMention[] = []

/** The bodies that a text names, in order. A list ("the Police, Housing and the ICB") gives each by itself. */
export const namesIn = remembering((text): readonly NameMention[] => {
  const found = runs(text).flatMap(run => namesOfRun(run, text))
  return found.length === 0 ? none : found
})

/** Runs of words that could make up a name: capital letters, with connecting words and nothing but spaces between. */
function runs(text: string): Word[][] {
  const found: Word[][] = []
  let run: Word[] = []
  let waiting: Word[] = []
  let end = -1
  const close = () => {
    if (run.length > 0) found.push(run)
    run = []
    waiting = []
  }
  for (const match of matchesOf(wordPattern, text)) {
    const [written] = match
    const from = match.index
    if (run.length > 0 && !isSpace(text, end, from)) close()
    end = from + written.length
    if (isNameWord(written, run) || countsInName(written, text, end)) {
      run.push(...waiting, { text: written, from, to: end })
      waiting = []
    } else if (run.length > 0 && connects(written, waiting)) waiting.push({ text: written, from, to: end })
    else if (run.length > 0) close()
  }
  close()
  return found
}

/** "Department of the Environment" runs on over "the", "Meet the RSPCA" does not. */
function connects(word: string, waiting: readonly Word[]): boolean {
  return connectors.has(word) && (word !== 'the' || waiting.length > 0)
}

function isSpace(text: string, from: number, to: number): boolean {
  return to - from === 1 ? text.charCodeAt(from) === 32 : /^\s+$/.test(text.slice(from, to))
}

const lowerHeads =
  /^(?:services?|social|care|agency|partnership|board|trust|police|housing|help|health|visiting|nursing|group|team)$/

/** A word with a capital letter; or a small one that goes on with a name such as "Children's services". */
function isNameWord(word: string, run: readonly Word[]): boolean {
  if (isCapital(word)) return run.length > 0 || (!noName.has(word.toLowerCase()) && !label.test(word))
  if (run.length === 0) return ageRange.test(word)
  const last = run.at(-1)?.text ?? ''
  return lowerHeads.test(word) && (beforeLower.test(last) || lowerHeads.test(last))
}

const counting = /^(?:Two|Three|Four)$/

/** "Two Rivers Housing Association", "Three Counties Police" are named for what they count. */
const countsInName = (word: string, text: string, end: number): boolean =>
  counting.test(word) && /^ \p{Lu}\p{Ll}+s \p{Lu}/u.test(text.slice(end, end + 40))

/** "R3" in front of a sentence is its label. */
const label = /^R\d/

/** "0-19 Service" is named for the ages that it serves. */
const ageRange = /^\d{1,2}[-–]\d{1,2}$/

const beforeLower = /^(?:Children|Adult|Public|Early|Social|Probation|Housing|School|Health|Youth|Fire|Family)/

/** Whether a word begins with a capital letter. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0)
  return (code >= 65 && code <= 90) || (code >= 192 && /^\p{Lu}/u.test(word))
}

function namesOfRun(run: readonly Word[], text: string): NameMention[] {
  return possessives(run).flatMap(({ words, unit }) => pieces(words).flatMap(piece => nameOf(piece, unit, text) ?? []))
}

/** Parts a run where a body owns what follows: "the Board's Learning Subgroup". */
function possessives(run: readonly Word[]): { words: readonly Word[]; unit: string | null }[] {
  const at = run.findIndex((word, index) => index < run.length - 1 && ownsNext(word.text))
  // "Elm Council's Education Service" is a department with a name of its own.
  // "The Council's Housing Service", with no more of its name, is part of the council that the document names.
  const isPart = at >= 0 && department.test(run.at(-1)?.text ?? '') && !isLoneHead(run.slice(0, at + 1))
  if (at < 0 || isPart) return [{ words: run, unit: null }]
  const unit = run.slice(at + 1).map(word => word.text)
  return [{ words: run.slice(0, at + 1), unit: unit.join(' ') }]
}

function isLoneHead(owner: readonly Word[]): boolean {
  const [only, more] = withoutArticle(owner)
  return only !== undefined && more === undefined && headOf(only.text.replace(/[’']s?$/, '')) !== undefined
}

const department = /^(?:Services?|Department|Directorate|Care|Alliance|Association|Federation|Forum|Consortium)$/

function ownsNext(word: string): boolean {
  const bare = /^(.+)[’']s$/.exec(word)?.[1] ?? /^(.+s)[’']$/.exec(word)?.[1]
  return bare !== undefined && (headOf(bare) !== undefined || bare in abbreviations || isInitials(bare))
}

/** Parts a run at "and" where two names meet, and not inside "Fire and Rescue" or "Marl and Stourvale Health Trust". */
function pieces(words: readonly Word[]): (readonly Word[])[] {
  for (let at = 1; at < words.length - 1; at++) {
    const word = words[at]?.text
    if (word !== 'and' && word !== '&') continue
    const left = words.slice(0, at)
    const article = words[at + 1]?.text === 'the'
    const right = words.slice(article ? at + 2 : at + 1)
    if (parts(left, right, article)) return [left, ...pieces(right)]
  }
  return [words]
}

function parts(left: readonly Word[], right: readonly Word[], article: boolean): boolean {
  const pair = `${left.at(-1)?.text} and ${right[0]?.text}`
  if (joinedByAnd.some(joined => pair.startsWith(joined) || joined.startsWith(pair))) return false
  if (article) return true
  if (sharesHead(left, right)) return false
  if (isMinistry(left)) return right.length > 1 && localHead.test(right.at(-1)?.text ?? '')
  return endsName(left) && namesSomething(right) && !isShortGroup(right)
}

/** "The Department for Children and Elm Council" are two, "the Department for Work and Pensions" is one. */
function isMinistry(words: readonly Word[]): boolean {
  return /^(?:Department|Ministry)$/.test(words.find(word => word.text !== 'the')?.text ?? '')
}

const localHead = /^(?:Council|Police|Constabulary|Trust|Board|Partnership|Hospitals?|ICB|CCG|Homes|School|College)$/

/** "Elm Maternity and Health Visiting Service" is one service for both. */
function sharesHead(left: readonly Word[], right: readonly Word[]): boolean {
  const words = right.map(word => word.text).join(' ')
  return practice.test(left.at(-1)?.text ?? '') && sharedHead.test(words) && !ownService.test(words)
}

const practice = /^(?:Maternity|Midwifery|Visiting|Nursing|Help|Education|Housing|Inclusion|Families|Advice)$/
const sharedHead = /\s(?:Services?|Team|Directorate|Department)$/
const ownService = /\b(?:Probation|Police|Youth|Ambulance|Fire|Crown|Prison|NHS|Mental)\b/

/**
 * "Early Years and Schools Forum", "Health and Housing Group": one or two words and a group's head go with what stands
 * before.
 */
function isShortGroup(words: readonly Word[]): boolean {
  return words.length <= 2 && words.length > 1 && groupHead.test(words.at(-1)?.text ?? '')
}

const groupHead = /^(?:Sub-?group|Group|Forum|Network|Team|Hub|Panel|Committee|Unit)$/

function endsName(words: readonly Word[]): boolean {
  const last = words.at(-1)?.text ?? ''
  return headOf(last) !== undefined || isKnownInitials(last) || wholeName(words) !== undefined
}

function namesSomething(words: readonly Word[]): boolean {
  return (
    words.some(word => headOf(word.text) !== undefined || isKnownInitials(word.text)) || wholeName(words) !== undefined
  )
}

function nameOf(given: readonly Word[], unit: string | null, text: string): NameMention | null {
  const words = withoutRole(withoutArticle(given))
  const first = words[0]
  if (!first) return null
  const cut = cutAtHead(words)
  const last = cut?.words.at(-1)
  if (!cut || !last || isPost(cut.words)) return null
  const of = cut.words.findIndex(({ text: word }, at) => word === 'of' && groupHead.test(cut.words[at - 1]?.text ?? ''))
  if (of > 0 && unit === null) {
    const owner = nameOf(cut.words.slice(of + 1), text.slice(first.from, cut.words[of - 1]?.to), text)
    if (owner) return owner
  }
  const to = last.to - (isWholeName(last.text) ? 0 : possessiveEnd(last.text))
  const generic =
    cut.words.length === 1 && headOf(last.text) !== undefined && !isKnownInitials(last.text) && !standsAlone(last.text)
  if (generic && unit === null && !hasArticle(text, first.from) && first.to - first.from < text.trim().length)
    return null
  return { name: text.slice(first.from, to), from: first.from, to, kind: cut.kind, generic, unit }
}

/** "Chief Executive" is a person; "the Executive" may be a group. */
const isPost = (words: readonly Word[]): boolean =>
  words.length > 1 && words.every(({ text }) => roleHeads.has(text.toLowerCase()))

/** A head word alone ("Practice") names a body only with an article, or as the whole of a heading or cell. */
function hasArticle(text: string, at: number): boolean {
  return /\b(?:the|this|that|our|its|each|every|his|her|their)\s$/i.test(text.slice(Math.max(0, at - 8), at))
}

/** "Director of Public Health" is a person, who serves the body behind "of"; "Head of Service for Duty" serves none. */
function withoutRole(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(word => word.text === 'of' || word.text === 'for')
  const isHead = ({ text }: Word): boolean =>
    roleHeads.has(text.toLowerCase()) || paperHeads.has(text.toLowerCase()) || text === 'the' || isShortPost(text)
  if (at <= 0) return behindPost(words)
  const isOfPaper = paperHeads.has(words[at - 1]?.text.toLowerCase() ?? '')
  if (!isOfPaper && !words.slice(0, at).every(isHead)) return words
  return withoutRole(words.slice(words[at + 1]?.text === 'the' ? at + 2 : at + 1))
}

/** "Assistant Director Early Help" is a person too. */
function behindPost(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ text }) => /^(?:Director|Manager)$/.test(text))
  const isPost = at >= 0 && words.slice(0, at).every(({ text }) => roleHeads.has(text.toLowerCase()))
  return isPost && words.length > at + 1 ? words.slice(at + 1) : words
}

/** "ACC the Assistant Chief Constable of …": a post's own initials. */
function isShortPost(word: string): boolean {
  return isInitials(word) && word.length < 5 && !isKnownInitials(word)
}

function withoutArticle(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(word => !noName.has(word.text.toLowerCase()) || counting.test(word.text))
  return at <= 0 ? words : words.slice(at)
}
