/**
 * Answers that name their recommendation themselves, as where a paper is set out by organisation: whose they are, and
 * which recommendation each takes up.
 */
import { beginsByAsking } from './asking.ts'
import { contentWords, coverageOf } from './content-words.ts'
import type { Directory } from './directory.ts'
import { namedLabel, numberLabel } from './labels.ts'
import { type Reference, referenceIn, type Told } from './references.ts'
import type { SourceLine } from './source-lines.ts'
import { isNameOnly } from './speaker-lines.ts'

/** A line that turns to one or more recommendations. */
export interface Turning {
  readonly line: SourceLine
  readonly reference: Reference
  /** The heading, or the line that is no more than a name, under which it stands; null under none. */
  readonly speaker: SourceLine | null
}

/** For each line that stands under the name of a body, the heading or the line that names it. */
export function speakersAbove(lines: readonly SourceLine[], directory: Directory): Map<SourceLine, SourceLine> {
  const above = new Map<SourceLine, SourceLine>()
  let speaker: SourceLine | null = null
  let holdsLabels = false
  for (const [at, line] of lines.entries()) {
    // Whose paper it is stands above all of it, and does not speak for all of it.
    const isTitle = at === 0 && line.kind === 'heading'
    if (!isTitle && line.kind !== 'item' && isNameOnly(line.text, directory)) {
      speaker = line
      holdsLabels = isLabel(lines[at + 1])
    } else if (line.kind === 'heading' && speaker && line.level <= levelOf(speaker)) {
      // A format may give all its headings one level: labels straight below a name are that body's.
      if (!holdsLabels || line.level < levelOf(speaker) || !isLabel(line)) speaker = null
    }
    if (speaker && speaker !== line) above.set(line, speaker)
  }
  return above
}

const isLabel = (line: SourceLine | undefined): boolean => line !== undefined && namedLabel(line) !== null

/** A line of plain text that names a body stands below every heading. */
const levelOf = (line: SourceLine): number => (line.kind === 'heading' ? line.level : 7)

/** Whether words behind a recommendation's label, under the name of a body, answer it rather than ask. */
export function answersUnderName(words: string, next: SourceLine | undefined): boolean {
  if (words.trim() !== '') return !beginsByAsking(words)
  return next !== undefined && next.kind !== 'heading' && !beginsByAsking(next.text)
}

/**
 * Headings that count the recommendations again from the first on, behind them all ("1. Visits", "2. Training" over
 * what has been done about each), or entries of a list that do so to the last and ask nothing: where the words of each
 * begin.
 */
function countingLines(
  lines: readonly SourceLine[],
  told: readonly Told[],
  last: number,
): ReadonlyMap<SourceLine, Reference> {
  const counted = (kind: 'heading' | 'item' | 'paragraph'): [SourceLine, Reference][] => {
    const numbered = lines.flatMap(line => {
      const own = line.kind === kind && line.at > last ? numberLabel(line) : null
      // A paper may number its paragraphs as well.
      const label = own && (kind !== 'paragraph' || told.some(({ number }) => number === own.number)) ? own : null
      const to = label && (kind === 'heading' ? line.text.length : label.textFrom)
      return label && to !== null ? [{ line, number: label.number, to }] : []
    })
    const again = numbered.filter(({ line }) => line.level === numbered[0]?.line.level)
    const follows = again.every(({ number }, at) => number === told[at]?.number)
    return follows ? again.map(({ line, number, to }) => [line, { numbers: [number], to, turns: true }]) : []
  }
  const headings = counted('heading')
  if (headings.length > 1) return new Map(headings)
  const titles = titlesAgain(lines, told, last)
  if (titles.length > 1) return new Map(titles)
  const isWhole = (entries: readonly unknown[]) => entries.length > 1 && entries.length === told.length
  const items = counted('item')
  const isLabelled = () => lines.some(line => line.at > last && namedLabel(line) !== null)
  const entries = isWhole(items) || isLabelled() ? items : counted('paragraph')
  const answers = isWhole(entries) && !entries.some(([line]) => beginsByAsking(line.text))
  return new Map(answers ? entries : [])
}

/** Headings behind all recommendations, one for each in their order, most of whose words each of them has. */
function titlesAgain(
  lines: readonly SourceLine[],
  told: readonly Told[],
  last: number,
): readonly (readonly [SourceLine, Reference])[] {
  const behind = lines.filter(line => line.kind === 'heading' && line.at > last)
  const titles = behind.filter(({ level }) => level === behind.at(-1)?.level)
  const takesUp = ({ text }: SourceLine, words: string) => coverageOf(contentWords(text), contentWords(words)) >= 0.5
  if (titles.length !== told.length || !titles.every((line, at) => takesUp(line, told[at]?.text ?? ''))) return []
  return titles.flatMap((line, at) => {
    const number = told[at]?.number ?? null
    return number === null ? [] : [[line, { numbers: [number], to: line.text.length, turns: true }] as const]
  })
}

/** "R1 The strategy was reviewed": a label with its answer behind it. */
function labelledReference(line: SourceLine): Reference | null {
  const label = namedLabel(line)
  return label && { numbers: [label.number], to: label.textFrom, turns: true }
}

/** The lines that turn to recommendations told of elsewhere: the places of the first and the last of those in prose. */
export function turningsIn(
  lines: readonly SourceLine[],
  told: readonly Told[],
  above: (line: SourceLine) => SourceLine | undefined,
  [first, last]: readonly [first: number, last: number],
): Turning[] {
  const numbers = new Set(told.map(({ number }) => number))
  const counting = countingLines(lines, told, last)
  return lines.flatMap(line => {
    const counted = counting.get(line)
    const reference = labelledReference(line) ?? referenceIn(line.text, told) ?? counted
    if (!reference?.numbers.every(number => numbers.has(number))) return []
    const speaker = above(line) ?? null
    const begins = line.at >= first && (line.kind !== 'item' || counted !== undefined) && reference.turns
    if (speaker === null && !begins) return []
    if (line.kind === 'heading' && reference.to === 0) return []
    return [{ line, reference, speaker }]
  })
}
