/** What stands under each recommendation: its words, its sub-points, and what is said to it. */
import { actOf } from './acts.ts'
import { namedLabel, numberLabel } from './labels.ts'
import { namesIn } from './names.ts'
import type { Opening } from './openings.ts'
import type { SourceLine } from './source-lines.ts'
import { asks, recommendationsHeading, responseHeading, updateHeading } from './vocabulary/labels.ts'

/** Part of a line. */
export interface Slice {
  readonly line: SourceLine
  readonly from: number
}

export interface Section {
  readonly number: string | null
  readonly announcedBy: SourceLine | null
  /** Labels and titles that carry no words of the recommendation. */
  readonly headings: readonly SourceLine[]
  readonly text: readonly Slice[]
  readonly parts: readonly Slice[]
  /** What follows, up to the next recommendation: responses, or an author's explanation. */
  readonly body: readonly SourceLine[]
}

/** The section of each opening. `lines` are those outside tables, in order. */
export function sectionsOf(openings: readonly Opening[], lines: readonly SourceLine[]): Section[] {
  return openings.map((opening, at) => {
    const start = lines.indexOf(opening.line)
    const next = openings[at + 1]
    const limit = next ? lines.indexOf(next.line) : lines.length
    const ended = lines.findIndex((line, index) => index > start && index < limit && endsSection(line, opening))
    return sectionOf(opening, lines.slice(start, ended < 0 ? limit : ended))
  })
}

/** A heading ends a section unless it names a body, a response or an update, or stands below the recommendation's own heading. */
function endsSection(line: SourceLine, { line: first, announcedBy }: Opening): boolean {
  if (line.kind !== 'heading' || isBodyHeading(line)) return false
  if (first.kind === 'heading') return line.level <= first.level
  if (announcedBy?.kind === 'heading') return line.level <= announcedBy.level + 1
  return !recommendationsHeading.test(line.text)
}

/** Whether a line heads what one body says, a response or an update. */
export function isBodyHeading(line: SourceLine): boolean {
  return responseHeading.test(line.text) || updateHeading.test(line.text) || isNameOnly(line.text)
}

/** A line with a body's name and nothing else but brackets, an article or a colon. */
export function isNameOnly(text: string): boolean {
  const bare = text.replace(/\([^)]*\)/g, '').replace(/\b(?:response|update|progress|comments?|action)\b/gi, '')
  const names = namesIn(bare)
  const first = names[0]
  const last = names.at(-1)
  if (!first || !last || /[.?!]$/.test(bare.trim()) || text.length > 120) return false
  const rest = names.reduce((left, { name }) => left.replace(name, ''), bare)
  return /^[\s,;:&/–—-]*(?:(?:the|and|for|from|of|by)[\s,;:&/–—-]*)*$/i.test(rest.replace(/[’']s\b/g, ''))
}

interface Draft {
  readonly headings: SourceLine[]
  readonly text: Slice[]
  readonly parts: Slice[]
}

function sectionOf(opening: Opening, lines: readonly SourceLine[]): Section {
  const draft: Draft = { headings: [], text: [], parts: [] }
  const first = lines[0]
  let at = 1
  if (first) begin(draft, opening, first, lines[1])
  while (at < lines.length && takes(draft, lines, at)) at++
  return { number: opening.number, announcedBy: opening.announcedBy, ...draft, body: lines.slice(at) }
}

/** A label alone is a heading; a label with a title ("Recommendation 2: Supervision") is one when what is asked follows it. */
function begin(draft: Draft, opening: Opening, line: SourceLine, next: SourceLine | undefined): void {
  const words = line.text.slice(opening.textFrom)
  const titled = line.kind === 'heading' && !asks.test(words) && next !== undefined && next.kind !== 'heading'
  if (words === '' || titled) draft.headings.push(line)
  else draft.text.push({ line, from: opening.textFrom })
}

/** Whether the line belongs to the recommendation's own words; if so it is taken into the draft. */
function takes(draft: Draft, lines: readonly SourceLine[], at: number): boolean {
  const line = lines[at]
  if (!line || line.kind === 'heading') return false
  const text = draft.text.at(-1)
  if (!text) {
    if (isNameOnly(line.text)) return false
    draft.text.push({ line, from: 0 })
    return true
  }
  if (isPart(line, draft, text)) {
    draft.parts.push({ line, from: line.kind === 'item' ? markerLength(line) : (numberLabel(line)?.textFrom ?? 0) })
    return true
  }
  if (!goesOn(line, draft, lines.slice(at))) return false
  draft.text.push({ line, from: 0 })
  return true
}

const markerLength = (line: SourceLine): number => numberLabel(line)?.textFrom ?? 0

function isPart(line: SourceLine, { parts }: Draft, text: Slice): boolean {
  const introduced = /[:–—-]$|:[*_]*$/.test(text.line.text) || parts.length > 0
  const before = parts.at(-1)
  if (line.kind === 'item') {
    if (before && before.line.kind === 'item' && line.level < before.line.level) return false
    return introduced ? true : text.line.kind === 'item' ? line.level > text.line.level : !isSaid(line.text)
  }
  return (
    introduced && (/^\p{Ll}/u.test(line.text) || numberLabel(line) !== null) && !/[.]$/.test(before?.line.text ?? '')
  )
}

/** Whether a text tells of something done or going on, and so answers rather than asks. */
function isSaid(text: string): boolean {
  const act = actOf(text)
  return act === 'done' || act === 'ongoing' || /\bwill\b/.test(text)
}

/** A second paragraph of the recommendation: set apart like the first, or asking for something before anybody's heading. */
function goesOn(line: SourceLine, { text }: Draft, rest: readonly SourceLine[]): boolean {
  const first = text[0]?.line
  if (first?.quoted) return line.quoted
  if (line.kind !== 'paragraph' || isNameOnly(line.text) || namedLabel(line)) return false
  const headed = rest.find(each => each.kind === 'heading')
  return headed !== undefined && isBodyHeading(headed) && /\bshould\b/.test(line.text)
}
