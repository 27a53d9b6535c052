/**
 * What the document says of the review itself: its title, subject, type, board, day, legal basis, reviewer and method.
 */
import { type PlainDate, readPlainDate } from '../core/plain-date.ts'
import { datesIn } from './dates.ts'
import type { Directory } from './directory.ts'
import { titleLines } from './kinds.ts'
import type { ReviewFacts, ReviewType } from './reading.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import {
  besideReview,
  commonTitle,
  considering,
  legalBasis,
  loneName,
  methods,
  nameBeforeColon,
  namedReview,
  pseudonym,
  reviewers,
  reviewTypes,
} from './vocabulary/review.ts'

/**
 * Reads the facts from the lines `around` recommendations and responses; `metadata` is the title that the file itself
 * carries.
 */
export function reviewFactsOf(
  lines: readonly SourceLine[],
  around: readonly SourceLine[],
  directory: Directory,
  metadata: string | null,
): ReviewFacts {
  const titles = titleLines(lines).filter(text => !/^\d/.test(text))
  // The minutes of a meeting tell of several reviews, and of the people who were there.
  const ofMeeting = titles.some(title => /\bminutes\b/i.test(title))
  const texts = around.map(line => line.text)
  const said = texts.flatMap(text => sentences(text).map(([from, to]) => text.slice(from, to)))
  return {
    title: titleIn(titles) ?? metadata,
    subject: ofMeeting ? null : subjectOf([...titles, ...(metadata ? [metadata] : [])], texts.filter(isNoGreeting)),
    type: ofMeeting ? 'unknown' : typeOf(titles, texts),
    board: directory.board?.name ?? null,
    consideredOn: consideredOn(said),
    legalBasis: firstMatch(said, legalBasis),
    leadReviewer: firstMatch(said, ...reviewers),
    methodology: firstMatch(said, ...methods),
  }
}

/** Who is greeted at the head of a letter is nobody whom a review is about. */
const isNoGreeting = (text: string): boolean => !/^dear\s/i.test(text)

/** The line of the title that names the review; a line that breaks off ("… Review of") goes on in the next. */
function titleIn(titles: readonly string[]): string | null {
  const at = titles.findIndex(text => reviewTypes.some(([, pattern]) => pattern.test(text)))
  const line = titles[at] ?? titles.find(text => /\b(?:review|response|report|plan)\b/i.test(text)) ?? titles[0]
  if (line === undefined) return null
  const next = titles[titles.indexOf(line) + 1]
  return next !== undefined && /(?:\b(?:of|into|for|the|from|to|and|about|regarding|concerning)|[:–-])$/i.test(line)
    ? `${line} ${next}`
    : line
}

/** The pseudonym as published, from the titles or else from the text. */
function subjectOf(titles: readonly string[], texts: readonly string[]): string | null {
  const ofTitle =
    firstMatch(titles, pseudonym, ...namedReview) ??
    firstMatch(
      titles.filter(title => !commonTitle.test(title)),
      nameBeforeColon,
    )
  return ofTitle ?? personNamed(titles, texts) ?? firstMatch(texts.slice(0, 40), pseudonym)
}

/**
 * A first name alone, or two, between the marks of a title ("Walter: what the agencies say") or beside the review ("the
 * review of Walter", "Walter’s review"), when the text tells of that person.
 */
function personNamed(titles: readonly string[], texts: readonly string[]): string | null {
  const parts = titles.flatMap(title => title.split(/\s*[:–—]\s*|\s-\s/)).filter(part => loneName.test(part))
  const beside = [...titles, ...texts.slice(0, 40)].flatMap(text =>
    [...text.matchAll(besideReview)].flatMap(([, before, behind]) => before ?? behind ?? []),
  )
  const names = [...parts, ...beside]
  const told = (name: string): RegExp =>
    new RegExp(`\\b${name}(?:, (?:who|aged|an?|a)| \\((?:aged|who|\\d)|,? (?:was|were|is|are|died|lived|had))\\b`)
  return names.find(name => texts.slice(0, 40).some(text => told(name).test(text))) ?? null
}

/** The type that the titles name, else the one that the text names most. */
function typeOf(titles: readonly string[], texts: readonly string[]): ReviewType {
  const own = titles.flatMap(title => earliest(title))
  if (own[0]) return own[0]
  const counted = reviewTypes
    .slice(0, 6)
    .map(([type, pattern]) => ({ type, count: texts.filter(text => pattern.test(text)).length }))
  const most = counted.reduce((best, each) => (each.count > best.count ? each : best))
  return most.count > 0 ? most.type : 'unknown'
}

function earliest(title: string): ReviewType[] {
  const found = reviewTypes.map(([type, pattern]) => ({ type, at: title.search(pattern) })).filter(({ at }) => at >= 0)
  return found.sort((a, b) => a.at - b.at).map(({ type }) => type)
}

/** The day on which the case was considered, by the first sentence that says so with a whole date. */
function consideredOn(said: readonly string[]): PlainDate | null {
  for (const pattern of considering) {
    for (const sentence of said) {
      if (!pattern.test(sentence)) continue
      const day = datesIn(sentence).find(
        date => date.range.to !== null && (date.range.from === date.range.to || date.range.from === null),
      )
      const written = day?.range.to
      if (written) return readPlainDate(written)
    }
  }
  return null
}

/** The first thing that a pattern takes out of the texts, pattern by pattern. */
function firstMatch(texts: readonly string[], ...patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    for (const text of texts) {
      const match = pattern.exec(text)
      const found = match?.slice(1).find(group => group !== undefined)
      if (found) return found.trim()
    }
  }
  return null
}
