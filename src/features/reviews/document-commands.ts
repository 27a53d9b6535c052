/** A stored document: what is known of it, its original, and the words around a place in it. */
import type { Person } from '../../access/actor.ts'
import { authorise, can, type Subject } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { DocumentId } from '../../store/schema.ts'
import { type Board, findBoardById } from '../partnership/index.ts'
import { type Document, findDocument, findExcerpt, findOriginal, hasOriginal } from './document-queries.ts'
import { within } from './entries.ts'
import { historyOf } from './history.ts'
import { subjectOf } from './review-access.ts'
import { findReview } from './review-queries.ts'
import type { Review } from './reviews.ts'
import { type Wanted, windowOf } from './windows.ts'

/** A document with the review that it belongs to, if any, and how permissions see it. */
export interface OpenedDocument {
  readonly document: Document
  readonly board: Board
  readonly review: Review | null
  readonly subject: Subject
}

/** The document, for one who may see it. Throws NotFound and Forbidden. */
export async function openDocument(tx: Tx, person: Person, id: DocumentId): Promise<OpenedDocument> {
  const document = await findDocument(tx, id)
  const review = document.reviewId && (await findReview(tx, document.reviewId))
  const subject = review ? await subjectOf(tx, person, review) : { boardId: document.boardId }
  authorise(person, 'document.see', subject)
  return { document, board: await findBoardById(tx, document.boardId), review, subject }
}

/** Everything that the page of a document shows. */
export const showDocument = (app: App, person: Person, id: DocumentId) =>
  app.db.as(person, async tx => {
    const { subject, ...opened } = await openDocument(tx, person, id)
    const seesHistory = can(person, 'history.see', subject)
    return {
      ...opened,
      isStored: await hasOriginal(tx, id),
      hasWords: (await findExcerpt(tx, id, { from: 0, count: 1 })) !== null,
      mayRedact: can(person, 'redaction.ask', subject),
      history: seesHistory ? await historyOf(tx, person, { thingId: id }) : null,
    }
  })

/**
 * The original as it came in, under a name that bears the board's marking unless its review is released; that it was
 * downloaded is an entry. Throws NotFound when it was redacted or discarded.
 */
export const downloadOriginal = (app: App, person: Person, id: DocumentId) =>
  app.db.as(person, async tx => {
    const { document, board, review } = await openDocument(tx, person, id)
    const bytes = await findOriginal(tx, id)
    if (!bytes) throw new NotFound('the original is no longer stored')
    const entry = { kind: 'document.downloaded', thing: 'document', thingId: id }
    await record(app, tx, person, [within(document, entry)])
    const marking = review?.standing === 'released' ? '' : board.marking
    return { name: marking ? `${marking} ${document.fileName}` : document.fileName, bytes }
  })

/** The words around a place of the document, or a page of its text. */
export const showWords = (app: App, person: Person, id: DocumentId, wanted: Wanted) =>
  app.db.as(person, async tx => {
    const { subject: _, ...opened } = await openDocument(tx, person, id)
    return { ...opened, excerpt: await findExcerpt(tx, id, windowOf(wanted)) }
  })
