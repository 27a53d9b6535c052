import { expect, test } from 'vitest'
import { allows, faultsOf, type Lifecycle, next, statesBefore } from './lifecycle.ts'

const letter = {
  begins: 'written',
  acts: { post: { by: 'clerk', entry: 'letter.posted' }, tear: { by: 'clerk', entry: null } },
  states: { written: { post: 'posted', tear: 'torn' }, posted: {}, torn: {} },
} as const satisfies Lifecycle

test('an act leads from a state to the next, or cannot be done in it', () => {
  expect(next(letter, 'written', 'post')).toBe('posted')
  expect(next(letter, 'posted', 'tear')).toBeNull()
  expect([allows(letter, 'written', 'tear'), allows(letter, 'torn', 'post')]).toEqual([true, false])
  expect(statesBefore(letter, 'post')).toEqual(['written'])
})

test('a name that every object has is neither a state nor an act', () => {
  const asked = letter as Lifecycle
  expect(next(asked, 'toString', 'post')).toBeNull()
  expect(next(asked, 'written', 'constructor')).toBeNull()
})

test('a table that contradicts itself says how', () => {
  expect(faultsOf(letter)).toEqual([])
  const torn = { ...letter, begins: 'lost', states: { written: { burn: 'ashes' }, posted: {} } }
  expect(faultsOf(torn)).toEqual([
    'begins in lost, which is no state',
    'written: burn is no act',
    'written: burn leads to ashes, no state',
    'post can be done in no state',
    'tear can be done in no state',
    'written is never reached',
    'posted is never reached',
  ])
})
