/**
 * A dump of a PostgreSQL database from before a redaction, made and restored as docs/operating.md says: what was redacted
 * since is redacted again, in every column of every table.
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../src/cli-house.ts'
import { applyRedactions } from '../src/features/reviews/cli.ts'
import { catchUp, exportRecords } from '../src/features.ts'
import type { DocumentId } from '../src/store/schema.ts'
import {
  administer,
  droppingRole,
  isServerMissing,
  makingDatabase,
  makingRole,
  newServerName,
  ownerOf,
  urlOf,
} from './engines.ts'
import { differ, furnishDirectory, furnishReview, newName, redact, whereIs } from './redaction-world.ts'
import { makeImport } from './register-world.ts'
import { type House, makeBoard, makePerson, openHouse, post, type Visitor, visit } from './world.ts'

const isToolMissing = ['pg_dump', 'pg_restore'].some(tool => spawnSync(tool, ['--version']).error)
const why = isServerMissing ? 'TEST_DATABASE_URL names no server' : 'pg_dump and pg_restore are not installed'

describe.skipIf(isServerMissing || isToolMissing)(`a restored dump (skipped where ${why})`, () => {
  const name = newName()
  const word = name.split(' ')[1] ?? ''
  const backupRole = newServerName()
  let root: string
  let house: House
  let asker: Visitor
  let documentId: DocumentId
  let exported: readonly string[]

  const run = (tool: string, args: readonly string[]) => {
    const { status, stderr } = spawnSync(tool, args, { encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  }
  const dump = () => path.join(root, 'heed.dump')
  const databaseOf = async ({ owner }: House) => {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(owner)
    return rows[0]?.name ?? ''
  }

  /** A board with the name everywhere and a dump of it; then the redaction, and an export of what is known of it. */
  beforeAll(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'heed-dumped-'))
    house = await openHouse()
    const board = await makeBoard(house)
    asker = await makePerson(house, [post(board, 'support officer')], 'Ola Brook')
    const second = await makePerson(house, [post(board, 'support officer')], 'Ben Field')
    const team = { house, board, asker, second }
    const furnished = await furnishReview(team, name)
    documentId = furnished.documentId
    await furnishDirectory(team, name)
    await differ(team, documentId)
    await makeImport(house, asker, { board, reviewId: furnished.reviewId, text: `Later, about ${name}.` })

    await administer([makingRole(backupRole, 'bypassrls in role pg_read_all_data')])
    run('pg_dump', ['-Fc', '-f', dump(), urlOf(await databaseOf(house), backupRole)])
    await redact(team, documentId, { extent: 'words', words: name, reason: 'A name got out' })
    expect(await whereIs(house, word)).toEqual([])
    exported = await exportRecords(house.app)
  }, 120_000)

  afterAll(async () => {
    await house?.web.close()
    await house?.store.close()
    await administer([droppingRole(backupRole)])
    await rm(root, { recursive: true, force: true })
  })

  /** A house on the dump restored into a new database; it is gone after the work. */
  async function inRestored(work: (restored: House) => Promise<void>, keepsake?: string): Promise<void> {
    const database = newServerName()
    await administer([makingDatabase(database, await ownerOf(await databaseOf(house)))])
    run('pg_restore', ['-d', urlOf(database), dump()])
    const restored = await openHouse({ database, ...(keepsake ? { keepsake } : {}) })
    try {
      expect((await whereIs(restored, word)).length).toBeGreaterThan(30)
      await work(restored)
    } finally {
      await restored.web.close()
      await restored.store.close()
    }
  }

  test('holds all rows of all tables, shows them to who may see them, and its ledger is whole', () =>
    inRestored(async restored => {
      const page = await visit(restored, asker, `/documents/${documentId}`)
      expect([page.status, page.text.includes(word)]).toEqual([200, true])
      const stranger = await makePerson(restored, [post(await makeBoard(restored), 'support officer')])
      expect((await visit(restored, stranger, `/documents/${documentId}`)).status).toBe(404)
      expect((await verifyLedger(restored.app)).status).toBe(0)
    }))

  test('`heed redactions apply` blanks what was redacted since, and the second time finds nothing', () =>
    inRestored(async restored => {
      const { status, lines } = await applyRedactions(restored.app, exported)
      expect([status, lines]).toEqual([0, [expect.stringMatching(/: \d\d places blanked, \d originals? deleted\.$/)]])
      expect(await whereIs(restored, word)).toEqual([])
      const again = await applyRedactions(restored.app, exported)
      expect(again.lines.every(line => line.endsWith('nothing of it stood here.'))).toBe(true)
      expect((await verifyLedger(restored.app)).status).toBe(0)
    }))

  test('a start with the file of redactions does the same by itself', async () => {
    const keepsake = path.join(root, 'redactions')
    const records = exported.map(line => `${line}\n`).join('')
    await writeFile(keepsake, records)
    await inRestored(async restored => {
      await catchUp(restored.app)
      expect(await whereIs(restored, word)).toEqual([])
      expect(await readFile(keepsake, 'utf8')).toBe(records)
      expect((await verifyLedger(restored.app)).status).toBe(0)
    }, keepsake)
  })
})
