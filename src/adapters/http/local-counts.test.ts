import { expect, test } from 'vitest'
import { localCounts } from './local-counts.ts'

interface Store {
  incr(address: string, counted: (error: null, result: { current: number; ttl: number }) => void, window: number): void
  child(): Store
}

function counting() {
  let now = 0
  const Counts = localCounts(() => now) as unknown as new () => Store
  const store = new Counts()
  const ask = (address: string, from = store) => {
    const told: { current: number; ttl: number }[] = []
    from.incr(address, (_, result) => told.push({ ...result }), 60_000)
    return told[0] ?? { current: 0, ttl: 0 }
  }
  return { store, ask, wait: (milliseconds: number) => (now += milliseconds) }
}

test('an address is counted for a minute from its first asking, apart from others and on each page', () => {
  const { store, ask, wait } = counting()
  expect([ask('a').current, ask('a').current, ask('b').current, ask('a', store.child()).current]).toEqual([1, 2, 1, 1])
  wait(59_999)
  expect(ask('a')).toEqual({ current: 3, ttl: 1 })
  wait(1)
  expect(ask('a')).toEqual({ current: 1, ttl: 60_000 })
})

test('so many addresses are remembered, and the first to begin is forgotten first', () => {
  const { ask } = counting()
  for (let at = 0; at <= 5000; at++) ask(`address ${at}`)
  expect([ask('address 5000').current, ask('address 0').current]).toEqual([2, 1])
})
