import { describe, expect, test } from 'vitest'
import { linesOf, pageLength, readWanted, windowOf } from './windows.ts'

describe('what an address asks for', () => {
  const asked = (query: string) => readWanted(new URLSearchParams(query))
  test('is the span that it names', () => expect(asked('from=5&to=9')).toEqual({ span: [5, 9] }))
  test.each(['from=9&to=5', 'from=-1&to=5', 'from=1.5&to=4', 'from=x&to=y', ''])('"%s" is the first page', query =>
    expect(asked(query)).toEqual({ page: 1 }),
  )
  test('is never a whole book marked', () => expect(asked('from=0&to=99999999')).toEqual({ span: [0, 20_000] }))
})

test('a span is shown with the words before and after it, and none before the beginning', () => {
  expect(windowOf({ span: [5000, 5010] })).toEqual({ from: 3800, count: 2410 })
  expect(windowOf({ span: [10, 20] })).toEqual({ from: 0, count: 1220 })
  expect(windowOf({ page: 2 })).toEqual({ from: pageLength, count: pageLength })
})

test('a span over two lines is marked in both, in code points', () => {
  expect(linesOf('🙂 one\n\ntwo three', 100, [102, 110])).toEqual([
    { text: '🙂 one', mark: [2, 5] },
    { text: 'two three', mark: [0, 3] },
  ])
})

test('a line outside the span is not marked', () => {
  expect(linesOf('one\ntwo', 0, [4, 7])).toEqual([
    { text: 'one', mark: null },
    { text: 'two', mark: [0, 3] },
  ])
})
