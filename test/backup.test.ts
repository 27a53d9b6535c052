/** One encrypted file holds all of a house and restores on either engine; what is wrong with a file leaves nothing behind. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeBackup } from '../src/adapters/backup/reading.ts'
import { type Lock, openLines, sealLines } from '../src/adapters/backup/seal.ts'
import { asBackupRole } from '../src/adapters/backup/source.ts'
import { linesOf } from '../src/adapters/backup/writing.ts'
import { machineClock } from '../src/adapters/clock.ts'
import { connect } from '../src/adapters/database/server.ts'
import { fileKeepsake } from '../src/adapters/keepsake-file.ts'
import { pinoLog } from '../src/adapters/log.ts'
import { noMail } from '../src/adapters/smtp.ts'
import { vaultOf } from '../src/adapters/vault.ts'
import type { App } from '../src/app.ts'
import { restoreRows } from '../src/cli-backup.ts'
import { verifyLedger } from '../src/cli-house.ts'
import { catchUp, exportRecords } from '../src/features.ts'
import { buildApp, queues } from '../src/house.ts'
import {
  administer,
  droppingRole,
  type Engine,
  embedded,
  engines,
  isServerMissing,
  makingRole,
  newServerName,
  type OpenEngine,
  ownerOf,
  urlOf,
} from './engines.ts'
import { differ, furnishDirectory, furnishReview, newName, redact, whereIs } from './redaction-world.ts'
import { type House, makeBoard, makePerson, openHouse, post } from './world.ts'

const name = newName()
const word = name.split(' ')[1] ?? ''
const making = { heed: '0.1.0', madeAt: new Date('2026-11-22T12:00:00Z'), queues }
let root: string
let house: House
let identity: string
let sealing: Lock
let opening: Lock
let before: string
let redactions: readonly string[]

const file = (of: string) => path.join(root, of)
const databaseOf = async ({ owner }: Pick<OpenEngine, 'owner'>) =>
  (await sql<{ name: string }>`select current_database() as name`.execute(owner)).rows[0]?.name ?? ''

/** A board with the name everywhere, its rows and a backup of it; then the redaction. */
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'heed-backup-'))
  identity = await generateIdentity()
  sealing = { key: await identityToRecipient(identity), passphrase: null }
  opening = { key: identity, passphrase: null }
  house = await openHouse()
  const board = await makeBoard(house)
  const asker = await makePerson(house, [post(board, 'support officer')], 'Ola Brook')
  const second = await makePerson(house, [post(board, 'support officer')], 'Ben Field')
  const team = { house, board, asker, second }
  const { documentId } = await furnishReview(team, name)
  await furnishDirectory(team, name)
  await differ(team, documentId)
  await sealLines(file('whole'), sealing, linesOf(house.owner, making))
  before = await rowsOf(house.owner)
  await redact(team, documentId, { extent: 'words', words: name, reason: 'A name got out' })
  expect(await whereIs(house, word)).toEqual([])
  redactions = await exportRecords(house.app)
}, 120_000)

afterAll(async () => {
  await house?.web.close()
  await house?.store.close()
  await rm(root, { recursive: true, force: true })
})

/** All rows of all tables that a backup holds, a line each, with what the database makes of them. */
async function rowsOf(owner: OpenEngine['owner']): Promise<string> {
  return owner.transaction().execute(async tx => {
    await sql`select set_config('TimeZone', 'UTC', true)`.execute(tx)
    const { rows: tables } = await sql<{ name: string }>`select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not in ('migration', 'session', 'password_recovery', 'passkey_challenge', 'asking') order by relname`.execute(
      tx,
    )
    const all: string[] = []
    for (const { name: table } of tables) {
      const { rows } = await sql<{ line: string }>`select to_jsonb(t)::text as line from ${sql.table(table)} t
        order by 1`.execute(tx)
      all.push(...rows.map(({ line }) => `${table} ${line}`))
    }
    return all.join('\n')
  })
}

