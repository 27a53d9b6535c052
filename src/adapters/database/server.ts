import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { listMigrations, migrate } from '../../store/migrations.ts'
import type { Schema } from '../../store/schema.ts'
import { installQueues, upkeep } from './job-tables.ts'
import type { Store } from './store.ts'
import { parsers } from './wire.ts'

export interface ServerOptions {
  /** The role that the application runs as: it is a member of heed_app and owns nothing. */
  readonly url: string
  /**
   * The role that owns the tables and changes the schema; null when somebody else has brought the schema up to date.
   */
  readonly ownerUrl: string | null
  readonly migrations: string
  readonly queues: readonly string[]
  readonly onError: (message: string) => void
}

/** The application's role may do more than it should. The message says what to change. */
export class RoleTooStrong extends Error {
  override readonly name = 'RoleTooStrong'
}

/** PostgreSQL 15 or newer, on a server of its own. Throws RoleTooStrong when the application's role owns tables. */
export async function openServer(options: ServerOptions): Promise<Store> {
  if (options.ownerUrl) await prepare(options.ownerUrl, options)
  const pool = openPool({ connectionString: options.url, max: 10, ...patience }, options.onError)
  const db = over(pool)
  await refuseStrongRole(db)
  const boss = new PgBoss({
    connectionString: options.url,
    max: 3,
    schema: 'jobs',
    migrate: false,
    createSchema: false,
    ...upkeep,
  })
  boss.on('error', error => options.onError(error.message))
  await boss.start()
  return {
    kind: 'server',
    db,
    boss,
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    hasRoom: () => true,
    async close() {
      await boss.stop({ graceful: true, timeout: 5000 })
      await db.destroy()
    },
  }
}

async function prepare(url: string, { migrations, queues, onError }: ServerOptions): Promise<void> {
  const db = connect(url, 2, onError)
  await migrate(db, await listMigrations(migrations))
  const boss = new PgBoss({ connectionString: url, max: 2, schema: 'jobs', supervise: false, schedule: false })
  boss.on('error', error => onError(error.message))
  await installQueues(db, boss, queues)
  await boss.stop({ graceful: false })
  await db.destroy()
}

/** A pool of at most `max` connections to a server, whose values come as the embedded engine gives them. */
export const connect = (url: string, max: number, onError: (message: string) => void): Kysely<Schema> =>
  over(openPool({ connectionString: url, max }, onError))

/**
 * A connection is waited for, and an answer on it, so long in milliseconds; then the page says that the database is
 * away. Without it, a server that a network swallows would hold every request until the system gives up.
 */
const patience = { connectionTimeoutMillis: 10_000, query_timeout: 120_000, keepAlive: true }

function openPool(options: pg.PoolConfig, onError: (message: string) => void): pg.Pool {
  const getTypeParser = ((oid: number, format: 'text') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser
  const pool = new pg.Pool({ ...options, types: { getTypeParser }, options: '-c jit=off' })
  // A connection's death must not end the process: the pool opens another when it is asked for one, and what a
  // connection was lent for fails with its next statement. The pool itself listens to the idle ones only.
  pool.on('error', error => onError(error.message))
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

const over = (pool: pg.Pool) => new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })

async function refuseStrongRole(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ strong: boolean }>`select rolsuper or rolbypassrls or exists (
      select from pg_tables where schemaname = 'public' and tableowner = session_user) as strong
    from pg_roles where rolname = session_user`.execute(db)
  if (rows[0]?.strong === false) return
  await db.destroy()
  throw new RoleTooStrong(
    'The role in DATABASE_URL owns tables or passes over row-level security. Give Heed a role of its own that is only a ' +
      'member of heed_app, and put the owner in DATABASE_OWNER_URL. See docs/operating.md.',
  )
}
