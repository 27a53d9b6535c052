/**
 * Where each recommendation begins: labelled ones first, else the numbered, bulleted or plain entries where they are
 * announced.
 */

import { actOf } from './acts.ts'
import { beginsByAsking, isAsked } from './asking.ts'
import type { Directory } from './directory.ts'
import { type Answerable, withAnswersInside } from './inside-answers.ts'
import { namedLabel, tidyNumber } from './labels.ts'
import { withoutOthers } from './other-reviews.ts'
import { type Listed, listedRecommendations } from './recommendation-lists.ts'
import { answersUnderName, speakersAbove, type Turning, turningsIn } from './reference-openings.ts'
import type { Told } from './references.ts'
import type { SourceLine } from './source-lines.ts'
import { isBodyHeading, isDateLabel, isNameOnly } from './speaker-lines.ts'
import {
  answeredParagraphs,
  askingHeadings,
  countedOpenings,
  fieldOpenings,
  headedOpenings,
  puttingHeadings,
  quotedOpenings,
  retoldOpenings,
  soleOpenings,
  toldOpenings,
} from './unlabelled-openings.ts'
import { leadInToMany, responseToOne } from './vocabulary/labels.ts'

export interface Opening extends Listed {
  /** The level of the heading under which it stands; null under none. */
  readonly under: number | null
  /** Whether it only heads the answers to a recommendation that stands elsewhere. */
  readonly answersOnly: boolean
  /** The heading of the body under which it stands straight, with others; null under none. */
  readonly owner: SourceLine | null
  /** Where its words end in the line, when more stands behind them; null when they go on to its end. */
  readonly textTo: number | null
  /** Where its answer begins in the same line; null when none stands there. */
  readonly answerFrom: number | null
  /** What it turns to, when its own first words say which recommendation it answers; else null. */
  readonly turning: Turning | null
}

type Found = Answerable

/**
 * The beginnings of recommendations, and of answers to them, among lines that stand in no table, in order; `inTables`
 * are the recommendations that tables hold.
 */
export function openingsIn(
  lines: readonly SourceLine[],
  directory: Directory,
  inTables: readonly Told[] = [],
): Opening[] {
  const own = withoutOthers(lines)
  if (own.length === 0) return []
  const above = lazySpeakers(own, directory)
  const found = withAnswersInside(recommendationsIn(own, directory, { above, inTables }))
  const taken = new Set(found.map(({ line }) => line))
  const others = own.filter(line => !taken.has(line))
  const answers = others.flatMap(answerOpening)
  const headed = new Set(answers.map(({ line }) => line))
  const told = [...found.map(({ number, line }) => ({ number, text: line.text })), ...inTables]
  const turnings = turningsIn(others, told, above, [found[0]?.line.at ?? 0, found.at(-1)?.line.at ?? 0])
  const opened = new Set([...found, ...answers, ...turnings].map(({ line }) => line))
  const levels = levelsAbove(lines, opened, directory)
  const owner = ownersOf(lines, above, opened)
  return withoutAsides(
    [
      ...found.map(each => ({ ...each, answersOnly: isAnswerLabel(each.line), turning: null })),
      ...answers.map(each => ({ ...each, turning: turnings.find(({ line }) => line === each.line) ?? null })),
      ...turnings.filter(({ line }) => !headed.has(line)).map(turningOpening),
    ]
      .map(each => ({
        textTo: null,
        answerFrom: null,
        ...each,
        under: levels.get(each.line) ?? null,
        owner: owner(each.line),
      }))
      .sort((a, b) => a.line.at - b.line.at),
  )
}

/** Who speaks above a line, worked out when it is first asked. */
function lazySpeakers(
  lines: readonly SourceLine[],
  directory: Directory,
): (line: SourceLine) => SourceLine | undefined {
  let above: ReadonlyMap<SourceLine, SourceLine> | null = null
  return line => {
    above ??= speakersAbove(lines, directory)
    return above.get(line)
  }
}

/** Gives for a line the heading of a body above it, when that has recommendations and nothing else straight below. */
function ownersOf(
  lines: readonly SourceLine[],
  above: (line: SourceLine) => SourceLine | undefined,
  opened: ReadonlySet<SourceLine>,
): (line: SourceLine) => SourceLine | null {
  if (!lines.some(line => line.kind === 'heading')) return () => null
  return line => {
    const heading = above(line)
    const first = heading?.kind === 'heading' ? after(heading, lines) : undefined
    return heading && first && opened.has(first) ? heading : null
  }
}

function turningOpening(turning: Turning): Omit<Opening, 'under' | 'textTo' | 'owner' | 'answerFrom'> {
  const { line, reference } = turning
  const textFrom = line.kind === 'heading' ? line.text.length : reference.to
  return { line, number: reference.numbers[0] ?? null, textFrom, announcedBy: null, answersOnly: true, turning }
}

/** "In response to recommendation 3 …", said below recommendation 3 itself, opens nothing anew. */
function withoutAsides(openings: readonly Opening[]): Opening[] {
  const kept: Opening[] = []
  for (const opening of openings) {
    const before = kept.at(-1)
    const same = opening.turning && before && before.number === opening.number
    if (!same || before.turning?.speaker !== opening.turning?.speaker) kept.push(opening)
  }
  return kept
}

