/** Where every line that is no statement stands: heading, lead-in, table cell, front matter, or unplaced. */
import { uncovered } from './coverage.ts'
import { spansTaken } from './merging.ts'
import type { Kind, Passage, Span } from './reading.ts'
import type { SourceLine } from './source-lines.ts'
import type { Understanding } from './understanding.ts'
import { pattern } from './vocabulary/pattern.ts'

export interface Places {
  readonly headings: readonly Passage[]
  readonly leadIns: readonly Passage[]
  readonly cells: readonly Passage[]
  readonly frontMatter: readonly Passage[]
  readonly unplaced: readonly Passage[]
  /** The lines that hold no recommendation and no statement, among which stand those that tell of the review itself. */
  readonly around: readonly SourceLine[]
}

/** Gives a place to every word that no recommendation, part or statement holds. */
export function placesOf(lines: readonly SourceLine[], understood: Understanding, kind: Kind): Places {
  const taken = understood.recommendations.flatMap(spansTaken)
  const { begins } = understood
  const isTitle = (line: SourceLine): boolean => line.kind === 'heading' && line.laid.start < begins
  const headings = passages(
    understood.headings.filter(line => !isTitle(line)),
    lines,
    taken,
  )
  const leadIns = passages(understood.leadIns, lines, [...taken, ...headings.map(({ span }) => span)])
  const rest = uncovered(lines, [...taken, ...[...headings, ...leadIns].map(({ span }) => span)])
  const formValues = new Set(understood.cells.map(line => line.at))
  const place = ({ line }: { line: SourceLine }): 'cells' | 'frontMatter' | 'unplaced' => {
    if (understood.planBlocks.has(line.laid.block) || formValues.has(line.at)) return 'cells'
    return line.laid.start < begins && (kind !== 'report' || tellsOfReview(line)) ? 'frontMatter' : 'unplaced'
  }
  const placed = Map.groupBy(rest, place)
  const of = (name: 'cells' | 'frontMatter' | 'unplaced'): Passage[] =>
    (placed.get(name) ?? []).map(({ passage }) => passage)
  return {
    headings,
    leadIns,
    cells: of('cells'),
    frontMatter: of('frontMatter'),
    unplaced: of('unplaced'),
    around: aroundOf(lines, taken, understood.planBlocks),
  }
}

/** Rows of plans are left out: they tell of what is to be done, and there may be thousands. */
function aroundOf(lines: readonly SourceLine[], taken: readonly Span[], planBlocks: ReadonlySet<number>): SourceLine[] {
  const others = lines.filter(line => line.at < 20 || !planBlocks.has(line.laid.block))
  return [...new Set(uncovered(others, taken).map(({ line }) => line))]
}

/** Whole lines as passages, less those that a span holds already. */
function passages(wanted: readonly SourceLine[], lines: readonly SourceLine[], taken: readonly Span[]): Passage[] {
  const places = new Set(wanted.map(line => line.at))
  return uncovered(
    lines.filter(line => places.has(line.at)),
    taken,
  ).map(({ passage }) => passage)
}

const reviewWords = pattern('i')`
  \b(?:considered|commissioned|criteria|methodology|lead reviewer|independent reviewer|terms of reference|published|
  review panel|regulation|section \d|rapid review|approach)\b
`

/** In a report most of what comes first is its story; what feeds the review's facts is its front matter. */
function tellsOfReview(line: SourceLine): boolean {
  if (line.kind === 'heading' || line.at < 8) return true
  return reviewWords.test(line.text)
}
