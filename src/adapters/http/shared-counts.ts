/** How often one address asked within a minute, counted for all processes on one database together. */
import { createHash } from 'node:crypto'
import type { FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../store/schema.ts'

type Counted = (error: Error | null, result?: { current: number; ttl: number }) => void

/** Rows whose time is over are taken away so often, in milliseconds, by each process. */
const sweepEvery = 60_000

/** A store for the limits of the web server: each request is one statement on the table of the askings. */
export function sharedCounts(db: Kysely<Schema>): FastifyRateLimitStoreCtor {
  let sweptAt = performance.now()
  const sweep = () => {
    if (performance.now() - sweptAt < sweepEvery) return
    sweptAt = performance.now()
    // What is not taken away now is the next time, by this process or another.
    takeAway(db).catch(() => undefined)
  }
  return class SharedCounts {
    readonly page: string
    constructor(page: unknown) {
      // What is counted for no page of its own is made with the limiter's settings, which are no name.
      this.page = typeof page === 'string' ? page : ''
    }
    incr(address: string, counted: Counted, window: number): void {
      const key = createHash('sha256').update(`asking ${this.page} ${address}`).digest('base64url')
      count(db, key, window).then(result => counted(null, result), counted)
      sweep()
    }
    child({ routeInfo }: { readonly routeInfo: { readonly method: unknown; readonly url: string } }): SharedCounts {
      return new SharedCounts(`${routeInfo.method} ${routeInfo.url}`)
    }
  } as unknown as FastifyRateLimitStoreCtor
}

/**
 * Counts one more within the time that began with the key's first, which lasts so many milliseconds. An end that is far
 * further away than that was written by a clock that ran ahead, and is over.
 */
async function count(db: Kysely<Schema>, key: string, window: number): Promise<{ current: number; ttl: number }> {
  // Of two at once, the one that waited for the row began a moment before what it finds.
  const isOver = sql`a.ends_at <= now() or a.ends_at > now() + ${2 * window} * interval '1 millisecond'`
  const { rows } = await sql<{ current: number; ttl: number }>`
    insert into asking as a (key, count, ends_at) values (${key}, 1, now() + ${window} * interval '1 millisecond')
    on conflict (key) do update set
      count = case when ${isOver} then 1 else a.count + 1 end,
      ends_at = case when ${isOver} then excluded.ends_at else a.ends_at end
    returning count as current, ceil(extract(epoch from ends_at - now()) * 1000) as ttl`.execute(db)
  const [row] = rows
  if (!row) throw new Error('an asking was not counted')
  return row
}

const takeAway = (db: Kysely<Schema>) =>
  sql`delete from asking where key in (
    select key from asking where ends_at < now() for update skip locked)`.execute(db)
