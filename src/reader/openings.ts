/**
 * Where each recommendation begins: labelled ones first, else the numbered, bulleted or plain entries where they are
 * announced.
 */

import { answerHeads, isAnswerLabel } from './answer-openings.ts'
import type { Directory } from './directory.ts'
import { withAnswersInside } from './inside-answers.ts'
import { withoutOthers } from './other-reviews.ts'
import type { Listed } from './recommendation-lists.ts'
import { after, recommendationsIn } from './recommendation-openings.ts'
import { speakersAbove, type Turning, turningsIn } from './reference-openings.ts'
import type { Told } from './references.ts'
import type { SourceLine } from './source-lines.ts'
import { isBodyHeading, isDateLabel, isNameOnly } from './speaker-lines.ts'

export interface Opening extends Listed {
  /** The heading under which it stands; null under none. */
  readonly under: Above | null
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
  const numbers = new Set([...found, ...inTables].map(({ number }) => number))
  const answers = answerHeads(others, numbers)
  const headed = new Set(answers.map(({ line }) => line))
  const told = [...found.map(({ number, line }) => ({ number, text: line.text })), ...inTables]
  const turnings = turningsIn(others, told, above, [found[0]?.line.at ?? 0, found.at(-1)?.line.at ?? 0])
  const opened = new Set([...found, ...answers, ...turnings].map(({ line }) => line))
  const headings = headingsAbove(lines, opened, directory)
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
        under: headings.get(each.line) ?? null,
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

/** A heading above: its level, and whether it names a body. */
export interface Above {
  readonly level: number
  readonly isBody: boolean
}

/** For each line the heading above it, leaving out those of recommendations and answers. */
function headingsAbove(
  lines: readonly SourceLine[],
  openings: ReadonlySet<SourceLine>,
  directory: Directory,
): Map<SourceLine, Above> {
  const above = new Map<SourceLine, Above>()
  let last: Above | null = null
  for (const [at, line] of lines.entries()) {
    if (last !== null) above.set(line, last)
    if (line.kind !== 'heading' || openings.has(line)) continue
    const next = lines.slice(at + 1).find(each => each.kind !== 'heading')
    const divides = isBodyHeading(line, directory) || isDateLabel(line.text)
    const answers = openings.size > 0 && next && !openings.has(next) && divides
    if (!answers || last === null) last = { level: line.level, isBody: isNameOnly(line.text, directory) }
  }
  return above
}
