/**
 * Workbooks. Each visible sheet is a table. Hidden sheets, rows and columns are left out and said to be: who hid them
 * did not publish them; rows that only a filter hides are read.
 */
import type { Block, CellLine, PlainDocument } from '../../core/plain-document.ts'
import { typedLines } from './blocks.ts'
import type { Budget } from './limits.ts'
import { type OfficeFile, openOffice } from './packed-parts.ts'
import { plainText } from './xlsx-cells.ts'
import { readFormats } from './xlsx-formats.ts'
import { rangeOf, readSheet, type SheetContext } from './xlsx-sheet.ts'
import { scanXml } from './xml.ts'
import { attributeOf } from './xml-text.ts'
import { childNamed, childrenNamed } from './xml-tree.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Throws UnreadableDocument (mislabelled, encrypted, corrupt, too-large, too-many-cells, too-slow). */
export function readXlsx(bytes: Uint8Array, budget: Budget): PlainDocument {
  const file = openOffice(bytes, { folder: 'xl', kind: '.xlsx' }, budget)
  const book = childNamed(file.xml(file.main) ?? undefined, 'workbook')
  const from1904 = /^(?:1|true)$/.test(attributeOf(childNamed(book, 'workbookPr')?.attributes ?? '', 'date1904') ?? '')
  const context = {
    texts: readTexts(file, budget),
    writeNumber: readFormats(file.xml(file.linked('styles')[0]?.part), from1904),
    budget,
  }
  const blocks: Block[] = []
  const notices = [...file.notices]
  for (const { attributes } of childrenNamed(childNamed(book, 'sheets'), 'sheet')) {
    const name = attributeOf(attributes, 'name') ?? ''
    const hidden = /hidden/i.test(attributeOf(attributes, 'state') ?? '')
    const part = file.linked('worksheet').find(link => link.id === attributeOf(attributes, 'id'))?.part
    if (hidden) notices.push(`The sheet “${name}” is hidden. It was left out.`)
    else if (part) blocks.push(...readPart(part, name, { file, context, notices }))
  }
  return { mediaType, pages: null, title: file.title, blocks, notices }
}

interface Reading {
  readonly file: OfficeFile
  readonly context: Omit<SheetContext, 'filtered'>
  readonly notices: string[]
}

function readPart(part: string, name: string, { file, context, notices }: Reading): Block[] {
  const bytes = file.zip.read(part)
  if (!bytes) return []
  const filtered = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('filterColumn')
  const { rows, leftOut } = readSheet(bytes, tableHeaders(part, file), { ...context, filtered })
  if (leftOut) notices.push(`The sheet “${name}” has hidden rows or columns. They were left out.`)
  return rows.length === 0 ? [] : [{ kind: 'table', name, rows }]
}

/** The first rows of the tables that a sheet declares. */
function tableHeaders(part: string, file: OfficeFile): number[] {
  return file.linkedFrom(part, 'table').flatMap(link => {
    const { attributes } = childNamed(file.xml(link.part) ?? undefined, 'table') ?? { attributes: '' }
    return attributeOf(attributes, 'headerRowCount') === '0'
      ? []
      : rangeOf(attributeOf(attributes, 'ref')).map(range => range.top)
  })
}

/** The texts that cells share, each as its lines; how East Asian text is said aloud is left out. */
function readTexts(file: OfficeFile, budget: Budget): CellLine[][] {
  const part = file.linked('sharedStrings')[0]?.part
  const bytes = part === undefined ? null : file.zip.read(part)
  const texts: CellLine[][] = []
  let text = ''
  let inText = false
  const handler = {
    open(name: string) {
      if (name === 't') inText = true
      return name === 'rPh' ? false : undefined
    },
    text(words: string) {
      if (inText) text += words
    },
    close(name: string) {
      if (name === 't') inText = false
      if (name !== 'si') return
      texts.push(typedLines(text))
      text = ''
    },
    take(markup: string, open: number) {
      const found = plainText(markup, open)
      if (found) texts.push(typedLines(found.text))
      return found?.end ?? -1
    },
  }
  if (bytes) scanXml(bytes, handler, budget)
  return texts
}
