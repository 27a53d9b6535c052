import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { DocumentId, RedactionId, ReviewId } from '../../store/schema.ts'
import type { Extent, RedactionState } from './redaction-decide.ts'

/** A redaction as it was asked for and what became of it. */
export interface Redaction extends RedactionState {
  readonly id: RedactionId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly documentId: DocumentId
  readonly extent: Extent
  readonly reason: string
  readonly askedAt: Date
  /** Null where the acting person may not know of that person, or nobody has. */
  readonly askedByName: string | null
  readonly agreedByName: string | null
  readonly refusedByName: string | null
}

const redactions = (tx: Tx) =>
  tx
    .selectFrom('redaction as r')
    .leftJoin('person as asker', 'asker.id', 'r.asked_by')
    .leftJoin('person as agreer', 'agreer.id', 'r.agreed_by')
    .leftJoin('person as refuser', 'refuser.id', 'r.refused_by')
    .select([
      'r.id',
      'r.board_id as boardId',
      'r.review_id as reviewId',
      'r.document_id as documentId',
      'r.extent',
      'r.reason',
      'r.asked_by as askedBy',
      'r.asked_at as askedAt',
      'r.agreed_at as agreedAt',
      'r.refused_at as refusedAt',
      'asker.name as askedByName',
      'agreer.name as agreedByName',
      'refuser.name as refusedByName',
    ])

/** The redactions of a document, the latest first. */
export const listRedactions = (tx: Tx, id: DocumentId): Promise<Redaction[]> =>
  redactions(tx).where('r.document_id', '=', id).orderBy('r.asked_at', 'desc').orderBy('r.id').limit(200).execute()

interface Which {
  readonly documentId: DocumentId
  readonly id: RedactionId
}

/** The redaction of that document. Throws NotFound. */
export async function findRedaction(tx: Tx, { documentId, id }: Which): Promise<Redaction> {
  const found = await redactions(tx).where('r.id', '=', id).where('r.document_id', '=', documentId).executeTakeFirst()
  if (!found) throw new NotFound('no such redaction')
  return found
}

/** Makes whoever else decides about it wait. Throws NotFound. */
export async function holdRedaction(tx: Tx, { documentId, id }: Which): Promise<void> {
  const held = await tx
    .selectFrom('redaction')
    .select('id')
    .where('id', '=', id)
    .where('document_id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!held) throw new NotFound('no such redaction')
}

/** The words that it is to blank; none once it is decided. */
export async function listWords(tx: Tx, id: RedactionId): Promise<readonly string[]> {
  const rows = await tx.selectFrom('redaction_words').select('words').where('redaction_id', '=', id).execute()
  return rows.map(({ words }) => words).toSorted()
}

interface NewRedaction {
  readonly id: RedactionId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly documentId: DocumentId
  readonly extent: Extent
  readonly words: readonly string[]
  readonly reason: string
  readonly by: PersonId
  readonly now: Date
}

export async function insertRedaction(tx: Tx, asked: NewRedaction): Promise<void> {
  const { id, boardId, reviewId, documentId, extent, words, reason, by, now } = asked
  await tx
    .insertInto('redaction')
    .values({
      id,
      board_id: boardId,
      review_id: reviewId,
      document_id: documentId,
      extent,
      reason,
      asked_by: by,
      asked_at: now,
      agreed_by: null,
      refused_by: null,
    })
    .execute()
  if (words.length === 0) return
  const rows = words.map(each => ({ redaction_id: id, board_id: boardId, words: each }))
  await tx.insertInto('redaction_words').values(rows).execute()
}

/** Keeps who decided and when, and forgets the words. */
export async function settleRedaction(
  tx: Tx,
  id: RedactionId,
  { as, by, now }: { readonly as: 'agreed' | 'refused'; readonly by: PersonId; readonly now: Date },
): Promise<void> {
  const decision = as === 'agreed' ? { agreed_by: by, agreed_at: now } : { refused_by: by, refused_at: now }
  await tx.updateTable('redaction').set(decision).where('id', '=', id).execute()
  await tx.deleteFrom('redaction_words').where('redaction_id', '=', id).execute()
}
