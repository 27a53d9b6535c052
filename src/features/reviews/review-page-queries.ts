import type { ExpressionBuilder } from 'kysely'
import type { PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { FindingCode, Span } from '../../reader/reading.ts'
import type { DocumentId, FindingId, RecommendationId, ReviewId, Schema } from '../../store/schema.ts'

/** A recommendation in the list of its review, with what is missing or late about it. */
export interface ListedRecommendation {
  readonly id: RecommendationId
  readonly number: string | null
  readonly text: string
  readonly isUnanswered: boolean
  readonly silent: number
  readonly overdue: number
}

/** The first recommendations of a review, in its order. */
export const listRecommendations = (
  tx: Tx,
  reviewId: ReviewId,
  { today, limit }: { readonly today: PlainDate; readonly limit: number },
): Promise<ListedRecommendation[]> =>
  tx
    .selectFrom('recommendation as r')
    .select(eb => ['r.id', 'r.number', eb.fn<string>('left', ['r.text', eb.lit(300)]).as('text')])
    .select(eb => lacks(eb, today))
    .where('r.review_id', '=', reviewId)
    .where('r.withdrawn_at', 'is', null)
    .orderBy('r.position')
    .limit(limit)
    .$narrowType<{ isUnanswered: boolean; silent: number; overdue: number }>()
    .execute()

/** The numbers of those recommendations that have one. */
export async function listNumbers(tx: Tx, ids: readonly RecommendationId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('recommendation').select(['id', 'number']).where('id', 'in', ids).execute()
  return new Map(rows.flatMap(({ id, number }) => (number === null ? [] : [[id, number]])))
}

type OfRecommendation = ExpressionBuilder<Schema & { r: Schema['recommendation'] }, 'r'>

const lacks = (eb: OfRecommendation, today: PlainDate) => [
  eb
    .exists(
      eb.selectFrom('unanswered_recommendation as u').whereRef('u.id', '=', 'r.id').where('u.is_dismissed', '=', false),
    )
    .as('isUnanswered'),
  eb
    .selectFrom('asked_body as a')
    .select(a => a.fn.countAll<number>().as('count'))
    .whereRef('a.recommendation_id', '=', 'r.id')
    .where('a.is_heard', '=', false)
    .where('a.is_dismissed', '=', false)
    .as('silent'),
  eb
    .selectFrom('open_promise as p')
    .select(p => p.fn.countAll<number>().as('count'))
    .whereRef('p.recommendation_id', '=', 'r.id')
    .where('p.due_to', '<', today)
    .where('p.is_lateness_dismissed', '=', false)
    .as('overdue'),
]

/** What the reader noticed, as it is shown. */
export interface ShownFinding {
  readonly id: FindingId
  readonly code: FindingCode
  readonly message: string
  readonly documentId: DocumentId | null
  readonly span: Span | null
  readonly isByHand: boolean
  readonly dismissedAt: Date | null
  readonly dismissedReason: string | null
  readonly dismissedByName: string | null
}

export const findings = (tx: Tx) =>
  tx
    .selectFrom('finding as f')
    .leftJoin('person as p', 'p.id', 'f.dismissed_by')
    .select([
      'f.id',
      'f.code',
      'f.message',
      'f.document_id as documentId',
      'f.span_from as spanFrom',
      'f.span_to as spanTo',
      'f.added_by as addedBy',
      'f.dismissed_at as dismissedAt',
      'f.dismissed_reason as dismissedReason',
      'p.name as dismissedByName',
    ])

interface FindingRow extends Omit<ShownFinding, 'span' | 'isByHand'> {
  readonly addedBy: PersonId | null
  readonly spanFrom: number | null
  readonly spanTo: number | null
}

const asFinding = ({ spanFrom, spanTo, addedBy, ...rest }: FindingRow): ShownFinding => ({
  ...rest,
  isByHand: addedBy !== null,
  span: spanFrom === null || spanTo === null ? null : [spanFrom, spanTo],
})

/** What the reader noticed of the whole document and not of one recommendation, in the order of the text. */
export const listWholeFindings = (tx: Tx, reviewId: ReviewId): Promise<ShownFinding[]> =>
  findings(tx)
    .where('f.review_id', '=', reviewId)
    .where('f.recommendation_id', 'is', null)
    .where('f.withdrawn_at', 'is', null)
    .orderBy('f.code')
    .orderBy('f.span_from')
    .orderBy('f.id')
    .limit(200)
    .execute()
    .then(rows => rows.map(asFinding))

/** An edition that the review's documents cite: how often, and where first. */
export interface CitedEdition {
  readonly guidance: string
  readonly edition: string | null
  readonly mentions: number
  readonly asWritten: string
  /** Null where every mention was added by hand. */
  readonly documentId: DocumentId | null
  readonly span: Span | null
}

/** The editions that are cited, each where it stands first. */
export const listCitedEditions = (tx: Tx, reviewId: ReviewId): Promise<CitedEdition[]> =>
  tx
    .selectFrom('citation as c')
    .distinctOn(['c.guidance', 'c.edition'])
    .select(eb => [
      'c.guidance',
      'c.edition',
      'c.as_written as asWritten',
      'c.document_id as documentId',
      'c.span_from as from',
      'c.span_to as to',
      eb.fn
        .countAll<number>()
        .over(o => o.partitionBy(['c.guidance', 'c.edition']))
        .as('mentions'),
    ])
    .where('c.review_id', '=', reviewId)
    .where('c.withdrawn_at', 'is', null)
    .orderBy('c.guidance')
    .orderBy('c.edition')
    .orderBy('c.span_from')
    .limit(500)
    .execute()
    .then(rows =>
      rows.map(({ from, to, mentions, ...row }) => ({
        ...row,
        mentions: Number(mentions),
        span: from === null || to === null ? null : ([from, to] as const),
      })),
    )
