import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Act, Due } from '../../reader/reading.ts'
import type { PartId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'

/** A statement of the register, as a later edition is compared with it. */
export interface RegisteredStatement {
  readonly id: StatementId
  /** The agency as it is written. */
  readonly agency: string
  readonly text: string
  readonly act: Act
  readonly due: Due | null
  readonly saidOn: PlainDate | null
}

/** A recommendation of the register with what was said to it, withdrawn things left out. */
export interface Registered {
  readonly id: RecommendationId
  readonly number: string | null
  readonly text: string
  readonly parts: readonly { readonly id: PartId; readonly text: string }[]
  readonly statements: readonly RegisteredStatement[]
}

/**
 * What the register has of a review, in its order: for holding a later edition against it. Statements already followed
 * are left out.
 */
export async function listRegistered(tx: Tx, reviewId: ReviewId): Promise<readonly Registered[]> {
  const recommendations = await tx
    .selectFrom('recommendation')
    .select(['id', 'number', 'text'])
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
  const parts = await tx
    .selectFrom('recommendation_part')
    .select(['id', 'recommendation_id', 'text'])
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
  const statements = await listCurrentStatements(tx, reviewId)
  const partsOf = Map.groupBy(parts, part => part.recommendation_id)
  const statementsOf = Map.groupBy(statements, each => each.recommendation_id)
  return recommendations.map(each => ({
    ...each,
    parts: (partsOf.get(each.id) ?? []).map(({ id, text }) => ({ id, text })),
    statements: (statementsOf.get(each.id) ?? []).map(s => ({
      id: s.id,
      agency: s.agency_as_written,
      text: s.text,
      act: s.act,
      due:
        s.due_as_written === null && s.due_to === null && s.due_from === null
          ? null
          : { asWritten: s.due_as_written ?? '', from: s.due_from, to: s.due_to },
      saidOn: s.said_on,
    })),
  }))
}

const listCurrentStatements = (tx: Tx, reviewId: ReviewId) =>
  tx
    .selectFrom('statement as s')
    .select([
      's.id',
      's.recommendation_id',
      's.agency_as_written',
      's.text',
      's.act',
      's.due_as_written',
      's.due_from',
      's.due_to',
      's.said_on',
    ])
    .where('s.review_id', '=', reviewId)
    .where('s.withdrawn_at', 'is', null)
    .where(eb =>
      eb.not(
        eb.exists(
          eb.selectFrom('statement as n').whereRef('n.follows_id', '=', 's.id').where('n.withdrawn_at', 'is', null),
        ),
      ),
    )
    .orderBy('s.position')
    .execute()
