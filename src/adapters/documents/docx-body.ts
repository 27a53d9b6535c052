/** The body of a Word file: its paragraphs and tables, in order, with what each contains. */
import type { Block, CellLine } from '../../core/plain-document.ts'
import { type BlockList, blockLines, type Piece, piecesOf, startBlocks } from './blocks.ts'
import type { Numbering } from './docx-numbering.ts'
import { type ParagraphText, readParagraph } from './docx-runs.ts'
import { type NumberingLink, numberingOf, outlineOf, type Style, type Styles } from './docx-styles.ts'
import type { Budget } from './limits.ts'
import { type GridCell, type GridRow, layGrid } from './table-grid.ts'
import { attributeOf } from './xml-text.ts'
import { childElements, childNamed, settingOf, switchOf, type XmlElement } from './xml-tree.ts'

export interface DocxWalk {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly budget: Budget
  /** The notes that the text has referred to so far. */
  readonly notes: { readonly kind: 'footnotes' | 'endnotes'; readonly id: string | undefined }[]
  /** Whether a cell of a table is being read. */
  place: 'text' | 'cell'
  /** Runs of a paragraph whose end was deleted, so that the next paragraph goes on with it. */
  readonly unended: ParagraphText[]
}

/** Adds what one element of the body, or of a cell, a text box or a note, holds. */
export function walkBody(child: XmlElement, out: BlockList, walk: DocxWalk): void {
  walk.budget.checkTime()
  if (child.name === 'w:p') walkParagraph(child, out, walk)
  else if (child.name === 'w:tbl') walkTable(child, out, walk)
  else if (passedThrough.has(child.name)) for (const inner of childElements(child)) walkBody(inner, out, walk)
  else if (child.name === 'w:sdt') walkControl(child, out, walk)
  else if (child.name === 'mc:AlternateContent') walkFirst(childElements(child)[0], out, walk)
}

const passedThrough = new Set([
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'w:sdtContent',
  'mc:Choice',
  'mc:Fallback',
])

function walkFirst(child: XmlElement | undefined, out: BlockList, walk: DocxWalk): void {
  if (child) walkBody(child, out, walk)
}

/**
 * A content control; one that still shows its prompt ("Click here to enter text") holds no words of the document.
 */
function walkControl(control: XmlElement, out: BlockList, walk: DocxWalk): void {
  if (switchOf(childNamed(control, 'w:sdtPr'), 'w:showingPlcHdr')) return
  walkFirst(childNamed(control, 'w:sdtContent'), out, walk)
}

function walkParagraph(paragraph: XmlElement, out: BlockList, walk: DocxWalk): void {
  const properties = childNamed(paragraph, 'w:pPr')
  const styleId = settingOf(properties, 'w:pStyle')
  const style = styleId === undefined ? walk.styles.normal : walk.styles.of(styleId)
  const read = readParagraph(paragraph, style, walk)
  if (childNamed(childNamed(properties, 'w:rPr'), 'w:del')) {
    walk.unended.push(read)
    return
  }
  const parts = [...walk.unended.splice(0), read]
  const pieces = piecesOf(
    parts.flatMap(part => part.runs),
    walk.place,
  )
  // An empty paragraph shows no number and does not count, except in Word's own lists; there too nothing is to be
  // read.
  if (pieces.length > 0) addParagraph(pieces, { properties, style }, out, walk)
  for (const box of parts.flatMap(part => part.boxes))
    for (const inner of childElements(box)) walkBody(inner, out, walk)
}

interface Format {
  readonly properties: XmlElement | undefined
  readonly style: Style
}

function addParagraph(pieces: readonly Piece[], { properties, style }: Format, out: BlockList, walk: DocxWalk): void {
  const outline = outlineOf(properties) ?? style.outline
  const link = { level: 0, ...style.numbering, ...numberingOf(properties) }
  const number = link.numId === undefined || link.numId === '0' ? null : walk.numbering.next(link as NumberingLink)
  const isHeading = outline !== null && outline < 9 && !/^toc\b/.test(style.name)
  if (isHeading)
    out.heading(pieces.map(piece => piece.text).join(' '), outline + 1, number?.bullet ? undefined : number?.marker)
  else if (number) out.item(pieces, depthOf(link.level, style), number.marker)
  else out.paragraph(/^(?:caption|toc\b)/.test(style.name) ? pieces.map(unbold) : pieces, /\bquote$/.test(style.name))
}