interface Known {
  readonly above: (line: SourceLine) => SourceLine | undefined
  readonly inTables: readonly Told[]
}

function recommendationsIn(own: readonly SourceLine[], directory: Directory, { above, inTables }: Known): Found[] {
  const all = namedOpenings(own)
  const answering = new Set(
    all.filter(
      ({ line, textFrom }) =>
        above(line) !== undefined && answersUnderName(line.text.slice(textFrom), after(line, own)),
    ),
  )
  const rest = all.filter(each => !answering.has(each))
  const quoted = all.length === 0 ? [...fieldOpenings(own), ...quotedOpenings(own)] : []
  if (quoted.length > 0) return quoted
  const isAnswered = rest.every(each => headsAnswers(each, own))
  const listed = isAnswered ? listedRecommendations(own, directory) : []
  const held = new Set(listed.map(({ number }) => number))
  if (listed.length > 0 && all.every(({ number }) => held.has(number))) return listed
  const [first] = all
  const numbers = all.flatMap(({ number }) => number ?? [])
  const counted = isAnswered && first && numbers.length > 1 ? countedOpenings(own, numbers, first.line) : []
  if (counted.length > 0) return counted
  const told = new Set([...rest, ...inTables].map(({ number }) => number))
  if (all.length > 0)
    return announced(
      all
        .filter(each => !answering.has(each) || !told.has(each.number))
        .map(each => (answering.has(each) ? titledInBrackets(each, directory) : each)),
      own,
    )
  for (const find of [headedOpenings, askingHeadings]) {
    const headed = find(own)
    if (headed.length > 0) return headed
  }
  const retold = retoldOpenings(own, inTables)
  if (retold.length > 0) return retold
  const prose = inTables.length === 0 ? toldOpenings(own) : []
  if (prose.length > 0) return prose
  for (const find of inTables.length === 0 ? [answeredParagraphs, puttingHeadings] : []) {
    const found = find(own)
    if (found.length > 0) return found
  }
  return soleOpenings(own)
}

const titledLabel = /^\W*rec(?:ommendation)?s?\b\.?\s*\S+\s*\((?<title>(?!\d)[^)]{3,80})\)\s*[:–—-]\s+(?=\S)/i

/** "Recommendation 3 (falls assessments): already in place", under a body’s name: what was asked stands in brackets. */
function titledInBrackets(each: Found, directory: Directory): Found {
  const match = titledLabel.exec(each.line.text)
  const title = match?.groups?.title ?? ''
  if (!match || isNameOnly(title, directory)) return each
  const textFrom = match[0].indexOf('(') + 1
  return { ...each, textFrom, textTo: textFrom + title.length, answerFrom: match[0].length }
}

function after(line: SourceLine, lines: readonly SourceLine[]): SourceLine | undefined {
  return lines[lines.indexOf(line) + 1]
}

/**
 * A label with nothing asked behind it, or without words and nothing asked in the next line, heads answers to a list
 * that stands elsewhere.
 */
function headsAnswers({ line, textFrom }: Found, lines: readonly SourceLine[]): boolean {
  const words = line.text.slice(textFrom).trim()
  if (words !== '') return line.kind !== 'heading' && !isAsked(words) && actOf(words) !== 'context'
  const [next, further] = lines.slice(lines.indexOf(line) + 1)
  const said = next?.kind === 'heading' && !namedLabel(next) ? further : next
  return said !== undefined && said.kind === 'paragraph' && !beginsByAsking(said.text)
}

const isAnswerLabel = (line: SourceLine): boolean => responseToOne.test(line.text)

/** "Response to Recommendation 2" heads answers, wherever the recommendation stands. */
function answerOpening(line: SourceLine): Omit<Opening, 'under' | 'turning' | 'textTo' | 'owner' | 'answerFrom'>[] {
  const groups = line.text.length < 140 ? responseToOne.exec(line.text)?.groups : undefined
  const label = namedLabel(line)
  const bare = label && line.text.slice(label.textFrom).trim() === '' ? label.number : undefined
  const number = groups?.number ?? groups?.other ?? bare
  return number
    ? [{ line, number: tidyNumber(number), textFrom: line.text.length, announcedBy: null, answersOnly: true }]
    : []
}

/** For each line, the level of the heading above it, leaving out those of recommendations and answers. */
function levelsAbove(
  lines: readonly SourceLine[],
  openings: ReadonlySet<SourceLine>,
  directory: Directory,
): Map<SourceLine, number> {
  const levels = new Map<SourceLine, number>()
  let level: number | null = null
  for (const [at, line] of lines.entries()) {
    if (level !== null) levels.set(line, level)
    if (line.kind !== 'heading' || openings.has(line)) continue
    const next = lines.slice(at + 1).find(each => each.kind !== 'heading')
    const divides = isBodyHeading(line, directory) || isDateLabel(line.text)
    const answers = openings.size > 0 && next && !openings.has(next) && divides
    if (!answers || level === null) level = line.level
  }
  return levels
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
