/** A full disk of a server, for which Heed cannot look: what cannot be kept is undone, and the page says why. */
import { existsSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyLedger } from '../../src/cli-house.ts'
import { urls } from '../../src/urls.ts'
import { administer, isServerMissing, newServerName } from '../engines.ts'
import { openHouse, visit } from '../world.ts'
import { addReview, canMount, furnished, type Scene, upload, words } from './full-disk-scene.ts'
import { openSmallDisk, type SmallDisk } from './small-disk.ts'

/** The server's own disk can be filled only where it is this machine's. */
const dataFolder = isServerMissing ? '' : ((await administer(['show data_directory']))[0] ?? '')
const isHere = existsSync(dataFolder)

describe.skipIf(!canMount || !isHere)(
  'the disk of a server (skipped where there is no server, or where it is elsewhere)',
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
