/** What whoever helps from outside needs to know of a database: versions, counts and states, and no word of anybody. */
import { sql } from 'kysely'
import { findMissing, type Migration } from '../store/migrations.ts'
import type { Store } from './database/store.ts'

export interface DatabaseReport {
  readonly engine: Store['kind']
  /** What the database says of its version. */
  readonly version: string
  readonly migrations: { readonly applied: number; readonly missing: readonly string[] }
  /** Every table with its size in bytes and about how many rows it has, as the database keeps count. */
  readonly tables: readonly { readonly name: string; readonly bytes: number; readonly rowsAbout: number }[]
  /** How many jobs there are of each queue in each state. */
  readonly jobs: readonly { readonly queue: string; readonly state: string; readonly count: number }[]
}

/** Reads what the catalogue and the queue tell; no policy of a board's tables is in the way of that. */
export async function reportOn({ kind, db }: Store, migrations: readonly Migration[]): Promise<DatabaseReport> {
  const missing = await findMissing(db, migrations)
  const version = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db)
  const tables = await sql<{ name: string; bytes: number; rowsAbout: number }>`
    select c.relname as name, pg_total_relation_size(c.oid)::float8 as bytes,
      greatest(c.reltuples, coalesce(s.n_live_tup, 0), 0)::float8 as "rowsAbout"
    from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`.execute(db)
  const jobs = await sql<{ queue: string; state: string; count: number }>`
    select name as queue, state::text as state, count(*)::float8 as count from jobs.job
    group by name, state order by name, state`.execute(db)
  return {
    engine: kind,
    version: version.rows[0]?.version ?? 'unknown',
    migrations: { applied: migrations.length - missing.length, missing },
    tables: tables.rows,
    jobs: jobs.rows,
  }
}
