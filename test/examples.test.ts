/** Each example of the reader: a document in, and the recommendations that a careful person reads out of it. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDocument } from '../src/adapters/documents/open.ts'
import type { PlainDate } from '../src/core/plain-date.ts'
import { shippedGuidance } from '../src/reader/guidance-data.ts'
import { readDocument } from '../src/reader/read.ts'

const folder = path.resolve(import.meta.dirname, '../src/reader/examples')

/** A value, or several of which any will do. */
type AnyOf<Value> = Value | { readonly anyOf: readonly Value[] }

interface Expected {
  readonly document: string
  readonly asOf: PlainDate
  readonly recommendations: readonly { readonly number: AnyOf<string | null>; readonly text: AnyOf<string> }[]
}

const oneOf = <Value>(value: AnyOf<Value>): readonly Value[] =>
  typeof value === 'object' && value !== null && 'anyOf' in value ? value.anyOf : [value as Value]

const folded = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

test.each(readdirSync(folder))('%s: its recommendations are read, each by its number and its words', async name => {
  const at = (file: string) => path.join(folder, name, file)
  const expected: Expected = JSON.parse(readFileSync(at('expected.json'), 'utf8'))
  const document = await openDocument(readFileSync(at(expected.document)), expected.document)
  const source = { file: expected.document, sha256: '' }
  const read = readDocument(document, source, { asOf: expected.asOf, guidance: shippedGuidance() })
  const missed = expected.recommendations.filter(
    wanted =>
      !read.recommendations.some(
        got =>
          oneOf(wanted.number).includes(got.number) && oneOf(wanted.text).some(t => folded(t) === folded(got.text)),
      ),
  )
  expect(missed.map(({ number, text }) => ({ number, text }))).toEqual([])
})
