/** Reviews, imports and registers for the tests, made as the application makes them. */
import { randomUUID } from 'node:crypto'
import type { PlainDate } from '../src/core/plain-date.ts'
import type { RegisterInput, StatementInput } from '../src/features/recommendations/index.ts'
import { createReview, noFacts, type ReviewFacts } from '../src/features/reviews/index.ts'
import type { DocumentId, ImportId, ReviewId } from '../src/store/schema.ts'
import type { Board, House, Visitor } from './world.ts'

export const day = (text: string) => text as PlainDate

/** A restricted review of the board. */
export const makeReview = (
  { app }: House,
  officer: Visitor,
  board: Board,
  facts: Partial<ReviewFacts> = {},
): Promise<ReviewId> =>
  app.db.as(officer, tx =>
    createReview(app, tx, officer, { boardId: board.id, facts: { ...noFacts, title: 'Review of Child A', ...facts } }),
  )

export interface Source {
  readonly documentId: DocumentId
  readonly importId: ImportId
}

/** A document with its bytes, and a saved import of it whose text is the same. */
export async function makeImport(
  { app }: House,
  officer: Visitor,
  { board, reviewId, text = 'The words of the response.' }: { board: Board; reviewId: ReviewId; text?: string },
): Promise<Source> {
  const [documentId, importId] = [randomUUID() as DocumentId, randomUUID() as ImportId]
  const [now, of] = [app.clock.now(), { board_id: board.id, review_id: reviewId }]
  const bytes = Buffer.from(text)
  const reading = JSON.stringify({ reading: { words: text }, document: { blocks: [{ text }] } })
  const file = { file_name: 'response.txt', media_type: 'text/plain', size_bytes: bytes.length, sha256: 'a'.repeat(64) }
  await app.db.as(officer, async tx => {
    await tx
      .insertInto('document')
      .values({ id: documentId, ...of, ...file, scan: 'clean', uploaded_by: officer.id, uploaded_at: now })
      .execute()
    await tx.insertInto('stored_file').values({ document_id: documentId, board_id: board.id, bytes }).execute()
    await tx
      .insertInto('import')
      .values({
        id: importId,
        ...of,
        document_id: documentId,
        state: 'saved',
        text,
        reading,
        draft: JSON.stringify({ items: { s1: { text } } }),
        started_by: officer.id,
        started_at: now,
        changed_at: now,
        saved_by: officer.id,
        saved_at: now,
      })
      .execute()
  })
  return { documentId, importId }
}

export const emptyInput = (reviewId: ReviewId, { documentId, importId }: Source): RegisterInput => ({
  reviewId,
  documentId,
  importId,
  saidOn: null,
  recommendations: [],
  findings: [],
  citations: [],
})

/** A promise without a date, unless told otherwise. */
export const said = (words: Partial<StatementInput>): StatementInput => ({
  follows: null,
  agencyId: null,
  agencyAsWritten: words.agencyId ? 'The agency' : '',
  text: 'We will do it.',
  act: 'planned',
  answersParts: [],
  due: null,
  owner: null,
  status: null,
  reportedDone: false,
  span: null,
  ...words,
})
