/** What stands under each recommendation: its words, its sub-points, and what is said to it. */
import { actOf } from './acts.ts'
import { isAsked, isPlainlyAsked, thatClause } from './asking.ts'
import type { Directory } from './directory.ts'
import { enumerationIn } from './enumerations.ts'
import { namedLabel, numberLabel } from './labels.ts'
import type { Opening } from './openings.ts'
import { endsSection, innerHeadings } from './section-ends.ts'
import { sentences } from './sentences.ts'
import { partOf, type SourceLine } from './source-lines.ts'
import { isBodyHeading, isNameOnly, leadingLabel } from './speaker-lines.ts'
import { askedLabel, asks } from './vocabulary/labels.ts'

export interface Section {
  readonly number: string | null
  /** Where the section begins among the document's lines. */
  readonly at: number
  readonly announcedBy: SourceLine | null
  /** Labels and titles that carry no words of the recommendation. */
  readonly headings: readonly SourceLine[]
  readonly text: readonly SourceLine[]
  readonly parts: readonly SourceLine[]
  /** What follows, up to the next recommendation: responses, or an author's explanation. */
  readonly body: readonly SourceLine[]
  /** The heading that names who answers, when the recommendation is named only below it; else null. */
  readonly speaker: SourceLine | null
  /** The heading of the body under which the recommendation itself stands, with others of that body; else null. */
  readonly owner: SourceLine | null
  /** Whether its heading or its first words say that it answers. */
  readonly answersOnly: boolean
  /** The other recommendations that the same words answer. */
  readonly also: readonly string[]
}

/** The section of each opening. `lines` are those outside tables, in order. */
export function sectionsOf(
  openings: readonly Opening[],
  lines: readonly SourceLine[],
  directory: Directory,
): Section[] {
  const places = new Map(lines.map((line, at) => [line.at, at]))
  const seen = new Set<string>()
  const inner = innerHeadings(openings, lines)
  return openings.map((opening, at) => {
    const start = places.get(opening.line.at) ?? 0
    const next = openings[at + 1]
    const limit = next ? (places.get(next.line.at) ?? lines.length) : lines.length
    let end = start + 1
    while (end < limit && !endsSection(lines[end], opening, { directory, inner })) end++
    const again = opening.number !== null && seen.has(opening.number)
    if (opening.number !== null) seen.add(opening.number)
    return sectionOf(
      again && answersAgain(opening, lines.slice(start, end)) ? { ...opening, answersOnly: true } : opening,
      lines.slice(start, end),
      directory,
    )
  })
}

/**
 * A recommendation's label that stands a second time, with an answer behind it and nothing that is asked, heads
 * answers.
 */
function answersAgain({ line, textFrom }: Opening, [, next]: readonly SourceLine[]): boolean {
  if (line.text.slice(textFrom).trim() !== '' || !next || next.kind === 'heading') return false
  if (/\b(?:should|must|ought to|needs? to)\b/.test(next.text)) return false
  return actOf(next.text) !== 'context' || !isAsked(next.text)
}

interface Draft {
  readonly headings: SourceLine[]
  readonly text: SourceLine[]
  readonly parts: SourceLine[]
}

function sectionOf(opening: Opening, lines: readonly SourceLine[], directory: Directory): Section {
  const draft: Draft = { headings: [], text: [], parts: [] }
  const { number, announcedBy, answersOnly, turning, owner } = opening
  const [first, next] = lines
  let at = 1
  const told = {
    owner,
    answersOnly,
    speaker: turning?.speaker ?? null,
    also: turning?.reference.numbers.slice(1) ?? [],
  }
  if (first && turning && opening.textFrom < first.text.length) {
    const { textFrom } = opening
    const headings = textFrom > 0 ? [partOf(first, 0, textFrom)] : []
    const body = [partOf(first, textFrom), ...lines.slice(1)]
    return { number, at: opening.line.at, announcedBy, ...told, ...draft, headings, body }
  }
  if (first && answersOnly) draft.headings.push(first)
  else if (first) begin(draft, opening, first, next)
  const inside = first && opening.answerFrom !== null ? [partOf(first, opening.answerFrom)] : []
  while (!answersOnly && inside.length === 0 && at < lines.length && takes(draft, lines, at, directory)) at++
  const body = [...inside, ...lines.slice(at)]
  return {
    number,
    at: opening.line.at,
    announcedBy,
    ...told,
    answersOnly: answersOnly || inside.length > 0,
    ...draft,
    body,
  }
}

/**
 * A label alone is a heading; a label with a title ("Recommendation 2: Supervision") is one when what is asked follows
 * it.
 */
function begin(draft: Draft, opening: Opening, line: SourceLine, next: SourceLine | undefined): void {
  const words = line.text.slice(opening.textFrom)
  const beforeTable = line.kind === 'heading' && !isAsked(words) && (next === undefined || next.at > line.at + 1)
  // "That the guidance be rewritten" is a resolution in full, and no title; so is a question put in place of one.
  const isQuestion = /^Q/.test(opening.number ?? '') && words.endsWith('?')
  const isWhole = isQuestion || asks.test(words) || thatClause.test(words)
  const titled = line.kind === 'heading' && !isWhole && next !== undefined && !isMereHeading(next)
  if (words === '' || (opening.textTo === null && (titled || beforeTable))) draft.headings.push(line)
  else {
    const toEnd = opening.textTo === null || opening.answerFrom !== null
    const named = (toEnd || namedLabel(line) !== null) && /[A-Za-z]{3}/.test(line.text.slice(0, opening.textFrom))
    if (named) draft.headings.push(partOf(line, 0, opening.textFrom))
    const leavesRest = opening.textTo !== null && opening.answerFrom === null
    takeWords(draft, wordsOf(opening, named || leavesRest ? 0 : opening.textFrom))
  }
}

