import type { PlainDocument, Row } from '../../core/plain-document.ts'
import { typedLines } from './blocks.ts'
import { decodeText } from './encoding.ts'
import type { Budget } from './limits.ts'

/** One table without a header row: the format says of none. Throws UnreadableDocument (too-many-cells, too-slow). */
export function readCsv(bytes: Uint8Array, budget: Budget): PlainDocument {
  const { delimiter, body } = findDelimiter(decodeText(bytes))
  const rows = (readRecords(body, delimiter, budget) ?? readRecords(body.replaceAll('"', ''), delimiter, budget) ?? [])
    .map(readRow)
    .filter(row => row.cells.length > 0)
  return {
    mediaType: 'text/csv',
    pages: null,
    title: null,
    blocks: rows.length === 0 ? [] : [{ kind: 'table', name: null, rows }],
  }
}

function readRow(fields: readonly string[]): Row {
  const cells = fields.map((field, column) => ({ column, columns: 1, rows: 1, lines: typedLines(field) }))
  return { header: false, cells: cells.filter(cell => cell.lines.length > 0) }
}

const delimiters = [',', ';', '\t', '|']

/**
 * The sign that parts the first lines into the most even number of fields; Excel may say which in a line of its own.
 */
function findDelimiter(text: string): { delimiter: string; body: string } {
  const [whole, said] = /^sep=(.)\r?\n/.exec(text) ?? []
  if (whole && said) return { delimiter: said, body: text.slice(whole.length) }
  const lines = withoutQuoted(text.slice(0, 50_000))
    .split(/\r\n|\r|\n/)
    .filter(line => line.trim() !== '')
    .slice(0, 50)
  const scored = delimiters.map(delimiter => ({ delimiter, score: evenness(lines, delimiter) }))
  const best = scored.reduce((most, next) => (next.score > most.score ? next : most))
  return { delimiter: best.score > 0 ? best.delimiter : ',', body: text }
}

const withoutQuoted = (text: string): string => text.replace(/"(?:[^"]|"")*"/g, '""')

/** How many lines have the commonest number of fields (two or more), weighed a little by that number. */
function evenness(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>()
  for (const line of lines) {
    const fields = line.split(delimiter).length
    if (fields > 1) counts.set(fields, (counts.get(fields) ?? 0) + 1)
  }
  return Math.max(0, ...[...counts].map(([fields, times]) => times + Math.min(fields, 20) / 100))
}

/** The fields of each record, or null when a quotation mark is never closed. */
function readRecords(text: string, delimiter: string, budget: Budget): string[][] | null {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  for (;;) {
    budget.checkTime()
    const field = readField(text, at, delimiter)
    if (!field) return null
    record.push(field.text)
    at = field.end
    const sign = text[at]
    if (sign === delimiter) {
      at++
      continue
    }
    budget.spendCells(record.length)
    records.push(record)
    record = []
    if (sign === undefined) return records
    at += sign === '\r' && text[at + 1] === '\n' ? 2 : 1
    if (at >= text.length) return records
  }
}

function readField(text: string, from: number, delimiter: string): { text: string; end: number } | null {
  if (text[from] !== '"') {
    const end = fieldEnd(text, from, delimiter)
    return { text: text.slice(from, end), end }
  }
  let value = ''
  for (let at = from + 1; ; ) {
    const close = text.indexOf('"', at)
    if (close < 0) return null
    value += text.slice(at, close)
    if (text[close + 1] !== '"') {
      // Whatever stands between the closing mark and the delimiter is kept: no word is to be lost.
      const end = fieldEnd(text, close + 1, delimiter)
      return { text: value + text.slice(close + 1, end), end }
    }
    value += '"'
    at = close + 2
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
