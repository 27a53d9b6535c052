import { sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { DocumentId, ImportId, RedactionId, ReviewId } from '../../store/schema.ts'

/** No thing has it: for a list that may be empty. */
const nobody = '00000000-0000-0000-0000-000000000000' as DocumentId

/** A document that a redaction may reach, with its text where it was ever read. */
export interface NearDocument {
  readonly id: DocumentId
  readonly reviewId: ReviewId | null
  readonly fileName: string
  readonly text: string | null
  /** Whether its bytes are those of a document that is redacted. */
  readonly isCopy: boolean
}

interface Near {
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly documentIds: readonly DocumentId[]
}

/**
 * The documents, their copies on the board, the other documents of the review, and those that belong to no review yet,
 * as far as the acting one sees them.
 */
export const listNearDocuments = (tx: Tx, { boardId, reviewId, documentIds }: Near): Promise<NearDocument[]> => {
  const ids = sql`array[${sql.join([...documentIds])}]::uuid[]`
  const isCopy = sql<boolean>`d.sha256 in (select own.sha256 from document own where own.id = any (${ids}))`
  return tx
    .selectFrom('document as d')
    .leftJoin('document_text as t', 't.document_id', 'd.id')
    .select(['d.id', 'd.review_id as reviewId', 'd.file_name as fileName', 't.text as kept'])
    .select(isCopy.as('isCopy'))
    .select(eb =>
      eb
        .selectFrom('import as i')
        .select(sql<string | null>`string_agg(i.text, ${'\n'})`.as('text'))
        .whereRef('i.document_id', '=', 'd.id')
        .as('read'),
    )
    .where('d.board_id', '=', boardId)
    .where(eb => eb.or([isCopy, eb('d.review_id', 'is', null), eb('d.review_id', '=', reviewId)]))
    .orderBy('d.uploaded_at')
    .orderBy('d.id')
    .execute()
    .then(rows =>
      rows.map(({ kept, read, ...row }) => ({
        ...row,
        text: kept === null && read === null ? null : `${kept ?? ''}\n${read ?? ''}`,
      })),
    )
}

interface HeldImport {
  readonly id: ImportId
  readonly state: 'waiting' | 'reading' | 'ready' | 'failed' | 'saved' | 'discarded'
}

/** The imports of the documents; held, so that nobody saves or changes one meanwhile. */
export const holdImportsOf = (tx: Tx, ids: readonly DocumentId[]): Promise<HeldImport[]> =>
  tx
    .selectFrom('import')
    .select(['id', 'state'])
    .where('document_id', 'in', [...ids, nobody])
    .orderBy('id')
    .forUpdate()
    .execute()

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

/** Deletes the bytes as they came in, and says on each document when. Gives how many there were. */
export async function deleteOriginals(tx: Tx, ids: readonly DocumentId[], now: Date): Promise<number> {
  if (ids.length === 0) return 0
  const deleted = await tx.deleteFrom('stored_file').where('document_id', 'in', ids).executeTakeFirst()
  await tx
    .updateTable('document')
    .set({ redacted_at: now })
    .where('id', 'in', ids)
    .where('redacted_at', 'is', null)
    .execute()
  return Number(deleted.numDeletedRows)
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
    .where('r.document_id', 'in', [...documentIds, nobody])
    .execute()

export async function deleteWords(tx: Tx, redactionId: RedactionId, words: string): Promise<void> {
  await tx.deleteFrom('redaction_words').where('redaction_id', '=', redactionId).where('words', '=', words).execute()
}
