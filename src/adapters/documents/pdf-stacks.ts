/** What is stacked in the cells of a row, one below the other: dates, and as many entries beside them. */
import type { CellLine } from '../../core/plain-document.ts'
import { largest } from './pdf-geometry.ts'
import type { Hyphens } from './pdf-hyphens.ts'
import type { PdfLine } from './pdf-lines.ts'

const date = `(?:(?:by|from|before|during|end of|w/c)\\s+)?(?:${[
  '\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}',
  '\\d{4}-\\d{2}-\\d{2}',
  '(?:\\d{1,2}\\s+)?[A-Z][a-z]{2,8}\\s+\\d{4}',
  'Q[1-4]\\s[\\d/]+',
  '20\\d{2}(?:/\\d{2,4})?',
].join('|')})`
const oneDate = new RegExp(`^${date}$`, 'i')
const dates = new RegExp(`(?<!\\S)(?:${date}|ongoing|tb[ac]|to be confirmed)(?=\\s|$)`, 'gi')

/** Whether a text is a date and nothing else, "by" and the like aside. */
export const isDate = (text: string): boolean => oneDate.test(text)

/** A cell as it was read, and the lines in which it is written. */
export interface WrittenCell {
  readonly lines: readonly CellLine[]
  readonly written: readonly PdfLine[]
}

/** The lines of a row's cells, where a narrow column has run stacked ones together. */
export function unstacked(cells: readonly WrittenCell[], hyphens: Hyphens): (readonly CellLine[])[] {
  const parted = cells.map(({ lines }) => lines.flatMap(partedDates))
  const most = largest(parted.map(lines => (areDates(lines) ? lines.length : 0)))
  return cells.map(({ written }, at) => {
    const lines = parted[at] ?? []
    const [first] = lines
    if (!first || lines.length >= most || lines.some(({ marker }) => marker !== null)) return lines
    const entries = [mayGoOn, mayGoOnWithName]
      .map(continued => entriesOf(written, hyphens, continued))
      .find(({ length }) => length === most)
    return entries?.map(text => ({ ...first, text })) ?? lines
  })
}

/** Two dates or more, among which "to be confirmed" or the like may stand. */
function areDates(lines: readonly CellLine[]): boolean {
  return lines.filter(({ text }) => isDate(text)).length > 1 && lines.every(({ text }) => text.length < 26)
}

/** "30/11/2022 31/01/2023" is two dates; a range or a date with words is one line as it stands. */
function partedDates(line: CellLine): CellLine[] {
  const found = line.text.match(dates) ?? []
  return found.length > 1 && found.join(' ') === line.text ? found.map(text => ({ ...line, text })) : [line]
}

/** Entries that each begin with a capital letter on a line of their own; none in running prose or names. */
function entriesOf(written: readonly PdfLine[], hyphens: Hyphens, continued: RegExp): string[] {
  const entries: string[] = []
  for (const { text } of written) {
    const before = entries.at(-1)
    if (before === undefined || (/^\p{Lu}/u.test(text) && !continued.test(before))) entries.push(text)
    else entries[entries.length - 1] = hyphens.join(before, text)
  }
  const isProse = entries.some(text => /[.!?]\s+\p{Lu}/u.test(text))
  const areNames = entries.some(text => !/(?<!\p{L})(?!of\b|and\b|for\b|the\b)\p{Ll}{2,}/u.test(text))
  return isProse || areNames ? [] : entries
}

/** The end of a line that a name may follow, and one that a name may go on from. */
const mayGoOn = /(?:\b(?:of|the|and|or|to|for|with|by|in|on|a|an|at|from|into|all)|[,&–-])$/
const mayGoOnWithName = new RegExp(`${mayGoOn.source}|\\s\\p{Lu}\\p{Ll}+$`, 'u')
