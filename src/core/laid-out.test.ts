import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePoints, layOut, spanWithin, wordsOf } from './laid-out.ts'
import type { Block, PlainDocument } from './plain-document.ts'

const documentOf = (blocks: Block[]): PlainDocument => ({ mediaType: 'text/plain', pages: null, title: null, blocks })
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, page: null, quoted: false })

const mixed = documentOf([
  { kind: 'heading', text: 'Response', page: 1, level: 1 },
  { kind: 'item', text: 'one 🙂 two', page: 1, depth: 0, marker: '(a)' },
  {
    kind: 'table',
    name: 'Plan',
    rows: [
      {
        header: false,
        cells: [
          { column: 0, columns: 1, rows: 1, lines: [] },
          {
            column: 1,
            columns: 1,
            rows: 1,
            lines: [
              { text: 'x', page: 2, marker: null },
              { text: 'y', page: 2, marker: '•' },
            ],
          },
        ],
      },
    ],
  },
  paragraph('end'),
])

test('the text is every line, one under the other, without markers and sheet names', () => {
  expect(layOut(mixed).text).toBe('Response\none 🙂 two\nx\ny\nend')
})

test('an empty document has an empty text', () => {
  expect(layOut(documentOf([]))).toMatchObject({ text: '', characters: 0, lines: [] })
})

test('a line says which block and cell it came from', () => {
  const { byBlock } = layOut(mixed)
  expect(byBlock[2]).toMatchObject([
    { text: 'x', cell: { row: 0, cell: 1 }, block: 2, page: 2, marker: null },
    { text: 'y', marker: '•' },
  ])
})

test('a character beyond the first plane counts once', () => {
  const laid = layOut(mixed)
  const line = laid.byBlock[1]?.[0]
  if (!line) throw new Error('no line')
  const at = line.text.indexOf('two')
  expect(spanWithin(line, at, at + 3)).toEqual([15, 18])
  expect(wordsOf(laid, [15, 18])).toBe('two')
  expect(wordsOf(laid, [13, 20])).toBe('🙂 two\nx')
})

const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map(text => text.replaceAll('\n', ' '))

test('each line’s span cuts that line out of the text, whatever its characters', () => {
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), texts => {
      const laid = layOut(documentOf(texts.map(paragraph)))
      const whole = Array.from(laid.text)
      expect(whole.length).toBe(laid.characters)
      for (const line of laid.lines) {
        expect(whole.slice(line.start, line.end).join('')).toBe(line.text)
        expect(wordsOf(laid, [line.start, line.end])).toBe(line.text)
        expect(codePoints(line.text)).toBe(line.end - line.start)
      }
    }),
  )
})
