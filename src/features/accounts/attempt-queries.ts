/** Failed attempts to sign in. An attempt counts as failed from its beginning, and is forgiven when it succeeds. */
import { sql } from 'kysely'
import { hashToken } from '../../access/secrets.ts'
import type { App, Tx } from '../../app.ts'
import { clockTolerance } from '../../core/clock-tolerance.ts'
import { failuresCount, type Limit, later, nextTry } from './sign-in-limits.ts'

/** The key that stands for something in the table of failures. */
export const attemptKey = (
  kind: 'account' | 'device' | 'code' | 'passkey' | 'origin' | 'recovery' | 'recovery origin' | 'provider origin',
  of: string,
): string => hashToken(`${kind} ${of.toLowerCase()}`)

export interface Attempt {
  readonly ids: readonly string[]
}

/**
 * Counts one more attempt for each key, or says until when none is allowed. Two at the same moment wait for each other,
 * so that many at once are counted as many.
 */
export async function beginAttempt(
  app: Pick<App, 'clock' | 'chance'>,
  tx: Tx,
  limits: readonly Limit[],
): Promise<Attempt | { readonly until: Date }> {
  const now = app.clock.now()
  const byKey = [...limits].sort((a, b) => (a.key < b.key ? -1 : 1))
  const waits: Date[] = []
  for (const limit of byKey) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${limit.key}, 0))`.execute(tx)
    const failures = await tx
      .selectFrom('sign_in_failure')
      .select('failed_at')
      .where('key', '=', limit.key)
      .where('failed_at', '>', later(now, -failuresCount))
      .where('failed_at', '<=', later(now, clockTolerance))
      .orderBy('failed_at', 'desc')
      .limit(limit.most)
      .execute()
    const until = nextTry(
      failures.map(row => row.failed_at),
      limit,
      now,
    )
    if (until) waits.push(until)
  }
  if (waits.length > 0) return { until: waits.reduce((a, b) => (a > b ? a : b)) }
  const rows = byKey.map(({ key }) => ({ id: app.chance.id<string>(), key, failed_at: now }))
  await tx.insertInto('sign_in_failure').values(rows).execute()
  // What failed in a future that a wrong clock wrote would stop somebody until that comes.
  await tx
    .deleteFrom('sign_in_failure')
    .where(eb =>
      eb.or([eb('failed_at', '<', later(now, -failuresCount)), eb('failed_at', '>', later(now, clockTolerance))]),
    )
    .execute()
  return { ids: rows.map(({ id }) => id) }
}

/** Forgets every failure of an account. */
export async function forgiveAccount(tx: Tx, accountKey: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('key', '=', accountKey).execute()
}

/** Forgets what turned out to be no failure. */
export async function forgiveOnly(tx: Tx, { ids }: Attempt): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom('sign_in_failure')
      .where('id', 'in', [...ids])
      .execute()
}

/** Forgets a successful attempt, and with it every earlier failure of the account. */
export async function forgiveAttempt(tx: Tx, { ids }: Attempt, accountKey: string): Promise<void> {
  await tx
    .deleteFrom('sign_in_failure')
    .where(eb => eb.or([eb('id', 'in', [...ids]), eb('key', '=', accountKey)]))
    .execute()
}
