import { expect, test } from 'vitest'
import { legendIn, saysFinished, statusSays } from './legends.ts'

test('a legend says which colours or figures mean finished, late or neither', () => {
  const legend = legendIn([
    'The colours are: Blue – finished and shown to be making a difference; Green – on track; Amber – some delay; Red – not begun.',
  ])
  expect([...legend]).toEqual([
    ['blue', true],
    ['green', null],
    ['amber', false],
    ['red', false],
  ])
  expect(statusSays('B', legend)).toBe(true)
  expect([...legendIn(['KEY G = done, A = doing, R = not doing'])]).toEqual([
    ['g', true],
    ['a', null],
    ['r', false],
  ])
  expect([...legendIn(['Ratings: 1 fully achieved is not written so; 2 = on track'])]).toEqual([['2', null]])
})

test('without a legend a colour says nothing, and words say what they say', () => {
  expect(statusSays('Green', new Map())).toBeNull()
  expect(statusSays('Completed', new Map())).toBe(true)
  expect(saysFinished('In progress')).toBeNull()
  expect(saysFinished('Partly completed')).toBe(false)
  expect(saysFinished('Not late')).toBeNull()
  expect(saysFinished('Not yet started')).toBe(false)
  expect(saysFinished('Behind')).toBe(false)
})

test('a table of its own may be the legend, a colour in each row and its meaning beside it', () => {
  const legend = legendIn([
    'Blue',
    'Finished, and shown to have worked',
    'Amber',
    'Late',
    'White',
    'Not begun',
    'Fell Council',
  ])
  expect([...legend]).toEqual([
    ['blue', true],
    ['amber', false],
    ['white', false],
  ])
})

test('an action that is still open is not finished, unless the legend gives the word another meaning', () => {
  expect(statusSays('Open', new Map())).toBe(false)
  expect(statusSays('Open to all', new Map())).toBeNull()
  expect(statusSays('Open', new Map([['open', true]]))).toBe(true)
})

test('a key of letters may set each beside its meaning with nothing between', () => {
  const legend = legendIn(['Key to status: C complete, OT on track, D delayed, NS not started'])
  expect(['c', 'ot', 'd', 'ns'].map(letter => legend.get(letter))).toEqual([true, null, false, false])
})
