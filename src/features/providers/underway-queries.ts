/** Sign-ins on their way to a provider and back, and strangers who came back from one. */
import type { Tx } from '../../app.ts'
import { clockTolerance } from '../../core/clock-tolerance.ts'
import { later } from '../accounts/index.ts'

interface NewAttempt {
  readonly id: string
  readonly tokenHash: string
  readonly browserHash: string
  readonly sealed: string
  readonly now: Date
  readonly expiresAt: Date
}

/** Stores one; those that are over go, and those of a future that a wrong clock wrote. */
export async function insertAttempt(tx: Tx, attempt: NewAttempt): Promise<void> {
  const { id, tokenHash, browserHash, sealed, now, expiresAt } = attempt
  await tx
    .deleteFrom('provider_attempt')
    .where(eb => eb.or([eb('expires_at', '<', now), eb('begun_at', '>', later(now, clockTolerance))]))
    .execute()
  const row = { id, token_hash: tokenHash, browser_hash: browserHash, sealed }
  await tx
    .insertInto('provider_attempt')
    .values({ ...row, begun_at: now, expires_at: expiresAt })
    .execute()
}

interface Asked {
  readonly tokenHash: string
  readonly browserHash: string
  readonly now: Date
}

/** What is kept of one that is not over, for the browser that it began in; null for any other. */
export async function findAttempt(tx: Tx, { tokenHash, browserHash, now }: Asked): Promise<string | null> {
  const row = await tx
    .selectFrom('provider_attempt')
    .select('sealed')
    .where('token_hash', '=', tokenHash)
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .where('begun_at', '<=', later(now, clockTolerance))
    .executeTakeFirst()
  return row?.sealed ?? null
}

/** The same, and takes it away, so that it counts once. */
export async function takeAttempt(tx: Tx, asked: Asked): Promise<string | null> {
  const row = await tx
    .deleteFrom('provider_attempt')
    .where('token_hash', '=', asked.tokenHash)
    .where('browser_hash', '=', asked.browserHash)
    .returning(['sealed', 'expires_at as expiresAt', 'begun_at as begunAt'])
    .executeTakeFirst()
  const isDue = row && row.expiresAt > asked.now && row.begunAt <= later(asked.now, clockTolerance)
  return isDue ? row.sealed : null
}
