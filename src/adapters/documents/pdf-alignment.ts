/** Tables without drawn lines: words that stand under one another in columns with free space between. */
import type { Row } from '../../core/plain-document.ts'
import { cellLines, type PdfTable } from './pdf-cells.ts'
import type { Region } from './pdf-columns.ts'
import { gapsOf, narrow, narrowGap, type Span, segmentsOf } from './pdf-gaps.ts'
import { type Fragment, largest, smallest } from './pdf-geometry.ts'
import { linesOf, type PdfLine } from './pdf-lines.ts'
import { leader, type PartSetting } from './pdf-paragraphs.ts'
import { beginsNumberedParagraph, readMarker } from './typed-markers.ts'

/** A region as it is read: stretches of text, and tables between them. */
export type Stretch =
  | { readonly kind: 'text'; readonly region: Region }
  | { readonly kind: 'table'; readonly table: PdfTable }

/** `before` is the table that ended the page before, when one did. */
export function splitAligned(region: Region, setting: PartSetting, before: PdfTable | null): Stretch[] {
  const stretches: Stretch[] = []
  let text: PdfLine[] = []
  const endText = () => {
    if (text.length > 0) stretches.push({ kind: 'text', region: { ...region, lines: text } })
    text = []
  }
  for (let at = 0; at < region.lines.length; ) {
    const zone = (at === 0 ? zoneAfter(region, before, setting) : null) ?? zoneFrom(region, at, setting)
    const table = zone ? tableOf(zone, setting) : null
    if (zone && table) {
      endText()
      stretches.push({ kind: 'table', table })
      at += zone.lines.length
    } else {
      const line = region.lines[at]
      if (line) text.push(line)
      at++
    }
  }
  endText()
  return stretches
}

/** Whether a line has columns and not only a number before its words or a page number after them. */
function hasColumns(line: PdfLine): boolean {
  if (leader.test(line.text) || segmentsOf(line).length < 2) return false
  if (segmentsOf(line).length > 2) return true
  return !readMarker(line.text) && !beginsNumberedParagraph(line.text) && !/^\d{1,2}\s/.test(line.text)
}

interface Zone {
  readonly lines: PdfLine[]
  /** The free spaces that go down through all of its lines. */
  readonly gaps: Span[]
  readonly levels: readonly number[]
}

/** The lines from a place on that share free spaces, when there are enough of them for a table. */
function zoneFrom({ lines, levels = [] }: Region, from: number, { spacing, checkTime }: PartSetting): Zone | null {
  const first = lines[from]
  if (!first || !hasColumns(first)) return null
  const zone: Zone = { lines: [first], gaps: gapsOf(first, narrowGap(first.size)), levels }
  for (let at = from + 1; at < lines.length; at++) {
    checkTime()
    const line = lines[at]
    const above = zone.lines.at(-1)
    if (!line || !above || line.y - above.y > 3 * spacing(line.size)) break
    const gaps = zone.gaps.flatMap(gap => narrow(gap, line))
    // Only the first lines may show that what looked like a gap was none: later ones that cross a gap are not of the
    // table.
    if (gaps.length === 0 || (gaps.length < zone.gaps.length && (zone.lines.length > 3 || !hasColumns(line)))) break
    zone.lines.push(line)
    zone.gaps.splice(0, zone.gaps.length, ...gaps)
  }
  while (isLoose(zone, spacing)) zone.lines.pop()
  return isTable(zone) ? zone : null
}

/** A line of one column at the end, well below the others, belongs to the text that follows. */
function isLoose({ lines }: Zone, spacing: (size: number) => number): boolean {
  const [above, last] = lines.slice(-2)
  return above !== undefined && last !== undefined && !hasColumns(last) && last.y - above.y > 1.3 * spacing(last.size)
}

function isTable({ lines, gaps }: Zone): boolean {
  const size = lines[0]?.size ?? 0
  const columned = lines.filter(hasColumns).length
  const widths = gaps.map(({ left, right }) => right - left)
  const wide = gaps.length > 1 && widths.every(width => width > 1.5 * size)
  // Lines set flush on both sides may leave one chance river between words, but not a wide one.
  if (gaps.length === 0 || (gaps.length === 1 && ((widths[0] ?? 0) < size || isContents(lines)))) return false
  return (
    columned >= (wide ? 2 : 3) &&
    gaps.every((gap, at) => isEdge(gap, gaps[at + 1]?.left ?? Number.POSITIVE_INFINITY, lines))
  )
}

