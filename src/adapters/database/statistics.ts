/**
 * What PostgreSQL's autovacuum does for the planner: a server has it, the engine within this process has not. Without
 * it the counts of a board with some hundred recommendations take seconds instead of a tenth of one.
 */
import type { PGlite } from '@electric-sql/pglite'

const everySeconds = 15

/** Tables that were never looked at though they hold something, and those that changed by a fifth since. */
const changed = `select format('%I.%I', s.schemaname, s.relname) as name
  from pg_stat_user_tables s join pg_class c on c.oid = s.relid
  where (c.reltuples < 0 and pg_relation_size(c.oid) > 0) or s.n_mod_since_analyze > 50 + s.n_live_tup / 5`

/** Gathers what the planner needs to know of each table that changed much. Gives their names. */
export async function gatherStatistics(lite: PGlite): Promise<readonly string[]> {
  // What was changed within the last second is not counted yet.
  await lite.query('select pg_stat_force_next_flush()')
  const { rows } = await lite.query<{ name: string }>(changed)
  for (const { name } of rows) await lite.exec(`analyze ${name}`)
  return rows.map(({ name }) => name)
}

/** Gathers at once, and again while the database is open; `stop` waits for the last time to end. */
export async function keepStatistics(lite: PGlite): Promise<{ stop(): Promise<void> }> {
  await gatherStatistics(lite)
  let last: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    // It only makes queries faster: what fails now is tried again, and a query that fails says so itself.
    last = gatherStatistics(lite).catch(() => undefined)
  }, everySeconds * 1000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await last
    },
  }
}
