import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { type StateOf, statesBefore } from '../../core/lifecycle.ts'
import type { PlainDocument } from '../../core/plain-document.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Reading } from '../../reader/reading.ts'
import type { DocumentId, ImportId, ReviewId } from '../../store/schema.ts'
import type { Draft } from './draft.ts'
import type { Standing } from './forms.ts'
import { lifecycle } from './lifecycle.ts'

export type ImportState = StateOf<typeof lifecycle>

/** An import without what was read: what lists and headings show. */
export interface Import {
  readonly id: ImportId
  readonly boardId: BoardId
  readonly boardSlug: string
  readonly boardName: string
  readonly boardMarking: string
  readonly reviewId: ReviewId | null
  readonly reviewTitle: string | null
  readonly documentId: DocumentId
  readonly fileName: string
  readonly sha256: string
  readonly scan: 'clean' | 'not scanned'
  readonly standing: Standing
  readonly state: ImportState
  readonly progress: number
  readonly failure: string | null
  readonly version: number
  readonly startedBy: PersonId
  /** Null when the acting person may not know of that person. */
  readonly startedByName: string | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly savedAt: Date | null
}

const imports = (tx: Tx) =>
  tx
    .selectFrom('import as i')
    .innerJoin('board as b', 'b.id', 'i.board_id')
    .innerJoin('document as d', 'd.id', 'i.document_id')
    .leftJoin('review as r', 'r.id', 'i.review_id')
    .leftJoin('person as p', 'p.id', 'i.started_by')
    .select([
      'i.id',
      'i.board_id as boardId',
      'b.slug as boardSlug',
      'b.name as boardName',
      'b.marking as boardMarking',
      'i.review_id as reviewId',
      'r.title as reviewTitle',
      'i.document_id as documentId',
      'd.file_name as fileName',
      'd.sha256',
      'd.scan',
      'i.standing',
      'i.state',
      'i.progress',
      'i.failure',
      'i.version',
      'i.started_by as startedBy',
      'p.name as startedByName',
      'i.started_at as startedAt',
      'i.changed_at as changedAt',
      'i.saved_at as savedAt',
    ])

/** An import. Throws NotFound when there is none, or none that the acting person may know of. */
export async function findImport(tx: Tx, id: ImportId): Promise<Import> {
  const found = await imports(tx).where('i.id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound('no such import')
  return found
}

/** Makes whoever else changes this import wait. Throws NotFound. */
export async function holdImport(tx: Tx, id: ImportId): Promise<void> {
  const held = await tx.selectFrom('import').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  if (!held) throw new NotFound('no such import')
}

/** What was read, with the document that it was read from, and the check as it stands. */
export interface Read {
  readonly text: string
  readonly reading: Reading
  readonly document: PlainDocument
  readonly draft: Draft
}

/** What was read; null before the reading is done and after it was discarded. */
export async function findRead(tx: Tx, id: ImportId): Promise<Read | null> {
  const row = await tx
    .selectFrom('import')
    .select(['text', 'reading', 'draft'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.text === null || row.reading === null || row.draft === null) return null
  const { reading, document } = row.reading as { reading: Reading; document: PlainDocument }
  return { text: row.text, reading, document, draft: row.draft as Draft }
}

/** The imports of a board, the newest first; of one state, or of all. */
export const listImports = (
  tx: Tx,
  boardId: BoardId,
  { states, limit, offset }: { states: readonly ImportState[]; limit: number; offset: number },
): Promise<Import[]> =>
  imports(tx)
    .where('i.board_id', '=', boardId)
    .where('i.state', 'in', states)
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many imports of a board there are in each state. */
export async function countImports(tx: Tx, boardId: BoardId): Promise<Readonly<Record<ImportState, number>>> {
  const rows = await tx
    .selectFrom('import')
    .select(eb => ['state', eb.fn.countAll<number>().as('count')])
    .where('board_id', '=', boardId)
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, reading: 0, ready: 0, failed: 0, saved: 0, discarded: 0 }
  return { ...counts, ...Object.fromEntries(rows.map(row => [row.state, Number(row.count)])) }
}

interface NewImport {
  readonly id: ImportId
  readonly boardId: BoardId
  readonly reviewId: ReviewId | null
  readonly documentId: DocumentId
  readonly standing: Standing
  readonly startedBy: PersonId
}

/** Adds an import that waits for its reading. */
export async function addImport(tx: Tx, added: NewImport, now: Date): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      id: added.id,
      board_id: added.boardId,
      review_id: added.reviewId,
      document_id: added.documentId,
      standing: added.standing,
      state: 'waiting',
      started_by: added.startedBy,
      started_at: now,
      changed_at: now,
    })
    .execute()
}

/** How far the reading has come. */
export async function setProgress(
  tx: Tx,
  id: ImportId,
  { state, progress, now }: { state: 'waiting' | 'reading'; progress: number; now: Date },
): Promise<void> {
  await tx.updateTable('import').set({ state, progress, failure: null, changed_at: now }).where('id', '=', id).execute()
}

/** Keeps what was read; the import is ready to be checked. */
export async function setRead(
  tx: Tx,
  id: ImportId,
  { text, reading, document, draft }: Read,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('import')
    .set({
      state: 'ready',
      progress: 100,
      failure: null,
      text,
      reading: JSON.stringify({ reading, document }),
      draft: JSON.stringify(draft),
      version: draft.version,
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}

/** The reading failed, for a reason in plain words; only one that was under way can. Says whether it was. */
export async function setFailed(tx: Tx, id: ImportId, failure: string, now: Date): Promise<boolean> {
  const done = await tx
    .updateTable('import')
    .set({ state: 'failed', failure, changed_at: now })
    .where('id', '=', id)
    .where('state', 'in', statesBefore(lifecycle, 'fail'))
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** Whose board and review a failed or unfinished import is, for the caretaker. */
export const findEnded = (tx: Tx, id: ImportId) =>
  tx
    .selectFrom('import')
    .select(['board_id as boardId', 'review_id as reviewId'])
    .where('id', '=', id)
    .executeTakeFirst()

/** Keeps the check as people have corrected it. */
export async function setDraft(tx: Tx, id: ImportId, draft: Draft, now: Date): Promise<void> {
  await tx
    .updateTable('import')
    .set({ draft: JSON.stringify(draft), version: draft.version, changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Says which review the import and its document are of; null: a new one, which saving makes. */
export async function setReview(
  tx: Tx,
  { id, documentId }: Pick<Import, 'id' | 'documentId'>,
  reviewId: ReviewId | null,
): Promise<void> {
  await tx.updateTable('import').set({ review_id: reviewId }).where('id', '=', id).execute()
  await tx.updateTable('document').set({ review_id: reviewId }).where('id', '=', documentId).execute()
}

/** The check is in the register now; what was read is kept with it. */
export async function setSaved(
  tx: Tx,
  id: ImportId,
  { reviewId, by, now }: { reviewId: ReviewId; by: PersonId; now: Date },
): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'saved', review_id: reviewId, saved_by: by, saved_at: now, changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Nothing of what was read is kept. */
export async function setDiscarded(tx: Tx, id: ImportId, now: Date): Promise<void> {
  await tx
    .updateTable('import')
    .set({ state: 'discarded', text: null, reading: null, draft: null, failure: null, changed_at: now })
    .where('id', '=', id)
    .execute()
}