/** Headings with the numbers of their pages, which grow. */
function isContents(lines: readonly PdfLine[]): boolean {
  const numbers = lines.flatMap(({ text }) => /^\D.*\s(\d{1,3})$/.exec(text)?.[1] ?? []).map(Number)
  return numbers.length > lines.length * 0.6 && numbers.every((number, at) => number >= (numbers[at - 1] ?? 0))
}

/** Whether most words that are the first after a gap, and before the next, begin under one another. */
function isEdge({ right }: Span, end: number, lines: readonly PdfLine[]): boolean {
  const after = lines.flatMap(({ fragments }) => fragments.find(({ x }) => x >= right - 1 && x < end)?.x ?? [])
  const under = (left: number) => after.filter(x => Math.abs(x - left) < 3).length
  return after.length > 1 && largest(after.map(under)) >= after.length * 0.6
}

/**
 * The lines at the top of a page that go on with a table of the page before, because none of their words crosses its
 * gaps.
 */
function zoneAfter({ lines, levels = [] }: Region, before: PdfTable | null, { spacing }: PartSetting): Zone | null {
  if (!before?.gaps || lines[0]?.page !== before.lastPage + 1) return null
  const middles = before.gaps.map(({ left, right }) => (left + right) / 2)
  const crosses = ({ fragments }: PdfLine) =>
    fragments.some(({ x, width }) => middles.some(middle => x < middle - 1 && x + width > middle + 1))
  const zone: Zone = { lines: [], gaps: [...before.gaps], levels }
  for (const line of lines) {
    const above = zone.lines.at(-1)
    if (crosses(line) || (above && line.y - above.y > 3 * spacing(line.size))) break
    zone.lines.push(line)
  }
  return zone.lines.some(hasColumns) ? zone : null
}

function tableOf({ lines, gaps, levels }: Zone, setting: PartSetting): PdfTable | null {
  const middles = gaps.map(({ left, right }) => (left + right) / 2)
  const columns = middles.length + 1
  const columnOf = (fragment: Fragment) => middles.filter(middle => fragment.x + fragment.width / 2 > middle).length
  const rows = splitRows({ lines, gaps, levels }, columnOf, setting).map((group): Row => {
    const fragments = group.flatMap(line => line.fragments)
    const cells = Array.from({ length: columns }, (_, column) => {
      const inside = linesOf(
        fragments.filter(fragment => columnOf(fragment) === column),
        group[0]?.page ?? 1,
      )
      const right = gaps[column]?.left ?? largest(lines.map(line => line.right))
      return {
        column,
        columns: 1,
        rows: 1,
        lines: cellLines({ lines: inside, left: middles[column - 1] ?? 0, right }, setting),
      }
    })
    return { header: false, cells }
  })
  const [head, ...rest] = rows
  const bold = lines[0]?.bold === true && lines.some(line => !line.bold)
  const left = smallest(lines.map(line => line.left))
  const right = largest(lines.map(line => line.right))
  const [first, last] = [lines[0], lines.at(-1)]
  if (!head || !first || !last) return null
  const xs = [left, ...gaps.map(gap => gap.right), right]
  return {
    page: first.page,
    lastPage: first.page,
    gaps,
    top: first.y - first.size,
    bottom: last.y,
    left,
    right,
    xs,
    rows: [{ ...head, header: bold }, ...rest],
  }
}

/**
 * Rows are parted by drawn lines, or by more than the usual space; where nothing is, by what stands in the first
 * column.
 */
function splitRows(
  { lines, levels }: Zone,
  columnOf: (fragment: Fragment) => number,
  { spacing }: PartSetting,
): PdfLine[][] {
  const drawn = levels.filter(level => level > (lines[0]?.y ?? 0) && level < (lines.at(-1)?.y ?? 0))
  const distances = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0))
  const usual = Math.min(...distances.filter(distance => distance > 0), spacing(lines[0]?.size ?? 12))
  const apart =
    distances.some(distance => distance > 1.3 * usual) && !distances.every(distance => distance > 1.3 * usual)
  const rows: PdfLine[][] = []
  for (const [at, line] of lines.entries()) {
    const above = lines[at - 1]?.y ?? line.y
    const begins =
      drawn.length > 1
        ? drawn.some(level => level > above && level < line.y)
        : apart
          ? (distances[at - 1] ?? 0) > 1.3 * usual
          : line.fragments.some(fragment => columnOf(fragment) === 0)
    const last = rows.at(-1)
    if (!last || begins) rows.push([line])
    else last.push(line)
  }
  return rows
}
