/** Plain text's lines into headings, paragraphs and lists: blank lines, indents and line lengths are all it has. */
import type { Block } from '../../core/plain-document.ts'
import { typedLines } from './blocks.ts'
import { breaksOff, fold, runsOn } from './folding.ts'
import type { Budget } from './limits.ts'
import { beginsNumberedParagraph, readMarker } from './typed-markers.ts'

interface TextLine {
  readonly indent: number
  readonly text: string
  /** As it is written, for what tabs part. */
  readonly raw: string
}

/** Lines that belong together: a paragraph, or one entry of a list with its marker. */
interface Part {
  readonly indent: number
  readonly marker: string | null
  text: string
  last: TextLine
}

const rule = /^([=\-~_*#+.·•—–])\1{2,}$/

/** The blocks of a plain text. Throws UnreadableDocument (too-slow). */
export function lineBlocks(text: string, budget: Budget): Block[] {
  const groups = splitGroups(text)
  const width = wrapWidth(groups.flat())
  const blocks: Block[] = []
  for (const group of groups) {
    budget.checkTime()
    addGroup(group, width, blocks, budget)
  }
  return blocks
}

function splitGroups(text: string): TextLine[][] {
  const groups: TextLine[][] = [[]]
  for (const raw of text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).flatMap(splitPages)) {
    const line = readLine(raw)
    if (line.text === '') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter(group => group.length > 0)
}

/** A form feed ends a page: a break like a blank line. */
const splitPages = (raw: string): string[] => raw.split('\f').flatMap((part, at) => (at === 0 ? [part] : ['', part]))

function readLine(raw: string): TextLine {
  const spaces = /^[ \t\u00a0]*/.exec(raw)?.[0] ?? ''
  return { indent: spaces.replaceAll('\t', '    ').length, text: fold(raw), raw }
}

/** How wide the lines were wrapped, or null when they were not: then each line is a paragraph. */
function wrapWidth(lines: readonly TextLine[]): number | null {
  const widths = lines.map(widthOf)
  const widest = widths.reduce((most, width) => Math.max(most, width), 0)
  if (widest > 120) return null
  const near = widths.filter(width => width > widest * 0.8).length
  return near >= Math.max(2, lines.length * 0.15) ? widest : null
}

function addGroup(group: readonly TextLine[], width: number | null, blocks: Block[], budget: Budget): void {
  const lines = group.every(line => line.text.startsWith('>')) ? group.map(unquote) : group
  const quoted = lines !== group
  const table = readColumns(lines, budget)
  if (table) {
    blocks.push(table)
    return
  }
  const underlined = readUnderlined(lines)
  if (underlined) blocks.push(underlined)
  const rest = (underlined ? lines.slice(2) : lines).filter(line => !rule.test(line.text))
  const parts = joinParts(rest, width, budget)
  const alone = parts.length === 1 && rest.length === 1
  const indents = [...new Set(parts.filter(part => part.marker !== null).map(part => part.indent))].sort(
    (a, b) => a - b,
  )
  for (const [at, { text, marker, indent }] of parts.entries()) {
    if (marker !== null) blocks.push({ kind: 'item', text, page: null, depth: indents.indexOf(indent), marker })
    else if (!quoted && isHeading(text, alone, at === 0))
      blocks.push({ kind: 'heading', text, page: null, level: isUpper(text) ? 2 : 3 })
    else blocks.push({ kind: 'paragraph', text, page: null, quoted })
  }
}

/** Lines that tabs or upright strokes part into the same number of fields are a table. */
function readColumns(lines: readonly TextLine[], budget: Budget): Block | null {
  const written = lines.filter(line => !/^[|+\-=:\s]+$/.test(line.text))
  const rows = written.map(({ raw }) =>
    /^\s*\|.*\|\s*$/.test(raw) ? raw.trim().slice(1, -1).split('|') : raw.trim().split('\t'),
  )
  const columns = rows[0]?.length ?? 0
  if (rows.length < 2 || columns < 2 || rows.some(row => row.length !== columns)) return null
  if (written.every(({ text }) => readMarker(text) || beginsNumberedParagraph(text))) return null
  budget.spendCells(rows.length * columns)
  const cellOf = (field: string, column: number) => ({ column, columns: 1, rows: 1, lines: typedLines(field) })
  return { kind: 'table', name: null, rows: rows.map(row => ({ header: false, cells: row.map(cellOf) })) }
}

function unquote({ text }: TextLine): TextLine {
  return readLine(text.replace(/^(?:>\s?)+/, ''))
}

function readUnderlined([title, line]: readonly TextLine[]): Block | null {
  if (!title || !line || !/^(?:={3,}|-{3,}|~{3,})$/.test(line.text) || rule.test(title.text)) return null
  return { kind: 'heading', text: title.text, page: null, level: line.text.startsWith('=') ? 1 : 2 }
}

function joinParts(lines: readonly TextLine[], width: number | null, budget: Budget): Part[] {
  const parts: Part[] = []
  for (const line of lines) {
    budget.checkTime()
    const found = readMarker(line.text)
    const before = parts.at(-1)
    if (found) parts.push({ indent: line.indent, marker: found.marker, text: fold(found.rest), last: line })
    else if (before && carriesOn(before, line, width))
      Object.assign(before, { text: `${before.text} ${line.text}`, last: line })
    else parts.push({ indent: line.indent, marker: null, text: line.text, last: line })
  }
  return parts
}

/**
 * Whether a line goes on with the part before it: its first word would not have fitted, or it hangs, or it runs on.
 */
function carriesOn(before: Part, line: TextLine, width: number | null): boolean {
  if (beginsNumberedParagraph(line.text)) return false
  if (isField(line.text) && !/[,–—-]$/.test(before.last.text)) return false
  if (before.marker !== null && line.indent > before.indent) return true
  if (runsOn(before.last.text, line.text)) return true
  if (width === null || (isUpper(before.last.text) && !isUpper(line.text))) return false
  const firstWord = /^\S+/.exec(line.text)?.[0] ?? ''
  // A sentence that has not ended may have been wrapped a word or two early.
  const early = /[.:;!?]$/.test(before.last.text) ? 0 : width * 0.15
  return widthOf(before.last) + 1 + firstWord.length > width - early
}

/** "Status: Completed", "Lead: Elm Council" below a numbered line. */
const isField = (text: string): boolean => /^\p{Lu}[\p{L} ]{1,28}:\s\S/u.test(text)

/** How far a line reaches, as it is written. */
const widthOf = (line: TextLine): number => line.raw.trimEnd().replaceAll('\t', '    ').length

const isUpper = (text: string): boolean => (text.match(/\p{Lu}/gu)?.length ?? 0) >= 3 && !/\p{Ll}/u.test(text)

/** A line in capitals, or a short one that stands alone and is no sentence. */
function isHeading(text: string, alone: boolean, first: boolean): boolean {
  if (text.length > 100 || /[.;,]$/.test(text) || breaksOff(text)) return false
  if (isUpper(text)) return alone || first
  return alone && text.length <= 70 && /^[\p{Lu}\p{N}“"'‘(]/u.test(text) && !/:\s/.test(text)
}
