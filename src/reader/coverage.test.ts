import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layOut } from '../core/laid-out.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Block, Cell, PlainDocument } from '../core/plain-document.ts'
import { shippedGuidance } from './guidance-data.ts'
import { readDocument } from './read.ts'
import type { Reading, Span } from './reading.ts'

const readIt = (document: PlainDocument): Reading =>
  readDocument(
    document,
    { file: 'made.md', sha256: '' },
    { asOf: '2026-11-22' as PlainDate, guidance: shippedGuidance() },
  )

/** Every place of a reading in which words of the text can stand. */
function spansOf(reading: Reading): Span[] {
  const { frontMatter, leadIns, headings, cells, unplaced } = reading
  const passages = [frontMatter, leadIns, headings, cells, unplaced].flat().map(passage => passage.span)
  const words = reading.recommendations.flatMap(each => [
    ...(each.span ? [each.span] : []),
    ...each.partSpans,
    ...each.otherSpans,
  ])
  const said = reading.recommendations.flatMap(each =>
    each.responses.flatMap(response => response.statements.map(statement => statement.span)),
  )
  return [...passages, ...words, ...said]
}

/** How often each letter or figure of the text stands in a span, where that is not once: "word: count". */
function miscounted(document: PlainDocument): string[] {
  const text = Array.from(layOut(document).text)
  const counts = text.map(() => 0)
  for (const [from, to] of spansOf(readIt(document)))
    for (let at = from; at < to; at++) counts[at] = (counts[at] ?? 0) + 1
  return counts.flatMap((count, at) =>
    count !== 1 && /[\p{L}\p{N}]/u.test(text[at] ?? '')
      ? [`${text.slice(Math.max(0, at - 12), at + 12).join('')}: ${count}`]
      : [],
  )
}

const sentences = [
  'Recommendation 1: The Board should review its policy on bruising and should evaluate whether it is used.',
  'Recommendation 2',
  'Recommendation 2 of that review was closed.',
  'Elm Police and Adult Social Care should agree: (a) who calls; (b) who visits; and (c) who writes it down.',
  'The panel recommends that:',
  'It is recommended that the Elm Safeguarding Adults Board (ESAB) and its partner agencies:',
  '1) review the threshold document;',
  '2. The Trust should tell the Board by May 2024.',
  '(i) begun in time;',
  'Elm Police: The Force will send figures by 31 March 2024. We agree.',
  'Lead: Head of Housing, Elm Council',
  'Timescale: Q3 2023/24',
  'Status: Complete',
  'Progress',
  'Response to Recommendation 1',
  'Update – May 2025',
  'ESAB has joined a national group. 🙂 The work continues.',
  'The Partnership has:',
  'written to every school',
  'A review was carried out under Working Together 2018, i.e. the old edition.',
  'R3',
  '“Quoted”, he said. Then nothing.',
  'How we will know',
  'Elm Vale NHS Trust',
]
const line = fc.constantFrom(...sentences)
const prose: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    text: line,
    page: fc.constant(null),
    level: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constant('paragraph' as const), text: line, page: fc.constant(null), quoted: fc.boolean() }),
  fc.record({
    kind: fc.constant('item' as const),
    text: line,
    page: fc.constant(null),
    depth: fc.integer({ min: 0, max: 2 }),
    marker: fc.constantFrom('•', '1.', '(a)', 'ii)'),
  }),
)
const columns = ['Ref', 'Recommendation', 'Action', 'Lead agency', 'By when', 'Progress', 'RAG', 'Notes for nobody']
const cellText = fc.array(fc.oneof(line, fc.constantFrom('1', 'Green', '31/03/2024', 'TBC', 'Elm Council', '')), {
  maxLength: 3,
})
const table: fc.Arbitrary<Block> = fc
  .record({
    head: fc.subarray(columns, { minLength: 2 }),
    rows: fc.array(fc.array(cellText, { minLength: 8, maxLength: 8 }), { maxLength: 4 }),
  })
  .map(({ head, rows }) => ({
    kind: 'table' as const,
    name: null,
    rows: [head.map(text => [text]), ...rows.map(row => row.slice(0, head.length))].map(row => ({
      header: false,
      cells: row.map(cell),
    })),
  }))

function cell(lines: readonly string[], column: number): Cell {
  return {
    column,
    columns: 1,
    rows: 1,
    lines: lines.filter(text => text !== '').map(text => ({ text, page: null, marker: null })),
  }
}

const documents = fc
  .array(fc.oneof({ weight: 8, arbitrary: prose }, { weight: 1, arbitrary: table }), { maxLength: 24 })
  .map((blocks): PlainDocument => ({ mediaType: 'text/markdown', pages: null, title: null, blocks }))

test('every word of a document stands in exactly one place of its reading', () => {
  fc.assert(
    fc.property(documents, document => {
      expect(miscounted(document)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('words that two tables hold and prose tells once stand in one place each', () => {
  const words = 'The Council should visit each family in the first week.'
  const asked = {
    kind: 'table' as const,
    name: null,
    rows: [
      [['Recommendation'], ['By when']],
      [[words], []],
    ],
  }
  const rows = asked.rows.map(row => ({ header: false, cells: row.map(cell) }))
  const told: Block = { kind: 'paragraph', text: words, page: null, quoted: false }
  const blocks: Block[] = [{ ...asked, rows }, told, { ...asked, rows }]
  expect(miscounted({ mediaType: 'text/markdown', pages: null, title: null, blocks })).toEqual([])
})

test('a statement, a part and a passage say the words that their spans hold, white space folded', () => {
  fc.assert(
    fc.property(documents, document => {
      const text = Array.from(layOut(document).text)
      const reading = readIt(document)
      const told = [
        ...reading.unplaced,
        ...reading.recommendations.flatMap(each => each.responses.flatMap(response => response.statements)),
      ]
      for (const { text: words, span } of told) expect(text.slice(...span).join('')).toBe(words)
    }),
    { numRuns: 100 },
  )
})
