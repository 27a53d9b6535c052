import type { Kysely } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Schema } from '../../store/schema.ts'

/** An open database with its job queue, whichever engine it is. */
export interface Store {
  readonly kind: 'embedded' | 'server'
  readonly db: Kysely<Schema>
  readonly boss: PgBoss
  /** The connections of this process to a server; null where the database is within the process. */
  connections(): Connections | null
  /** Whether there is room on the disk for changes, as far as this process can see: not on the disk of a server. */
  hasRoom(): boolean
  close(): Promise<void>
}

export interface Connections {
  readonly busy: number
  readonly idle: number
  /** Requests for a connection that none could be given to yet. */
  readonly waiting: number
}
