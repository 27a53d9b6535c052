import { describe, expect, test } from 'vitest'
import { day } from '../../../test/register-world.ts'
import type { StatementId } from '../../store/schema.ts'
import { factsOf } from './facts.ts'
import { type Part, partWords, type Statement } from './recommendation.ts'
import { threadOf } from './thread.ts'

const statement = (id: string, given: Partial<Statement> = {}): Statement => ({
  id: id as StatementId,
  agencyId: null,
  agencyName: null,
  agencyAsWritten: 'The Trust',
  text: id,
  act: 'planned',
  answersParts: [],
  due: null,
  owner: null,
  status: null,
  reportedDone: false,
  saidOn: null,
  followsId: null,
  source: null,
  createdAt: new Date('2026-11-22T12:00:00Z'),
  isOpen: true,
  isDateless: false,
  isOwnerless: false,
  isLatenessDismissed: false,
  ...given,
})

const parts = [1, 2].map((position): Part => ({ id: `p${position}` as Part['id'], position, text: 'x', source: null }))
const thread = (...statements: readonly Statement[]) => threadOf({ parts, addressees: [], asked: [], statements })
const left = (...statements: readonly Statement[]) => thread(...statements).partsLeft.map(part => part.position)

test.each([
  ['a copy is sent to schools; and', 'a copy is sent to schools'],
  ['a copy is sent to schools;', 'a copy is sent to schools'],
  ['a copy is sent, or', 'a copy is sent'],
  ['a copy is sent to this and that.', 'a copy is sent to this and that.'],
  ['what is bought, sold and', 'what is bought, sold and'],
])('the part “%s” stands by itself as “%s”', (asWritten, shown) => {
  expect(partWords(asWritten)).toBe(shown)
})

describe('a part is left without an answer', () => {
  test('when no statement names it', () => {
    expect(left(statement('a', { answersParts: [1] }))).toEqual([2])
    expect(left(statement('a', { answersParts: [1, 2] }))).toEqual([])
  })
  test('not when the whole is taken up, unless it is only welcomed', () => {
    expect(left(statement('a', { act: 'done' }))).toEqual([])
    expect(left(statement('a', { act: 'position' }))).toEqual([1, 2])
    expect(left(statement('a', { act: 'position', answersParts: [2] }))).toEqual([1])
  })
  test('when it cannot be told, which is said', () => {
    expect(thread(statement('a', { answersParts: null }))).toMatchObject({ untold: 1, partsLeft: parts })
  })
  test('not as long as nobody has responded at all', () => {
    expect(thread()).toMatchObject({ isUnanswered: true, partsLeft: [] })
  })
})

describe('what a later edition says', () => {
  const followed = (id: string, followsId: string) => statement(id, { followsId: followsId as StatementId })
  test('stands in the place of what was said before, the latest before first', () => {
    const { answers } = thread(statement('a'), followed('b', 'a'), followed('c', 'b'))
    expect(answers[0]?.statements.map(({ statement: { id }, before }) => [id, before.map(each => each.id)])).toEqual([
      ['c', ['b', 'a']],
    ])
  })
  test('may even run in a circle without keeping the page from being shown', () => {
    const circle = [followed('a', 'b'), followed('b', 'a'), statement('c')]
    expect(thread(...circle).answers[0]?.statements).toHaveLength(1)
  })
})

test('the agency is one, however it is written, and bodies stand in the order in which they speak', () => {
  const police = { agencyId: 'p' as never, agencyName: 'Police' }
  const { answers } = thread(
    statement('a'),
    statement('b', { ...police, agencyAsWritten: 'The Force' }),
    statement('c', { agencyAsWritten: 'the trust ' }),
    statement('d', { ...police, agencyAsWritten: 'Constabulary' }),
  )
  expect(answers.map(({ body, statements }) => [body, statements.length])).toEqual([
    ['The Trust', 2],
    ['Police', 2],
  ])
})

describe('a promise', () => {
  const today = day('2026-11-22')
  const due = (to: string) => ({ due: { asWritten: '', from: null, to: day(to) } })
  const codes = (given: Partial<Statement>) => factsOf(statement('a', given), today).map(({ code }) => code)
  test('is overdue from the day after its last day', () => {
    expect(codes(due('2026-11-21'))).toEqual(['overdue'])
    expect(codes(due('2026-11-22'))).toEqual([])
  })
  test('that is no longer open, or whose lateness was dismissed, is not overdue', () => {
    expect(codes({ ...due('2026-01-01'), isOpen: false })).toEqual([])
    expect(codes({ ...due('2026-01-01'), isLatenessDismissed: true })).toEqual([])
  })
  test('lacks a date and an owner where the records say so', () => {
    expect(codes({ isDateless: true, isOwnerless: true })).toEqual(['no-date', 'no-owner'])
  })
})
