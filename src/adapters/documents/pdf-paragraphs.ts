/** Lines of a region into headings' and paragraphs' words. */
import { endOf, runsOn } from './folding.ts'
import type { Region } from './pdf-columns.ts'
import { median } from './pdf-geometry.ts'
import type { Hyphens } from './pdf-hyphens.ts'
import type { PdfLine } from './pdf-lines.ts'
import { isDate } from './pdf-stacks.ts'
import { beginsNumberedParagraph, readMarker, type TypedMarker } from './typed-markers.ts'

/** One paragraph, heading or list entry. */
export interface PdfPart {
  text: string
  readonly marker: string | null
  readonly first: PdfLine
  last: PdfLine
  readonly size: number
  readonly bold: boolean
  /** The margins of the column it stands in. */
  readonly left: number
  readonly right: number
  lines: number
  /** What a tag says of it. */
  readonly tag?: { readonly level: number | null; readonly depth: number; readonly quoted: boolean }
}

export interface PartSetting {
  /** The usual distance from one line to the next, for each size of letters. */
  readonly spacing: (size: number) => number
  readonly hyphens: Hyphens
  readonly checkTime: () => void
  /** The size of most letters of the document. */
  readonly bodySize: number
}

/** The paragraphs, headings and entries of one region, from top to bottom. */
export function partsOf({ lines, left, right }: Region, setting: PartSetting): PdfPart[] {
  const parts: PdfPart[] = []
  for (const line of lines) {
    setting.checkTime()
    const marker = readMarker(line.text)
    const before = parts.at(-1)
    if (before && isPageOfContents(before, line)) before.text += ` ${line.text}`
    else if (before && !beginsEntry(line, marker, parts, setting) && carriesOn(before, line, setting)) {
      before.text = setting.hyphens.join(before.text, line.text)
      before.last = line
      before.lines++
    } else parts.push(begin(line, marker, { left, right }))
  }
  return parts
}

function begin(line: PdfLine, marker: TypedMarker | null, margins: { left: number; right: number }): PdfPart {
  const { size, bold } = line
  // The numbers of a heading, and of an entry in a contents list, stay in its text.
  const listed = leader.test(line.text) || (bold && marker?.kind !== 'bullet') ? null : marker
  return {
    text: listed?.rest ?? line.text,
    marker: listed?.marker ?? null,
    first: line,
    last: line,
    size,
    bold,
    ...margins,
    lines: 1,
  }
}

/** The dots that lead from an entry of a contents list to its page. */
export const leader = /(?:\.\s?){4,}|…{2,}|_{4,}/

/** The number of a page that a contents list had no room for on the line itself. */
function isPageOfContents(before: PdfPart, line: PdfLine): boolean {
  return leader.test(before.last.text) && /[._…]\s?$/.test(endOf(before.text)) && /^\d{1,4}$/.test(line.text)
}

/** Whether a line begins a numbered paragraph or an entry of a list, and not only with words that look so. */
function beginsEntry(
  line: PdfLine,
  marker: TypedMarker | null,
  parts: readonly PdfPart[],
  setting: PartSetting,
): boolean {
  const before = parts.at(-1)
  if (!before) return true
  const ended =
    /[.:;!?]["”’)]?$|\b(?:and|or)$/.test(endOf(before.text)) ||
    isShort(before, line) ||
    isApart(before.last, line, setting)
  if (beginsNumberedParagraph(line.text)) return ended || line.left < before.last.left + 2
  if (!marker) return false
  return marker.kind === 'bullet' || ended
}

const isApart = (above: PdfLine, line: PdfLine, { spacing }: PartSetting): boolean =>
  line.y - above.y > 1.22 * spacing(above.size)

function carriesOn(before: PdfPart, line: PdfLine, setting: PartSetting): boolean {
  const { last } = before
  if (leader.test(last.text) || leader.test(line.text)) return false
  // Dates that are stacked in a cell are one each, however narrow the cell is.
  if (isDate(last.text) && isDate(line.text)) return false
  if (Math.abs(last.size - line.size) > 0.12 * last.size || isApart(last, line, setting)) return false
  if (before.bold !== line.bold)
    return before.marker !== null || (before.lines === 1 && !isShort(before, line) && runsOn(before.text, line.text))
  if (before.bold && before.size > setting.bodySize * 1.12) return true
  if (isShort(before, line)) return runsOn(before.text, line.text) && !isShort(before, line, 0.5)
  return !isIndented(before, line)
}

/** Whether the line above ends so early that the next word would have fitted on it: then it ends a paragraph. */
function isShort({ last, right }: PdfPart, line: PdfLine, share = 1): boolean {
  const word = /^\S+/.exec(line.text)?.[0] ?? ''
  const width = ((line.right - line.left) * (word.length + 1)) / Math.max(1, line.text.length)
  return (right - last.right) * share > width + last.size * 0.3
}

/** The first line of a paragraph that is set in, after a line that is not. */
function isIndented(before: PdfPart, line: PdfLine): boolean {
  const hangs = before.marker !== null || beginsNumberedParagraph(before.text)
  return !hangs && line.left > before.last.left + before.size * 0.8 && /[.!?:]["”’)]?$/.test(endOf(before.text))
}

/** So few distances between lines of one size may all be those between paragraphs or headings. */
const fewestGaps = 5

/** The usual distance between lines, by the size of their letters, over the whole document. */
export function measureSpacing(regions: readonly Region[]): (size: number) => number {
  const gaps = new Map<number, number[]>()
  for (const { lines } of regions) {
    for (const [at, line] of lines.entries()) {
      const above = lines[at - 1]
      const gap = above ? line.y - above.y : 0
      if (above && gap > 0.8 * line.size && gap < 3 * line.size && Math.abs(above.size - line.size) < 0.5) {
        const key = Math.round(line.size * 2)
        const known = gaps.get(key)
        if (known) known.push(gap)
        else gaps.set(key, [gap])
      }
    }
  }
  const usual = new Map([...gaps].map(([key, found]) => [key, commonest(found)]))
  const [main, found] = [...gaps].reduce((most, next) => (next[1].length > most[1].length ? next : most), [2, []])
  const share = found.length < fewestGaps ? 1.35 : ((usual.get(main) ?? 0) * 2) / main
  return size => {
    const key = Math.round(size * 2)
    const own = usual.get(key) ?? Number.POSITIVE_INFINITY
    return (gaps.get(key)?.length ?? 0) < fewestGaps ? Math.min(own, size * share) : own
  }
}

/** The commonest value to half a point; of two as common, the smaller. */
function commonest(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(Math.round(value * 2) / 2, (counts.get(Math.round(value * 2) / 2) ?? 0) + 1)
  const most = Math.max(...counts.values())
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.8).map(([value]) => value)) || median(values)
}
