import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { fromPglite, PgBoss } from 'pg-boss'
import { listMigrations, migrate } from '../../store/migrations.ts'
import type { Schema } from '../../store/schema.ts'
import { lockFolder } from './folder-lock.ts'
import { installQueues, upkeep } from './job-tables.ts'
import { hasRoomIn } from './room.ts'
import { keepStatistics } from './statistics.ts'
import type { Store } from './store.ts'
import { parsers } from './wire.ts'

export interface EmbeddedOptions {
  /** Where the database lives; null keeps it in memory. */
  readonly folder: string | null
  readonly migrations: string
  readonly queues: readonly string[]
}

/** PostgreSQL inside this process. It never syncs to disk, so a power cut can lose what was just written. */
export async function openEmbedded({ folder, migrations, queues }: EmbeddedOptions): Promise<Store> {
  const unlock = folder ? lockFolder(folder) : () => undefined
  const lite = await PGlite.create({
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'],
    ...(folder ? { dataDir: path.join(folder, 'pg') } : {}),
    parsers,
  })
  const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) })
  await migrate(db, await listMigrations(migrations))
  const boss = new PgBoss({ db: fromPglite(lite), backend: 'pglite', schema: 'jobs', ...upkeep })
  await installQueues(db, boss, queues)
  const statistics = await keepStatistics(lite)
  return {
    kind: 'embedded',
    db,
    boss,
    connections: () => null,
    hasRoom: () => folder === null || hasRoomIn(folder),
    async close() {
      await statistics.stop()
      await boss.stop({ graceful: true, timeout: 5000 })
      await db.destroy()
      if (!lite.closed) await lite.close()
      unlock()
    },
  }
}
