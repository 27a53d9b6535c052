/** A migration that is broken off: the database is as before it, and the next start brings it up to date. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bundle } from '../../scripts/bundle.ts'
import { connect } from '../../src/adapters/database/server.ts'
import { migrationsFolder } from '../../src/config.ts'
import { findMissing, listMigrations, migrate } from '../../src/store/migrations.ts'
import type { Schema } from '../../src/store/schema.ts'
import {
  administer,
  isServerMissing,
  makingAppRole,
  makingDatabase,
  makingRole,
  newServerName,
  urlOf,
} from '../engines.ts'
import { eventually, makeBoard, openHouse } from '../world.ts'
import { endless } from './endless-migration.ts'

const migrations = await listMigrations(migrationsFolder)
const later = { name: endless.name, text: 'create table half_done (n int)' }

/** Nothing of the endless migration is there, and a mended one of its name is applied. */
async function goesOn(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql`select table_name from information_schema.columns
    where table_schema = 'public' and (table_name = 'half_done' or column_name = 'half_done')`.execute(db)
  expect(rows).toEqual([])
  expect(await findMissing(db, migrations)).toEqual([])
  expect(await migrate(db, [...migrations, later])).toEqual([later.name])
  expect(await findMissing(db, [...migrations, later])).toEqual([])
}

describe('on the embedded database', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-migrating-'))
  const built = path.resolve(import.meta.dirname, '../../.cache')
  beforeAll(() => bundle({ 'migrating-story': 'test/faults/migrating-story.ts' }, built))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('a process that is killed in the middle of it leaves all that was there and nothing of it', async () => {
    const before = await openHouse({ folder })
    const { name } = await makeBoard(before)
    await before.web.close()
    await before.store.close()

    const child = spawn(process.execPath, [path.join(built, 'migrating-story.js'), path.join(folder, 'pg')])
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        printed += chunk
      })
    await eventually(
      async () => printed,
      text => text.includes('half'),
    )
    await delay(1000)
    child.kill('SIGKILL')
    await new Promise(resolve => child.once('exit', resolve))
    expect(printed).toBe('half\n')

    const after = await openHouse({ folder })
    const boards = await after.owner.selectFrom('board').select('name').execute()
    expect(boards).toEqual([{ name }])
    await goesOn(after.owner)
    await after.web.close()
    await after.store.close()
  })
})

describe.skipIf(isServerMissing)('on a server (skipped where TEST_DATABASE_URL names none)', () => {
  const [database, owner] = [newServerName(), newServerName()]
  const open = () => connect(urlOf(database, owner), 2, () => undefined)
  beforeAll(async () => {
    await administer([makingRole(owner, 'createrole'), makingDatabase(database, owner)])
    await administer([makingAppRole])
  })

  const endWork = (like: string) =>
    administer([
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = '${database}' and state = 'active' and query like '%${like}%' and pid <> pg_backend_pid()`,
    ])

  test('a first start whose connection ends in the middle of it leaves an empty database', async () => {
    const db = open()
    const broken = expect(migrate(db, [...migrations, endless])).rejects.toThrow()
    const isEnded = async () => (await endWork('half_done')).length
    await eventually(isEnded, ended => ended === 1)
    await broken
    await db.destroy()
    const after = open()
    const { rows } = await sql`select tablename from pg_tables where schemaname = 'public'`.execute(after)
    expect(rows).toEqual([])
    await after.destroy()
  })

  test('two that start at once bring it up to date once, the one waiting for the other', async () => {
    const both = [open(), open()]
    const applied = await Promise.all(both.map(db => migrate(db, migrations)))
    expect(applied.map(({ length }) => length).sort((a, b) => a - b)).toEqual([0, migrations.length])
    await Promise.all(both.map(db => db.destroy()))
  })

  test('an upgrade whose connection ends in the middle of it leaves all that was there and nothing of it', async () => {
    const db = open()
    const broken = expect(migrate(db, [...migrations, endless])).rejects.toThrow()
    await eventually(
      async () => (await endWork('half_done')).length,
      ended => ended === 1,
    )
    await broken
    await goesOn(db)
    await db.destroy()
  })
})
