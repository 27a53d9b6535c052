import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test('a cell with a comma, a quotation mark or a line break is quoted', () => {
  expect(writeCsv([['a,b', 'say "yes"', 'one\ntwo', 'plain']])).toBe('\uFEFF"a,b","say ""yes""","one\ntwo",plain\r\n')
})

test('no cell begins as a formula does, whatever was written', () => {
  const starts = fc.constantFrom('=', '+', '-', '@', '\t', '\r')
  fc.assert(
    fc.property(starts, fc.string(), (start, rest) => {
      expect(writeCsv([[start + rest]])).toMatch(/^\uFEFF"?'/)
    }),
  )
})
