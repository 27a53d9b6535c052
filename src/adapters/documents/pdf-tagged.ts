/** Whether a PDF's tags are good enough to go by, and its blocks when they are. */
import type { Block } from '../../core/plain-document.ts'
import type { Budget } from './limits.ts'
import { type Found, toBlocks } from './pdf-blocks.ts'
import { continueTable } from './pdf-cells.ts'
import type { Fragment, PdfPage } from './pdf-geometry.ts'
import { linesOf } from './pdf-lines.ts'
import type { PartSetting } from './pdf-paragraphs.ts'
import { findRunningLines } from './pdf-running-lines.ts'
import type { Tag, TagWalk } from './pdf-tag-words.ts'
import { mergeTagged } from './pdf-tagged-tables.ts'
import { readTags } from './pdf-tags.ts'

export interface TaggedPages {
  readonly pages: readonly PdfPage[]
  readonly tags: (page: number) => Promise<Tag | null>
  readonly setting: PartSetting
  readonly budget: Budget
}

/** The blocks by the tags, or null when there are none or they leave words out or cut sentences up. */
export async function readTagged({ pages, tags, setting, budget }: TaggedPages): Promise<Block[] | null> {
  const found: Found[] = []
  const left: Fragment[][] = []
  const above: TagWalk['above'] = { rows: 0, columns: [] }
  const until = performance.now() + budget.limits.milliseconds / 4
  for (const page of pages) {
    const root = await tags(page.number)
    // A tree that repeats a long table on every page costs more than it is worth.
    if (performance.now() > until) return null
    const walk: TagWalk = { page, setting, budget, byMark: byMark(page), used: new Set(), found: [], above }
    if (root) readTags(root, walk)
    addFound(found, walk.found)
    left.push(page.fragments.filter(({ mark, artifact }) => !artifact && (mark === null || !walk.used.has(mark))))
  }
  if (leavesWordsOut(pages, left) || cutsSentences(found)) return null
  return toBlocks(found.map(withoutEmptyRows), setting)
}

function byMark({ fragments }: PdfPage): Map<number, Fragment[]> {
  const found = new Map<number, Fragment[]>()
  for (const fragment of fragments) {
    if (fragment.mark === null || fragment.artifact) continue
    const words = found.get(fragment.mark)
    if (words) words.push(fragment)
    else found.set(fragment.mark, [fragment])
  }
  return found
}

function addFound(found: Found[], more: readonly Found[]): void {
  for (const entry of more) {
    const before = found.at(-1)
    const continues = before?.kind === 'table' && entry.kind === 'table' && entry === more[0]
    if (!continues || !goesOn(before.table, entry.table)) found.push(entry)
  }
}

type Table = Extract<Found, { kind: 'table' }>['table']

function goesOn(before: Table, after: Table): boolean {
  if (mergeTagged(before, after)) return true
  const [above, below] = [before.rows.at(-1), after.rows[0]]
  if (!above || above.cells.length !== below?.cells.length) return false
  continueTable(before, after)
  return true
}

/** Running lines need no tag; other words that have none would be lost. */
function leavesWordsOut(pages: readonly PdfPage[], left: readonly (readonly Fragment[])[]): boolean {
  const running = findRunningLines(
    left.map((fragments, at) => ({
      height: pages[at]?.height ?? 0,
      lines: linesOf(fragments, pages[at]?.number ?? 0),
    })),
  )
  const dropped = new Set([...running].flatMap(line => line.fragments))
  return left.flat().filter(fragment => !dropped.has(fragment) && /[\p{L}\p{N}]{2}/u.test(fragment.text)).length > 3
}

/** Some programs tag each line as a paragraph: then sentences go on from one to the next. */
function cutsSentences(found: readonly Found[]): boolean {
  const texts = found.flatMap(entry => (entry.kind === 'part' && entry.part.marker === null ? [entry.part.text] : []))
  const cut = texts.filter(
    (text, at) => at > 0 && /^\p{Ll}/u.test(text) && !/[.:;!?]["”’)]?$/.test(texts[at - 1] ?? ''),
  )
  return cut.length > Math.max(3, texts.length * 0.1)
}

/** Rows of a table that no page showed words of. */
function withoutEmptyRows(entry: Found): Found {
  if (entry.kind !== 'table') return entry
  return {
    kind: 'table',
    table: { ...entry.table, rows: entry.table.rows.filter(row => row.cells.some(cell => cell.lines.length > 0)) },
  }
}
