/** A full disk: what cannot be kept is not taken, the page says why, and all goes on when there is room again. */
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomNeeded } from '../../src/adapters/database/room.ts'
import { verifyLedger } from '../../src/cli-house.ts'
import { buildWeb } from '../../src/house.ts'
import { urls } from '../../src/urls.ts'
import { openHouse, visit } from '../world.ts'
import { addReview, canMount, furnished, type Scene, titles, upload, words } from './full-disk-scene.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

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
