/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { Sentences } from '../accounts/index.ts'

const counted = (count: unknown, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const sentences: Sentences = {
  'document.uploaded': ({ scan }) =>
    scan === 'clean'
      ? 'uploaded a document, which was scanned for viruses'
      : 'uploaded a document, which was not scanned',
  'import.started': () => 'asked for the document to be read',
  'import.read': ({ recommendations, statements }) =>
    `had the document read: ${counted(recommendations, 'recommendation', 'recommendations')} and ${counted(statements, 'statement', 'statements')} were found`,
  'import.failed': () => 'had the document read, which failed',
  'import.ended': () => 'ended a reading that its person may no longer do',
  'import.saved': ({ recommendations, statements, corrections }) =>
    `checked the reading (${counted(corrections, 'correction', 'corrections')}) and saved ${counted(recommendations, 'recommendation', 'recommendations')} and ${counted(statements, 'statement', 'statements')} to the register`,
  'import.discarded': () => 'discarded the import and the document',
}
