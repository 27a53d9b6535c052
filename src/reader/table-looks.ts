/** What the cells of a column look like, and what the column is by that, whatever its heading. */
import { plainCalendar } from './calendar.ts'
import { finiteVerbs } from './clauses.ts'
import { datesIn } from './dates.ts'
import { namesIn } from './names.ts'
import { tokens } from './tokens.ts'
import { verbForms } from './verbs.ts'
import { type ColumnRole, finishedStatus, lateStatus, statusWord, unfinishedStatus } from './vocabulary/columns.ts'
import { roleWord } from './vocabulary/roles.ts'

export interface Looks {
  /** How many cells with words were looked at. */
  readonly filled: number
  /** Their mean length in characters. */
  readonly length: number
  /** How many of them are different, as a share. */
  readonly distinct: number
  /** The share of the cells that pass a test. */
  readonly share: (test: (text: string) => boolean) => number
}

/** What some cells of a column have in common. `texts` are their words; empty ones are left out. */
export function looksOf(texts: readonly string[]): Looks {
  const filled = texts.filter(text => text !== '')
  const count = Math.max(1, filled.length)
  return {
    filled: filled.length,
    length: filled.reduce((sum, text) => sum + text.length, 0) / count,
    distinct: new Set(filled).size / count,
    share: test => filled.filter(test).length / count,
  }
}

/** The role that a column's cells speak for, or null when they could be anything. */
export function roleByLooks(looks: Looks): ColumnRole | null {
  if (looks.filled === 0) return null
  const found = signs.find(([, test, least]) => looks.share(test) >= least)
  return found?.[0] ?? null
}

/** A date, or a word in its place such as "TBC". */
export function isDate(text: string): boolean {
  if (text.length > 40) return false
  return datesIn(text, plainCalendar, true).some(({ asWritten }) => asWritten.length >= text.length / 2)
}

/** "Complete", "Amber", "On track": a few words that say how far a thing is. */
export function isStatus(text: string): boolean {
  if (statusWord.test(text)) return true
  if (text.length > 40 || text.split(' ').length > 4) return false
  return finishedStatus.test(text) || lateStatus.test(text) || unfinishedStatus.test(text)
}

/** "R3", "2.1a", "SDC-01", "Recommendation 4". */
export function isReference(text: string): boolean {
  return (
    text.length <= 20 &&
    /^(?:rec(?:ommendation)?s?\.?\s|[a-z]{0,6}[-./ ]?)?\d{1,5}(?:[.,/&-]\s?\d{1,4}|[a-z])*[.)]?$/i.test(text)
  )
}

/** "The Council should …" */
export function isAsking(text: string): boolean {
  return (
    text.length > 25 &&
    /\b(?:should|must|ought to|(?:is|are) (?:asked|required|requested) to|recommends? that)\b/i.test(text)
  )
}

/** A cell that names bodies and little else. */
export function isBodyName(text: string): boolean {
  if (text.length > 100) return false
  const named = namesIn(text).reduce((sum, { from, to }) => sum + to - from, 0)
  return named >= text.length / 2
}

/** Names of bodies and nothing else but what joins them. */
export function isNameAlone(text: string): boolean {
  const mentions = namesIn(text)
  if (mentions.length === 0 || text.length > 100) return false
  const rest = mentions.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text)
  return /^(?:[^\p{L}]|\b(?:and|the|for|of|on behalf|from|by|responses?|reply|updates?|progress)\b)*$/iu.test(rest)
}

function isPost(text: string): boolean {
  if (text.length > 80 || !roleWord.test(text) || /[.;]\s|[.]$/.test(text) || ordering.test(text)) return false
  return finiteVerbs(tokens(text)).length === 0
}

/** "Write to each carer" names a post and is none. */
const ordering = /^\p{Lu}\p{Ll}+ (?:the|an?|to|each|all|every|our|its|their|with)\b/u

/** "Write to every school." */
export function isOrder(text: string): boolean {
  const first = tokens(text).find(({ word }) => !/^\d/.test(word))
  return first !== undefined && text.includes(' ') && verbForms(first.word).base !== undefined && !isAsking(text)
}

/** A sentence that says something of somebody or something. */
export function isTelling(text: string): boolean {
  return (
    text.length > 12 &&
    finiteVerbs(tokens(text.slice(0, 400))).some(({ clause }) => clause === 'main') &&
    !isAsking(text)
  )
}

/** What counts, in this order; the share of the cells that must look like it. */
const signs: readonly (readonly [role: ColumnRole, test: (text: string) => boolean, least: number])[] = [
  ['status', text => isStatus(text) && !/^\d$/.test(text), 0.7],
  ['due', text => isDate(text) || (isStatus(text) && !/^\d$/.test(text)), 0.7],
  ['number', isReference, 0.8],
  ['recommendation', isAsking, 0.5],
  ['agency', isBodyName, 0.6],
  ['owner', isPost, 0.5],
  ['action', isOrder, 0.5],
  ['progress', isTelling, 0.4],
]
