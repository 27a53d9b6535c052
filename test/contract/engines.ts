/** The two engines that the store runs on, each opened fresh, so that one suite can hold both to the same promises. */
import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openEmbedded } from '../../src/adapters/database/embedded.ts'
import { openServer } from '../../src/adapters/database/server.ts'
import type { Store } from '../../src/adapters/database/store.ts'
import { migrationsFolder } from '../../src/config.ts'
import type { Schema } from '../../src/store/schema.ts'

export interface Engine {
  readonly name: string
  open(queues: readonly string[]): Promise<OpenEngine>
}

/** A store, and its tables as their owner sees them, for what the application's own role may not do. */
export type OpenEngine = Store & { readonly owner: Kysely<Schema> }

const embedded: Engine = {
  name: 'embedded database',
  async open(queues) {
    const store = await openEmbedded({ folder: null, migrations: migrationsFolder, queues })
    return { ...store, owner: store.db }
  },
}

/** A database and a role of its own on the server that TEST_DATABASE_URL names, whose role may make both. */
const server = (adminUrl: string): Engine => ({
  name: 'PostgreSQL server',
  async open(queues) {
    const name = `heed_test_${randomBytes(6).toString('hex')}`
    const url = new URL(adminUrl)
    await administer(adminUrl, [
      `do $$ begin if not exists (select from pg_roles where rolname = 'heed_app') then create role heed_app nologin; end if; end $$`,
      `create role ${name} login password '${name}' in role heed_app`,
      `create database ${name}`,
    ])
    url.pathname = `/${name}`
    const ownerUrl = url.href
    const [role, password] = [name, name]
    const appUrl = Object.assign(new URL(ownerUrl), { username: role, password }).href
    const store = await openServer({
      url: appUrl,
      ownerUrl,
      migrations: migrationsFolder,
      queues,
      onError: () => undefined,
    })
    const owner = new Kysely<Schema>({
      dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: ownerUrl, max: 2 }) }),
    })
    const close = async () => {
      await owner.destroy()
      await store.close()
      await administer(adminUrl, [`drop database ${name} with (force)`, `drop role ${name}`])
    }
    return { ...store, close, owner }
  },
})

async function administer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const adminUrl = process.env.TEST_DATABASE_URL

/** The embedded one always, and the server where TEST_DATABASE_URL names one. */
export const engines: readonly Engine[] = adminUrl ? [embedded, server(adminUrl)] : [embedded]
export const isServerMissing = !adminUrl
