/** The order in which the parts of a page are read: text in two or three columns goes down before it goes across. */
import { gapsOf, riversOf, type Span } from './pdf-gaps.ts'
import { type Fragment, largest, median, smallest } from './pdf-geometry.ts'
import { linesOf, type PdfLine } from './pdf-lines.ts'

/** A stretch of lines that are read from top to bottom, with the margins of its column. */
export interface Region {
  readonly lines: readonly PdfLine[]
  readonly left: number
  readonly right: number
  /** Where lines are drawn across it, from top to bottom. */
  readonly levels?: readonly number[]
}

const fewestLines = 5

/** Splits a page's text into regions in the order of reading. */
export function findRegions(fragments: readonly Fragment[], page: number): Region[] {
  if (fragments.length === 0) return []
  const lines = linesOf(fragments, page)
  const rows = besideOneAnother(lines)
  const gutter = findGutter(rows)
  if (!gutter) return [regionOf(lines)]
  const { from, to, left, right } = gutter
  const above = rows.slice(0, from).flatMap(line => line.fragments)
  const below = rows.slice(to).flatMap(line => line.fragments)
  const band = rows.slice(from, to).flatMap(line => line.fragments)
  const middle = (left + right) / 2
  const sides = [band.filter(({ x }) => x < middle), band.filter(({ x }) => x >= middle)]
  return [above, ...sides, below].flatMap(part => findRegions(part, page))
}

/** Lines of neighbouring columns are seldom quite level: those that stand beside one another are taken as one. */
function besideOneAnother(lines: readonly PdfLine[]): PdfLine[] {
  const rows: PdfLine[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    const apart = row && (row.right < line.left || row.left > line.right)
    if (!row || !apart || line.y - row.y > 0.8 * Math.min(row.size, line.size)) rows.push(line)
    else rows[rows.length - 1] = joined(row, line)
  }
  return rows
}

function joined(row: PdfLine, line: PdfLine): PdfLine {
  const [first, second] = row.left < line.left ? [row, line] : [line, row]
  const fragments = [...first.fragments, ...second.fragments]
  return { ...row, text: `${first.text} ${second.text}`, left: first.left, right: second.right, fragments }
}

function regionOf(lines: readonly PdfLine[]): Region {
  return { lines, left: smallest(lines.map(line => line.left)), right: rightMargin(lines) }
}

/** Where full lines end. The few that reach furthest may stick out of the margin, as addresses and code do. */
function rightMargin(lines: readonly PdfLine[]): number {
  const ends = lines.map(line => line.right).toSorted((a, b) => b - a)
  return ends[Math.floor(ends.length * 0.06)] ?? 0
}

interface Gutter {
  /** The lines between which it runs, by their place; `to` is not included. */
  readonly from: number
  readonly to: number
  readonly left: number
  readonly right: number
}

/** The longest run of lines past which one gap goes without a break, with prose on both of its sides. */
function findGutter(lines: readonly PdfLine[]): Gutter | null {
  const tried = new Set<number>()
  let best: Gutter | null = null
  for (const line of lines) {
    for (const gap of gapsOf(line)) {
      const place = Math.round((gap.left + gap.right) / 8)
      // A page is not that wide: more places than this are no text that anybody laid out.
      if (tried.has(place) || tried.size > 400) continue
      tried.add(place)
      const found = follow(lines, gap)
      if (found && (!best || found.to - found.from > best.to - best.from)) best = found
    }
  }
  return best
}

function follow(lines: readonly PdfLine[], gap: Span): Gutter | null {
  const middle = (gap.left + gap.right) / 2
  let best: Gutter | null = null
  let from = 0
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let at = 0; at <= lines.length; at++) {
    const free = at < lines.length ? freeAt(lines[at], middle) : null
    const narrowed = free ? { left: Math.max(left, free.left), right: Math.min(right, free.right) } : null
    if (narrowed && narrowed.right - narrowed.left >= 8) {
      left = narrowed.left
      right = narrowed.right
      continue
    }
    const found = trim(lines, { from, to: at, left, right })
    if (found && (!best || found.to - found.from > best.to - best.from)) best = found
    from = free && free.right - free.left >= 8 ? at : at + 1
    left = free?.left ?? Number.NEGATIVE_INFINITY
    right = free?.right ?? Number.POSITIVE_INFINITY
  }
  return best
}

/** The free space round a place of a line, or null when words stand there. */
function freeAt(line: PdfLine | undefined, middle: number): Span | null {
  let [left, right] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (const { x, width } of line?.fragments ?? []) {
    if (x < middle && x + width > middle) return null
    if (x + width <= middle) left = Math.max(left, x + width)
    else right = Math.min(right, x)
  }
  return { left, right }
}

/** The band without the lines at its ends that stand on one side only, when what is left is two columns of prose. */
function trim(lines: readonly PdfLine[], { from, to, left, right }: Gutter): Gutter | null {
  const middle = (left + right) / 2
  if (!Number.isFinite(middle)) return null
  const sideOf = (line: PdfLine | undefined, after: boolean) =>
    (line?.fragments ?? []).filter(({ x }) => x >= middle === after)
  const both = (at: number) => sideOf(lines[at], false).length > 0 && sideOf(lines[at], true).length > 0
  let [first, end] = [from, to]
  while (first < end && !both(first)) first++
  while (end > first && !both(end - 1)) end--
  const band = lines.slice(first, end)
  if (![false, true].every(after => isProse(band.map(line => sideOf(line, after))))) return null
  if (!hasEvenColumns(band)) return null
  // The longer column goes on below the end of the shorter one.
  while (end < to && isOneSided(lines[end], middle) && isNear(lines[end - 1], lines[end])) end++
  while (first > from && isOneSided(lines[first - 1], middle)) first--
  return { from: first, to: end, left, right }
}

/** Columns of prose are two or three and about as wide as one another; those of a table seldom are. */
function hasEvenColumns(band: readonly PdfLine[]): boolean {
  const rivers = riversOf(band)
  const edges = [
    smallest(band.map(line => line.left)),
    ...rivers.map(({ left, right }) => (left + right) / 2),
    largest(band.map(line => line.right)),
  ]
  const widths = edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0))
  return rivers.length <= 2 && largest(widths) < 1.7 * smallest(widths)
}

/**
 * Whether a line follows the one above without a break in space or size: a heading below both columns is of neither.
 */
function isNear(above: PdfLine | undefined, line: PdfLine | undefined): boolean {
  return (
    above !== undefined && line !== undefined && line.y - above.y < 2.2 * line.size && line.size < 1.15 * above.size
  )
}

function isOneSided(line: PdfLine | undefined, middle: number): boolean {
  return line !== undefined && (line.right <= middle || line.left >= middle)
}

/** Full lines of several words, one under the other: not the cells of a table, nor numbers before paragraphs. */
function isProse(side: readonly (readonly Fragment[])[]): boolean {
  const lines = side.filter(fragments => fragments.length > 0)
  if (lines.length < fewestLines) return false
  const widths = lines.map(
    fragments => largest(fragments.map(({ x, width }) => x + width)) - smallest(fragments.map(({ x }) => x)),
  )
  const widest = largest(widths)
  const words = median(
    lines.map(
      fragments =>
        fragments
          .map(({ text }) => text)
          .join(' ')
          .trim()
          .split(/\s+/).length,
    ),
  )
  return words >= 4 && widest > 120 && widths.filter(width => width > widest * 0.75).length >= lines.length * 0.5
}
