/** Recommendations that stand in prose without a label: set apart as quotations, told in a table too, or alone. */
import { actOf } from './acts.ts'
import { beginsByAsking, isAsked, isPlainlyAsked } from './asking.ts'
import { follows, isFirst, numberLabel, numberOfTitle } from './labels.ts'
import { squeezed } from './plan-recommendations.ts'
import type { Listed } from './recommendation-lists.ts'
import type { Told } from './references.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import { askedLabel } from './vocabulary/labels.ts'

export interface Unlabelled extends Listed {
  /** Where its words end in the line, when more stands behind them. */
  readonly textTo?: number
}

/** Quotations that ask for something, two or more, each numbered by the heading above when that has a number. */
export function quotedOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  // "To name a lead in every practice" asks below a numbered heading, and could be anything elsewhere.
  const isPut = (line: SourceLine, above: SourceLine | undefined): boolean =>
    isPlainlyAsked(line.text) || (above?.kind === 'heading' && numberOfTitle(above) !== null && isAsked(line.text))
  const asking = lines.flatMap((line, at) => (isQuotation(line) && isPut(line, lines[at - 1]) ? [{ line, at }] : []))
  // A second paragraph of the same quotation belongs to the first.
  const first = asking.filter(({ at }) => !lines[at - 1]?.quoted)
  if (first.length < 2) return []
  return first.map(({ line, at }) => {
    const heading = lines.slice(Math.max(0, at - 2), at).findLast(each => each.kind === 'heading')
    const marks = line.quoted ? 0 : 1
    const own = line.quoted ? numberLabel(line) : null
    return {
      line,
      number: own?.number ?? numberOfTitle(heading),
      textFrom: own?.textFrom ?? marks,
      ...(marks ? { textTo: line.text.length - marks } : {}),
      announcedBy: null,
    }
  })
}

/** "Health visitors need to know …", where it is not the speaker's own need. */
const needed = /^(?!(?:We|I|Our)\b)[^.]{3,80}\bneeds? to\b/

/** "Action A – Housing", "Theme 2: Discharge", "Priority B". */
const entitled = /^\p{Lu}\p{L}+\s(?:\p{L}+\s)?(?<number>\d{1,2}|[A-Z])(?:\s*[:–—-]|\.?$|\.\s)/u

/**
 * What asks straight below headings that count on ("1. Supervision", "2. Training"; "Action A – Housing"), two or more.
 */
export function headedOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  const found: Unlabelled[] = []
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1]
    // What was found may stand in one paragraph between them.
    const heading = before?.kind === 'paragraph' && !beginsByAsking(before.text) ? lines[at - 2] : before
    const asks = beginsByAsking(line.text) || needed.test(line.text)
    if (line.kind === 'heading' || heading?.kind !== 'heading' || !asks) continue
    const number = numberLabel(heading)?.number ?? entitled.exec(heading.text)?.groups?.number ?? null
    const last = found.at(-1)?.number ?? null
    if (number === null || (last === null ? !isFirst(number) : !follows(last, number))) continue
    found.push({ line, number, textFrom: 0, announcedBy: null })
  }
  return found.length > 1 ? found : []
}

/**
 * Numbered headings of what a review puts to a board in place of recommendations ("Finding 1: …", "Challenge 2"), two
 * or more that count on: reviews by SCIE's Learning Together model make findings with questions for the board.
 */
export function puttingHeadings(lines: readonly SourceLine[]): Unlabelled[] {
  const found: Unlabelled[] = []
  for (const line of lines) {
    const match = line.kind === 'heading' ? puttingLabel.exec(line.text) : null
    const number = match?.groups?.number
    const last = found.at(-1)?.number ?? null
    if (!match || !number || (last === null ? !isFirst(number) : !follows(last, number))) continue
    found.push({ line, number, textFrom: match[0].length, announcedBy: null })
  }
  return found.length > 1 ? found : []
}

const puttingLabel =
  /^(?:key |priority )?(?:finding|challenge|question|consideration|learning point|issue)s?\s(?:no\.?\s)?(?<number>\d{1,2})\s*(?:[:.–—-]+\s*|$)/i

const recommendationField =
  /^(?:(?:action|item|point|learning point|finding|ref\.?|no\.?)\s*(?<number>\d+(?:\.\d+)*[a-z]?)\s*[.:–—-]+\s*)?(?:the |review |panel |original )?recommendation(?: text)?\s*[:–—]\s+(?=\S)/i

/**
 * Paragraphs whose first sentence says what somebody should do, and the rest what came of it, two or more, in a text
 * that speaks of recommendations.
 */
export function answeredParagraphs(lines: readonly SourceLine[]): Unlabelled[] {
  if (!lines.some(({ text }) => /\brecommend/i.test(text))) return []
  const isTold = (text: string): boolean => actOf(text) !== 'context'
  const asking = lines.flatMap(line => {
    const [first = '', ...rest] = sentences(line.text).map(stretch => line.text.slice(...stretch))
    const isAsking = line.kind === 'paragraph' && /\b(?:should|must)\b/.test(first) && rest.length > 0
    return isAsking && !rest.some(isPlainlyAsked) ? [{ line, told: rest.some(isTold) }] : []
  })
  if (asking.filter(({ told }) => told).length < 2) return []
  return asking.map(({ line }) => ({ line, number: null, textFrom: 0, announcedBy: null }))
}

const bracketedNumber = /\((?:our |their )?rec(?:ommendation)?s?\.? (?<number>\d+(?:\.\d+)*[a-z]?)\)/i

