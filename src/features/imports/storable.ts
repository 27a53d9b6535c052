import type { PlainDocument } from '../../core/plain-document.ts'

/** The same document without what no database keeps as text: the character NUL and halves of characters. */
export function storable(document: PlainDocument): PlainDocument {
  return JSON.parse(JSON.stringify(document), (_, value) => (typeof value === 'string' ? cleaned(value) : value))
}

/** One character stands for another, so that every place in the text stays the same. */
const cleaned = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')
