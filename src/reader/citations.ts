/** Which guidance a text cites, in which edition, and whether that edition is current. */

import type { PlainDate } from '../core/plain-date.ts'
import type { Edition, Guidance, GuidanceData } from './guidance-data.ts'
import type { Citation, EditionStanding } from './reading.ts'
import { passageOf, type SourceLine } from './source-lines.ts'
import { type Token, tokens } from './tokens.ts'
import { pattern } from './vocabulary/pattern.ts'

/** One citation for each mention, in order. Laws are told of only when they are no longer in force. */
export function citationsIn(lines: readonly SourceLine[], data: GuidanceData, asOf: PlainDate): Citation[] {
  const { titles, hint } = indexOf(data)
  return lines.flatMap(line => {
    if (!mayCite(line.text) || !hint.test(line.text)) return []
    const small = line.text.toLowerCase().replace(/[’']/g, '')
    return citationsOfLine(
      line,
      titles.filter(title => small.includes(title.key)),
      asOf,
    )
  })
}

/** A short text without a figure, or one of figures alone, holds no title with its year. */
function mayCite(text: string): boolean {
  return (text.length > 24 || /\d/.test(text)) && /[A-Za-z]{4}|\bWT/.test(text)
}

interface Title {
  readonly guidance: Guidance
  readonly words: readonly string[]
  /** Its longest word: a line without it does not hold the title, and need not be looked through. */
  readonly key: string
}

interface Index {
  /** Every title and alias, the longest first. */
  readonly titles: readonly Title[]
  /** Matches any line that could hold a title. */
  readonly hint: RegExp
}

const remembered = new WeakMap<GuidanceData, Index>()

function indexOf(data: GuidanceData): Index {
  const known = remembered.get(data)
  if (known) return known
  const titles = data.guidance.flatMap(guidance =>
    [guidance.title, ...guidance.aliases].map((title): Title => {
      const words = wordsOf(title).map(token => token.word)
      const key = words.reduce((longest, word) => (word.length > longest.length ? word : longest), '')
      return { guidance, words, key: key.replace(/'.*/, '') }
    }),
  )
  titles.sort((a, b) => b.words.length - a.words.length)
  const index = { titles, hint: new RegExp(`\\b(?:${[...new Set(titles.map(openingOf))].join('|')})`, 'i') }
  remembered.set(data, index)
  return index
}

/** What a text must hold to hold a title: its first two words, with any marks between and apostrophes within. */
function openingOf({ words }: Title): string {
  const letters = (word: string): string =>
    word
      .replace(/[^a-z0-9-]/g, '.')
      .replace(/-/g, '[-‑]')
      .replace(/(s|re|t)$/, "[’‘']?$1")
  return words.slice(0, 2).map(letters).join('[^a-z0-9]{1,5}')
}

/** The words of a text or a title, where apostrophes make no difference, and "KCSIE2023" is a title and its year. */
function wordsOf(text: string): Token[] {
  return tokens(text).flatMap(token => {
    const [, title] = withYear.exec(token.word) ?? []
    if (!title) return [{ ...token, word: token.word.replace(/'/g, '') }]
    const to = token.from + title.length
    return [
      { ...token, word: title, to },
      { ...token, word: token.word.slice(title.length), from: to },
    ]
  })
}

const withYear = /^(kcsie|wtsc|wt|saaf)(?:20)?\d\d$/

interface Mention {
  readonly guidance: Guidance
  readonly from: number
  readonly to: number
}

function citationsOfLine(line: SourceLine, titles: readonly Title[], asOf: PlainDate): Citation[] {
  const words = wordsOf(line.text)
  const mentions: Mention[] = []
  for (const title of titles) {
    for (const place of placesOf(title, words)) {
      const taken = mentions.some(
        other => place.from < other.to && place.to > other.from && other.guidance.kind === title.guidance.kind,
      )
      if (!taken && looksLikeTitle(line.text.slice(place.from, place.to))) mentions.push(place)
    }
  }
  mentions.sort((a, b) => a.from - b.from)
  return mentions.flatMap((mention, at) =>
    cite(line, mention, { limit: mentions[at + 1]?.from ?? line.text.length, asOf }),
  )
}

/** Where a title's words stand one behind the other, whatever marks are between them. */
function placesOf({ guidance, words }: Title, text: readonly Token[]): Mention[] {
  return text.flatMap((token, at) => {
    if (token.word !== words[0] || !words.every((word, offset) => text[at + offset]?.word === word)) return []
    return [{ guidance, from: token.from, to: text[at + words.length - 1]?.to ?? token.to }]
  })
}

/**
 * "working together" in small letters is no title; a description such as "information sharing advice" may be in any.
 */
function looksLikeTitle(written: string): boolean {
  if (/^information sharing$/i.test(written)) return written.startsWith('Information S')
  // "Working together to keep adults safe" is a heading like any other.
  if (/^working together$/i.test(written)) return written.startsWith('Working T') || written === written.toUpperCase()
  return isDescription(written) || /^\W*(?:\p{Lu}|\d)/u.test(written)
}

const isDescription = (written: string): boolean => /\b(?:guidance|advice)\b/i.test(written)

/** Words that may stand between a title and its year. */
const filler = pattern('i')`
    ^[\s,:;([–—‘’'“”".)-]*(?:(?:a guide to|guide|inter-agency|working|to|safeguard|and|promote|the|welfare|of|
    children|in|for|statutory|guidance|advice|practitioners|providing|safeguarding|services|young people|parents|
    carers|schools|colleges|hm government|hmg|government|dfe|dhsc|dcsf|nice|home office|department for education|
    edition|version|published|issued|updated|revised|as amended|last|part one|scie|nspcc|from|by|january|february|march|
    april|may|june|july|august|september|october|november|december)[\s,:;([–—‘’'“”".)-]*)*$
  `
/** "checked against Working Together in May 2018" dates the check, "published Working Together in 2018" the edition. */
function isFiller(between: string, before: string): boolean {
  if (/^\W*in\s/i.test(between) && !/\b(?:publish|issu|updat|revis|replac|releas)\w*\b/i.test(before)) return false
  return filler.test(between)
}

const yearPattern = /\b(?:19|20)\d\d\b/g
/** A year in front of a title: "the 2018 edition of", "2015". */
const yearBefore = pattern('i')`
    \b((?:19|20)\d\d)\s(?:(?:edition|version|update|revision|consultation|draft|statutory|guidance|non-statutory|
    of|the|dfe|hm|government[’']?s?|advice|on)\s)*[“‘"']?$
  `

function cite(line: SourceLine, mention: Mention, { limit, asOf }: { limit: number; asOf: PlainDate }): Citation[] {
  const { guidance } = mention
  const years = yearsOf(line.text, mention, limit)
  if (years.length === 0 && guidance.kind === 'law') return []
  if (years.length === 0 && !standsAlone(line.text.slice(mention.from, mention.to), guidance)) return []
  const found = years.length > 0 ? years : [{ year: null, from: mention.from, to: mention.to }]
  return found.flatMap(({ year, from, to }) => {
    const standing = standingOf(guidance, year, asOf)
    if (guidance.kind === 'law' && standing.standing !== 'superseded' && standing.standing !== 'withdrawn') return []
    const { text, span } = passageOf(line, Math.min(from, mention.from), Math.max(to, mention.to))
    return [{ asWritten: text, guidance: guidance.id, ...standing, span }]
  })
}

/** Whether a title is one without its year: not "WT", and no description in small letters. */
function standsAlone(written: string, guidance: Guidance): boolean {
  if (guidance.id === 'information-sharing') return written.includes(':')
  return written !== 'WT' && /^\W*(?:\p{Lu}|\d)/u.test(written)
}

interface Year {
  readonly year: string | null
  readonly from: number
  readonly to: number
}

/** The year in front of the title or behind it, and further ones joined to that ("2015 and 2018"). */
function yearsOf(text: string, { from, to }: Mention, limit: number): Year[] {
  const before = yearBefore.exec(text.slice(Math.max(0, from - 60), from))
  const found: Year[] = []
  let end = to
  for (const match of text.slice(to, Math.min(limit, to + 140)).matchAll(yearPattern)) {
    const between = text.slice(end, to + match.index)
    const joins =
      found.length === 0 ? isFiller(between, text.slice(0, from)) : /^\s?(?:,|and|or|&|\/|, and)\s$/.test(between)
    if (!joins || /[.!?]\s+\p{Lu}/u.test(between)) break
    end = to + match.index + match[0].length
    const bracket = /^\s?[)\]]/.exec(text.slice(end, end + 2))?.[0].length ?? 0
    found.push({ year: match[0], from, to: /[([]/.test(text.slice(to, end)) ? end + bracket : end })
  }
  const [short, ending = ''] = (found.length === 0 && shortYear.exec(text.slice(to, to + 5))) || []
  if (short) return [{ year: `20${ending}`, from, to: to + short.length }]
  if (found.length === 0 && before) return [{ year: before[1] ?? null, from: from - before[0].length, to }]
  return found
}

/** "WT18", "KCSIE ’23". */
const shortYear = /^(?:\s?[’'])?(\d\d)\b(?!\d|[./%])/

type Standing = Pick<Citation, 'edition' | 'standing' | 'supersededBy' | 'current'>

/** How an edition stands on a day; a year of a factual update is that of its edition. */
export function standingOf(guidance: Guidance, year: string | null, asOf: PlainDate): Standing {
  const published = guidance.editions.filter(edition => !edition.draft && begins(edition) <= asOf)
  const newest = published.at(-1)
  const current = guidance.withdrawn ? null : (newest?.edition ?? null)
  if (year === null) return { edition: null, standing: undated(guidance, published), supersededBy: null, current }
  const edition =
    guidance.editions.find(each => each.edition === year) ??
    guidance.editions.find(each => each.alsoCitedAs.includes(year))
  if (!edition) return { edition: year, standing: missing(guidance, year), supersededBy: null, current }
  const next = published[published.indexOf(edition) + 1]
  const supersededBy = published.includes(edition) ? (next?.edition ?? null) : null
  return { edition: edition.edition, standing: standing(guidance, edition, supersededBy, asOf), supersededBy, current }
}

function begins({ published, edition }: Edition): string {
  return published ?? edition
}

function standing(guidance: Guidance, edition: Edition, supersededBy: string | null, asOf: PlainDate): EditionStanding {
  if (edition.draft) return 'draft'
  if (supersededBy) return 'superseded'
  if (guidance.withdrawn && (guidance.withdrawn.on ?? '') <= asOf) return 'withdrawn'
  if (begins(edition) > asOf) return 'unknown'
  return edition.sure === 'unsure' ? 'unknown' : 'current'
}

function undated(guidance: Guidance, published: readonly Edition[]): EditionStanding {
  if (guidance.withdrawn) return 'withdrawn'
  return published.length === 1 && published[0]?.sure !== 'unsure' ? 'current' : 'unknown'
}

function missing(guidance: Guidance, year: string): EditionStanding {
  const first = guidance.editions[0]?.edition ?? year
  const last = guidance.editions.at(-1)?.edition ?? year
  return guidance.complete && year > first && year < last ? 'never-existed' : 'unknown'
}
