/** Each example of the reader: a document in, and what a careful person reads out of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDocument } from '../src/adapters/documents/open.ts'
import type { PlainDate } from '../src/core/plain-date.ts'
import { shippedGuidance } from '../src/reader/guidance-data.ts'
import { readDocument } from '../src/reader/read.ts'
import type { Act, Reading } from '../src/reader/reading.ts'

const folder = path.resolve(import.meta.dirname, '../src/reader/examples')

/** A value, or several of which any will do. */
type AnyOf<Value> = Value | { readonly anyOf: readonly Value[] }

interface ExpectedStatement {
  readonly text: AnyOf<string>
  readonly act: AnyOf<Act>
  readonly optional?: boolean
}

interface Expected {
  readonly document: string
  readonly asOf: PlainDate
  readonly recommendations: readonly {
    readonly number: AnyOf<string | null>
    readonly text: AnyOf<string>
    readonly responses: readonly {
      readonly agency: AnyOf<string>
      readonly statements: readonly ExpectedStatement[]
    }[]
  }[]
}

const oneOf = <Value>(value: AnyOf<Value>): readonly Value[] =>
  typeof value === 'object' && value !== null && 'anyOf' in value ? value.anyOf : [value as Value]

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const same = (wanted: AnyOf<string>, got: string) => oneOf(wanted).some(text => folded(text) === folded(got))

async function readExample(name: string): Promise<{ expected: Expected; read: Reading }> {
  const at = (file: string) => path.join(folder, name, file)
  const expected: Expected = JSON.parse(readFileSync(at('expected.json'), 'utf8'))
  const document = await openDocument(readFileSync(at(expected.document)), expected.document)
  const source = { file: expected.document, sha256: '' }
  return { expected, read: readDocument(document, source, { asOf: expected.asOf, guidance: shippedGuidance() }) }
}

const statementsIn = ({ recommendations }: Reading) =>
  recommendations.flatMap(({ number, responses }) =>
    responses.flatMap(({ agency, statements }) => statements.map(({ text, act }) => ({ number, agency, text, act }))),
  )

/** Of the statements that must be found: how many are, how many under the right body, how many with the right act. */
function counted(expected: Expected, read: Reading): { wanted: number; agency: number; act: number } {
  const told = statementsIn(read)
  const count = { wanted: 0, agency: 0, act: 0 }
  for (const { number, responses } of expected.recommendations) {
    for (const { agency, statements } of responses) {
      for (const { text, act } of statements.filter(({ optional }) => !optional)) {
        const found = told.find(each => oneOf(number).includes(each.number) && same(text, each.text))
        count.wanted++
        if (found && same(agency, found.agency)) count.agency++
        if (found && oneOf(act).includes(found.act)) count.act++
      }
    }
  }
  return count
}

/** The least share of a document's statements that must be right, and of all documents' together. */
const least = { ofOne: 0.75, ofAll: 0.95 }
const names = readdirSync(folder)
const all = { wanted: 0, agency: 0, act: 0 }

test.each(names)('%s: its recommendations are read, and who said what to them', async name => {
  const { expected, read } = await readExample(name)
  const missed = expected.recommendations.filter(
    wanted =>
      !read.recommendations.some(got => oneOf(wanted.number).includes(got.number) && same(wanted.text, got.text)),
  )
  expect(missed.map(({ number, text }) => ({ number, text }))).toEqual([])
  const { wanted, agency, act } = counted(expected, read)
  all.wanted += wanted
  all.agency += agency
  all.act += act
  expect(agency).toBeGreaterThanOrEqual(wanted * least.ofOne)
  expect(act).toBeGreaterThanOrEqual(wanted * least.ofOne)
})

test('of all examples’ statements nearly every one stands under the right body with the right act', () => {
  expect(all.wanted).toBeGreaterThan(500)
  expect(all.agency / all.wanted).toBeGreaterThanOrEqual(least.ofAll)
  expect(all.act / all.wanted).toBeGreaterThanOrEqual(least.ofAll)
})
