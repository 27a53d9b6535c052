/** Fragments of text into lines. */
import { fold } from './folding.ts'
import { type Fragment, largest, median, smallest } from './pdf-geometry.ts'
import { wordGap } from './pdf-words.ts'

/** A line of text, or the part of one that stands in one column or cell. */
export interface PdfLine {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The baseline. */
  readonly y: number
  /** The size of most of its letters. */
  readonly size: number
  /** Whether all its letters are bold. */
  readonly bold: boolean
  readonly page: number
  readonly fragments: readonly Fragment[]
}

interface LineRow {
  readonly fragments: Fragment[]
  /** The one with the largest letters, whose baseline is the line's. */
  main: Fragment
}

/** The lines of a region, from top to bottom. */
export function linesOf(fragments: readonly Fragment[], page: number): PdfLine[] {
  const rows: LineRow[] = []
  for (const fragment of fragments.toSorted((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.slice(-3).findLast(last => sameLine(last, fragment))
    if (row) addTo(row, fragment)
    else rows.push({ fragments: [fragment], main: fragment })
  }
  return rows.map(row => lineOf(row.fragments, page)).filter(line => line.text !== '')
}

function addTo(row: LineRow, fragment: Fragment): void {
  row.fragments.push(fragment)
  if (fragment.size > row.main.size) row.main = fragment
}

/**
 * The lines of one paragraph whose fragments come in the order of reading, which may lead from one column to the
 * next.
 */
export function linesInOrder(fragments: readonly Fragment[], page: number): PdfLine[] {
  const rows: LineRow[] = []
  for (const fragment of fragments) {
    const row = rows.at(-1)
    const before = row?.fragments.at(-1)
    if (row && before && sameLine(row, fragment) && fragment.x > before.x) addTo(row, fragment)
    else rows.push({ fragments: [fragment], main: fragment })
  }
  return rows.map(row => lineOf(row.fragments, page)).filter(line => line.text !== '')
}

/** Whether a fragment stands on the line that a row began: raised and lowered signs are a little off it. */
function sameLine({ main }: LineRow, fragment: Fragment): boolean {
  const [large, small] = main.size >= fragment.size ? [main, fragment] : [fragment, main]
  const raised = large.y - small.y
  if (small.size < 0.75 * large.size) return raised < 0.6 * large.size && raised > -0.25 * large.size
  return Math.abs(raised) < Math.min(0.35 * large.size, Math.max(2, 0.6 * small.size))
}

function lineOf(row: Fragment[], page: number): PdfLine {
  const all = row.toSorted((a, b) => a.x - b.x)
  const fragments = all.filter((fragment, at) => at === 0 || !isNoteMark(fragment, all))
  const letters = fragments.filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
  const sized = letters.length > 0 ? letters : fragments
  const size = commonSize(sized)
  return {
    text: joinFragments(fragments),
    left: smallest(fragments.map(({ x }) => x)),
    right: largest(fragments.map(({ x, width }) => x + width)),
    y: median(sized.map(({ y }) => y)),
    size,
    bold: letters.length > 0 && letters.every(({ bold }) => bold),
    page,
    fragments,
  }
}

/** A small raised number behind a word leads to a note, and is no word of the line. */
function isNoteMark({ text, size, y }: Fragment, row: readonly Fragment[]): boolean {
  return /^\d{1,2}$/.test(text) && row.some(main => main.size * 0.75 > size && y < main.y - 0.15 * main.size)
}

/** The size of most letters. */
function commonSize(fragments: readonly Fragment[]): number {
  const first = fragments[0]?.size ?? 0
  if (fragments.every(({ size }) => size === first)) return first
  const letters = new Map<number, number>()
  for (const { text, size } of fragments) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most))[0]
}

/** The words of a line: a space stands wherever there is a gap that no letter spacing makes. */
function joinFragments(fragments: readonly Fragment[]): string {
  let text = ''
  let end = Number.NEGATIVE_INFINITY
  let last: Fragment | null = null
  for (const fragment of fragments) {
    // The same words drawn twice, a hair apart, are how some programs make bold.
    if (last && last.text === fragment.text && Math.abs(last.x - fragment.x) < 0.1 * fragment.size) continue
    const gap = fragment.x - end
    if (text !== '' && (fragment.spaced || gap > wordGap * Math.min(fragment.size, last?.size ?? fragment.size)))
      text += ' '
    text += fragment.text
    end = fragment.x + fragment.width
    last = fragment
  }
  // A hyphen that shows only at a line's end is one like any other here: the line ends.
  return fold(text.trimEnd().replace(/\u00ad$/, '-'))
}
