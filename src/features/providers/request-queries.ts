import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Identity } from '../../identity.ts'
import type { RequestId } from '../../store/schema.ts'

/** What a stranger asked of a board. */
export interface AccessRequest {
  readonly id: RequestId
  readonly boardId: BoardId
  readonly boardName: string
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly reason: string
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly decidedAt: Date | null
  readonly outcome: 'confirmed' | 'refused' | null
}

const requests = (tx: Tx) =>
  tx
    .selectFrom('access_request as q')
    .innerJoin('board as b', 'b.id', 'q.board_id')
    .select([
      'q.id',
      'q.board_id as boardId',
      'b.name as boardName',
      'q.issuer',
      'q.subject',
      'q.name',
      'q.email',
      'q.email_verified as emailVerified',
      'q.reason',
      'q.asked_at as askedAt',
      'q.expires_at as expiresAt',
      'q.decided_at as decidedAt',
      'q.outcome',
    ])

interface Window {
  readonly limit: number
  readonly offset: number
}

/** What strangers asked of a board: what is undecided first, then the latest. */
export const listRequests = (tx: Tx, boardId: BoardId, { limit, offset }: Window): Promise<AccessRequest[]> =>
  requests(tx)
    .where('q.board_id', '=', boardId)
    .orderBy(eb => eb('q.outcome', 'is not', null))
    .orderBy('q.asked_at', 'desc')
    .orderBy('q.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many requests a board has had, and how many of them still wait. */
export async function countRequests(tx: Tx, boardId: BoardId, now: Date): Promise<{ all: number; waiting: number }> {
  const counts = await tx
    .selectFrom('access_request')
    .select(eb => [
      eb.fn.countAll<number>().as('all'),
      eb.fn.countAll<number>().filterWhere('outcome', 'is', null).filterWhere('expires_at', '>', now).as('waiting'),
    ])
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow()
  return { all: Number(counts.all), waiting: Number(counts.waiting) }
}

/** A request of the board, for change. Throws NotFound for another board's. */
export async function findRequest(tx: Tx, boardId: BoardId, id: RequestId): Promise<AccessRequest> {
  const held = await tx.selectFrom('access_request').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const found = held && (await requests(tx).where('q.id', '=', id).where('q.board_id', '=', boardId).executeTakeFirst())
  if (!found) throw new NotFound('no such request')
  return found
}

/** A request by its id; null where there is none. */
export async function findRequestById(tx: Tx, id: RequestId): Promise<AccessRequest | null> {
  return (await requests(tx).where('q.id', '=', id).executeTakeFirst()) ?? null
}

/** What somebody asked, of whichever board, the latest first. */
export const listRequestsOf = (
  tx: Tx,
  { issuer, subject }: Pick<Identity, 'issuer' | 'subject'>,
): Promise<AccessRequest[]> =>
  requests(tx)
    .where('q.issuer', '=', issuer)
    .where('q.subject', '=', subject)
    .orderBy('q.asked_at', 'desc')
    .limit(100)
    .execute()

type NewRequest = Omit<AccessRequest, 'boardName' | 'decidedAt' | 'outcome'>

export async function insertRequest(tx: Tx, request: NewRequest): Promise<void> {
  const { id, boardId, issuer, subject, name, email, emailVerified, reason, askedAt, expiresAt } = request
  const times = { asked_at: askedAt, expires_at: expiresAt, decided_by: null, outcome: null }
  await tx
    .insertInto('access_request')
    .values({ id, board_id: boardId, issuer, subject, name, email, email_verified: emailVerified, reason, ...times })
    .execute()
}

interface Decision {
  readonly outcome: 'confirmed' | 'refused'
  readonly by: PersonId
  readonly now: Date
}

/** Settles a request. */
export async function settleRequest(tx: Tx, id: RequestId, { outcome, by, now }: Decision): Promise<void> {
  await tx
    .updateTable('access_request')
    .set({ outcome, decided_by: by, decided_at: now })
    .where('id', '=', id)
    .execute()
}
