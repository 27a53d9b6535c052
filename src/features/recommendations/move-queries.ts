import { sql } from 'kysely'
import type { Tx } from '../../app.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import type { Moved, Target } from './move-decide.ts'

/** The other recommendations of a review that stand in the register, in its order. */
export const listTargets = (tx: Tx, reviewId: ReviewId, but: RecommendationId): Promise<Target[]> =>
  tx
    .selectFrom('recommendation')
    .select(['id', 'number', 'text'])
    .where('review_id', '=', reviewId)
    .where('id', '<>', but)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()

interface Move {
  readonly from: RecommendationId
  readonly to: RecommendationId
  readonly moved: readonly Moved[]
}

/** Puts the statements after those that are there, and takes along what was noticed about their words. */
export async function moveStatements(tx: Tx, { from, to, moved }: Move): Promise<void> {
  const last = await tx
    .selectFrom('statement')
    .select(eb => eb.fn.max('position').as('last'))
    .where('recommendation_id', '=', to)
    .executeTakeFirst()
  for (const [at, { id, answersParts }] of moved.entries()) {
    const position = (last?.last ?? 0) + 1 + at
    const answers_parts = answersParts ? [...answersParts] : null
    await tx
      .updateTable('statement')
      .set({ recommendation_id: to, position, answers_parts })
      .where('id', '=', id)
      .execute()
    await tx
      .updateTable('finding as f')
      .from('statement as s')
      .set({ recommendation_id: to })
      .where('s.id', '=', id)
      .where('f.recommendation_id', '=', from)
      .where(
        sql<boolean>`(f.statement_id = s.id or f.document_id = s.document_id and f.span_from >= s.span_from and f.span_from < s.span_to)`,
      )
      .execute()
  }
}
