import { fromKysely, type JobWithMetadata, type PgBoss } from 'pg-boss'
import type { App, Jobs, Worker } from '../app.ts'
import { givenUp } from './database/job-tables.ts'

type Data = Readonly<Record<string, string>>

/** Tried after half a minute, then after twice as long each time until it is once an hour, for a day and some hours. */
const patience = { retryLimit: 32, retryDelay: 30, retryBackoff: true, retryDelayMax: 3600 } as const

/** Queues in the caller's own transaction, each job with the patience that its worker asks for. */
export function bossJobs(boss: PgBoss, workers: readonly Worker[]): Jobs {
  const patient = new Set(workers.filter(({ triedFor }) => triedFor === 'a day').map(({ queue }) => queue))
  return {
    async send(tx, queue, data) {
      await boss.send(queue, data, { db: fromKysely(tx), ...(patient.has(queue) ? patience : {}) })
    },
  }
}

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
    await boss.work(givenUp(worker.queue), options, async (jobs: JobWithMetadata<Data>[]) => {
      for (const job of jobs) await worker.giveUp?.(app, job.data)
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
    throw new Error(nameOf(error))
  }
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown')
