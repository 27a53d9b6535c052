import type { PlainDocument } from '../../core/plain-document.ts'
import { type Budget, checkBytes, defaultLimits, startBudget } from './limits.ts'
import { type Format, formatOfName } from './media.ts'
import { checkContent } from './sniffing.ts'
import { corrupt, UnreadableDocument } from './unreadable.ts'

export { defaultLimits, type Limits } from './limits.ts'
export { UnreadableDocument, type UnreadableReason } from './unreadable.ts'

/**
 * The document that a file's bytes hold; the name's ending says which format to expect.
 * Throws UnreadableDocument, and nothing else, for a file that cannot be read. Fetches nothing and runs nothing.
 */
export async function openDocument(
  bytes: Uint8Array,
  fileName: string,
  limits = defaultLimits,
): Promise<PlainDocument> {
  const format = formatOfName(fileName)
  checkBytes(bytes.length, limits)
  checkContent(bytes, format)
  const document = await read(bytes, format, startBudget(limits))
  if (document.blocks.length > 0) return document
  throw new UnreadableDocument('empty', 'The file is empty: it holds no words. Check that it is the right file.')
}

async function read(bytes: Uint8Array, format: Format, budget: Budget): Promise<PlainDocument> {
  try {
    return await readers[format](bytes, budget)
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error
    throw corrupt('its content contradicts itself', error)
  }
}

/**
 * Each adapter is loaded when its format is first met, so that a small Markdown file does not wait for the PDF
 * reader.
 */
const readers: Readonly<Record<Format, (bytes: Uint8Array, budget: Budget) => Promise<PlainDocument>>> = {
  docx: async (bytes, budget) => (await import('./docx.ts')).readDocx(bytes, budget),
  pdf: async (bytes, budget) => (await import('./pdf.ts')).readPdf(bytes, budget),
  odt: async (bytes, budget) => (await import('./odt.ts')).readOdt(bytes, budget),
  xlsx: async (bytes, budget) => (await import('./xlsx.ts')).readXlsx(bytes, budget),
  csv: async (bytes, budget) => (await import('./csv.ts')).readCsv(bytes, budget),
  md: async (bytes, budget) => (await import('./markdown.ts')).readMarkdown(bytes, budget),
  txt: async (bytes, budget) => (await import('./txt.ts')).readTxt(bytes, budget),
  html: async (bytes, budget) => (await import('./html.ts')).readHtml(bytes, budget),
}
