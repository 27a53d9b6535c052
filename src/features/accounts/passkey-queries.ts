/** Passkeys, and the challenges that they are asked to sign. */
import type { PersonId, SessionId } from '../../access/actor.ts'
import type { PasskeyFacts, Purpose } from '../../access/passkeys.ts'
import { hashToken } from '../../access/secrets.ts'
import type { Tx } from '../../app.ts'
import { clockTolerance } from '../../core/clock-tolerance.ts'
import { NotFound } from '../../core/refusals.ts'
import type { PasskeyId } from '../../store/schema.ts'
import { challengeLasts, later } from './sign-in-limits.ts'

/** What a challenge is for: whose, and in which session, unless somebody is only about to sign in. */
export interface Bound {
  readonly purpose: Purpose
  readonly personId: PersonId | null
  readonly sessionId: SessionId | null
}

interface NewChallenge extends Bound {
  readonly challenge: string
  readonly now: Date
  readonly expiresAt: Date
}

/** Keeps the hash of a challenge; those that are over go. */
export async function addChallenge(tx: Tx, { challenge, now, expiresAt, ...bound }: NewChallenge): Promise<void> {
  await tx
    .insertInto('passkey_challenge')
    .values({
      hash: hashToken(challenge),
      purpose: bound.purpose,
      person_id: bound.personId,
      session_id: bound.sessionId,
      expires_at: expiresAt,
    })
    .execute()
  await tx.deleteFrom('passkey_challenge').where('expires_at', '<=', now).execute()
}

/** Uses a challenge up, whatever it was for; whether it was for this, and in time. */
export async function takeChallenge(tx: Tx, challenge: string, { now, ...bound }: Bound & { now: Date }) {
  const made = await tx
    .deleteFrom('passkey_challenge')
    .where('hash', '=', hashToken(challenge))
    .returning(['purpose', 'person_id as personId', 'session_id as sessionId', 'expires_at as expiresAt'])
    .executeTakeFirst()
  return (
    made !== undefined &&
    made.expiresAt > now &&
    // Nothing that was made while the clock ran ahead lives longer for it.
    made.expiresAt <= later(now, challengeLasts + clockTolerance) &&
    made.purpose === bound.purpose &&
    made.personId === bound.personId &&
    made.sessionId === bound.sessionId
  )
}

export interface Passkey {
  readonly id: PasskeyId
  readonly name: string
  readonly addedAt: Date
  readonly usedAt: Date | null
  readonly credentialId: string
  readonly transports: readonly string[]
}

const split = (text: string) => (text === '' ? [] : text.split(' '))

const ofPerson = (tx: Tx, personId: PersonId) =>
  tx
    .selectFrom('passkey')
    .select([
      'id',
      'name',
      'added_at as addedAt',
      'used_at as usedAt',
      'credential_id as credentialId',
      'transports as joined',
    ])
    .where('person_id', '=', personId)

/** A person's passkeys, the first first. */
export async function listPasskeys(tx: Tx, personId: PersonId): Promise<readonly Passkey[]> {
  const rows = await ofPerson(tx, personId).orderBy('added_at').orderBy('id').execute()
  return rows.map(({ joined, ...row }) => ({ ...row, transports: split(joined) }))
}

/** One of a person's passkeys. Throws NotFound. */
export async function findPasskey(tx: Tx, personId: PersonId, id: PasskeyId): Promise<Passkey> {
  const row = await ofPerson(tx, personId).where('id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('no such passkey')
  const { joined, ...passkey } = row
  return { ...passkey, transports: split(joined) }
}

/** The passkey that a device speaks of, for change. */
export const holdPasskey = (tx: Tx, credentialId: string) =>
  tx
    .selectFrom('passkey')
    .select(['id', 'person_id as personId', 'credential_id as credentialId', 'public_key as publicKey', 'counter'])
    .where('credential_id', '=', credentialId)
    .forUpdate()
    .executeTakeFirst()

interface NewPasskey extends PasskeyFacts {
  readonly id: PasskeyId
  readonly personId: PersonId
  readonly name: string
  readonly now: Date
}

/** Stores a passkey. False, and nothing is changed, when it is stored already, whoever has it. */
export async function addPasskey(tx: Tx, passkey: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('passkey')
    .values({
      id: passkey.id,
      person_id: passkey.personId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports.join(' '),
      name: passkey.name,
      added_at: passkey.now,
    })
    .onConflict(conflict => conflict.column('credential_id').doNothing())
    .executeTakeFirstOrThrow()
  return added === 1n
}

/** Writes when a passkey was used, and what its device had counted. */
export async function setPasskeyUsed(tx: Tx, id: PasskeyId, { counter, now }: { counter: number; now: Date }) {
  await tx.updateTable('passkey').set({ counter, used_at: now }).where('id', '=', id).execute()
}

/** Changes what a person calls a passkey. */
export async function setPasskeyName(tx: Tx, id: PasskeyId, name: string): Promise<void> {
  await tx.updateTable('passkey').set({ name }).where('id', '=', id).execute()
}

export async function deletePasskey(tx: Tx, id: PasskeyId): Promise<void> {
  await tx.deleteFrom('passkey').where('id', '=', id).execute()
}

/** Removes all of a person's passkeys. */
export async function deletePasskeysOf(tx: Tx, personId: PersonId): Promise<void> {
  await tx.deleteFrom('passkey').where('person_id', '=', personId).execute()
}
