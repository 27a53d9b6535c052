/** Askings for a new password, and the links that were sent for them. */
import { sql } from 'kysely'
import type { PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { clockTolerance } from '../../core/clock-tolerance.ts'
import type { RecoveryId } from '../../store/schema.ts'
import { noPassword } from './password-decide.ts'
import { later } from './sign-in-limits.ts'

interface NewRecovery {
  readonly id: RecoveryId
  readonly email: string
  readonly now: Date
  readonly expiresAt: Date
}

/**
 * Keeps an asking, for the account of the e-mail address or for nobody, in one statement; those that are over go.
 * Whoever signs in with a provider alone has no password to forget, and Heed has never written to that e-mail address.
 */
export async function addRecovery(tx: Tx, { id, email, now, expiresAt }: NewRecovery): Promise<void> {
  await sql`insert into password_recovery (id, person_id, asked_at, expires_at)
    values (${id}, (select id from person where lower(email) = ${email.toLowerCase()} and password_hash <> ${noPassword}), ${now}, ${expiresAt})`.execute(
    tx,
  )
  await tx.deleteFrom('password_recovery').where('expires_at', '<', now).execute()
}

/** Takes away what was asked for in a future that a wrong clock wrote, so that it is good no more when that comes. */
export async function deleteRecoveriesAhead(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('password_recovery').where('asked_at', '>', later(now, clockTolerance)).execute()
}

/** Gives an asking that can still be used its link, in the place of the one before; the person, or null. */
export async function setLink(
  tx: Tx,
  id: RecoveryId,
  { tokenHash, now }: { readonly tokenHash: string; readonly now: Date },
): Promise<PersonId | null> {
  const row = await tx
    .updateTable('password_recovery')
    .set({ token_hash: tokenHash })
    .where('id', '=', id)
    .where('person_id', 'is not', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('person_id as personId')
    .executeTakeFirst()
  return row?.personId ?? null
}

/** Whose link it is, while it can be used; held, so that it is used once. */
export async function holdRecovery(tx: Tx, tokenHash: string, now: Date): Promise<PersonId | null> {
  const row = await tx
    .selectFrom('password_recovery')
    .select('person_id as personId')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .where('asked_at', '<=', later(now, clockTolerance))
    .forUpdate()
    .executeTakeFirst()
  return row?.personId ?? null
}

/** Uses up every link of the person. */
export async function useUpRecoveries(tx: Tx, personId: PersonId, now: Date): Promise<void> {
  await tx
    .updateTable('password_recovery')
    .set({ used_at: now })
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .execute()
}
