import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { Unseen } from '../../core/refusals.ts'
import type { DocumentId, ReviewId } from '../../store/schema.ts'

/** A document that came in, without its bytes. */
export interface Document {
  readonly id: DocumentId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly fileName: string
  readonly mediaType: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly scan: 'clean' | 'not scanned'
  /** Null when the acting person may not know of that person. */
  readonly uploadedByName: string | null
  readonly uploadedAt: Date
  readonly redactedAt: Date | null
  /** Whether it is still being checked, or was discarded: then the support team alone sees it. */
  readonly held: boolean
}

const documents = (tx: Tx) =>
  tx
    .selectFrom('document as d')
    .leftJoin('person as p', 'p.id', 'd.uploaded_by')
    .select([
      'd.id',
      'd.board_id as boardId',
      'd.review_id as reviewId',
      'd.file_name as fileName',
      'd.media_type as mediaType',
      'd.sha256',
      'd.size_bytes as sizeBytes',
      'd.scan',
      'p.name as uploadedByName',
      'd.uploaded_at as uploadedAt',
      'd.redacted_at as redactedAt',
      'd.held',
    ])

/** The document. Throws Unseen when there is none, or none that the acting person may know of. */
export async function findDocument(tx: Tx, id: DocumentId): Promise<Document> {
  const found = await documents(tx).where('d.id', '=', id).executeTakeFirst()
  if (!found) throw new Unseen('document', id)
  return found
}

/** The documents of a review, the latest first. */
export const listDocuments = (tx: Tx, reviewId: ReviewId): Promise<Document[]> =>
  documents(tx)
    .where('d.review_id', '=', reviewId)
    .orderBy('d.uploaded_at', 'desc')
    .orderBy('d.id')
    .limit(200)
    .execute()

/** The bytes as they came in; null when they were redacted or discarded. */
export async function findOriginal(tx: Tx, id: DocumentId): Promise<Uint8Array | null> {
  const row = await tx.selectFrom('stored_file').select('bytes').where('document_id', '=', id).executeTakeFirst()
  return row?.bytes ?? null
}

/** Whether the bytes as they came in are stored. */
export async function hasOriginal(tx: Tx, id: DocumentId): Promise<boolean> {
  const row = await tx.selectFrom('stored_file').select('document_id').where('document_id', '=', id).executeTakeFirst()
  return row !== undefined
}

/** A stretch of a document's text. */
export interface Excerpt {
  readonly text: string
  /** The place of its first code point in the whole text. */
  readonly from: number
  /** The length of the whole text, in code points. */
  readonly length: number
}

/** So many code points from a place on; null when the document has no text in the register. */
export async function findExcerpt(
  tx: Tx,
  id: DocumentId,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<Excerpt | null> {
  const row = await tx
    .selectFrom('document_text')
    .select(eb => [
      eb.fn<string>('substring', ['text', eb.lit(from + 1), eb.lit(count)]).as('text'),
      eb.fn<number>('length', ['text']).as('length'),
    ])
    .where('document_id', '=', id)
    .executeTakeFirst()
  return row ? { text: row.text, length: row.length, from } : null
}
