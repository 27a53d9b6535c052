import { expect, test } from 'vitest'
import { enumerationIn } from './enumerations.ts'
import { sketchedLines } from './sketch.ts'

const points = (text: string) => {
  const [line] = sketchedLines(text)
  const found = line ? enumerationIn(line) : null
  return found && [found.intro.text, ...found.points.map(point => point.text)]
}

test('sub-points in a running text are found by marks that follow one another', () => {
  expect(points('The Board should: (a) ask; (b) record; and (c) offer.')).toEqual([
    'The Board should:',
    'ask;',
    'record; and',
    'offer.',
  ])
  expect(points('They agree who calls: i. at night; ii. by day.')).toEqual([
    'They agree who calls:',
    'at night;',
    'by day.',
  ])
})

test('a single mark, marks out of order and marks in brackets of another kind are none', () => {
  expect(points('Plan (a) was kept.')).toBeNull()
  expect(points('See (b) first; then (a) again.')).toBeNull()
  expect(points('A home visit, i.e. a call, was made.')).toBeNull()
})

test('the first sub-point may have its mark before the line, as the format shows it', () => {
  expect(points('(a) who sees the person; (b) how soon that is to be; and (c) what is said.')).toEqual([
    '',
    'who sees the person;',
    'how soon that is to be; and',
    'what is said.',
  ])
})
