/** Sessions: begun, found again from their token, listed and ended. */
import type { Person, PersonId, SessionId } from '../../access/actor.ts'
import { gate } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { isAhead } from '../../core/clock-tolerance.ts'
import { record } from '../../ledger/ledger.ts'
import type { LinkId } from '../../store/schema.ts'
import { listPosts } from './person-queries.ts'
import { deleteRecoveriesAhead } from './recovery-queries.ts'
import {
  addSession,
  endOtherSessions,
  endSession,
  endSessionOf,
  findSession,
  findSessionById,
  putSessionsRight,
  type Stage,
  touchSession,
} from './session-queries.ts'
import { codeAwaited, later, seenEvery, sessionLasts } from './sign-in-limits.ts'

/** Who a session belongs to, and how far its sign-in has come. */
export interface Found {
  readonly person: Person
  /** 'password' while the code of the second factor is awaited. */
  readonly stage: Stage
  /** Whether one of the person's boards asks for a second factor and the person has none. */
  readonly mustEnrol: boolean
  /** When the person showed last who they are. */
  readonly provenAt: Date | null
}

/**
 * Whose session a token is; null when it is none that is in force. Before the sign-in is complete the person has no
 * posts, so that nothing of any board can be reached. Writes "last seen" at most once a minute.
 */
export function findPerson(app: App, token: string): Promise<Found | null> {
  return app.db.as(gate, async tx => {
    const now = app.clock.now()
    const session = await findSession(tx, token, now)
    if (!session) return null
    const held = await listPosts(tx, session.personId)
    if (isAhead(session.seenAt, now)) await putSessionsRight(tx, now)
    if (now.getTime() - session.seenAt.getTime() >= seenEvery) await touchSession(tx, session.id, now)
    // What a rule gave goes by what the rule's provider said at this very sign-in.
    const counted = held.filter(({ ruleIssuer }) => ruleIssuer === null || ruleIssuer === session.issuer)
    const hasFactor = session.secondFactorSince !== null || session.hasPasskey || session.factorByProvider
    const mustEnrol = !hasFactor && counted.some(post => post.secondFactorRequired)
    const isInside = session.stage === 'full' && !mustEnrol
    const posts = isInside ? counted.map(({ boardId, role, agencyId }) => ({ boardId, role, agencyId })) : []
    const person: Person = { kind: 'person', id: session.personId, name: session.name, sessionId: session.id, posts }
    return { person, stage: session.stage, mustEnrol, provenAt: session.provenAt }
  })
}

interface Beginning {
  readonly personId: PersonId
  readonly stage: Stage
  readonly device: string
  /** Where it began with a provider: the link, and what the provider says. */
  readonly by?: { readonly linkId: LinkId; readonly secondFactor: boolean; readonly shownAt: Date | null }
}

/** Begins a session under a new token, inside the caller's transaction. */
export async function openSession(app: App, tx: Tx, { personId, stage, device, by }: Beginning) {
  const [id, token, now] = [app.chance.id<SessionId>(), app.chance.token(), app.clock.now()]
  const expiresAt = later(now, stage === 'full' ? sessionLasts : codeAwaited)
  const provenAt = by ? by.shownAt : stage === 'full' ? now : null
  const link = { linkId: by?.linkId ?? null, factorByProvider: by?.secondFactor ?? false }
  await putSessionsRight(tx, now)
  await deleteRecoveriesAhead(tx, now)
  await addSession(tx, { id, token, personId, stage, device, now, expiresAt, provenAt, ...link })
  return { id, token }
}

/** Ends the session that a person leaves. */
export const signOut = (app: App, token: string): Promise<void> =>
  app.db.as(gate, tx => endSessionOf(tx, token, app.clock.now()))

/** Ends one of the person's own sessions. Throws NotFound for another person's. */
export const endOwnSession = (app: App, person: Person, id: SessionId): Promise<void> =>
  app.db.as(person, async tx => {
    const now = app.clock.now()
    await findSessionById(tx, id, now)
    await endSession(tx, id, now)
    await record(app, tx, person, [endedEntry(person, 1)])
  })

/** Ends all of the person's sessions but the one that asks; gives how many. */
export const endOtherOwnSessions = (app: App, person: Person): Promise<number> =>
  app.db.as(person, async tx => {
    const count = await endOtherSessions(tx, person.id, { but: person.sessionId, now: app.clock.now() })
    if (count > 0) await record(app, tx, person, [endedEntry(person, count)])
    return count
  })

const endedEntry = (person: Person, count: number) => ({
  kind: 'account.sessions-ended',
  thing: 'person',
  thingId: person.id,
  boardId: null,
  facts: { count },
})
