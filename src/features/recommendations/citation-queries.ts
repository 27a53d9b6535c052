import type { Tx } from '../../app.ts'
import type { CitationId, ReviewId } from '../../store/schema.ts'
import type { Source } from './recommendation.ts'
import { asThing, byHand, type Store } from './thing-rows.ts'

/** What the database does with a citation that is made or corrected by hand. */
export const citation: Store['citation'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('citation')
      .select(['id', 'board_id', 'review_id', 'withdrawn_at', 'guidance', 'edition', 'as_written as asWritten'])
      .where('id', '=', id as CitationId)
      .executeTakeFirst()
    if (!row) return null
    const { guidance, edition, asWritten } = row
    return asThing('citation', { ...row, recommendation_id: null }, { guidance, edition, asWritten })
  },
  async insert(tx, { id, boardId, reviewId }, { guidance, edition, asWritten }) {
    await tx
      .insertInto('citation')
      .values({
        id: id as CitationId,
        board_id: boardId,
        review_id: reviewId,
        ...byHand,
        guidance,
        edition,
        as_written: asWritten,
      })
      .execute()
  },
  async update(tx, id, { guidance, edition, asWritten }) {
    await tx
      .updateTable('citation')
      .set({ guidance, edition, as_written: asWritten })
      .where('id', '=', id as CitationId)
      .execute()
  },
}

/** One mention of guidance in the documents of a review, or one that was added by hand. */
export interface Citation {
  readonly id: CitationId
  readonly guidance: string
  readonly edition: string | null
  readonly asWritten: string
  readonly source: Source | null
  readonly withdrawnAt: Date | null
}

/** The mentions of a review, guidance by guidance, in the order of its documents, 1,000 at the most. */
export async function listCitations(tx: Tx, reviewId: ReviewId): Promise<readonly Citation[]> {
  const rows = await tx
    .selectFrom('citation')
    .select(['id', 'guidance', 'edition', 'as_written as asWritten', 'withdrawn_at as withdrawnAt'])
    .select(['document_id', 'span_from', 'span_to'])
    .where('review_id', '=', reviewId)
    .orderBy('guidance')
    .orderBy('edition')
    .orderBy('document_id')
    .orderBy('span_from')
    .orderBy('id')
    .limit(1000)
    .execute()
  return rows.map(({ document_id, span_from, span_to, ...row }) => ({
    ...row,
    source:
      document_id && span_from !== null && span_to !== null
        ? { documentId: document_id, span: [span_from, span_to] }
        : null,
  }))
}
