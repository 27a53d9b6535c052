/** Figures for Prometheus: counts and times of the process and its jobs, without a person, an id or an address. */
import { sql } from 'kysely'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from './database/store.ts'

export interface Metrics {
  /** Counts a request that was answered. */
  note(request: AnsweredRequest): void
  /** All figures as they are now, in Prometheus' text format. What the database cannot tell is left out. */
  text(): Promise<string>
  readonly mediaType: string
}

export interface AnsweredRequest {
  /** The pattern of the address, with `:name` for what differs. */
  readonly route: string
  readonly method: string
  readonly status: number
  readonly seconds: number
}

/** The figures of one process. */
export function openMetrics(store: Store): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'heed_requests_total',
    help: 'Requests that were answered, by the pattern of the address',
    labelNames: ['route', 'method', 'status'],
    registers,
  })
  const seconds = new Histogram({
    name: 'heed_request_seconds',
    help: 'How long answers took',
    labelNames: ['route', 'method'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  })
  const gather = storeGauges(store, registers)
  return {
    note({ route, method, status, seconds: took }) {
      requests.inc({ route, method, status })
      seconds.observe({ route, method }, took)
    },
    async text() {
      await gather()
      return registry.metrics()
    },
    mediaType: registry.contentType,
  }
}

/** What sets the gauges of the database, its connections and the jobs to what they are now. */
function storeGauges(store: Store, registers: Registry[]): () => Promise<void> {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `heed_${name}`, help, labelNames, registers })
  const up = gauge('database_up', 'Whether the database answers: 1 or 0')
  const connections = gauge('database_connections', 'Connections of this process, by what they do', 'state')
  const jobs = gauge('jobs', 'Jobs of the last day and those that wait, of all processes', 'queue', 'state')
  const oldest = gauge('oldest_waiting_job_seconds', 'How long the job waits that waits longest, of all processes')
  return async () => {
    for (const [state, count] of Object.entries(store.connections() ?? {})) connections.set({ state }, count)
    jobs.reset()
    const rows = await countJobs(store).catch(() => null)
    up.set(rows ? 1 : 0)
    for (const { queue, state, count } of rows ?? []) jobs.set({ queue, state }, count)
    if (rows) oldest.set(Math.max(0, ...rows.map(({ waits }) => waits)))
  }
}

interface CountedJobs {
  readonly queue: string
  readonly state: string
  readonly count: number
  /** How many seconds the one that waits longest has waited. */
  readonly waits: number
}

async function countJobs({ db, boss }: Store): Promise<readonly CountedJobs[]> {
  const ours = new Set(boss.getWipData().map(worker => worker.name))
  const { rows } = await sql<CountedJobs>`select name as queue, state::text as state, count(*) as count,
      coalesce(extract(epoch from max(now() - start_after) filter (where state in ('created', 'retry'))), 0) as waits
    from jobs.job group by name, state`.execute(db)
  // The queue's own upkeep is left out.
  return rows.filter(({ queue }) => ours.has(queue))
}
