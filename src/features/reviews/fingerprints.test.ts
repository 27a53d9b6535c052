import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankWords, finderOf, isFound } from './blanking.ts'
import { finderOfFingerprints, fingerprintOf } from './fingerprints.ts'

const key = randomBytes(32)
const fingerprints = (words: readonly string[], with_ = key) =>
  words.flatMap(each => fingerprintOf(each, { key: with_, salt: randomBytes(16).toString('base64url') }) ?? [])
const blank = (text: string, ...words: string[]) =>
  blankWords(text, finderOfFingerprints(fingerprints(words), key)).text

test('words are found again by their fingerprints as they were by themselves', () => {
  expect(blank('MARY  ann\nsmith went', 'Mary Ann Smith')).toBe('████  ███\n█████ went')
  expect(blank('MarySmith-plan.docx', 'smith')).toBe('Mary█████-plan.docx')
  expect(blank("O’Neill and O'Neill", "o'neill")).toBe('███████ and ███████')
  expect(blank('Smith–Jones', 'Smith-Jones')).toBe('███████████')
  expect(blank('Hender\u00adson', 'Henderson')).toBe('██████████')
  expect(blank('Ann Marie', 'Ann', 'Ann Marie')).toBe('███ █████')
  expect(blank('Rene\u0301e Renée', 'renée')).toBe('██████ █████')
  expect(blank('a.b [x] (y) a+b axb', 'a.b', '[x]', 'a+b')).toBe('███ ███ (y) ███ axb')
  expect(blank('Anything', '  ')).toBe('Anything')
})

test('nothing that the words themselves would find is left, in any text', () => {
  const letters = fc.constantFrom(
    ...'aAbBßſkKéÉ',
    'e\u0301',
    ' ',
    '\n',
    '\u00a0',
    "'",
    '’',
    '-',
    '–',
    '\u00ad',
    '😀',
    '.',
  )
  const texts = fc.array(letters, { maxLength: 60 }).map(each => each.join(''))
  const words = fc.array(letters, { minLength: 1, maxLength: 4 }).map(each => each.join('').trim())
  fc.assert(
    fc.property(texts, fc.array(words, { minLength: 1, maxLength: 3 }), (text, wanted) => {
      const find = finderOf(wanted.filter(each => /[^\s\u00ad]/.test(each)))
      const done = blankWords(text, finderOfFingerprints(fingerprints(wanted), key)).text
      expect([...done]).toHaveLength([...text].length)
      expect(isFound(find, done)).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

test('a fingerprint holds no words, is never the same twice, and finds nothing with another key', () => {
  const [one, two] = [fingerprints(['Mary Ann']), fingerprints(['Mary Ann'])]
  expect(JSON.stringify(one)).not.toMatch(/mary/i)
  expect([one[0]?.mark === two[0]?.mark, one[0]?.sieve === two[0]?.sieve && one[0]?.salt === two[0]?.salt]).toEqual([
    false,
    false,
  ])
  expect(finderOfFingerprints(one, randomBytes(32))('Mary Ann')).toEqual([])
})

test('a long text is looked through for many words in a moment', () => {
  const text = 'The partnership agreed that the plan of the child is looked at again. '.repeat(7000)
  const find = finderOfFingerprints(fingerprints(Array.from({ length: 20 }, (_, i) => `Somebody ${i}`)), key)
  const began = performance.now()
  expect(find(`${text}Somebody 7`)).toHaveLength(1)
  expect(performance.now() - began).toBeLessThan(8000)
})
