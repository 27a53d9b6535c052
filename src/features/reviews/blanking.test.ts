import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blanked, blankIn, blankWords, crossesLines, finderOf, isFound, wholeWords } from './blanking.ts'

const blank = (text: string, ...words: string[]) => blankWords(text, finderOf(words)).text

test('a name is blanked whatever its case and the white space in it', () => {
  expect(blank('MARY  ann\nsmith went', 'Mary Ann Smith')).toBe('████  ███\n█████ went')
})

test('a name is blanked within another word, as in the name of a file', () => {
  expect(blank('MarySmith-plan.docx', 'smith')).toBe('Mary█████-plan.docx')
})

test('apostrophes and hyphens of any form are the same', () => {
  expect(blank("O’Neill and O'Neill", "o'neill")).toBe('███████ and ███████')
  expect(blank('Smith–Jones', 'Smith-Jones')).toBe('███████████')
})

test('a soft hyphen within a name hides nothing', () => {
  expect(blank('Hender\u00adson', 'Henderson')).toBe('██████████')
})

test('the longer words are blanked before the shorter that they begin with', () => {
  expect(blank('Ann Marie', 'Ann', 'Ann Marie')).toBe('███ █████')
})

test('an accent is found as one character and as two', () => {
  expect(blank('Rene\u0301e Renée', 'renée')).toBe('██████ █████')
})

test('signs that mean something in a pattern are taken as they are', () => {
  expect(blank('a.b [x] (y) a+b', 'a.b', '[x]', 'a+b')).toBe('███ ███ (y) ███')
  expect(blank('axb', 'a.b')).toBe('axb')
})

test('no words blank nothing', () => {
  expect(blank('Anything')).toBe('Anything')
  expect(blank('Anything', '  ')).toBe('Anything')
})

test('the length in characters stays the same, and no word is left, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1, unit: 'grapheme' }), (text, word) => {
      const find = finderOf([word])
      const done = blankWords(`${text}${word}${text}`, find).text
      expect([...done]).toHaveLength([...`${text}${word}${text}`].length)
      if (word.trim() !== '' && !word.includes('█')) expect(isFound(find, done)).toBe(false)
    }),
  )
})

test('every text of what was read is blanked, and what are words of Heed are kept', () => {
  const read = { act: 'planned', text: 'Planned by Ann', parts: [{ text: 'ann', spans: [[0, 3]] }], none: null }
  expect(blankIn(read, finderOf(['ann', 'planned']))).toEqual({
    value: { act: 'planned', text: '███████ by ███', parts: [{ text: '███', spans: [[0, 3]] }], none: null },
    places: 3,
  })
})

test('words across two lines are noticed', () => {
  expect(crossesLines('Mary\nSmith', finderOf(['mary smith']))).toBe(true)
  expect(crossesLines('Mary Smith\n', finderOf(['mary smith']))).toBe(false)
})

test('all of a text can be blanked', () => expect(blanked('A 😀\nb')).toBe('█ █\n█'))

test('where whole words alone are looked for, a part of a longer word is none', () => {
  const find = wholeWords(finderOf(['ann', 'mary ann']))
  expect(blankWords('Planning by Ann, Ann’s and Mary Ann', find).text).toBe('Planning by ███, ███’s and ████ ███')
})