/** A recommendation in bold letters may look like a heading. */
const isMereHeading = (line: SourceLine): boolean => line.kind === 'heading' && !isPlainlyAsked(line.text)

/** The recommendation's words in the line that opens it; `lead` is how much before them belongs to their place. */
function wordsOf({ line, textFrom, textTo }: Opening, lead: number): SourceLine {
  return partOf(line, textFrom, textTo ?? undefined, lead)
}

/** Takes a line of the recommendation's own words, with the sub-points that stand in it. */
function takeWords(draft: Draft, line: SourceLine): void {
  const listed = enumerationIn(line)
  if (!listed) draft.text.push(line)
  else {
    if (listed.intro.text !== '') draft.text.push(listed.intro)
    draft.parts.push(...listed.points)
  }
}

/** Whether the line belongs to the recommendation's own words; if so it is taken into the draft. */
function takes(draft: Draft, lines: readonly SourceLine[], at: number, directory: Directory): boolean {
  const line = lines[at]
  const text = draft.text.at(-1)
  if (line && text && headsQuestions(line) && lines[at + 1]?.kind === 'item') {
    draft.headings.push(line)
    return true
  }
  if (!line || isMereHeading(line) || (line.kind === 'heading' && text)) return false
  if (!text) {
    const asked = askedLabel.exec(line.text)?.[0].length ?? 0
    if (asked > 0) draft.headings.push(partOf(line, 0, asked))
    else if (isNameOnly(line.text, directory) || leadingLabel(line, directory, null) !== null) return false
    takeWords(draft, partOf(line, asked))
    return true
  }
  const listed = draft.parts.length === 0 && introduces(text) ? enumerationIn(line) : null
  if (listed && listed.intro.text === '') draft.parts.push(...listed.points)
  else if (isPart(line, draft, text)) draft.parts.push(withoutNumber(line))
  else if (goesOn(line, draft, lines.slice(at), directory)) draft.text.push(line)
  else return false
  return true
}

function withoutNumber(line: SourceLine): SourceLine {
  const from = numberLabel(line)?.textFrom ?? 0
  return partOf(line, from, undefined, from)
}

const introduces = ({ text }: SourceLine): boolean => /(?:[:–—-]|\b(?:should|must|to|that))[*_]*$/.test(text)

/** "The CCG makes sure that practices", then "(a) enter …", goes on in its sub-points. */
function breaksOff(text: SourceLine, line: SourceLine): boolean {
  const isLettered = /^\([a-z]+\)/i.test(line.marker ?? line.text)
  const isNumbered = text.marker !== null || text.lead > 0 || numberLabel(text) !== null
  return isLettered && isNumbered && !/[.;:,?!]$/.test(text.text)
}

/** "Questions for the Board" below a finding: what follows is put to it. */
const headsQuestions = ({ kind, text }: SourceLine): boolean =>
  kind === 'heading' &&
  /^(?:key )?(?:questions?|considerations?|issues|challenges)\b.{0,10}\b(?:for|to)\b.{3,60}$/i.test(text)

function isPart(line: SourceLine, { headings, parts }: Draft, text: SourceLine): boolean {
  const heading = headings.at(-1)
  const introduced =
    introduces(text) || parts.length > 0 || breaksOff(text, line) || (heading !== undefined && headsQuestions(heading))
  const before = parts.at(-1)
  if (line.kind === 'item') {
    if (before?.kind === 'item' && line.level < before.level) return false
    if (introduced) return true
    const isWhole = /[.?!]$/.test(text.text)
    if (isWhole && (text.quoted || fieldLike.test(line.text))) return false
    return (text.kind !== 'item' || line.level > text.level) && !isSaid(line.text)
  }
  return introduced && (/^\p{Ll}/u.test(line.text) || numberLabel(line) !== null) && !/[.]$/.test(before?.text ?? '')
}

/** "What we have done: …" is an answer with its label. */
const fieldLike = /^[^:.]{3,45}:\s/

/** Whether a text tells of something done or going on, and so answers rather than asks. */
function isSaid(text: string): boolean {
  const act = actOf(text)
  return act === 'done' || act === 'ongoing' || act === 'position' || /\bwill\b/.test(text)
}

const firstSentence = (text: string): string => text.slice(...(sentences(text)[0] ?? [0]))

/**
 * A second paragraph of the recommendation: set apart like the first, or asking for something before anybody's heading.
 */
function goesOn(line: SourceLine, { text }: Draft, rest: readonly SourceLine[], directory: Directory): boolean {
  if (text[0]?.quoted) return line.quoted
  if (line.kind !== 'paragraph' || namedLabel(line) || !/\b(?:should|must)\b/.test(firstSentence(line.text)))
    return false
  const speaks = (each: SourceLine): boolean =>
    each.kind === 'heading' || leadingLabel(each, directory, null) !== null || isNameOnly(each.text, directory)
  const headed = rest.find(speaks)
  return headed !== undefined && headed !== line && (headed.kind !== 'heading' || isBodyHeading(headed, directory))
}
