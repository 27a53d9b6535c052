import type { PlainDocument } from '../../core/plain-document.ts'
import type { Budget } from './limits.ts'
import { UnreadableDocument } from './unreadable.ts'

export async function readCsv(_bytes: Uint8Array, _budget: Budget): Promise<PlainDocument> {
  throw new UnreadableDocument('wrong-type', 'The file has the wrong type: .csv is not read yet.')
}
