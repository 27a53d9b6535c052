import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, ImportId, ReviewId } from '../../store/schema.ts'
import type { ImportState } from './import-queries.ts'

interface NewDocument {
  readonly id: DocumentId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly scan: 'clean' | 'not scanned'
  readonly bytes: Uint8Array
  readonly uploadedBy: PersonId
}

/** Stores a document with its bytes, held back from everybody but the support team until its import is saved. */
export async function addHeldDocument(tx: Tx, added: NewDocument, now: Date): Promise<void> {
  await tx
    .insertInto('document')
    .values({
      id: added.id,
      board_id: added.boardId,
      review_id: added.reviewId,
      file_name: added.fileName,
      media_type: added.mediaType,
      sha256: added.sha256,
      size_bytes: added.bytes.length,
      scan: added.scan,
      uploaded_by: added.uploadedBy,
      uploaded_at: now,
      held: true,
    })
    .execute()
  const bytes = Buffer.from(added.bytes)
  await tx.insertInto('stored_file').values({ document_id: added.id, board_id: added.boardId, bytes }).execute()
}

/** The bytes as they were uploaded; null when they were redacted or discarded. */
export async function findBytes(tx: Tx, id: DocumentId): Promise<Uint8Array | null> {
  const row = await tx.selectFrom('stored_file').select('bytes').where('document_id', '=', id).executeTakeFirst()
  return row?.bytes ?? null
}

/** The document's row stays, with its hash, who uploaded it and when. */
export async function deleteBytes(tx: Tx, id: DocumentId): Promise<void> {
  await tx.deleteFrom('stored_file').where('document_id', '=', id).execute()
}

/** The document belongs to the review now, for everybody who sees the review. */
export async function fileUnder(tx: Tx, id: DocumentId, reviewId: ReviewId): Promise<void> {
  await tx.updateTable('document').set({ review_id: reviewId, held: false }).where('id', '=', id).execute()
}

/** An upload of the same bytes, as far as the acting person may know of it. */
export interface Earlier {
  readonly sha256: string
  readonly importId: ImportId
  readonly fileName: string
  readonly state: ImportState
  readonly uploadedAt: Date
  readonly byName: string | null
}

/** The latest upload of each of these bytes on the board whose import was not discarded. */
export const listEarlier = (tx: Tx, boardId: BoardId, hashes: readonly string[]): Promise<Earlier[]> =>
  tx
    .selectFrom('document as d')
    .innerJoin('import as i', 'i.document_id', 'd.id')
    .leftJoin('person as p', 'p.id', 'd.uploaded_by')
    .distinctOn('d.sha256')
    .select([
      'd.sha256',
      'i.id as importId',
      'd.file_name as fileName',
      'i.state',
      'd.uploaded_at as uploadedAt',
      'p.name as byName',
    ])
    .where('d.board_id', '=', boardId)
    .where('d.sha256', 'in', [...hashes, ''])
    .where('i.state', '<>', 'discarded')
    .orderBy('d.sha256')
    .orderBy('d.uploaded_at', 'desc')
    .execute()
