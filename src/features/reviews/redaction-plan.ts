/** What a redaction would change, worked out before anything is written: the second person sees it, then it is done. */
import type { Span } from '../../reader/reading.ts'
import type { BlankedRow, HeldRow } from './blanked-queries.ts'
import { blanked, blankIn, blankWords, crossesLines, type Finder, wholeWords } from './blanking.ts'

/** A row that changes, with in how many places, and the words around the first of them. */
export interface PlannedRow extends BlankedRow {
  readonly name: string
  readonly places: number
  readonly shown: { readonly text: string; readonly mark: Span } | null
}

/** The rows of which everything is blanked, less those that are blank. */
export const planFile = (rows: readonly HeldRow[]): readonly PlannedRow[] =>
  rows.flatMap(row => {
    const texts = Object.entries(row.texts).flatMap(([column, text]) => {
      const done = text && (column === 'file_name' ? blankedName(text) : blanked(text))
      return done && done !== text ? [[column, done] as const] : []
    })
    const values = Object.keys(row.values).filter(column => row.values[column] !== null)
    if (texts.length + values.length === 0) return []
    const { table, keys, name } = row
    const gone = Object.fromEntries(values.map(column => [column, null]))
    const written = { texts: Object.fromEntries(texts), values: gone, isRemoved: false }
    return [{ table, keys, name, ...written, places: 1, shown: null }]
  })

/** The name of a file without its words; its ending still says what it was. */
function blankedName(name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[a-z]{2,4})?$/is.exec(name) ?? []
  return blanked(stem) + ending
}

/** The rows in which the words stand, each with them blanked. */
export const planWords = (rows: readonly HeldRow[], findAll: Finder): readonly PlannedRow[] =>
  rows.flatMap(row => {
    const find = row.manner?.wholeWords ? wholeWords(findAll) : findAll
    const texts = Object.entries(row.texts).flatMap(([column, text]) => {
      const done = blankWords(text ?? '', find)
      return done.places > 0
        ? [{ column, text: apart(row, column, done.text), places: done.places, was: text ?? '' }]
        : []
    })
    const values = valuesOf(row, find)
    const places = [...texts, ...values].reduce((sum, each) => sum + each.places, 0)
    if (places === 0) return []
    const { table, keys, name } = row
    const written = {
      texts: Object.fromEntries(texts.map(each => [each.column, each.text])),
      values: Object.fromEntries(values.map(each => [each.column, each.value])),
      isRemoved: row.manner?.isRemoved ?? false,
    }
    return [{ table, keys, name, ...written, places, shown: texts[0] ? around(texts[0].was, find) : null }]
  })

/** A name that must be the only one of its kind ends in the end of its id once it is blanked. */
const apart = ({ manner, keys }: HeldRow, column: string, text: string): string =>
  manner?.unique.includes(column) ? `${text.slice(0, 190)} ${keys.id?.slice(-8)}` : text

/** What was read line by line; it is given up where the words stand across two lines of the text. */
function valuesOf(row: HeldRow, find: Finder) {
  const isGivenUp = Object.values(row.texts).some(text => text !== null && crossesLines(text, find))
  return Object.entries(row.values).flatMap(([column, value]) => {
    if (value === null) return []
    if (isGivenUp) return [{ column, value: null, places: 1 }]
    const done = blankIn(value, find)
    return done.places > 0 ? [{ column, ...done }] : []
  })
}

const reach = 60

function around(text: string, find: Finder): PlannedRow['shown'] {
  const [found] = find(text)
  if (!found) return null
  const [before, after] = [[...text.slice(0, found[0])], [...text.slice(found[1])]]
  const lead = before.length > reach ? ['…', ...before.slice(-reach)] : before
  const tail = after.length > reach ? [...after.slice(0, reach), '…'] : after
  const words = [...text.slice(...found)]
  return { text: [...lead, ...words, ...tail].join(''), mark: [lead.length, lead.length + words.length] }
}

/** How many rows and places of each kind change, in the order in which they are looked through. */
export function summaryOf(rows: readonly PlannedRow[]) {
  const byName = Map.groupBy(rows, ({ name }) => name)
  return [...byName].map(([name, each]) => ({
    name,
    rows: each.length,
    places: each.reduce((sum, { places }) => sum + places, 0),
  }))
}
