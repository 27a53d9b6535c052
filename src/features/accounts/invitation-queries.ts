import type { AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { InvitationId } from '../../store/schema.ts'

/** An invitation with what its board and agency are called. */
export interface Invitation {
  readonly id: InvitationId
  readonly boardId: BoardId
  readonly boardSlug: string
  readonly boardName: string
  readonly boardShortName: string
  readonly agencyId: AgencyId | null
  readonly agencyName: string | null
  /** When its agency left the board; null while it sits there, and where the role is no agency's. */
  readonly agencyLeftAt: Date | null
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly invitedAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly withdrawnAt: Date | null
  readonly sentAt: Date | null
  readonly failedAt: Date | null
  /** When somebody first tried to accept it after its agency had left. */
  readonly refusedAt: Date | null
}

const invitations = (tx: Tx) =>
  tx
    .selectFrom('invitation as i')
    .innerJoin('board as b', 'b.id', 'i.board_id')
    .leftJoin('agency as a', 'a.id', 'i.agency_id')
    .leftJoin('board_agency as s', join =>
      join.onRef('s.agency_id', '=', 'i.agency_id').onRef('s.board_id', '=', 'i.board_id'),
    )
    .select([
      'i.id',
      'i.board_id as boardId',
      'b.slug as boardSlug',
      'b.name as boardName',
      'b.short_name as boardShortName',
      'i.agency_id as agencyId',
      'a.name as agencyName',
      's.left_at as agencyLeftAt',
      'i.role',
      'i.name',
      'i.email',
      'i.invited_at as invitedAt',
      'i.expires_at as expiresAt',
      'i.accepted_at as acceptedAt',
      'i.withdrawn_at as withdrawnAt',
      'i.sent_at as sentAt',
      'i.failed_at as failedAt',
      'i.refused_at as refusedAt',
    ])

/** The invitation of a link, whatever has become of it; null when the link leads to none. */
export async function findInvitationOf(tx: Tx, tokenHash: string): Promise<Invitation | null> {
  return (await invitations(tx).where('i.token_hash', '=', tokenHash).executeTakeFirst()) ?? null
}

/** The same, held so that nobody else accepts or withdraws it meanwhile. */
export async function holdInvitationOf(tx: Tx, tokenHash: string): Promise<Invitation | null> {
  const held = await tx
    .selectFrom('invitation')
    .select('id')
    .where('token_hash', '=', tokenHash)
    .forUpdate()
    .executeTakeFirst()
  return held ? findInvitationOf(tx, tokenHash) : null
}

/** An invitation by its id, for change. Throws NotFound. */
export async function findInvitation(tx: Tx, id: InvitationId): Promise<Invitation> {
  const held = await tx.selectFrom('invitation').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  const found = held && (await invitations(tx).where('i.id', '=', id).executeTakeFirst())
  if (!found) throw new NotFound('no such invitation')
  return found
}

interface Window {
  readonly limit: number
  readonly offset: number
}

/** A board's invitations, the latest first. */
export const listInvitations = (tx: Tx, boardId: BoardId, { limit, offset }: Window): Promise<Invitation[]> =>
  invitations(tx)
    .where('i.board_id', '=', boardId)
    .orderBy('i.invited_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many invitations a board has made. */
export async function countInvitations(tx: Tx, boardId: BoardId): Promise<number> {
  const { count } = await tx
    .selectFrom('invitation')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('board_id', '=', boardId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface NewInvitation {
  readonly id: InvitationId
  readonly tokenHash: string
  readonly boardId: BoardId
  readonly agencyId: AgencyId | null
  readonly role: Role
  readonly name: string
  readonly email: string
  readonly invitedBy: PersonId | null
  readonly now: Date
  readonly expiresAt: Date
}

/** Stores an invitation under the hash of its link’s token. */
export async function addInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx
    .insertInto('invitation')
    .values({
      id: invitation.id,
      token_hash: invitation.tokenHash,
      board_id: invitation.boardId,
      agency_id: invitation.agencyId,
      role: invitation.role,
      name: invitation.name,
      email: invitation.email,
      invited_by: invitation.invitedBy,
      invited_at: invitation.now,
      expires_at: invitation.expiresAt,
    })
    .execute()
}

/** Whether an invitation of the same kind can still be used. */
export async function isInvited(
  tx: Tx,
  { boardId, email, role, agencyId, now }: Pick<NewInvitation, 'boardId' | 'email' | 'role' | 'agencyId' | 'now'>,
): Promise<boolean> {
  const found = await tx
    .selectFrom('invitation')
    .select('id')
    .where('board_id', '=', boardId)
    .where(eb => eb.fn('lower', ['email']), '=', email.toLowerCase())
    .where('role', '=', role)
    .where('agency_id', agencyId === null ? 'is' : '=', agencyId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return found !== undefined
}

interface Changes {
  readonly tokenHash?: string
  readonly expiresAt?: Date
  readonly acceptedAt?: Date
  readonly withdrawnAt?: Date
  readonly sentAt?: Date | null
  readonly failedAt?: Date | null
  readonly refusedAt?: Date
}

/** Changes what is given and leaves the rest. */
export async function changeInvitation(tx: Tx, id: InvitationId, changes: Changes): Promise<void> {
  const { tokenHash, expiresAt, acceptedAt, withdrawnAt, sentAt, failedAt, refusedAt } = changes
  await tx
    .updateTable('invitation')
    .set({
      ...(tokenHash === undefined ? {} : { token_hash: tokenHash }),
      ...(expiresAt === undefined ? {} : { expires_at: expiresAt }),
      ...(acceptedAt === undefined ? {} : { accepted_at: acceptedAt }),
      ...(withdrawnAt === undefined ? {} : { withdrawn_at: withdrawnAt }),
      ...(sentAt === undefined ? {} : { sent_at: sentAt }),
      ...(failedAt === undefined ? {} : { failed_at: failedAt }),
      ...(refusedAt === undefined ? {} : { refused_at: refusedAt }),
    })
    .where('id', '=', id)
    .execute()
}
