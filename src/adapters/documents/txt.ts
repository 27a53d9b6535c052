import type { PlainDocument } from '../../core/plain-document.ts'
import { decodeText } from './encoding.ts'
import type { Budget } from './limits.ts'
import { lineBlocks } from './text-lines.ts'

export function readTxt(bytes: Uint8Array, budget: Budget): PlainDocument {
  return { mediaType: 'text/plain', pages: null, title: null, blocks: lineBlocks(decodeText(bytes), budget) }
}
