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
  /** In a place of its own that is gone afterwards; or in one that is there: a folder, or a database of the server. */
  open(queues: readonly string[], place?: string | null): Promise<OpenEngine>
}

export const embedded: Engine = {
  name: 'embedded database',
  async open(queues, place = null) {
    const store = await openEmbedded({ folder: place, migrations: migrationsFolder, queues })
    return { ...store, owner: store.db }
  },
}

/**
 * On the server that TEST_DATABASE_URL names, whose role may do everything: a database with the two roles that
 * docs/operating.md asks for, one that owns it and one that owns nothing.
 */
const server: Engine = {
  name: 'PostgreSQL server',
  async open(queues, place = null) {
    const [name, role] = [place ?? newServerName(), newServerName()]
    const ownerRole = place ? await ownerOf(place) : newServerName()
    if (!place) await administer([makingRole(ownerRole, 'createrole'), makingDatabase(name, ownerRole)])
    // The role is the whole server's, and many houses are opened at once: the first makes it while the others wait.
    await administer([makingAppRole, makingRole(role, 'in role heed_app')])
    const onError = () => undefined
    const [url, ownerUrl] = [urlOf(name, role), urlOf(name, ownerRole)]
    const store = await openServer({ url, ownerUrl, migrations: migrationsFolder, queues, onError })
    const owner = connect(urlOf(name), 2, onError)
    const close = async () => {
      await owner.destroy()
      await store.close()
      await administer([droppingDatabase(name), droppingRole(role), ...(place ? [] : [droppingRole(ownerRole)])])
    }
    return { ...store, close, owner }
  },
}

const adminUrl = process.env.TEST_DATABASE_URL

/** The address of a database on the tests' server for a role, or for the one that may do everything. */
export function urlOf(database: string, role?: string): string {
  if (!adminUrl) throw new Error('TEST_DATABASE_URL names no server.')
  const url = Object.assign(new URL(adminUrl), { pathname: `/${database}` })
  return (role ? Object.assign(url, { username: role, password: role }) : url).href
}

/** Makes the role that the migrations give rights to; those that come at once wait for the first. */
export const makingAppRole = `do $$ begin
    perform pg_advisory_xact_lock(hashtext('heed_app'));
    if not exists (select from pg_roles where rolname = 'heed_app') then create role heed_app nologin; end if;
  end $$`

/** A role that signs in with its own name as its password. */
export const makingRole = (name: string, may: string): string => `create role ${name} login password '${name}' ${may}`

export const makingDatabase = (name: string, owner: string): string => `create database ${name} owner ${owner}`

const droppingDatabase = (name: string): string => `drop database if exists ${name} with (force)`

export const droppingRole = (name: string): string => `drop role if exists ${name}`

/** Runs the statements as the role that may do everything; gives the first column of all rows that they gave. */
export async function administer(statements: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: adminUrl ?? '' })
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

/** The role that owns the database. */
export async function ownerOf(database: string): Promise<string> {
  const [owner] = await administer([`select pg_get_userbyid(datdba) from pg_database where datname = '${database}'`])
  if (!owner) throw new Error(`The server has no database ${database}.`)
  return owner
}

/** What the names of all databases and roles of one test run begin with. */
const namesOfRun = (): string => `heed_test_${process.env.HEED_TEST_RUN ?? 'alone'}_`

/** A name for a database or a role, which is dropped at the end of the run if nothing drops it before. */
export const newServerName = (): string => `${namesOfRun()}${randomBytes(6).toString('hex')}`

/** Before all tests of a run: names it. After them: drops what its houses left on the server. */
export default function setup(): () => Promise<void> {
  process.env.HEED_TEST_RUN = randomBytes(4).toString('hex')
  return async () => {
    if (!adminUrl) return
    const like = `like '${namesOfRun().replaceAll('_', '\\_')}%'`
    await administer(
      (await administer([`select datname from pg_database where datname ${like}`])).map(droppingDatabase),
    )
    await administer((await administer([`select rolname from pg_roles where rolname ${like}`])).map(droppingRole))
  }
}

/** The embedded one always, and the server where TEST_DATABASE_URL names one. */
export const engines: readonly Engine[] = adminUrl ? [embedded, server] : [embedded]
export const isServerMissing = !adminUrl

/** The engine on which the houses of this run's tests stand: the server, where HEED_TEST_ENGINE says so. */
export const engineOfHouses: Engine = process.env.HEED_TEST_ENGINE === 'server' && adminUrl ? server : embedded
