/** The tag tree of a PDF, and the words that its tags stand for. */
import type { CellLine } from '../../core/plain-document.ts'
import { fold } from './folding.ts'
import type { Budget } from './limits.ts'
import type { Found } from './pdf-blocks.ts'
import { type Fragment, largest, type PdfPage, smallest } from './pdf-geometry.ts'
import { linesInOrder, type PdfLine } from './pdf-lines.ts'
import { type PartSetting, partsOf } from './pdf-paragraphs.ts'

/** A node of the tag tree as pdf.js gives it. */
export interface Tag {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly Tag[]
}

/** Where words stand from left to right. */
export interface Place {
  readonly left: number
  readonly right: number
}

/** Where the words of each column of a table stand; null of one without words. */
export type Places = readonly (Place | null)[]

/** What reading a page's tags needs and gathers. */
export interface TagWalk {
  readonly page: PdfPage
  readonly setting: PartSetting
  readonly budget: Budget
  /** The page's words by the number of the marked content that they belong to. */
  readonly byMark: ReadonlyMap<number, readonly Fragment[]>
  /** The marked contents that a tag has named so far. */
  readonly used: Set<number>
  readonly found: Found[]
  /** The table read last, on this page or one before: how many rows its tree has, and where its columns stand. */
  readonly above: { rows: number; columns: Places }
}

/** All words below a tag, in the order of the tree. */
export function wordsOf(tag: Tag, walk: TagWalk): Fragment[] {
  const number = markOf(tag)
  if (number !== null) {
    if (walk.used.has(number)) return []
    walk.used.add(number)
    return [...(walk.byMark.get(number) ?? [])]
  }
  return (tag.children ?? []).flatMap(child => wordsOf(child, walk))
}

/** The number at the end of "p2R_mc13". */
function markOf({ type, id }: Tag): number | null {
  const digits = type === 'content' ? /_mc(\d+)$/.exec(id ?? '')?.[1] : undefined
  return digits === undefined ? null : Number(digits)
}

/** A list's label; one that is drawn and not written is a bullet. */
export function labelOf(tag: Tag, walk: TagWalk): string {
  const text = fold(
    wordsOf(tag, walk)
      .map(word => word.text)
      .join(''),
  )
  return text === '' || /^\p{Co}$/u.test(text) ? '•' : text
}

/** The lines of one paragraph as one text. */
export function joinLines(lines: readonly PdfLine[], { setting }: TagWalk): string {
  return lines.slice(1).reduce((text, line) => setting.hyphens.join(text, line.text), lines[0]?.text ?? '')
}

/**
 * The lines of a tagged paragraph in a cell: one for each date or milestone that is stacked in it. `right` is how far
 * the words of its column reach, where that is known.
 */
export function cellLines(
  words: readonly Fragment[],
  { label, right }: { label: string | null; right: number | null },
  { page, setting }: TagWalk,
): CellLine[] {
  const lines = linesInOrder(words, page.number)
  if (lines.length === 0) return []
  const left = smallest(lines.map(line => line.left))
  const widest = largest(lines.map(line => line.right))
  // What stands in one tag is not parted by space.
  const close = { ...setting, spacing: () => Number.POSITIVE_INFINITY }
  const parts = partsOf({ lines, left, right: Math.max(widest, right ?? widest) }, close)
  return parts.map(({ text, marker }, at) => ({ text, marker: (at === 0 ? label : null) ?? marker, page: page.number }))
}
