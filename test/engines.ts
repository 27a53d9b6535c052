/** The two engines that the store runs on, each opened fresh, with its tables as their owner sees them. */
import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { openEmbedded } from '../src/adapters/database/embedded.ts'
import { connect, openServer } from '../src/adapters/database/server.ts'
import type { Store } from '../src/adapters/database/store.ts'
import { migrationsFolder } from '../src/config.ts'
import type { Schema } from '../src/store/schema.ts'

/** `owner` may do what the application's own role may not: on the embedded engine the two are one. */
export type OpenEngine = Store & { readonly owner: Kysely<Schema> }

export interface Engine {
  readonly name: string
  open(queues: readonly string[], folder?: string | null): Promise<OpenEngine>
}

/** In memory, or in a folder. */
export const embedded: Engine = {
  name: 'embedded database',
  async open(queues, folder = null) {
    const store = await openEmbedded({ folder, migrations: migrationsFolder, queues })
    return { ...store, owner: store.db }
  },
}

/** A database and a role of its own on the server that TEST_DATABASE_URL names, whose role may make both. */
const server = (adminUrl: string): Engine => ({
  name: 'PostgreSQL server',
  async open(queues) {
    const name = `${databasesOfRun()}${randomBytes(6).toString('hex')}`
    const url = new URL(adminUrl)
    await administer(adminUrl, [
      // The role is the whole server's, and many houses are opened at once: the first makes it while the others wait.
      `do $$ begin
        perform pg_advisory_xact_lock(hashtext('heed_app'));
        if not exists (select from pg_roles where rolname = 'heed_app') then create role heed_app nologin; end if;
      end $$`,
      `create role ${name} login password '${name}' in role heed_app`,
      `create database ${name}`,
    ])
    url.pathname = `/${name}`
    const ownerUrl = url.href
    const appUrl = Object.assign(new URL(ownerUrl), { username: name, password: name }).href
    const onError = () => undefined
    const store = await openServer({ url: appUrl, ownerUrl, migrations: migrationsFolder, queues, onError })
    const owner = connect(ownerUrl, 2, onError)
    const close = async () => {
      await owner.destroy()
      await store.close()
      await administer(adminUrl, dropping(name))
    }
    return { ...store, close, owner }
  },
})

const dropping = (name: string): string[] => [
  `drop database if exists ${name} with (force)`,
  `drop role if exists ${name}`,
]

async function administer(url: string, statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows: string[] = []
    for (const statement of statements) {
      const result = await client.query(statement)
      rows.push(...result.rows.map(row => String(Object.values(row)[0])))
    }
    return rows
  } finally {
    await client.end()
  }
}

const adminUrl = process.env.TEST_DATABASE_URL

/** What the names of all databases and roles of one test run begin with. */
const databasesOfRun = (): string => `heed_test_${process.env.HEED_TEST_RUN ?? 'alone'}_`

/** Before all tests of a run: names it. After them: drops what its houses left on the server. */
export default function setup(): () => Promise<void> {
  process.env.HEED_TEST_RUN = randomBytes(4).toString('hex')
  return async () => {
    if (!adminUrl) return
    const left = await administer(adminUrl, [
      `select datname from pg_database where datname like '${databasesOfRun().replaceAll('_', '\\_')}%'`,
    ])
    for (const name of left) await administer(adminUrl, dropping(name))
  }
}

/** The embedded one always, and the server where TEST_DATABASE_URL names one. */
export const engines: readonly Engine[] = adminUrl ? [embedded, server(adminUrl)] : [embedded]
export const isServerMissing = !adminUrl

/** The engine on which the houses of this run's tests stand: the server, where HEED_TEST_ENGINE says so. */
export const engineOfHouses: Engine =
  process.env.HEED_TEST_ENGINE === 'server' && adminUrl ? server(adminUrl) : embedded
