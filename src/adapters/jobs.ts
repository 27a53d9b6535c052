import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { App, Jobs, Worker } from '../app.ts'

type Data = Readonly<Record<string, string>>

/** Queues in the caller's own transaction. */
export const bossJobs = (boss: PgBoss): Jobs => ({
  async send(tx, queue, data) {
    await boss.send(queue, data, { db: fromKysely(tx) })
  },
})

/** Starts the workers. A failure is logged without its words, which may hold what a document says, and tried again. */
export async function startWorkers(
  app: App,
  boss: PgBoss,
  workers: readonly Worker[],
  pollingSeconds: number,
): Promise<void> {
  for (const worker of workers) {
    const options = { pollingIntervalSeconds: pollingSeconds, includeMetadata: true, batchSize: 1 } as const
    await boss.work(worker.queue, options, async (jobs: JobWithMetadata<Data>[]) => {
      for (const job of jobs) await runJob(app, worker, job)
    })
  }
}

async function runJob(app: App, worker: Worker, job: JobWithMetadata<Data>): Promise<void> {
  try {
    await worker.work(app, job.data)
    app.log.info('job done', { queue: worker.queue, job: job.id })
  } catch (error) {
    const last = job.retryCount >= job.retryLimit
    app.log.error('job failed', { queue: worker.queue, job: job.id, last, error: nameOf(error) })
    if (last) await worker.giveUp?.(app, job.data)
    throw new Error(nameOf(error))
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