const unbold = ({ text }: Piece): Piece => ({ text, bold: false })

/** Word's own styles of the second and third level are lists of their own, whose one level is the first. */
function depthOf(level: number, { name }: Style): number {
  const digit = /^list (?:bullet|number) ([2-5])$/.exec(name)?.[1]
  return digit && level === 0 ? Number(digit) - 1 : level
}

function walkTable(table: XmlElement, out: BlockList, walk: DocxWalk): void {
  const rows = rowsOf(table).map(row => readRow(row, walk))
  const single = rows.every(row => row.cells.length <= 1 && row.cells.every(cell => !cell.continues))
  // A table of one column is a frame round text and not a table.
  if (single) out.add(rows.flatMap(row => row.cells.flatMap(cell => cell.blocks)))
  else out.table(layGrid(joinMerged(rows)))
}

interface ReadCell {
  readonly columns: number
  /** Whether it is the lower part of a merged cell. */
  readonly continues: boolean
  readonly blocks: readonly Block[]
}

interface ReadRow {
  readonly header: boolean
  /** Columns left out at the beginning. */
  readonly before: number
  readonly cells: readonly ReadCell[]
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:customXml', 'w:smartTag', 'w:moveTo'])

/** Rows, or cells of a row, also those that stand in a content control. */
function within(parent: XmlElement, name: string): XmlElement[] {
  return childElements(parent).flatMap(child =>
    child.name === name ? [child] : wrappers.has(child.name) ? within(child, name) : [],
  )
}

const rowsOf = (table: XmlElement): XmlElement[] => within(table, 'w:tr').filter(row => !isDeleted(row))

function isDeleted(row: XmlElement): boolean {
  return childNamed(childNamed(row, 'w:trPr'), 'w:del') !== undefined
}

function readRow(row: XmlElement, walk: DocxWalk): ReadRow {
  const properties = childNamed(row, 'w:trPr')
  const cells = within(row, 'w:tc')
  walk.budget.spendCells(cells.length)
  return {
    header: switchOf(properties, 'w:tblHeader') ?? false,
    before: count(settingOf(properties, 'w:gridBefore'), 0),
    cells: cells.map(cell => readCell(cell, walk)),
  }
}

function readCell(cell: XmlElement, walk: DocxWalk): ReadCell {
  const properties = childNamed(cell, 'w:tcPr')
  const merge = childNamed(properties, 'w:vMerge')
  const continues = merge !== undefined && attributeOf(merge.attributes, 'val') !== 'restart'
  const out = startBlocks()
  const gone = continues || childNamed(properties, 'w:cellDel')
  const { place } = walk
  walk.place = 'cell'
  for (const child of gone ? [] : childElements(cell)) walkBody(child, out, walk)
  walk.place = place
  return { columns: Math.max(1, count(settingOf(properties, 'w:gridSpan'), 1)), continues, blocks: out.blocks }
}

function count(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : otherwise
}

/** Makes the lower parts of a merged cell one with the cell that they continue. */
function joinMerged(rows: readonly ReadRow[]): GridRow[] {
  const open = new Map<number, { columns: number; rows: number; lines: readonly CellLine[] }>()
  return rows.map(({ header, before, cells }) => {
    let column = before
    const joined: GridCell[] = before > 0 ? [{ columns: before, rows: 1, lines: [] }] : []
    for (const cell of cells) {
      const above = open.get(column)
      if (cell.continues && above && above.columns === cell.columns) above.rows++
      else {
        const begun = { columns: cell.columns, rows: 1, lines: cell.blocks.flatMap(blockLines) }
        open.set(column, begun)
        joined.push(begun)
      }
      column += cell.columns
    }
    return { header, cells: joined }
  })
}
