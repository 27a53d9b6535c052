import type { Kysely } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Schema } from '../../store/schema.ts'

/** An open database with its job queue, whichever engine it is. */
export interface Store {
  readonly kind: 'embedded' | 'server'
  readonly db: Kysely<Schema>
  readonly boss: PgBoss
  close(): Promise<void>
}
