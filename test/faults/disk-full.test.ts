/** A full disk: what cannot be kept is not taken, the page says why, and all goes on when there is room again. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomNeeded } from '../../src/adapters/database/room.ts'
import { verifyLedger } from '../../src/cli-house.ts'
import { buildWeb } from '../../src/house.ts'
import { urls } from '../../src/urls.ts'
import { administer, isServerMissing, newServerName } from '../engines.ts'
import { type Board, type House, makeBoard, makePerson, openHouse, post, type Visitor, visit } from '../world.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

const words =
  'Heed has no room left Nothing can be saved at the moment, because the disk that Heed keeps things on is full'

interface Scene {
  readonly house: House
  readonly board: Board
  readonly officer: Visitor
}

async function furnished(house: House): Promise<Scene> {
  const board = await makeBoard(house)
  return { house, board, officer: await makePerson(house, [post(board, 'support officer')]) }
}

const addReview = ({ house, board, officer }: Scene, title: string) =>
  visit(house, officer, urls.reviews(board.slug), { form: { title, type: 'lcspr' } })

/** Uploads so many bytes of text that cannot be pressed together. */
function upload({ house, board, officer }: Scene, bytes: number) {
  const text = randomBytes((bytes * 3) / 4).toString('base64')
  const files = [{ field: 'files', name: 'response.md', bytes: Buffer.from(`# Response\n\n${text}`) }]
  return visit(house, officer, urls.newImport(board.slug), { form: {}, files })
}

async function titles({ house, board }: Scene): Promise<string[]> {
  const found = house.owner.selectFrom('review').select('title').where('board_id', '=', board.id).orderBy('created_at')
  return (await found.execute()).map(({ title }) => title)
}

const canMount = (() => {
  const disk = openSmallDisk(1)
  disk?.close()
  return disk !== null
})()

describe.skipIf(!canMount)('the disk of the embedded database (skipped where a test may not mount one)', () => {
  let disk: SmallDisk
  let at: Scene
  beforeAll(async () => {
    disk = openSmallDisk(200) as SmallDisk
    at = await furnished(await openHouse({ folder: path.join(disk.folder, 'data') }))
  })
  afterAll(async () => {
    await at?.house.web.close()
    await at?.house.store.close()
    disk?.close()
  })

  test('nearly full: no change is taken, the page says why, and everything can still be read', async () => {
    expect((await addReview(at, 'Child Wren')).status).toBe(303)
    disk.fill(roomNeeded - 1_000_000)
    for (const reply of [await addReview(at, 'Child Robin'), await upload(at, 1000)]) {
      expect([reply.status, reply.text.includes(words)]).toEqual([507, true])
    }
    const list = await visit(at.house, at.officer, urls.reviews(at.board.slug))
    expect([list.status, list.text.includes('Child Wren')]).toEqual([200, true])
    expect((await visit(at.house, null, urls.signIn(), { form: { email: 'a', password: 'b' } })).status).toBe(422)
    expect((await visit(at.house, at.officer, urls.signOut(), { form: {}, session: 'another' })).status).not.toBe(507)
  })

  test('with room again: changes are taken, and the ledger is whole', async () => {
    disk.clear()
    expect((await addReview(at, 'Child Jay')).status).toBe(303)
    expect(await titles(at)).toEqual(['Child Wren', 'Child Jay'])
    expect((await verifyLedger(at.house.app)).status).toBe(0)
  })

  test('full within an act that had begun: all of it is undone', async () => {
    // As if there had been room when it was asked; a piece of the log is begun, which holds all that the act writes.
    const began = { ...at, house: { ...at.house, web: await buildWeb(at.house.app) } }
    await sql`select pg_switch_wal()`.execute(at.house.owner)
    expect((await addReview(at, 'Child Finch')).status).toBe(303)
    disk.fill(200_000)
    const reply = await upload(began, 4_000_000)
    expect([reply.status, reply.text.includes(words)]).toEqual([507, true])
    disk.clear()
    expect(await at.house.owner.selectFrom('document').select('id').execute()).toEqual([])
    expect((await upload(at, 1_000_000)).status).toBe(303)
    expect((await verifyLedger(at.house.app)).status).toBe(0)
    await began.house.web.close()
  })
})

/** The server's own disk can be filled only where it is this machine's, by houses that stand on it. */
const isOnServer = process.env.HEED_TEST_ENGINE === 'server'
const dataFolder = !isOnServer || isServerMissing ? '' : ((await administer(['show data_directory']))[0] ?? '')
const isHere = existsSync(dataFolder)

describe.skipIf(!canMount || !isHere)(
  'the disk of a server (skipped on the embedded database and where the server is elsewhere)',
  () => {
    const space = newServerName()
    let disk: SmallDisk
    let at: Scene
    beforeAll(async () => {
      disk = openSmallDisk(60, dataFolder) as SmallDisk
      at = await furnished(await openHouse())
      await administer([`create tablespace ${space} location '${disk.folder}'`])
      for (const table of ['review', 'stored_file', 'import'])
        await sql`alter table ${sql.table(table)} set tablespace ${sql.ref(space)}`.execute(at.house.owner)
    })
    afterAll(async () => {
      await at?.house.web.close()
      await at?.house.store.close()
      await administer([`drop tablespace ${space}`])
      disk?.close()
    })

    test('full: the page says why, nothing of the act is there, and reading goes on; with room, all goes on', async () => {
      expect((await addReview(at, 'Child Wren')).status).toBe(303)
      disk.fill(500_000)
      const reply = await upload(at, 4_000_000)
      expect([reply.status, reply.text.includes(words)]).toEqual([507, true])
      expect(await at.house.owner.selectFrom('document').select('id').execute()).toEqual([])
      expect((await visit(at.house, at.officer, urls.reviews(at.board.slug))).text).toContain('Child Wren')
      disk.clear()
      expect((await upload(at, 4_000_000)).status).toBe(303)
      expect((await verifyLedger(at.house.app)).status).toBe(0)
    })
  },
)
