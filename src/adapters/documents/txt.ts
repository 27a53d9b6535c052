import type { PlainDocument } from '../../core/plain-document.ts'
import { decodeText } from './encoding.ts'
import type { Budget } from './limits.ts'
import { lineBlocks } from './text-lines.ts'

/** The document that a text file holds. Throws UnreadableDocument (too-slow). */
export function readTxt(bytes: Uint8Array, budget: Budget): PlainDocument {
  return { mediaType: 'text/plain', pages: null, title: null, blocks: lineBlocks(decodeText(bytes), budget) }
}
