import type { Block, PlainDocument } from '../../core/plain-document.ts'
import { startBlocks } from './blocks.ts'
import { type DocxWalk, walkBody } from './docx-body.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import type { Budget } from './limits.ts'
import { type OfficeFile, openOffice } from './packed-parts.ts'
import { attributeOf } from './xml-text.ts'
import { childElements, eachChild } from './xml-tree.ts'

/**
 * Reads word/document.xml itself: numbers of lists and headings, merged cells and tracked changes all matter here.
 */
export function readDocx(bytes: Uint8Array, budget: Budget): PlainDocument {
  const file = openOffice(bytes, { folder: 'word', kind: '.docx' }, budget)
  const walk: DocxWalk = {
    styles: readStyles(file.xml(file.linked('styles')[0]?.part)),
    numbering: readNumbering(file.xml(file.linked('numbering')[0]?.part)),
    budget,
    notes: [],
    place: 'text',
    unended: [],
  }
  const out = startBlocks()
  const main = file.zip.read(file.main)
  if (main) eachChild(main, { within: 'w:body', budget }, child => walkBody(child, out, walk))
  return {
    mediaType,
    pages: null,
    title: file.title,
    blocks: [...out.blocks, ...readNotes(file, walk)],
    notices: file.notices,
  }
}

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Footnotes and endnotes that the text refers to, in the order of reference, below the text. */
function readNotes(file: OfficeFile, walk: DocxWalk): Block[] {
  const wanted = walk.notes.splice(0)
  const out = startBlocks()
  for (const kind of ['footnotes', 'endnotes'] as const) {
    const root = file.xml(file.linked(kind)[0]?.part)
    const notes = new Map(
      (root ? childElements(root) : []).flatMap(childElements).map(note => [attributeOf(note.attributes, 'id'), note]),
    )
    for (const { id } of wanted.filter(note => note.kind === kind)) {
      const note = notes.get(id)
      notes.delete(id)
      for (const child of note ? childElements(note) : []) walkBody(child, out, walk)
    }
  }
  return out.blocks.map(block =>
    block.kind === 'heading' ? { kind: 'paragraph', text: block.text, page: null, quoted: false } : block,
  )
}
