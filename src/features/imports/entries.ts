/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { Sentences } from '../accounts/index.ts'

const counted = (count: unknown, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const recommended = (count: unknown) => counted(count, 'recommendation', 'recommendations')
const stated = (count: unknown) => counted(count, 'statement', 'statements')

export const sentences: Sentences = {
  'document.uploaded': ({ scan }) =>
    `uploaded a document, which was ${scan === 'clean' ? 'scanned for viruses' : 'not scanned'}`,
  'document.filed': () => 'put the document into the review, and its words into the register',
  'import.started': () => 'asked for the document to be read',
  'import.read': ({ recommendations, statements }) =>
    `had the document read: ${recommended(recommendations)} and ${stated(statements)} were found`,
  'import.failed': () => 'had the document read, which failed',
  'import.ended': () => 'ended a reading that its person may no longer do',
  'import.saved': ({ recommendations, statements, corrections }) => {
    const checked = `checked the reading (${counted(corrections, 'correction', 'corrections')})`
    return `${checked} and saved ${recommended(recommendations)} and ${stated(statements)} to the register`
  },
  'import.review-chosen': ({ isNew }) =>
    isNew ? 'said that the document is of a new review' : 'said which review the document is of',
  'import.discarded': () => 'discarded the import and the document',
}
