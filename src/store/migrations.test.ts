import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listMigrations } from './migrations.ts'

test('migrations come in the order of their numbers, and none is left out because of its name', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'heed-migrations-'))
  for (const name of ['0002_register.sql', '0001_house.sql', 'notes.txt'])
    await writeFile(path.join(folder, name), 'select 1')
  expect((await listMigrations(folder)).map(({ name }) => name)).toEqual(['0001_house.sql', '0002_register.sql'])
  await writeFile(path.join(folder, '3_groups.sql'), 'select 1')
  await expect(listMigrations(folder)).rejects.toThrow('3_groups.sql')
})
