/** Where the words that belong to a recommendation end: which headings divide them, and which begin something else. */
import type { Directory } from './directory.ts'
import type { Above, Opening } from './openings.ts'
import type { SourceLine } from './source-lines.ts'
import { isBodyHeading, isDateLabel, isNameOnly } from './speaker-lines.ts'
import { recommendationsHeading } from './vocabulary/labels.ts'

/**
 * The words of headings that stand under two recommendations or more ("What came of it"): they divide what is said to
 * each, whatever their level.
 */
export function innerHeadings(openings: readonly Opening[], lines: readonly SourceLine[]): Set<string> {
  const begins = new Set(openings.map(({ line }) => line.at))
  const under = new Map<string, Set<number>>()
  let opened = -1
  for (const line of lines) {
    if (begins.has(line.at)) opened = line.at
    else if (line.kind === 'heading' && opened >= 0) {
      const words = line.text.toLowerCase()
      under.set(words, (under.get(words) ?? new Set()).add(opened))
    }
  }
  return new Set([...under].flatMap(([words, places]) => (places.size > 1 ? [words] : [])))
}

/** A heading over one response: "Our response", "Agency progress". */
const responseToIt =
  /^\W*(?:(?:our|the|its|agency|partner|board|trust|council|management)\b[’']?s?\s){0,2}(?:responses?|progress|updates?|actions? taken|position)\b[^.]{0,20}$/i

/** "We will:" in a line of its own introduces a list, whatever it looks like. */
const breaksOffBeforeList =
  /\b(?:will|shall|has|have|is|are|to|by|that|including|following)(?:\s(?:also|now|already|since))?\s*:$/i

/** A body's heading beside a heading that names none, as in a paper with one level of headings, divides answers. */
function endsUnder(line: SourceLine, { level, isBody }: Above, directory: Directory): boolean {
  return isBody || !isNameOnly(line.text, directory) ? line.level <= level && level > 1 : line.level < level
}

/**
 * A heading ends a section unless it stands below the recommendation's own place, or names a body, a response or an
 * update beside it.
 */
export function endsSection(
  line: SourceLine | undefined,
  opening: Opening,
  { directory, inner }: { directory: Directory; inner: ReadonlySet<string> },
): boolean {
  const speaker = opening.turning?.speaker
  if (speaker && speaker.kind !== 'heading' && line && isNameOnly(line.text, directory)) return true
  if (line?.kind !== 'heading') return false
  if (speaker?.kind === 'heading' && line.level <= speaker.level) return true
  const { line: first, announcedBy, under } = opening
  // "Our response", straight below a recommendation that no list announces, is the response to that one.
  if (announcedBy === null && responseToIt.test(line.text)) return false
  if (breaksOffBeforeList.test(line.text)) return false
  if (inner.has(line.text.toLowerCase()) || isDateLabel(line.text)) {
    const above = first.kind === 'heading' ? first : announcedBy
    return above?.kind === 'heading' && line.level < above.level
  }
  if (isBodyHeading(line, directory))
    return first.kind === 'heading' ? line.level < first.level : under !== null && endsUnder(line, under, directory)
  if (first.kind === 'heading') return line.level <= first.level
  if (announcedBy?.kind === 'heading') return line.level <= announcedBy.level + 1
  return !recommendationsHeading.test(line.text)
}
