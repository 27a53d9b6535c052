/** The examples of the reader: a document, and what a careful person reads out of it; and how a reading compares. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openDocument } from '../src/adapters/documents/open.ts'
import type { PlainDate } from '../src/core/plain-date.ts'
import type { PlainDocument } from '../src/core/plain-document.ts'
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

export interface Expected {
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

/** The names of all examples. */
export const exampleNames = readdirSync(folder)

export interface Example {
  readonly expected: Expected
  readonly document: PlainDocument
}

/** An example's document, opened, and what is expected of its reading. */
export async function openExample(name: string): Promise<Example> {
  const at = (file: string) => path.join(folder, name, file)
  const expected: Expected = JSON.parse(readFileSync(at('expected.json'), 'utf8'))
  return { expected, document: await openDocument(readFileSync(at(expected.document)), expected.document) }
}

/** The reading of a document as of the day that the example names. */
export function readAs({ asOf, document: file }: Expected, document: PlainDocument): Reading {
  return readDocument(document, { file, sha256: '' }, { asOf, guidance: shippedGuidance() })
}

/** The recommendations that a reading lacks, in words and number. */
export function missedRecommendations(
  { recommendations }: Expected,
  read: Reading,
): Pick<Expected['recommendations'][number], 'number' | 'text'>[] {
  return recommendations
    .filter(
      wanted =>
        !read.recommendations.some(got => oneOf(wanted.number).includes(got.number) && same(wanted.text, got.text)),
    )
    .map(({ number, text }) => ({ number, text }))
}

const statementsIn = ({ recommendations }: Reading) =>
  recommendations.flatMap(({ number, responses }) =>
    responses.flatMap(({ agency, statements }) => statements.map(({ text, act }) => ({ number, agency, text, act }))),
  )

/** Of the statements that must be found: how many are, how many under the right body, how many with the right act. */
export function counted(expected: Expected, read: Reading): { wanted: number; agency: number; act: number } {
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
