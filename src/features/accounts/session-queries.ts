import { sql } from 'kysely'
import type { PersonId, SessionId } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { Tx } from '../../app.ts'
import { clockTolerance } from '../../core/clock-tolerance.ts'
import { NotFound } from '../../core/refusals.ts'
import type { LinkId } from '../../store/schema.ts'
import { hasPasskey } from './person-queries.ts'
import { idleFor, later } from './sign-in-limits.ts'

export type Stage = 'password' | 'full'

/** A session that is in force. */
export interface Session {
  readonly id: SessionId
  readonly stage: Stage
  readonly device: string
  readonly startedAt: Date
  readonly seenAt: Date
  /** The second factor that it is setting up, sealed. */
  readonly pending: string | null
  readonly provenAt: Date | null
}

/** A session that was begun in the future is none: the clock was wrong then. */
const inForce = (tx: Tx, now: Date) =>
  tx
    .selectFrom('session as s')
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .where('s.seen_at', '>', later(now, -idleFor))
    .where('s.started_at', '<=', later(now, clockTolerance))

const columns = [
  's.id',
  's.stage',
  's.device',
  's.started_at as startedAt',
  's.seen_at as seenAt',
  's.totp_pending as pending',
  's.proven_at as provenAt',
] as const

/** The session of a token, with whose it is. */
export const findSession = (tx: Tx, token: string, now: Date) =>
  inForce(tx, now)
    .innerJoin('person as p', 'p.id', 's.person_id')
    .leftJoin('provider_link as l', join => join.onRef('l.id', '=', 's.link_id').on('l.ended_at', 'is', null))
    .select(eb => [
      ...columns,
      'p.id as personId',
      'p.name',
      'p.totp_confirmed_at as secondFactorSince',
      's.factor_by_provider as factorByProvider',
      'l.issuer',
      hasPasskey(eb.ref('p.id')).as('hasPasskey'),
    ])
    .where('s.token_hash', '=', hashToken(token))
    .executeTakeFirst()

/** A session by its id, for change. Throws NotFound when it is not in force or not the acting person's. */
export async function findSessionById(tx: Tx, id: SessionId, now: Date): Promise<Session> {
  const found = await inForce(tx, now).select(columns).where('s.id', '=', id).forUpdate().executeTakeFirst()
  if (!found) throw new NotFound('no such session')
  return found
}

/** A person's sessions that are in force, the latest first. */
export const listSessions = (tx: Tx, personId: PersonId, now: Date): Promise<Session[]> =>
  inForce(tx, now)
    .select(columns)
    .where('s.person_id', '=', personId)
    .where('s.stage', '=', 'full')
    .orderBy('s.seen_at', 'desc')
    .limit(100)
    .execute()

interface NewSession {
  readonly id: SessionId
  readonly token: string
  readonly personId: PersonId
  readonly stage: Stage
  readonly device: string
  readonly now: Date
  readonly expiresAt: Date
  /** When the person showed who they are. */
  readonly provenAt: Date | null
  /** The link by which it began; null for one with a password. */
  readonly linkId: LinkId | null
  readonly factorByProvider: boolean
}

/** Stores a session under the hash of its token. */
export async function addSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: hashToken(session.token),
      person_id: session.personId,
      stage: session.stage,
      device: session.device.slice(0, 200),
      started_at: session.now,
      seen_at: session.now,
      proven_at: session.provenAt,
      expires_at: session.expiresAt,
      link_id: session.linkId,
      factor_by_provider: session.factorByProvider,
    })
    .execute()
}

/**
 * Gives a session whose second factor was given its full standing, under a new token. Its password was given with it;
 * with a provider, the person may have shown who they are a while ago. Tells the link to the provider's account that it
 * began with, or null.
 */
export async function completeSession(
  tx: Tx,
  id: SessionId,
  { token, now, expiresAt }: Pick<NewSession, 'token' | 'now' | 'expiresAt'>,
): Promise<{ readonly linkId: LinkId | null }> {
  return tx
    .updateTable('session')
    .set({
      token_hash: hashToken(token),
      stage: 'full',
      seen_at: now,
      proven_at: sql`case when link_id is null then ${now} else proven_at end`,
      expires_at: expiresAt,
    })
    .where('id', '=', id)
    .returning('link_id as linkId')
    .executeTakeFirstOrThrow()
}

/**
 * After a clock that ran ahead was put right: what was begun in that future ends, and what was last seen there was seen
 * now, so that nothing lives on for as long as the clock was wrong.
 */
export async function putSessionsRight(tx: Tx, now: Date): Promise<void> {
  const limit = later(now, clockTolerance)
  await tx
    .updateTable('session')
    .set({ ended_at: now, totp_pending: null })
    .where('ended_at', 'is', null)
    .where('started_at', '>', limit)
    .execute()
  // Who was asked in that future who they are is asked again.
  await tx
    .updateTable('session')
    .set({ seen_at: now, proven_at: sql`case when proven_at <= seen_at then null else proven_at end` })
    .where('ended_at', 'is', null)
    .where('seen_at', '>', limit)
    .execute()
}

/** Writes when a session was last seen. */
export async function touchSession(tx: Tx, id: SessionId, now: Date): Promise<void> {
  await tx.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute()
}

/** Writes that the person of a session has shown who they are. */
export async function setProven(tx: Tx, id: SessionId, now: Date): Promise<void> {
  await tx.updateTable('session').set({ seen_at: now, proven_at: now }).where('id', '=', id).execute()
}

/** Keeps the sealed secret that a session is setting up; null forgets it. */
export async function setPending(tx: Tx, id: SessionId, secret: string | null): Promise<void> {
  await tx.updateTable('session').set({ totp_pending: secret }).where('id', '=', id).execute()
}

/** Ends a session, if it has not ended. */
export async function endSession(tx: Tx, id: SessionId, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now, totp_pending: null })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends the session of a token, if it has one. */
export async function endSessionOf(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .updateTable('session')
    .set({ ended_at: now, totp_pending: null })
    .where('token_hash', '=', hashToken(token))
    .where('ended_at', 'is', null)
    .execute()
}

/** Ends a person's sessions but one, or all of them; how many of them were in force. */
export async function endOtherSessions(
  tx: Tx,
  personId: PersonId,
  { but, now }: { but: SessionId | null; now: Date },
): Promise<number> {
  const others = await inForce(tx, now)
    .select(['s.id', 's.stage'])
    .where('s.person_id', '=', personId)
    .$if(but !== null, query => query.where('s.id', '!=', but as SessionId))
    .execute()
  // What is not in force by a clock that is wrong could be again once it is right.
  await tx
    .updateTable('session')
    .set({ ended_at: now, totp_pending: null })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(but !== null, query => query.where('id', '!=', but as SessionId))
    .execute()
  return others.filter(({ stage }) => stage === 'full').length
}
