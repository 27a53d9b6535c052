import { type Kysely, sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Schema } from '../../store/schema.ts'

/** Makes the queue's own tables and the queues, and lets the application's role use them inside its transactions. */
export async function installQueues(db: Kysely<Schema>, boss: PgBoss, queues: readonly string[]): Promise<void> {
  await boss.start()
  for (const queue of queues) {
    await boss.createQueue(queue, { retryLimit: 3, retryDelay: 2, retryBackoff: true, deleteAfterSeconds: 86_400 })
  }
  await sql`grant usage on schema jobs to heed_app`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema jobs to heed_app`.execute(db)
  await sql`grant execute on all functions in schema jobs to heed_app`.execute(db)
}
