/**
 * Paragraphs of a PDF into blocks: what is a heading and of which level, what is a list, what goes on over a page.
 */
import type { Block } from '../../core/plain-document.ts'
import { endOf, runsOn } from './folding.ts'
import type { PdfTable } from './pdf-cells.ts'
import type { PartSetting, PdfPart } from './pdf-paragraphs.ts'

export type Found =
  | { readonly kind: 'part'; readonly part: PdfPart }
  | { readonly kind: 'table'; readonly table: PdfTable }

/** Paragraphs and tables in the order of reading as the blocks of a document. */
export function toBlocks(found: readonly Found[], setting: PartSetting): Block[] {
  const joined = joinOverPages(found, setting)
  const levels = headingLevels(joined, setting)
  const lefts: number[] = []
  return joined.map((entry): Block => {
    if (entry.kind === 'table') return { kind: 'table', name: null, rows: entry.table.rows }
    const { text, marker, first, tag } = entry.part
    const { page } = first
    // A list that follows on other text begins anew, however far it is set in.
    if (marker === null) lefts.length = 0
    if (isHeading(entry.part, setting)) return { kind: 'heading', text, page, level: levels(entry.part) }
    if (marker === null) return { kind: 'paragraph', text, page, quoted: tag?.quoted ?? false }
    return { kind: 'item', text, page, depth: tag?.depth ?? depthAt(first.left, lefts), marker }
  })
}

/** How deep an entry is, by how far it is set in; `lefts` are the depths that are open above it. */
function depthAt(left: number, lefts: number[]): number {
  while (lefts.length > 0 && (lefts.at(-1) ?? 0) > left + 4) lefts.pop()
  if (left > (lefts.at(-1) ?? Number.NEGATIVE_INFINITY) + 4) lefts.push(left)
  return lefts.length - 1
}

/**
 * A paragraph that ends one column or page and goes on in the next is one; notes in small print may stand between.
 */
function joinOverPages(found: readonly Found[], setting: PartSetting): Found[] {
  const joined: Found[] = []
  for (const entry of found) {
    const at = joined.findLastIndex(before => before.kind === 'table' || !isSmall(before.part, setting))
    const before = joined[at]
    if (
      before?.kind === 'part' &&
      entry.kind === 'part' &&
      startsRegion(before.part, entry.part) &&
      goesOn(before.part, entry.part, setting)
    ) {
      before.part.text = setting.hyphens.join(before.part.text, entry.part.text)
      before.part.last = entry.part.last
    } else joined.push(entry)
  }
  return joined
}

const isSmall = (part: PdfPart, { bodySize }: PartSetting): boolean => part.size < bodySize * 0.88

/** Whether the second part stands at the top of a new page or column. */
const startsRegion = ({ last }: PdfPart, { first }: PdfPart): boolean => first.page > last.page || first.y < last.y

function goesOn(before: PdfPart, after: PdfPart, setting: PartSetting): boolean {
  if (after.marker !== null || isHeading(before, setting) || isHeading(after, setting)) return false
  if (Math.abs(before.last.size - after.first.size) > 0.12 * before.size || /[.:!?]["”’)]?$/.test(endOf(before.text)))
    return false
  if (runsOn(before.text, after.text) || /\p{L}[-‐]$/u.test(endOf(before.text))) return true
  const room = before.right - before.last.right
  return (
    !before.text.endsWith(';') && room < (before.right - before.left) * 0.15 && !/^\d+(?:\.\d+)+\s/.test(after.text)
  )
}

function isHeading(part: PdfPart, { bodySize }: PartSetting): boolean {
  const { text, size, bold, marker } = part
  if (part.tag?.level) return true
  if (marker !== null || !/\p{L}/u.test(text) || text.length > 250) return false
  if (size > bodySize * 1.12) return true
  if (size < bodySize * 0.88 || text.length > 120 || /[.;,]$|;\s(?:and|or)$/.test(text)) return false
  return bold || (part.lines === 1 && (text.match(/\p{Lu}/gu)?.length ?? 0) > 3 && !/\p{Ll}/u.test(text))
}

const styleOf = ({ size, bold }: PdfPart): string => `${Math.round(size * 2)}${bold ? 'b' : ''}`

/**
 * A heading's level. Tags say it; else larger letters head what smaller ones head, and bold ones what plain ones of
 * the same size do. Where other headings are tagged, one that only its looks give away stands below them.
 */
function headingLevels(found: readonly Found[], setting: PartSetting): (part: PdfPart) => number {
  const headings = found.flatMap(entry => (entry.kind === 'part' && isHeading(entry.part, setting) ? [entry.part] : []))
  const ranked = [...new Set(headings.map(styleOf))].sort(
    (a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10) || b.length - a.length,
  )
  const isTagged = headings.some(({ tag }) => tag?.level)
  let level = 1
  return part => {
    if (part.tag?.level) {
      level = part.tag.level
      return level
    }
    return Math.min(6, isTagged ? level + 1 : ranked.indexOf(styleOf(part)) + 1)
  }
}