/** "The Board asked us to review staffing (recommendation 4). We did …": told in a body’s own words. */
export function toldOpenings(lines: readonly SourceLine[]): (Unlabelled & { readonly answerFrom: number })[] {
  return lines.flatMap(line => {
    const [first, answer] = line.kind === 'paragraph' ? sentences(line.text) : []
    const words = first ? line.text.slice(...first) : ''
    const number = bracketedNumber.exec(words)?.groups?.number
    if (!number || !answer || !/\b(?:asked|recommended|said|wanted)\b/.test(words)) return []
    return [{ line, number, textFrom: 0, textTo: answer[0], answerFrom: answer[0], announcedBy: null }]
  })
}

/** What fields of a form recommend ("Recommendation: …", "Action 1 – Recommendation: …"), two or more. */
export function fieldOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  const found = lines.flatMap(line => {
    const match = line.kind === 'heading' ? null : (recommendationField.exec(line.text) ?? askedLabel.exec(line.text))
    const number = match?.groups?.number ?? null
    return match ? [{ line, number, textFrom: match[0].length, announcedBy: null }] : []
  })
  return found.length > 1 ? found : []
}

/**
 * Numbered headings that count on and ask themselves ("1. Strengthen supervision"), two or more with words below, in a
 * text that speaks of recommendations.
 */
export function askingHeadings(lines: readonly SourceLine[]): Unlabelled[] {
  const found: Unlabelled[] = []
  for (const [at, line] of lines.entries()) {
    const label = line.kind === 'heading' && lines[at + 1]?.kind !== 'heading' ? numberLabel(line) : null
    const last = found.at(-1)
    if (!label || (last && last.line.level !== line.level)) continue
    if (last ? !follows(last.number ?? '', label.number) : !isFirst(label.number)) continue
    const { number, textFrom } = label
    found.push({ line, number, textFrom, textTo: line.text.length, announcedBy: null })
  }
  const asked = found.filter(({ line, textFrom }) => isAsked(line.text.slice(textFrom)))
  const told = lines.some(({ text }) => /\brecommendations?\b/i.test(text))
  return told && found.length > 1 && asked.length * 3 >= found.length * 2 ? found : []
}

/** Set apart by the layout, or a paragraph between quotation marks. */
function isQuotation(line: SourceLine): boolean {
  return line.quoted || (line.kind === 'paragraph' && /^["“‘'][^"”]{20,}["”’']$/.test(line.text))
}

/**
 * The numbered entries before a line that hold every one of some numbers, whatever they say: answers below labels of
 * those numbers show that they are recommendations.
 */
export function countedOpenings(
  lines: readonly SourceLine[],
  numbers: readonly string[],
  before: SourceLine,
): Unlabelled[] {
  const entries = lines.slice(0, lines.indexOf(before)).flatMap(line => {
    const label = line.kind === 'heading' ? null : numberLabel(line)
    return label ? [{ line, label }] : []
  })
  const found: typeof entries = []
  for (const entry of entries) {
    const last = found.at(-1)
    if (isFirst(entry.label.number)) found.length = 0
    else if (!last || !follows(last.label.number, entry.label.number)) continue
    found.push(entry)
  }
  const held = new Set(found.map(({ label }) => label.number))
  if (found.length < 2 || !numbers.every(number => held.has(number))) return []
  return found.map(({ line, label: { number, textFrom } }) => ({ line, number, textFrom, announcedBy: null }))
}

/** The recommendations of a table that prose tells in the same words, whatever stands round them in the paragraph. */
export function retoldOpenings(lines: readonly SourceLine[], inTables: readonly Told[]): Unlabelled[] {
  const paragraphs = inTables.length === 0 ? [] : lines.filter(line => line.kind === 'paragraph')
  const places = paragraphs.map(line => ({ line, ...squeezedPlaces(line.text) }))
  // Two tables may hold the same words, which prose tells once.
  const taken = new Set<string>()
  return inTables.flatMap(({ number, text }) => {
    const words = squeezed(text)
    if (taken.has(words)) return []
    taken.add(words)
    const place = words.length < leastRetold ? undefined : places.find(each => each.letters.includes(words))
    if (!place) return []
    const from = place.letters.indexOf(words)
    const [textFrom = 0, last = 0] = [place.at[from], place.at[from + words.length - 1]]
    const end = /^[.;”"’')]*/.exec(place.line.text.slice(last + 1))?.[0].length ?? 0
    return [{ line: place.line, number, textFrom, textTo: last + 1 + end, announcedBy: null }]
  })
}

/** Shorter wordings could stand anywhere by chance. */
const leastRetold = 30

/** The letters and figures of a text, and where each stands in it. */
function squeezedPlaces(text: string): { readonly letters: string; readonly at: readonly number[] } {
  const at = [...text.matchAll(/[\p{L}\p{N}]/gu)].map(match => match.index)
  return { letters: squeezed(text), at }
}

/** "The panel recommends that …", standing alone. */
export function soleOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  const sole = /^(?:the |this |we |it )?(?:[\p{L}’' -]{0,60})\b(?:recommends?(?: that)?|is recommended that)\b/iu
  return lines
    .filter(line => line.kind !== 'heading' && sole.test(line.text))
    .map(line => ({
      line,
      number: numberLabel(line)?.number ?? null,
      textFrom: numberLabel(line)?.textFrom ?? 0,
      announcedBy: null,
    }))
}
