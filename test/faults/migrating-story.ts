/** What `interrupted-migration.test.ts` runs and kills: brings an embedded database up to date, and says how far it is. */
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect } from 'kysely'
import { migrationsFolder } from '../../src/config.ts'
import { listMigrations, migrate } from '../../src/store/migrations.ts'
import type { Schema } from '../../src/store/schema.ts'
import { endless } from './endless-migration.ts'

const lite = await PGlite.create({ dataDir: process.argv[2] ?? '' })
const db = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: lite }) }).withPlugin({
  transformQuery({ node }) {
    // Written before the statement runs, which then keeps this process from everything else.
    if (JSON.stringify(node).includes('half_done')) process.stdout.write('half\n')
    return node
  },
  transformResult: async ({ result }) => result,
})
await migrate(db, [...(await listMigrations(migrationsFolder)), endless])
process.stdout.write('done\n')
