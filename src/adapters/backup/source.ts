/** The database that a backup is made of, as a role that reads all of it. */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../store/schema.ts'
import { connect } from '../database/server.ts'

/** The role of DATABASE_BACKUP_URL may not read every row. The message says what to do. */
export class RoleTooWeak extends Error {
  override readonly name = 'RoleTooWeak'
}

/** Does the work over a connection to the server as the role of backups. */
export async function asBackupRole<T>(url: string, work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
  const db = connect(url, 1, () => undefined)
  try {
    const { rows } = await sql<{ enough: boolean }>`select rolsuper or rolbypassrls as enough
      from pg_roles where rolname = session_user`.execute(db)
    if (!rows[0]?.enough)
      throw new RoleTooWeak(
        'The role in DATABASE_BACKUP_URL does not pass over row-level security, so that the backup would be empty. ' +
          'Give it bypassrls: see docs/operating.md.',
      )
    return await work(db)
  } finally {
    await db.destroy()
  }
}
