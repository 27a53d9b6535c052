import { type ExpressionBuilder, sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { ReviewType } from '../../reader/reading.ts'
import type { Schema } from '../../store/schema.ts'
import type { Review, Standing } from './reviews.ts'

const reviewSorts = ['considered', 'title', 'added'] as const
export type ReviewSort = (typeof reviewSorts)[number]

/** What a list of reviews is narrowed to. */
export interface ReviewFilter {
  readonly type: ReviewType | null
  readonly standing: Standing | null
}

interface Shown extends ReviewFilter {
  readonly boardId: BoardId
  readonly sort: ReviewSort
  readonly limit: number
  readonly offset: number
}

const narrowed =
  ({ boardId, type, standing }: ReviewFilter & { readonly boardId: BoardId }) =>
  (eb: ExpressionBuilder<Schema, 'review'>) =>
    eb.and([
      eb('board_id', '=', boardId),
      ...(type ? [eb('type', '=', type)] : []),
      ...(standing ? [eb('standing', '=', standing)] : []),
    ])

/** A review in a list, with what stands in its register. */
export interface ListedReview extends Pick<Review, 'id' | 'title' | 'type' | 'standing' | 'consideredOn'> {
  readonly recommendations: number
  readonly unanswered: number
  readonly overdue: number
}

/** A page of a board's reviews, as far as the acting person may see them. */
export const listReviews = (
  tx: Tx,
  { sort, limit, offset, ...filter }: Shown,
  today: PlainDate,
): Promise<ListedReview[]> =>
  tx
    .selectFrom('review')
    .select(['id', 'title', 'type', 'standing', 'considered_on as consideredOn'])
    .select(eb => counts(eb, today))
    .where(narrowed(filter))
    .$if(sort === 'considered', q => q.orderBy('considered_on', eb => eb.desc().nullsLast()))
    .$if(sort === 'title', q => q.orderBy(sql`lower(title)`))
    .$if(sort === 'added', q => q.orderBy('created_at', 'desc'))
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .$narrowType<{ recommendations: number; unanswered: number; overdue: number }>()
    .execute()

const counts = (eb: ExpressionBuilder<Schema, 'review'>, today: PlainDate) => [
  eb
    .selectFrom('recommendation as r')
    .select(r => r.fn.countAll<number>().as('count'))
    .whereRef('r.review_id', '=', 'review.id')
    .where('r.withdrawn_at', 'is', null)
    .as('recommendations'),
  eb
    .selectFrom('unanswered_recommendation as u')
    .select(u => u.fn.countAll<number>().as('count'))
    .whereRef('u.review_id', '=', 'review.id')
    .where('u.is_dismissed', '=', false)
    .as('unanswered'),
  eb
    .selectFrom('open_promise as p')
    .select(p => p.fn.countAll<number>().as('count'))
    .whereRef('p.review_id', '=', 'review.id')
    .where('p.due_to', '<', today)
    .where('p.is_lateness_dismissed', '=', false)
    .as('overdue'),
]

export async function countReviews(tx: Tx, filter: ReviewFilter & { readonly boardId: BoardId }): Promise<number> {
  const { count } = await tx
    .selectFrom('review')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where(narrowed(filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}
