/** The lines of a document with what the layout says about each: what every question of the reader is asked of. */
import { type LaidLine, type LaidOut, spanWithin } from '../core/laid-out.ts'
import type { Block } from '../core/plain-document.ts'
import { isPlainlyAsked } from './asking.ts'
import type { Passage, Span } from './reading.ts'

export interface SourceLine {
  /** Its place among the lines of the document, from 0. */
  readonly at: number
  readonly kind: Block['kind']
  readonly text: string
  /** What the format shows before it when it is a list entry ("•", "(a)"), else null. */
  readonly marker: string | null
  /** Of a heading 1 (the highest) to 6, of a list entry its depth from 0, else 0. */
  readonly level: number
  readonly quoted: boolean
  readonly laid: LaidLine
  /** Of a part of a line: how much of the line stands before its text. */
  readonly skipped: number
  /** How much of what stands before belongs to its place all the same: its label or number. */
  readonly lead: number
}

/** The lines of a laid out document, in order. */
export function sourceLines(laidOut: LaidOut): SourceLine[] {
  return laidOut.lines.map((laid, at) => {
    const block = laidOut.document.blocks[laid.block]
    const level = block?.kind === 'heading' ? block.level : block?.kind === 'item' ? block.depth : 0
    const quoted = block?.kind === 'paragraph' && block.quoted
    return {
      at,
      kind: block?.kind ?? 'paragraph',
      text: laid.text,
      marker: laid.marker,
      level,
      quoted,
      laid,
      skipped: 0,
      lead: 0,
    }
  })
}

/** "LEARNING POINT 2: Neglect", where no format marks it; a recommendation may stand in full behind its label. */
const countedInCapitals = /^(?!.*\bREC)\p{Lu}[\p{Lu} ]{4,40}\s\d{1,2}\s*[:–—-][^.]{3,90}$/u

/** "Learning point 2", alone in its line. */
const labelAlone =
  /^(?:Learning (?:point|theme)|Theme|Finding|Action|Priority|Issue|Challenge|Objective|Question)\s\d{1,2}:?$/i

/**
 * Plain text numbers its headings as it does its lists: "2. Background" between paragraphs is a heading, and so is
 * "3. RESPONSES" behind a list, when it goes on with the numbers of the headings before.
 */
export function withNumberedHeadings(lines: readonly SourceLine[]): SourceLine[] {
  let heading: SourceLine | null = null
  let last = 0
  return lines.map((line, at) => {
    const [before, next] = [lines[at - 1], lines[at + 1]]
    const titled =
      isTitle(line) && next !== undefined && next.kind !== 'table' && (next.kind !== 'item' || next.level > line.level)
    const goesOn = heading !== null && numberOf(line) === last + 1 && sameCase(line, heading)
    const isLabel = countedInCapitals.test(line.text) || labelAlone.test(line.text)
    if (isLabel && line.kind === 'paragraph') return { ...line, kind: 'heading', level: 2 }
    const alone = before?.kind !== 'item' && next?.kind !== 'item'
    const made: SourceLine =
      titled && (alone || goesOn) ? { ...line, kind: 'heading', level: goesOn ? (heading?.level ?? 2) : 2 } : line
    if (made.kind === 'heading' && numberOf(line) > 0) [heading, last] = [made, numberOf(line)]
    return made
  })
}

function isTitle({ kind, marker, text }: SourceLine): boolean {
  if (kind === 'paragraph') return /^\d{1,2}\.?\s+\p{Lu}[^\p{Ll}.;:?!]{3,60}$/u.test(text)
  if (kind !== 'item' || !/^\d+[.)]?$/.test(marker ?? '') || isPlainlyAsked(text)) return false
  return text.length < 60 && /^\p{Lu}[^.;:?!]*$/u.test(text)
}

const numberOf = ({ kind, marker, text }: SourceLine): number =>
  Number(/^(\d+)[.)]?(?:\s|$)/.exec(marker ?? (kind === 'paragraph' ? text : ''))?.[1] ?? 0)

/** Both in capitals throughout, or neither. */
function sameCase(a: SourceLine, b: SourceLine): boolean {
  return /\p{Ll}/u.test(a.text) === /\p{Ll}/u.test(b.text)
}

/**
 * Part of a line as a line of its own, without white space at its ends; `lead` is how much before it belongs to its
 * place.
 */
export function partOf(line: SourceLine, from: number, to = line.text.length, lead = 0): SourceLine {
  const start = from + (/^\s*/.exec(line.text.slice(from, to))?.[0].length ?? 0)
  const text = line.text.slice(start, to).trimEnd()
  const before = lead + start - from
  return { ...line, text, skipped: line.skipped + start, lead: from === 0 && lead === 0 ? line.lead : before }
}

/** A line, or part of it, as a passage without the white space at its ends. Offsets count as JavaScript does. */
export function passageOf(line: SourceLine, from = 0, to = line.text.length): Passage {
  let start = from
  let end = to
  while (start < end && line.text[start] === ' ') start++
  while (end > start && line.text[end - 1] === ' ') end--
  const begin = line.skipped + start - (from === 0 ? line.lead : 0)
  return { text: line.text.slice(start, end), span: spanWithin(line.laid, begin, line.skipped + end) }
}

/** Where a line, or a part of one, stands in the text. */
export function spanOf(line: SourceLine): Span {
  return passageOf(line).span
}
