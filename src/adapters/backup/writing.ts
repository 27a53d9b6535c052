/** The lines of a backup: a head, then each table with its rows and their hash, then that it is whole. */
import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../store/schema.ts'
import { fetching, quoted, startReading } from '../database/whole-reading.ts'
import { type TableToKeep, tablesToKeep } from './tables.ts'

export const format = 'heed.backup/1'

/** The section that holds what the queues had to do; no table has its name. */
export const jobsSection = 'jobs waiting'

export interface Making {
  /** Heed's version. */
  readonly heed: string
  readonly madeAt: Date
  /** The queues whose jobs go along. */
  readonly queues: readonly string[]
}

/**
 * Every row as it stood at one moment, read through one transaction while others write.
 */
export async function* linesOf(db: Kysely<Schema>, making: Making): AsyncGenerator<string> {
  const tx = await startReading(db)
  try {
    const { heed, madeAt, queues } = making
    const migrations = await sql`select name, sha256 from migration order by name`.execute(tx)
    yield `${JSON.stringify({ format, heed, madeAt, migrations: migrations.rows })}\n`
    const tables = await tablesToKeep(tx)
    for (const table of tables) yield* section(tx, table, selecting(table))
    yield* section(tx, { name: jobsSection, columns: [] }, selectingJobs(queues))
    yield `${JSON.stringify({ whole: tables.length + 1 })}\n`
  } finally {
    await tx.rollback().execute()
  }
}

const selecting = ({ name, columns }: TableToKeep) =>
  `select json_build_array(${columns.map(column => `${quoted(column.name)}::text`).join(', ')})::text as line
   from public.${quoted(name)}`

// A job at hand begins anew, for whoever works on it is not there after the restoring.
const selectingJobs = (queues: readonly string[]) =>
  `select json_build_array(name, data::text)::text as line from jobs.job
   where state in ('created', 'retry', 'active') and name in (${queues.map(name => `'${name}'`).join(', ') || 'null'})`

async function* section(db: Kysely<Schema>, { name, columns }: TableToKeep, select: string): AsyncGenerator<string> {
  yield `${JSON.stringify({ section: name, columns })}\n`
  // Of what can be a file there is never more than one in memory.
  const atOnce = columns.some(({ type }) => type === 'bytea') ? 1 : 500
  const hash = createHash('sha256')
  let count = 0
  for await (const rows of fetching<{ line: string }>(db, select, atOnce)) {
    const text = rows.map(({ line }) => `${line}\n`).join('')
    hash.update(text)
    count += rows.length
    yield text
  }
  yield `${JSON.stringify({ end: name, rows: count, sha256: hash.digest('hex') })}\n`
}
