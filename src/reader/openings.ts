/**
 * Where each recommendation begins: labelled ones first, else the numbered, bulleted or plain entries where they are
 * announced.
 */

import type { Directory } from './directory.ts'
import { follows, isFirst, type Label, namedLabel, numberLabel, tidyNumber } from './labels.ts'
import type { SourceLine } from './source-lines.ts'
import { tokens } from './tokens.ts'
import { verbForms } from './verbs.ts'
import {
  asks,
  leadInToMany,
  othersRecommendations,
  recommendationsHeading,
  responseHeading,
  responseToOne,
} from './vocabulary/labels.ts'

export interface Opening {
  readonly line: SourceLine
  readonly number: string | null
  /** Where its words begin in the line. */
  readonly textFrom: number
  /** The line that announces it and others, when there is one. */
  readonly announcedBy: SourceLine | null
  /** The level of the heading under which it stands; null under none. */
  readonly under: number | null
  /** Whether it only heads the answers to a recommendation that stands elsewhere. */
  readonly answersOnly: boolean
}

type Found = Omit<Opening, 'under' | 'answersOnly'>

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
  if (named.length > 0) return announced(named, own)
  const areas = announcements(own, directory)
  for (const find of [numberedOpenings, listedOpenings, plainOpenings]) {
    const found = inEachArea(areas, find)
    if (found.length > 0) return found
  }
  return soleOpenings(own)
}

const isAnswerLabel = (line: SourceLine): boolean => responseToOne.test(line.text)

/** "Response to Recommendation 2" heads answers, wherever the recommendation stands. */
function answerOpening(line: SourceLine): Omit<Opening, 'under'>[] {
  const groups = line.text.length < 140 ? responseToOne.exec(line.text)?.groups : undefined
  const number = groups?.number ?? groups?.other
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

/**
 * What is found in areas that do not overlap: "Recommendations for Health" and "Recommendations for Police" are two.
 */
function inEachArea(areas: readonly Area[], find: (area: Area) => Found[]): Found[] {
  const taken = new Set<SourceLine>()
  return areas.flatMap(area => {
    if (area.lines.some(line => taken.has(line))) return []
    const found = find(area)
    if (found.length > 0) for (const line of area.lines) taken.add(line)
    return found
  })
}

/** The line right before the first of them that introduces them all. */
function announced(openings: readonly Found[], lines: readonly SourceLine[]): Found[] {
  const first = openings[0] ? lines.indexOf(openings[0].line) : -1
  const before = lines.slice(Math.max(0, first - 3), Math.max(0, first)).findLast(line => line.kind !== 'heading')
  const announcedBy = before && leadInToMany.test(before.text) && /[:.]$/.test(before.text) ? before : null
  return openings.map(opening => ({ ...opening, announcedBy }))
}

interface Area {
  readonly announcedBy: SourceLine
  readonly lines: readonly SourceLine[]
}

/**
 * Each stretch behind a heading or a sentence that announces recommendations; the ones announced by a sentence first.
 */
function announcements(lines: readonly SourceLine[], directory: Directory): Area[] {
  const bySentence = lines.filter(line => line.kind !== 'heading' && leadInToMany.test(line.text))
  const byHeading = lines.filter(
    line => (line.kind === 'heading' || isTitleLike(line)) && recommendationsHeading.test(line.text),
  )
  return [...bySentence, ...byHeading.reverse()].map(announcedBy => {
    const start = lines.indexOf(announcedBy)
    const end = lines.findIndex((line, at) => at > start && endsArea(line, announcedBy, directory))
    return { announcedBy, lines: lines.slice(start + 1, end < 0 ? undefined : end) }
  })
}

function isTitleLike(line: SourceLine): boolean {
  return line.kind === 'paragraph' && line.text.length < 80 && !/[.?!:;,]$/.test(line.text)
}

function endsArea(line: SourceLine, announcedBy: SourceLine, directory: Directory): boolean {
  if (announcedBy.kind !== 'heading')
    return isTitleLike(announcedBy) && isTitleLike(line) && recommendationsHeading.test(line.text)
  if (line.kind !== 'heading') return false
  if (line.level <= announcedBy.level && recommendationsHeading.test(line.text)) return true
  return (
    line.level <= announcedBy.level && directory.mentions(line.text).length === 0 && !responseHeading.test(line.text)
  )
}

interface Entry {
  readonly line: SourceLine
  readonly label: Label
}

/** Numbered entries from the first on, each following the one before in the same style. */
function numberedOpenings({ announcedBy, lines }: Area): Found[] {
  const entries = lines.flatMap(line => {
    const label = line.kind === 'heading' && !asks.test(line.text) ? null : numberLabel(line)
    return label ? [{ line, label }] : []
  })
  const first = entries.findIndex(({ label }) => isFirst(label.number))
  const start = entries[first]
  if (!start) return []
  const found: Entry[] = [start]
  for (const entry of entries.slice(first + 1)) {
    const before = found.at(-1)
    if (before && follows(before.label.number, entry.label.number) && sameStyle(before, entry)) found.push(entry)
  }
  if (!isPromise(announcedBy) && !found.some(({ line, label }) => isAsked(line.text.slice(label.textFrom)))) return []
  return found.map(({ line, label }) => ({ line, number: label.number, textFrom: label.textFrom, announcedBy }))
}

/** A format may take a typed "1)" for a list entry in one place and for plain words in another. */
function sameStyle(before: Entry, entry: Entry): boolean {
  return (
    style(before) === style(entry) &&
    (before.line.kind !== 'item' || entry.line.kind !== 'item' || before.line.level === entry.line.level)
  )
}

function style({ line, label }: Entry): string {
  const written = label.textFrom > 0 ? line.text.slice(0, label.textFrom).trim() : (line.marker ?? '')
  return written.replace(/\d+/g, '1').replace(/[a-z]+/gi, 'a')
}

/** Bulleted entries that ask for something; straight behind "The panel recommends that:" each entry does. */
function listedOpenings({ announcedBy, lines }: Area): Found[] {
  const promised = isPromise(announcedBy)
  const end = promised ? lines.findIndex(line => line.kind !== 'item') : -1
  const items = lines.slice(0, end < 0 ? undefined : end).filter(line => line.kind === 'item')
  const outer = Math.min(...items.map(line => line.level))
  const asked = items.filter(line => line.level === outer && (promised || isAsked(line.text)))
  return asked.map(line => ({ line, number: null, textFrom: 0, announcedBy }))
}

/** "The panel recommends that:" promises that what follows is recommended. */
const isPromise = (line: SourceLine): boolean => line.kind !== 'heading' && /\brecommend\w*\b.*:$/.test(line.text)

function plainOpenings({ announcedBy, lines }: Area): Found[] {
  if (announcedBy.kind !== 'heading') return []
  const asked = lines.filter(
    line => line.kind === 'paragraph' && /\b(?:should|must|recommends? that|is recommended)\b/i.test(line.text),
  )
  return asked.map(line => ({ line, number: null, textFrom: 0, announcedBy }))
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

/** Whether words ask for something: a "should" or the like, or a verb in front ("Review the pathway"). */
export function isAsked(text: string): boolean {
  if (asks.test(text)) return true
  const [first, second] = tokens(text)
  const { base } = verbForms((/^(?:to|jointly|fully|urgently)$/.test(first?.word ?? '') ? second : first)?.word ?? '')
  return base !== undefined
}
