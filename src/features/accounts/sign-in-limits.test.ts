import { expect, test } from 'vitest'
import { nextTry, waitSentence } from './sign-in-limits.ts'

const now = new Date('2026-11-22T12:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

test('fewer failures than the limit stop nobody', () => {
  expect(nextTry([minutesAgo(1), minutesAgo(2)], { most: 3 }, now)).toBeNull()
})

test('at the limit, the next try is when the first of the counted failures is 15 minutes old', () => {
  expect(nextTry([minutesAgo(1), minutesAgo(2), minutesAgo(10)], { most: 3 }, now)).toEqual(minutesAgo(-5))
})

test('a failure of 15 minutes ago counts no more', () => {
  expect(nextTry([minutesAgo(1), minutesAgo(2), minutesAgo(15)], { most: 3 }, now)).toBeNull()
})

test('the sentence says in how many minutes, and never in none', () => {
  expect(waitSentence(minutesAgo(-5), now)).toContain('Try again in 5 minutes')
  expect(waitSentence(new Date(now.getTime() + 10), now)).toContain('Try again in 1 minute')
})