interface Ground {
  readonly store: OpenEngine
  readonly app: App
}

/** An empty house on the engine for the length of the work. */
async function inEmpty(engine: Engine, work: (ground: Ground) => Promise<void>, keepsake?: string): Promise<void> {
  const store = await engine.open(queues)
  const kept = { vault: vaultOf(['a secret of the tests, long enough to be one']), log: pinoLog('silent') }
  const site = { address: 'http://heed.test', demo: false }
  const outside = { keepsake: fileKeepsake(keepsake ?? null), clock: machineClock, mail: noMail, clamd: null }
  try {
    await work({ store, app: buildApp({ store, ...kept, ...outside, site }) })
  } finally {
    await store.close()
  }
}

/** Restores as the role that owns the tables, which on a server may not do everything. */
async function restore({ store, app }: Ground, from: string, lock = opening): Promise<void> {
  if (store.kind === 'embedded') {
    await restoreRows(app, store.owner, { file: from, lock })
    return
  }
  const database = await databaseOf(store)
  const owner = connect(urlOf(database, await ownerOf(database)), 1, () => undefined)
  try {
    await restoreRows(app, owner, { file: from, lock })
  } finally {
    await owner.destroy()
  }
}

const jobsOf = async ({ owner }: Pick<OpenEngine, 'owner'>) =>
  (
    await sql<{ job: string }>`select name || data::text as job from jobs.job
      where state in ('created', 'retry', 'active') order by 1`.execute(owner)
  ).rows

