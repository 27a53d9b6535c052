/** The body of an OpenDocument text: headings, paragraphs, lists and tables, in order. */
import type { Block } from '../../core/plain-document.ts'
import { type BlockList, blockLines, type Piece, piecesOf, startBlocks } from './blocks.ts'
import type { Budget } from './limits.ts'
import type { ListStyles } from './odt-lists.ts'
import { readOdtRuns } from './odt-runs.ts'
import type { OdtStyles } from './odt-styles.ts'
import { type GridCell, type GridRow, layGrid } from './table-grid.ts'
import { attributeOf } from './xml-text.ts'
import { childElements, type XmlElement } from './xml-tree.ts'

export interface OdtWalk {
  readonly styles: OdtStyles
  readonly lists: ListStyles
  readonly budget: Budget
  /** The notes that the text has referred to so far. */
  readonly notes: XmlElement[]
  /** Whether a cell of a table is being read. */
  place: 'text' | 'cell'
  /** The numbers that the lists of each style have reached. */
  readonly counts: Map<string, number[]>
}

interface OpenList {
  readonly style: string | undefined
  readonly level: number
  /** The numbers reached at each level of the outermost list. */
  readonly counts: number[]
  /** The marker of an entry whose words have not come yet. */
  marker: string | null
}

const passedThrough = new Set(
  `text:section text:table-of-content text:alphabetical-index text:illustration-index text:table-index text:user-index
   text:object-index text:bibliography text:index-body text:index-title text:numbered-paragraph`.split(/\s+/),
)

/** Adds what one element of the body, or of a cell, a frame or a note, holds. `list` is the list round it. */
export function walkOdt(child: XmlElement, out: BlockList, walk: OdtWalk, list: OpenList | null = null): void {
  walk.budget.checkTime()
  const { name, attributes } = child
  if (name === 'text:p' || name === 'text:h') walkParagraph(child, out, walk, list)
  else if (name === 'text:list') walkList(child, out, walk, list)
  else if (name === 'table:table') walkTable(child, out, walk)
  else if (name === 'draw:frame' || name === 'draw:custom-shape' || name === 'draw:g' || name === 'draw:text-box')
    walkAll(child, out, walk)
  else if (passedThrough.has(name) && attributeOf(attributes, 'display') !== 'none') walkAll(child, out, walk)
}

function walkAll(parent: XmlElement, out: BlockList, walk: OdtWalk): void {
  for (const child of childElements(parent)) walkOdt(child, out, walk)
}

function walkParagraph(paragraph: XmlElement, out: BlockList, walk: OdtWalk, list: OpenList | null): void {
  const style = walk.styles(attributeOf(paragraph.attributes, 'style-name'))
  if (style.hidden) return
  const read = readOdtRuns(paragraph, style.bold ?? false, walk)
  const pieces = piecesOf(read.runs, walk.place)
  if (pieces.length > 0) {
    addParagraph(pieces, { paragraph, style: style.name, list, walk }, out)
    if (list) list.marker = null
  }
  for (const box of read.boxes) walkOdt(box, out, walk)
}

interface Format {
  readonly paragraph: XmlElement
  readonly style: string
  readonly list: OpenList | null
  readonly walk: OdtWalk
}

function addParagraph(pieces: readonly Piece[], { paragraph, style, list, walk }: Format, out: BlockList): void {
  const level = headingLevel(paragraph, style)
  const marker = list?.marker ?? null
  if (level !== null) {
    const numbered = paragraph.name === 'text:h' && attributeOf(paragraph.attributes, 'is-list-header') !== 'true'
    const number = marker ?? (numbered ? walk.lists.nextHeading(level - 1) : '')
    out.heading(pieces.map(piece => piece.text).join(' '), level, number || undefined)
  } else if (list && marker !== null) out.item(pieces, list.level, marker)
  else if (/^(?:contents|illustration|caption|table|figure)\b/.test(style)) out.paragraph(pieces.map(unbold))
  else out.paragraph(pieces, /^(?:quotations?|intense quote|quote)$/.test(style))
}

