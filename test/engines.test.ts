/** The tests of the product's parts run on both engines: each project's houses stand on the one that it names. */
import { expect, test } from 'vitest'
import { house } from './world.ts'

test('the houses of these tests stand on the engine that their project names', async () => {
  const { store } = await house()
  expect(store.kind).toBe(process.env.HEED_TEST_ENGINE ?? 'embedded')
})
