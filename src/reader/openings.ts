/**
 * Where each recommendation begins: labelled ones first, else the numbered, bulleted or plain entries where they are
 * announced.
 */

import { isPlainlyAsked } from './asking.ts'
import type { Directory } from './directory.ts'
import { namedLabel, numberLabel, tidyNumber } from './labels.ts'
import { type Listed, listedRecommendations } from './recommendation-lists.ts'
import type { SourceLine } from './source-lines.ts'
import { leadInToMany, othersRecommendations, responseToOne } from './vocabulary/labels.ts'

export interface Opening extends Listed {
  /** The level of the heading under which it stands; null under none. */
  readonly under: number | null
  /** Whether it only heads the answers to a recommendation that stands elsewhere. */
  readonly answersOnly: boolean
}

type Found = Listed

/** The beginnings of recommendations, and of answers to them, among lines that stand in no table, in order. */
export function openingsIn(lines: readonly SourceLine[], directory: Directory): Opening[] {
  const own = withoutOthers(lines)
  const found = recommendationsIn(own, directory)
  const taken = new Set(found.map(({ line }) => line))
  const answers = own.filter(line => !taken.has(line)).flatMap(answerOpening)
  const levels = levelsAbove(lines)
  return [...found.map(each => ({ ...each, answersOnly: isAnswerLabel(each.line) })), ...answers]
    .map(each => ({ ...each, under: levels.get(each.line) ?? null }))
    .sort((a, b) => a.line.at - b.line.at)
}

function recommendationsIn(own: readonly SourceLine[], directory: Directory): Found[] {
  const named = namedOpenings(own)
  const listed =
    named.length === 0 || named.every(each => headsAnswers(each, own)) ? listedRecommendations(own, directory) : []
  const held = new Set(listed.map(({ number }) => number))
  if (listed.length > 0 && named.every(({ number }) => held.has(number))) return listed
  if (named.length > 0) return announced(named, own)
  return soleOpenings(own)
}

/** A label without words, and nothing asked in the line behind it, heads answers to a list that stands elsewhere. */
function headsAnswers({ line, textFrom }: Found, lines: readonly SourceLine[]): boolean {
  const next = lines[lines.indexOf(line) + 1]
  return (
    line.text.slice(textFrom).trim() === '' &&
    next !== undefined &&
    next.kind === 'paragraph' &&
    !isPlainlyAsked(next.text)
  )
}

const isAnswerLabel = (line: SourceLine): boolean => responseToOne.test(line.text)

/** "Response to Recommendation 2" heads answers, wherever the recommendation stands. */
function answerOpening(line: SourceLine): Omit<Opening, 'under'>[] {
  const groups = line.text.length < 140 ? responseToOne.exec(line.text)?.groups : undefined
  const label = namedLabel(line)
  const bare = label && line.text.slice(label.textFrom).trim() === '' ? label.number : undefined
  const number = groups?.number ?? groups?.other ?? bare
  return number
    ? [{ line, number: tidyNumber(number), textFrom: line.text.length, announcedBy: null, answersOnly: true }]
    : []
}

/** For each line, the level of the heading above it. */
function levelsAbove(lines: readonly SourceLine[]): Map<SourceLine, number> {
  const levels = new Map<SourceLine, number>()
  let level: number | null = null
  for (const line of lines) {
    if (level !== null) levels.set(line, level)
    if (line.kind === 'heading') level = line.level
  }
  return levels
}

/** Leaves out what stands under a heading about other or earlier recommendations. */
function withoutOthers(lines: readonly SourceLine[]): SourceLine[] {
  let skipping: number | null = null
  return lines.filter(line => {
    if (line.kind === 'heading') {
      if (skipping !== null && line.level <= skipping) skipping = null
      if (skipping === null && line.level > 1 && othersRecommendations.test(line.text)) skipping = line.level
    }
    return skipping === null
  })
}

function namedOpenings(lines: readonly SourceLine[]): Found[] {
  return lines.flatMap(line => {
    const label = namedLabel(line)
    if (!label) return []
    return [{ line, number: label.number, textFrom: label.textFrom, announcedBy: null }]
  })
}

/** The line right before the first of them that introduces them all. */
function announced(openings: readonly Found[], lines: readonly SourceLine[]): Found[] {
  const first = openings[0] ? lines.indexOf(openings[0].line) : -1
  const before = lines.slice(Math.max(0, first - 3), Math.max(0, first)).findLast(line => line.kind !== 'heading')
  const announcedBy = before && leadInToMany.test(before.text) && /[:.]$/.test(before.text) ? before : null
  return openings.map(opening => ({ ...opening, announcedBy }))
}

/** "The panel recommends that …", standing alone. */
function soleOpenings(lines: readonly SourceLine[]): Found[] {
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
