/** Lines that a PDF repeats at the top or the bottom of its pages: running headers, footers, page numbers. */
import type { PdfLine } from './pdf-lines.ts'

/** How many lines from the edge may be running lines. */
const deepest = 4

/** How much of a page's height, from the top and from the bottom, may hold running lines. */
const margin = 0.16

export interface PageLines {
  readonly height: number
  /** From top to bottom. */
  readonly lines: readonly PdfLine[]
}

/** Which of the pages' lines are running lines. */
export function findRunningLines(pages: readonly PageLines[]): Set<PdfLine> {
  const found = new Set<PdfLine>()
  for (const edge of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < deepest; depth++) {
      const fresh = findAt(pages, edge, found)
      if (fresh.length === 0) break
      for (const line of fresh) found.add(line)
    }
  }
  return found
}

type Edge = 'top' | 'bottom'

/** An outermost line, with the words that stand where numbers do not matter. */
interface Outer {
  readonly line: PdfLine
  readonly page: number
  readonly shape: string
}

function findAt(pages: readonly PageLines[], edge: Edge, found: ReadonlySet<PdfLine>): PdfLine[] {
  const there = pages.flatMap(({ lines, height }, page): Outer[] => {
    const left = lines.filter(line => !found.has(line))
    const line = edge === 'top' ? left[0] : left.at(-1)
    const isOuter = line && (edge === 'top' ? line.y < height * margin : line.y > height * (1 - margin))
    return isOuter ? [{ line, page, shape: shapeOf(line, edge) }] : []
  })
  const least = Math.max(2, Math.min(4, Math.ceil(there.length * 0.4)))
  return there
    .filter(({ line, page, shape }) => {
      const alike = there.filter(other => other.shape === shape && Math.abs(line.y - other.line.y) < 6)
      // Facing pages often have lines of their own, so half of the pages is not asked for.
      return alike.length >= least || isPageNumber(line, page, there)
    })
    .map(({ line }) => line)
}

/**
 * The words of a line, with every number alike where it may be that of the page. A heading with a number at the top
 * of each page ("Recommendation 3") is none that runs.
 */
function shapeOf({ text, bold }: PdfLine, edge: Edge): string {
  const plain = text.toLowerCase().replace(/\s+/g, ' ')
  if ((edge === 'top' && !/\bpage\b|\bof\b|\||^\W*\d+\W*$/.test(plain)) || (bold && !/\bpage\b/.test(plain)))
    return plain
  return plain.replace(/\d+/g, '#').replace(/\b[ivxl]+\b/g, '#')
}

/**
 * A line that is a number and grows by one from page to page, even where only few pages have one; or a plain line
 * that has one at its end, such as a chapter's name, on three pages or more.
 */
function isPageNumber(line: PdfLine, page: number, there: readonly Outer[]): boolean {
  const own = numberOf(line)
  if (own === null) return false
  const alike = there.filter(other => {
    const found = numberOf(other.line)
    return other.page !== page && found !== null && found.number - own.number === other.page - page
  })
  return alike.length >= (own.alone && alike.some(other => numberOf(other.line)?.alone) ? 1 : 2)
}

function numberOf({ text, bold, size }: PdfLine): { readonly number: number; readonly alone: boolean } | null {
  const digits = /^(?:page\s+|[-–—]\s*)?(\d{1,4})(?:\s*[-–—]|\s*(?:of|\/)\s*\d{1,4})?$/i.exec(text)?.[1]
  if (digits !== undefined) return { number: Number(digits), alone: true }
  // Bold or large letters head what follows.
  const named = bold || size > 13 ? undefined : /^.{3,80}\s(\d{1,4})$/.exec(text)?.[1]
  return named === undefined ? null : { number: Number(named), alone: false }
}