for (const engine of engines) {
  test(`every row of every table comes back on the ${engine.name}, and from there on the embedded database`, () =>
    inEmpty(engine, async first => {
      await restore(first, file('whole'))
      expect(before.split('\n').length).toBeGreaterThan(30)
      expect(await rowsOf(first.store.owner)).toBe(before)
      expect((await verifyLedger(first.app)).status).toBe(0)
      const { rows } = await sql<{ open: number }>`select count(*) as open from pg_class where relkind = 'r'
        and relnamespace = 'public'::regnamespace and relname <> 'migration' and not relforcerowsecurity`.execute(
        first.store.owner,
      )
      expect(rows).toEqual([{ open: 0 }])
      const copy = file(`from ${engine.name}`)
      await sealLines(copy, sealing, linesOf(first.store.owner, making))
      await inEmpty(embedded, async second => {
        await restore(second, copy)
        expect(await rowsOf(second.store.owner)).toBe(before)
        expect(await jobsOf(second.store)).toEqual(await jobsOf(first.store))
        expect((await verifyLedger(second.app)).status).toBe(0)
      })
    }))

  test(`what was redacted after the backup is redacted again on the ${engine.name}`, async () => {
    const keepsake = file(`redactions of ${engine.name}`)
    await writeFile(keepsake, redactions.map(line => `${line}\n`).join(''))
    const work = async (ground: Ground) => {
      await restore(ground, file('whole'))
      expect((await whereIs(ground.store, word)).length).toBeGreaterThan(30)
      await catchUp(ground.app)
      expect(await whereIs(ground.store, word)).toEqual([])
      expect((await verifyLedger(ground.app)).status).toBe(0)
    }
    await inEmpty(engine, work, keepsake)
  })

  test(`on the ${engine.name} a file that is cut off, changed or of a later version leaves the house empty`, () =>
    inEmpty(engine, async ground => {
      const bytes = await readFile(file('whole'))
      await writeFile(file('cut'), bytes.subarray(0, bytes.length - 20))
      const changed = Buffer.from(bytes)
      changed[changed.length - 40] = (changed[changed.length - 40] ?? 0) ^ 1
      await writeFile(file('changed'), changed)
      for (const damaged of ['cut', 'changed'])
        await expect(restore(ground, file(damaged))).rejects.toThrow(/is damaged or cut off\.$/)
      await rm(file('later'), { force: true })
      await sealLines(file('later'), sealing, later())
      await expect(restore(ground, file('later'))).rejects.toThrow(/of a later version of Heed \(9\.9\.9\)/)
      await rm(file('altered'), { force: true })
      await sealLines(file('altered'), sealing, without(/^\["[0-9a-f-]{36}", "Ola Brook"|Ola Brook/))
      await expect(restore(ground, file('altered'))).rejects.toThrow('what it holds is not what it says')
      const { rows } = await sql`select id from board union all select id from person`.execute(ground.store.owner)
      expect(rows).toEqual([])
      await restore(ground, file('whole'))
      await expect(restore(ground, file('whole'))).rejects.toThrow('There are boards in this database already.')
      expect(await rowsOf(ground.store.owner)).toBe(before)
    }))
}

async function* later() {
  for await (const line of openLines(file('whole'), opening)) {
    const head = line.startsWith('{"format"') ? JSON.parse(line) : null
    if (!head) yield `${line}\n`
    else {
      const migrations = [...head.migrations, { name: '9999_later.sql', sha256: '' }]
      yield `${JSON.stringify({ ...head, heed: '9.9.9', migrations })}\n`
    }
  }
}

async function* without(words: RegExp) {
  for await (const line of openLines(file('whole'), opening))
    if (!(line.startsWith('[') && words.test(line))) yield `${line}\n`
}

test('a wrong key, a wrong passphrase, another file and none are told apart in a sentence each', async () => {
  const other: Lock = { key: await generateIdentity(), passphrase: null }
  const read = (from: string, lock: Lock) =>
    takeBackup(openLines(from, lock), { head: async () => undefined, rows: async () => undefined })
  await expect(read(file('whole'), other)).rejects.toThrow(/^The passphrase or key does not open .*whole\.$/)
  const phrase = { key: null, passphrase: 'copper kettle river' }
  await expect(read(file('whole'), phrase)).rejects.toThrow(/does not open/)
  await sealLines(file('with words'), phrase, linesOf(house.owner, making))
  await expect(read(file('with words'), { key: null, passphrase: 'copper kettle rivet' })).rejects.toThrow(
    /does not open/,
  )
  expect((await read(file('with words'), phrase)).rows.get('board')).toBe(1)
  await writeFile(file('letter'), 'Dear Sir or Madam')
  await expect(read(file('letter'), opening)).rejects.toThrow(/is no backup of Heed/)
  await expect(read(file('nowhere'), opening)).rejects.toThrow(/nowhere cannot be read \(ENOENT\)/)
  await expect(sealLines(file('x'), { key: 'age1nonsense', passphrase: null }, later())).rejects.toThrow(/public key/)
}, 60_000)

test('nothing of what the file holds stands in it as it is', async () => {
  const bytes = await readFile(file('whole'))
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(bytes.includes(word) || bytes.includes('heed.backup')).toBe(false)
})

test.skipIf(isServerMissing)(
  'while others write, a backup of a server holds what stood when it began, and needs a role that may read it',
  async () => {
    const [server] = engines.filter(each => each !== embedded)
    if (!server) throw new Error('There is no server.')
    const role = newServerName()
    await inEmpty(server, async ground => {
      await restore(ground, file('whole'))
      await administer([makingRole(role, 'bypassrls in role pg_read_all_data')])
      const database = await databaseOf(ground.store)
      const during = async function* (lines: AsyncIterable<string>) {
        let count = 0
        for await (const line of lines) {
          if (++count === 2) await sql`update board set name = 'Renamed'`.execute(ground.store.owner)
          yield line
        }
      }
      await asBackupRole(urlOf(database, role), db => sealLines(file('during'), sealing, during(linesOf(db, making))))
      await inEmpty(embedded, async second => {
        await restore(second, file('during'))
        expect(await rowsOf(second.store.owner)).toBe(before)
      })
      const weak = asBackupRole(urlOf(database, await ownerOf(database)), async () => undefined)
      await expect(weak).rejects.toThrow(/does not pass over row-level security/)
    })
    await administer([droppingRole(role)])
  },
)