const unbold = ({ text }: Piece): Piece => ({ text, bold: false })

function headingLevel({ name, attributes }: XmlElement, style: string): number | null {
  if (name === 'text:h') return Number(attributeOf(attributes, 'outline-level') ?? 1) || 1
  if (style === 'title') return 1
  if (style === 'subtitle') return 2
  return Number(/^heading ([1-9])$/.exec(style)?.[1]) || null
}

function walkList(element: XmlElement, out: BlockList, walk: OdtWalk, outer: OpenList | null): void {
  const style = attributeOf(element.attributes, 'style-name') ?? outer?.style
  const level = outer ? outer.level + 1 : 0
  const list: OpenList = { style, level, counts: outer?.counts ?? countsFor(element, style, walk), marker: null }
  walk.budget.checkDepth(level)
  for (const entry of childElements(element)) {
    if (entry.name === 'text:list-item') list.marker = nextMarker(entry, list, walk)
    else if (entry.name !== 'text:list-header') continue
    for (const child of childElements(entry)) walkOdt(child, out, walk, list)
    list.marker = null
  }
}

/** An entry that holds only a deeper list has no words of its own and shows no number. */
function nextMarker(entry: XmlElement, { counts, style, level }: OpenList, walk: OdtWalk): string | null {
  if (!childElements(entry).some(child => child.name === 'text:p' || child.name === 'text:h')) return null
  const start = attributeOf(entry.attributes, 'start-value')
  return walk.lists.next(counts, style, level, start === undefined ? undefined : Number(start) || 0)
}

/** The numbers reached so far: none in a new list, those of the last list of its style in one that continues. */
function countsFor({ attributes }: XmlElement, style: string | undefined, walk: OdtWalk): number[] {
  const counts = walk.counts.get(style ?? '') ?? []
  walk.counts.set(style ?? '', counts)
  const continues = attributeOf(attributes, 'continue-numbering') === 'true' || attributeOf(attributes, 'continue-list')
  if (!continues) counts.length = 0
  return counts
}

function walkTable(table: XmlElement, out: BlockList, walk: OdtWalk): void {
  const rows = rowsOf(table, false)
  const read = rows.map(row => ({
    header: row.header,
    cells: cellsOf(row.row).map(cell => ({ cell, blocks: readCell(cell, walk) })),
  }))
  if (read.every(({ cells }) => cells.length <= 1)) {
    // A table of one column is a frame round text and not a table.
    for (const { cells } of read) for (const { blocks } of cells) out.add(blocks)
    return
  }
  out.table(layGrid(read.map(({ header, cells }): GridRow => ({ header, cells: cells.map(gridCell) }))))
}

const rowGroups = new Set(['table:table-rows', 'table:table-row-group', 'table:table-header-rows'])

function rowsOf(parent: XmlElement, header: boolean): { row: XmlElement; header: boolean }[] {
  return childElements(parent).flatMap(child => {
    if (child.name === 'table:table-row') return [{ row: child, header }]
    return rowGroups.has(child.name) ? rowsOf(child, header || child.name === 'table:table-header-rows') : []
  })
}

/** The places that a merged cell covers have cells too, which layGrid does not want. */
const cellsOf = (row: XmlElement): XmlElement[] => childElements(row).filter(cell => cell.name === 'table:table-cell')

function readCell(cell: XmlElement, walk: OdtWalk): readonly Block[] {
  walk.budget.spendCells(1)
  const out = startBlocks()
  const { place } = walk
  walk.place = 'cell'
  walkAll(cell, out, walk)
  walk.place = place
  return out.blocks
}

function gridCell({ cell, blocks }: { cell: XmlElement; blocks: readonly Block[] }): GridCell {
  const span = (name: string) => Math.max(1, Number(attributeOf(cell.attributes, name) ?? 1) || 1)
  return {
    columns: span('number-columns-spanned'),
    rows: span('number-rows-spanned'),
    lines: blocks.flatMap(blockLines),
  }
}
