import { PGlite } from '@electric-sql/pglite'
import { expect, test } from 'vitest'
import { gatherStatistics } from './statistics.ts'

test('the planner is told of tables that were filled or changed much, and of no others', async () => {
  const lite = await PGlite.create()
  await lite.exec('create table filled (n int); create table empty (n int)')
  await lite.exec('insert into filled select generate_series(1, 400)')
  const known = async () =>
    (await lite.query<{ reltuples: number }>(`select reltuples from pg_class where relname = 'filled'`)).rows[0]
      ?.reltuples
  expect(await gatherStatistics(lite)).toEqual(['public.filled'])
  expect(await known()).toBe(400)
  await lite.exec('insert into filled values (401)')
  expect(await gatherStatistics(lite)).toEqual([])
  await lite.exec('insert into filled select generate_series(1, 400)')
  expect(await gatherStatistics(lite)).toEqual(['public.filled'])
  expect(await known()).toBe(801)
  await lite.close()
})
