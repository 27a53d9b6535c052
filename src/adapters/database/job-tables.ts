import { type Kysely, sql } from 'kysely'
import type { PgBoss } from 'pg-boss'
import type { Schema } from '../../store/schema.ts'

/**
 * A job is tried again a few times after a failure. While it is worked on its worker gives a sign of life; when that
 * stays out, for its process was killed, the job is given to another within a minute.
 */
const queueOptions = {
  retryLimit: 3,
  retryDelay: 2,
  retryBackoff: true,
  deleteAfterSeconds: 86_400,
  heartbeatSeconds: 30,
} as const

/** How often each process looks for jobs whose worker is gone, in seconds. */
export const upkeep = { superviseIntervalSeconds: 15, monitorIntervalSeconds: 15 } as const

/**
 * Where a job goes whose last try has failed, be it that its worker said so or that its process was killed: what
 * remains to be done then is a job itself.
 */
export const givenUp = (queue: string): string => `${queue}-given-up`

/** Makes the queue's own tables and the queues, and lets the application's role use them inside its transactions. */
export async function installQueues(db: Kysely<Schema>, boss: PgBoss, queues: readonly string[]): Promise<void> {
  await boss.start()
  for (const queue of queues) {
    await boss.createQueue(givenUp(queue), queueOptions)
    await boss.createQueue(queue, queueOptions)
    // A queue that an earlier release made keeps its settings otherwise.
    await boss.updateQueue(queue, { ...queueOptions, deadLetter: givenUp(queue) })
  }
  await sql`grant usage on schema jobs to heed_app`.execute(db)
  await sql`grant select, insert, update, delete on all tables in schema jobs to heed_app`.execute(db)
  await sql`grant execute on all functions in schema jobs to heed_app`.execute(db)
}
