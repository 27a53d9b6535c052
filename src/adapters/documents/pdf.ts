/** PDFs: by their tag tree where they have a good one, else by the places of their words on the pages. */
import type { Block, PlainDocument } from '../../core/plain-document.ts'
import type { Budget } from './limits.ts'
import { splitAligned } from './pdf-alignment.ts'
import { type Found, toBlocks } from './pdf-blocks.ts'
import { cellRegions, continueTable, fillGrid, goesOn, type PdfTable } from './pdf-cells.ts'
import { findRegions, type Region } from './pdf-columns.ts'
import type { Fragment, PdfPage } from './pdf-geometry.ts'
import { findGrids, type Grid, isWithin, outlineOf, withSpilledWords } from './pdf-grids.ts'
import { readHyphens } from './pdf-hyphens.ts'
import { linesOf } from './pdf-lines.ts'
import { measureSpacing, type PartSetting, partsOf } from './pdf-paragraphs.ts'
import { findRunningLines } from './pdf-running-lines.ts'
import { openPdf, type PdfSource } from './pdf-source.ts'
import { readTagged } from './pdf-tagged.ts'
import { UnreadableDocument } from './unreadable.ts'

/** Throws UnreadableDocument (encrypted, scanned, corrupt, too-many-pages, too-many-cells, too-slow). */
export async function readPdf(bytes: Uint8Array, budget: Budget): Promise<PlainDocument> {
  const source = await openPdf(bytes, budget)
  try {
    const pages: PdfPage[] = []
    for (let number = 1; number <= source.pages; number++) pages.push(await source.readPage(number))
    const shown = withoutMistakenArtifacts(pages)
    const notices = await checkText(pages, source)
    const blocks = (await readByTags(shown, source, budget)) ?? readPages(shown, budget)
    return { mediaType: 'application/pdf', pages: source.pages, title: source.title, blocks, notices }
  } finally {
    await source.close()
  }
}

/** A file that calls most of its words artifacts, which are no content, means something else by it. */
function withoutMistakenArtifacts(pages: readonly PdfPage[]): readonly PdfPage[] {
  const words = pages.flatMap(page => page.fragments)
  if (words.filter(word => word.artifact).length <= words.length * 0.4) return pages
  return pages.map(page => ({ ...page, fragments: page.fragments.map(word => ({ ...word, artifact: false })) }))
}

/** Refuses a file whose pages are pictures; where only some are, a notice says which. */
async function checkText(pages: readonly PdfPage[], source: PdfSource): Promise<string[]> {
  const pictures: number[] = []
  for (const { number, fragments } of pages) {
    if (fragments.length === 0 && (await source.showsPictures(number))) pictures.push(number)
  }
  const words = pages.reduce((sum, { fragments }) => sum + fragments.length, 0)
  if (words === 0 && pictures.length > 0) {
    const message = 'The file is scanned: its pages are pictures with no text layer. Ask for the original file.'
    throw new UnreadableDocument('scanned', message)
  }
  return pictures.length === 0
    ? []
    : [`Pages ${pictures.join(', ')} are pictures with no text layer. They were not read.`]
}

async function readByTags(pages: readonly PdfPage[], source: PdfSource, budget: Budget): Promise<Block[] | null> {
  const first = pages.find(page => page.fragments.length > 0)
  if (!first || !(await source.readTags(first.number))) return null
  const regions = pages.map(page => ({ lines: linesOf(page.fragments, page.number), left: 0, right: page.width }))
  return readTagged({ pages, tags: source.readTags, setting: measure(pages, regions, budget), budget })
}

interface Prepared {
  readonly page: PdfPage
  readonly grids: readonly Grid[]
  readonly loose: readonly Fragment[]
}

