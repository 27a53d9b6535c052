import { sql } from 'kysely'
import type { Tx } from '../../app.ts'
import type { DocumentId, ImportId, RedactionId, ReviewId } from '../../store/schema.ts'

/** A document that a redaction may reach, with its text where it was ever read. */
export interface NearDocument {
  readonly id: DocumentId
  readonly reviewId: ReviewId | null
  readonly fileName: string
  readonly text: string | null
  /** Whether its bytes are those of the document that is redacted. */
  readonly isCopy: boolean
}

/**
 * The document, its copies on the board and the other documents of its review, as far as the acting person sees them.
 */
export const listNearDocuments = (tx: Tx, id: DocumentId): Promise<NearDocument[]> =>
  tx
    .selectFrom('document as own')
    .innerJoin('document as d', 'd.board_id', 'own.board_id')
    .leftJoin('document_text as t', 't.document_id', 'd.id')
    .select(['d.id', 'd.review_id as reviewId', 'd.file_name as fileName', 't.text as kept'])
    .select(sql<boolean>`d.sha256 = own.sha256`.as('isCopy'))
    .select(eb =>
      eb
        .selectFrom('import as i')
        .select(sql<string | null>`string_agg(i.text, ${'\n'})`.as('text'))
        .whereRef('i.document_id', '=', 'd.id')
        .as('read'),
    )
    .where('own.id', '=', id)
    .where(eb => eb.or([eb('d.sha256', '=', eb.ref('own.sha256')), eb('d.review_id', '=', eb.ref('own.review_id'))]))
    .orderBy('d.uploaded_at')
    .orderBy('d.id')
    .execute()
    .then(rows =>
      rows.map(({ kept, read, ...row }) => ({
        ...row,
        text: kept === null && read === null ? null : `${kept ?? ''}\n${read ?? ''}`,
      })),
    )

interface HeldImport {
  readonly id: ImportId
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed' | 'saved' | 'discarded'
}

/** The imports of the documents; held, so that nobody saves or changes one meanwhile. */
export const holdImportsOf = (tx: Tx, ids: readonly DocumentId[]): Promise<HeldImport[]> =>
  tx.selectFrom('import').select(['id', 'state']).where('document_id', 'in', ids).orderBy('id').forUpdate().execute()

/** Ends the checks of imports whose reading is gone; what was saved stays saved. */
export async function discardImports(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('import')
    .set({ state: 'discarded', changed_at: now })
    .where('id', 'in', ids as readonly ImportId[])
    .where('state', 'in', ['ready', 'failed'])
    .execute()
}

/** Deletes the bytes as they came in, and says on each document when. */
export async function deleteOriginals(tx: Tx, ids: readonly DocumentId[], now: Date): Promise<void> {
  await tx.deleteFrom('stored_file').where('document_id', 'in', ids).execute()
  await tx.updateTable('document').set({ redacted_at: now }).where('id', 'in', ids).execute()
}

/** The words that other redactions near the documents wait to blank. */
export const listOtherWords = (
  tx: Tx,
  id: RedactionId,
  documentIds: readonly DocumentId[],
): Promise<{ redactionId: RedactionId; words: string }[]> =>
  tx
    .selectFrom('redaction_words as w')
    .innerJoin('redaction as r', 'r.id', 'w.redaction_id')
    .select(['w.redaction_id as redactionId', 'w.words'])
    .where('r.id', '<>', id)
    .where('r.document_id', 'in', documentIds)
    .execute()

export async function deleteWords(tx: Tx, redactionId: RedactionId, words: string): Promise<void> {
  await tx.deleteFrom('redaction_words').where('redaction_id', '=', redactionId).where('words', '=', words).execute()
}
