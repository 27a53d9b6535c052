/** The words of one Word paragraph: its runs, without deleted, hidden and field-code text. */
import type { Run } from './blocks.ts'
import type { DocxWalk } from './docx-body.ts'
import type { Style } from './docx-styles.ts'
import { attributeOf } from './xml-text.ts'
import { childElements, childNamed, settingOf, switchOf, textOf, type XmlElement } from './xml-tree.ts'

export interface ParagraphText {
  readonly runs: Run[]
  /** The contents of text boxes that are anchored in it. */
  readonly boxes: XmlElement[]
}

const skipped = new Set(
  `w:pPr w:del w:moveFrom w:instrText w:delText w:delInstrText w:sdtPr w:sdtEndPr w:rPr mc:Fallback
   w:annotationRef`.split(/\s+/),
)

/**
 * The words that a reader of the page sees, with "\n" for a line break. Notes that it refers to are added to the
 * walk.
 */
export function readParagraph(paragraph: XmlElement, style: Style, walk: DocxWalk): ParagraphText {
  const read: ParagraphText = { runs: [], boxes: [] }
  readInline(paragraph, style, { read, walk })
  return read
}

interface Reading {
  readonly read: ParagraphText
  readonly walk: DocxWalk
}

function readInline(parent: XmlElement, style: Style, reading: Reading): void {
  for (const child of childElements(parent)) {
    if (skipped.has(child.name)) continue
    if (child.name === 'w:r') readRun(child, style, reading)
    else if (child.name === 'm:t') reading.read.runs.push({ text: textOf(child), bold: false })
    else if (child.name === 'w:sdt' && switchOf(childNamed(child, 'w:sdtPr'), 'w:showingPlcHdr')) continue
    else readInline(child, style, reading)
  }
}

function readRun(run: XmlElement, style: Style, reading: Reading): void {
  const properties = childNamed(run, 'w:rPr')
  const runStyle = reading.walk.styles.of(settingOf(properties, 'w:rStyle'))
  if (switchOf(properties, 'w:vanish') ?? runStyle.hidden ?? style.hidden) return
  const bold = switchOf(properties, 'w:b') ?? runStyle.bold ?? style.bold ?? false
  for (const child of childElements(run)) readPiece(child, bold, reading)
}

const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

function readPiece(piece: XmlElement, bold: boolean, { read, walk }: Reading): void {
  const { name } = piece
  const sign = signs[name]
  if (name === 'w:t') read.runs.push({ text: textOf(piece).replace(/[\n\v\f\r]/g, ' '), bold })
  else if (sign) read.runs.push({ text: sign, bold })
  else if (name === 'w:sym') read.runs.push({ text: symbolOf(piece), bold })
  else if (name === 'w:footnoteReference')
    walk.notes.push({ kind: 'footnotes', id: attributeOf(piece.attributes, 'id') })
  else if (name === 'w:endnoteReference') walk.notes.push({ kind: 'endnotes', id: attributeOf(piece.attributes, 'id') })
  else if (name === 'mc:AlternateContent')
    read.boxes.push(...boxesOf(childNamed(piece, 'mc:Choice') ?? childNamed(piece, 'mc:Fallback')))
  else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') read.boxes.push(...boxesOf(piece))
}

/**
 * The outermost text boxes within a drawing; the same box drawn again for older programs is a fallback, and skipped.
 */
function boxesOf(root: XmlElement | undefined): XmlElement[] {
  if (!root) return []
  return childElements(root).flatMap(child => {
    if (child.name === 'mc:Fallback') return []
    return child.name === 'w:txbxContent' ? [child] : boxesOf(child)
  })
}

/** The ticks and boxes that forms use; other pictures of a symbol font say nothing. */
const symbols: Readonly<Record<string, string>> = {
  fc: '✓',
  fe: '☑',
  fb: '✗',
  fd: '☒',
  a8: '☐',
  '6f': '☐',
  '78': '☒',
  '52': '☑',
}

function symbolOf(piece: XmlElement): string {
  const code = (attributeOf(piece.attributes, 'char') ?? '').toLowerCase().replace(/^f0/, '')
  return /wingdings/i.test(attributeOf(piece.attributes, 'font') ?? '') ? (symbols[code] ?? ' ') : ' '
}