function readPages(pages: readonly PdfPage[], budget: Budget): Block[] {
  const prepared = pages.map(page => {
    budget.checkTime()
    return withoutGrids(page)
  })
  const running = findRunningLines(
    prepared.map(({ page, loose }) => ({ height: page.height, lines: linesOf(loose, page.number) })),
  )
  const dropped = new Set([...running].flatMap(line => line.fragments))
  const regions = prepared.map(({ page, loose }) => {
    const fragments = loose.filter(fragment => !dropped.has(fragment))
    return findRegions(fragments, page.number).map(region => ({ ...region, levels: levelsOf(page, region) }))
  })
  const cells = prepared.flatMap(({ page, grids }) =>
    grids.flatMap(grid => cellRegions({ grid, page: page.number, fragments: page.fragments })),
  )
  const setting = measure(pages, [...regions.flat(), ...cells], budget)
  const found: Found[] = []
  for (const [at, { page, grids }] of prepared.entries()) {
    budget.checkTime()
    addPage(found, { page, grids, regions: regions[at] ?? [], setting, budget })
  }
  return toBlocks(found, setting)
}

function withoutGrids(page: PdfPage): Prepared {
  const content = page.fragments.filter(fragment => !fragment.artifact)
  const shown = { ...page, fragments: content }
  const grids = findGrids(shown)
    .filter(grid => content.some(fragment => isWithin(fragment, outlineOf(grid))))
    .map(grid => withSpilledWords(grid, content))
  const loose = content.filter(fragment => !grids.some(grid => isWithin(fragment, outlineOf(grid))))
  return { page: shown, grids, loose }
}

function measure(pages: readonly PdfPage[], regions: readonly Region[], { checkTime }: Budget): PartSetting {
  const letters = new Map<number, number>()
  for (const { text, size } of pages.flatMap(page => page.fragments)) {
    const key = Math.round(size * 2) / 2
    letters.set(key, (letters.get(key) ?? 0) + text.length)
  }
  const [bodySize] = [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [12, 0])
  const texts = regions.flatMap(({ lines }) => lines.map(line => line.text.replace(/\p{L}+[-‐]$/u, '')))
  return { bodySize, spacing: measureSpacing(regions), hyphens: readHyphens(texts), checkTime }
}

interface PageContent {
  readonly page: PdfPage
  readonly grids: readonly Grid[]
  readonly regions: readonly Region[]
  readonly setting: PartSetting
  readonly budget: Budget
}

/** Adds what a page holds, in the order of reading, to what the pages before it held. */
function addPage(found: Found[], { page, grids, regions, setting, budget }: PageContent): void {
  const tables = grids.map(grid => fillGrid({ grid, page: page.number, fragments: page.fragments }, setting))
  budget.spendCells(tables.reduce((sum, { rows }) => sum + rows.reduce((cells, row) => cells + row.cells.length, 0), 0))
  const waiting = tables.toSorted((a, b) => a.top - b.top)
  for (const region of regions) {
    for (const { top, add } of entriesOf(region, found, setting)) {
      while (waiting[0] && waiting[0].top < top && overlaps(waiting[0], region)) addTable(found, waiting.shift())
      add()
    }
  }
  for (const table of waiting) addTable(found, table)
}

/** Where lines are drawn over half of a region's width or more. */
function levelsOf({ rules }: PdfPage, { left, right }: Region): number[] {
  const wide = rules.filter(
    rule => !rule.upright && Math.min(rule.to, right) - Math.max(rule.from, left) > (right - left) / 2,
  )
  return wide.map(rule => rule.at).toSorted((a, b) => a - b)
}

/** The paragraphs and unruled tables of a region, with where each begins. */
function entriesOf(region: Region, found: Found[], setting: PartSetting): { top: number; add: () => void }[] {
  const last = found.at(-1)
  const before = last?.kind === 'table' ? last.table : null
  return splitAligned(region, setting, before).flatMap(stretch => {
    if (stretch.kind === 'table') return [{ top: stretch.table.top, add: () => addTable(found, stretch.table) }]
    return partsOf(stretch.region, setting).map(part => ({
      top: part.first.y,
      add: () => void found.push({ kind: 'part', part }),
    }))
  })
}

const overlaps = (table: PdfTable, region: Region): boolean => table.left < region.right && table.right > region.left

function addTable(found: Found[], table: PdfTable | undefined): void {
  const before = found.at(-1)
  if (!table) return
  if (before?.kind === 'table' && before.table.lastPage <= table.page && goesOn(before.table, table))
    continueTable(before.table, table)
  else found.push({ kind: 'table', table })
}
