/** What is open in a person's name on a board, as far as whoever asks may see it. */
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, ImportId, InvitationId, RedactionId, ReviewId } from '../../store/schema.ts'
import { mostListed } from './handover.ts'

interface Of {
  readonly boardId: BoardId
  readonly personId: PersonId
}

export interface OpenImport {
  readonly id: ImportId
  readonly fileName: string
  readonly startedAt: Date
}

/** Imports that the person began and that are neither saved nor discarded, the oldest first. */
export const listOpenImports = (tx: Tx, { boardId, personId }: Of): Promise<OpenImport[]> =>
  tx
    .selectFrom('import as i')
    .innerJoin('document as d', 'd.id', 'i.document_id')
    .select(['i.id', 'd.file_name as fileName', 'i.started_at as startedAt'])
    .where('i.board_id', '=', boardId)
    .where('i.started_by', '=', personId)
    .where('i.state', 'in', ['waiting', 'reading', 'ready', 'failed'])
    .orderBy('i.started_at')
    .limit(mostListed)
    .execute()

export interface OpenRedaction {
  readonly id: RedactionId
  readonly documentId: DocumentId
  readonly fileName: string
  readonly askedAt: Date
}

/** Redactions that the person asked for and that nobody has agreed to or refused, the oldest first. */
export const listOpenRedactions = (tx: Tx, { boardId, personId }: Of): Promise<OpenRedaction[]> =>
  tx
    .selectFrom('redaction as r')
    .innerJoin('document as d', 'd.id', 'r.document_id')
    .select(['r.id', 'r.document_id as documentId', 'd.file_name as fileName', 'r.asked_at as askedAt'])
    .where('r.board_id', '=', boardId)
    .where('r.asked_by', '=', personId)
    .where('r.agreed_at', 'is', null)
    .where('r.refused_at', 'is', null)
    .orderBy('r.asked_at')
    .limit(mostListed)
    .execute()

export interface Seat {
  readonly reviewId: ReviewId
  readonly title: string
  readonly joinedAt: Date
}

/** The panels that the person sits on, by the review's title. */
export const listSeats = (tx: Tx, { boardId, personId }: Of): Promise<Seat[]> =>
  tx
    .selectFrom('panel_member as m')
    .innerJoin('review as r', 'r.id', 'm.review_id')
    .select(['r.id as reviewId', 'r.title', 'm.joined_at as joinedAt'])
    .where('m.board_id', '=', boardId)
    .where('m.person_id', '=', personId)
    .where('m.left_at', 'is', null)
    .orderBy('r.title')
    .limit(mostListed)
    .execute()

export interface OpenInvitation {
  readonly id: InvitationId
  readonly name: string
  readonly role: Role
  readonly invitedAt: Date
}

/** Invitations that the person sent and that can still be taken up, the oldest first. */
export const listOpenInvitations = (tx: Tx, { boardId, personId }: Of, now: Date): Promise<OpenInvitation[]> =>
  tx
    .selectFrom('invitation')
    .select(['id', 'name', 'role', 'invited_at as invitedAt'])
    .where('board_id', '=', boardId)
    .where('invited_by', '=', personId)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('invited_at')
    .limit(mostListed)
    .execute()

/** Somebody who has or had a role on the board. */
export const findPersonOfBoard = (tx: Tx, { boardId, personId }: Of) =>
  tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', '=', personId)
    .where(eb =>
      eb.exists(
        eb.selectFrom('membership').select('id').where('board_id', '=', boardId).where('person_id', '=', personId),
      ),
    )
    .executeTakeFirst()
