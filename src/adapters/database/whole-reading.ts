/** Reading all that a database holds as it stood at one moment, while others write. */
import { type ControlledTransaction, type Kysely, sql } from 'kysely'
import type { Schema } from '../../store/schema.ts'

/**
 * A transaction that sees one moment and writes nothing. It fails rather than leave out a row when row-level security
 * holds for the role that asks. Whoever begins it rolls it back.
 */
export async function startReading(db: Kysely<Schema>): Promise<ControlledTransaction<Schema>> {
  const tx = await db.startTransaction().execute()
  await sql`set transaction isolation level repeatable read, read only`.execute(tx)
  await sql`select set_config('row_security', 'off', true)`.execute(tx)
  await writeAlike(tx)
  return tx
}

/** Has values written as text in one way, whatever the server is set to, until the transaction ends. */
export async function writeAlike(tx: Kysely<Schema>): Promise<void> {
  await sql`select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO', true),
    set_config('bytea_output', 'hex', true)`.execute(tx)
}

/** The rows of a query, so many at once, however many there are. */
export async function* fetching<Row>(tx: Kysely<Schema>, select: string, atOnce: number): AsyncGenerator<Row[]> {
  await sql.raw(`declare reading no scroll cursor for ${select}`).execute(tx)
  for (;;) {
    const { rows } = await sql.raw<Row>(`fetch ${atOnce} from reading`).execute(tx)
    if (rows.length === 0) break
    yield rows
  }
  await sql`close reading`.execute(tx)
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
