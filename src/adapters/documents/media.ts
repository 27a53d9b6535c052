/** Which format a file has: by its name, and by what its first bytes say. */
import { UnreadableDocument } from './unreadable.ts'

export const formats = ['docx', 'pdf', 'odt', 'html', 'md', 'txt', 'xlsx', 'csv'] as const
export type Format = (typeof formats)[number]

const byEnding: Readonly<Record<string, Format>> = {
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  pdf: 'pdf',
  odt: 'odt',
  ott: 'odt',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'md',
  markdown: 'md',
  txt: 'txt',
  text: 'txt',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  csv: 'csv',
  tsv: 'csv',
}

const readable =
  'Word (.docx), PDF, OpenDocument (.odt), web page (.html), Markdown (.md), plain text (.txt), Excel (.xlsx) or .csv'
const olderPrograms: Readonly<Record<string, string>> = {
  doc: 'docx',
  rtf: 'docx',
  pages: 'docx',
  wpd: 'docx',
  xls: 'xlsx',
  xlsb: 'xlsx',
  ods: 'xlsx',
  numbers: 'xlsx',
}

/** The format that a file's name promises; throws UnreadableDocument (wrong-type) for one that is not read. */
export function formatOfName(fileName: string): Format {
  const ending = /\.([A-Za-z0-9]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''
  const format = byEnding[ending]
  if (format) return format
  const better = olderPrograms[ending]
  const advice = better ? `Open it and save it as .${better}, then try again.` : `Heed reads ${readable}.`
  const name =
    ending === ''
      ? 'The file has the wrong type: its name has no ending'
      : `The file has the wrong type: .${ending} is not read`
  throw new UnreadableDocument('wrong-type', `${name}. ${advice}`)
}
