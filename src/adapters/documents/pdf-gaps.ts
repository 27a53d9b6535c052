/** Free space within lines: gaps that no space between words makes, and rivers of it down a page. */
import { largest, smallest } from './pdf-geometry.ts'
import type { PdfLine } from './pdf-lines.ts'

/** From and to along x. */
export interface Span {
  readonly left: number
  readonly right: number
}

/** The parts of a line that gaps of at least some width keep apart; by default what no space between words makes. */
export function segmentsOf({ fragments, size }: PdfLine, gap = Math.max(8, 0.9 * size)): Span[] {
  const segments: { left: number; right: number }[] = []
  for (const { x, width } of fragments) {
    const last = segments.at(-1)
    if (last && x - last.right < gap) last.right = Math.max(last.right, x + width)
    else segments.push({ left: x, right: x + width })
  }
  return segments
}

/** The free spaces between the parts of a line. */
export function gapsOf(line: PdfLine, gap?: number): Span[] {
  const segments = segmentsOf(line, gap)
  return segments.slice(1).map((segment, at) => ({ left: segments[at]?.right ?? 0, right: segment.left }))
}

/**
 * A gap that may be one between columns: hardly wider than the space between words, until other lines confirm it.
 */
export const narrowGap = (size: number): number => Math.max(4, 0.4 * size)

/** What of a gap a line leaves free: words of the line may cut it off, or into parts. */
export function narrow(gap: Span, { fragments, size }: PdfLine): Span[] {
  const least = narrowGap(size)
  const free: Span[] = []
  let left = gap.left
  for (const { x, width } of fragments) {
    if (x + width <= left || x >= gap.right) continue
    if (x - left >= least) free.push({ left, right: x })
    left = Math.max(left, x + width)
  }
  if (gap.right - left >= least) free.push({ left, right: gap.right })
  return free
}

/** The free spaces that go down through all of the lines. */
export function riversOf(lines: readonly PdfLine[]): Span[] {
  const [left, right] = [smallest(lines.map(line => line.left)), largest(lines.map(line => line.right))]
  const first = lines.reduce<PdfLine | undefined>(
    (most, line) => (most && gapsIn(most) >= gapsIn(line) ? most : line),
    undefined,
  )
  if (!first) return []
  const rivers = lines.reduce(
    (found, line) => found.flatMap(river => narrow(river, line)),
    gapsOf(first, narrowGap(first.size)),
  )
  return rivers.filter(river => river.left > left && river.right < right)
}

const gapsIn = (line: PdfLine): number => gapsOf(line, narrowGap(line.size)).length
