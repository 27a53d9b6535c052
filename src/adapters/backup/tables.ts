/** What a database holds, from its own catalogue, so that a table of a later migration is never forgotten. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../store/schema.ts'

export interface Column {
  readonly name: string
  readonly type: string
}

export interface TableToKeep {
  readonly name: string
  readonly columns: readonly Column[]
}

/**
 * What does not go into a backup: the list of migrations, which the restored house writes itself; what counts for a
 * minute; and what lets somebody in, for a session that was ended since must not come back to life.
 */
const leftOut: readonly string[] = [
  'migration',
  'asking',
  'session',
  'password_recovery',
  'provider_attempt',
  'passkey_challenge',
]

/** The tables that a backup holds, by name, with the columns that are not made from others. */
export async function tablesToKeep(db: Kysely<Schema>): Promise<readonly TableToKeep[]> {
  const { rows } = await sql<Column & { table: string }>`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
      and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`.execute(db)
  const kept = Map.groupBy(
    rows.filter(({ table }) => !leftOut.includes(table)),
    ({ table }) => table,
  )
  return [...kept].map(([name, columns]) => ({ name, columns }))
}
