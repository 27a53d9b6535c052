import { sql } from 'kysely'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { Unseen } from '../../core/refusals.ts'
import type { Due } from '../../reader/reading.ts'
import type { DocumentId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'
import type { Addressee, AskedBody, Part, Recommendation, Source, Statement, Withdrawn } from './recommendation.ts'

interface Spanned {
  readonly document_id: DocumentId | null
  readonly span_from: number | null
  readonly span_to: number | null
}

const sourceOf = ({ document_id, span_from, span_to }: Spanned): Source | null =>
  document_id === null || span_from === null || span_to === null
    ? null
    : { documentId: document_id, span: [span_from, span_to] }

/**
 * The recommendation, withdrawn or not. Throws Unseen when there is none, or none that the acting person may know of.
 */
export async function findRecommendation(tx: Tx, id: RecommendationId): Promise<Recommendation> {
  const row = await tx
    .selectFrom('recommendation')
    .select(['id', 'board_id', 'review_id', 'number', 'text', 'withdrawn_at', 'document_id', 'span_from', 'span_to'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Unseen('recommendation', id)
  const { number, text, withdrawn_at: withdrawnAt } = row
  return { id, boardId: row.board_id, reviewId: row.review_id, number, text, withdrawnAt, source: sourceOf(row) }
}

/** The recommendations before and after it in the review, for going through them one by one. */
export async function findNeighbours(tx: Tx, { id, reviewId }: { id: RecommendationId; reviewId: ReviewId }) {
  const rows = await tx
    .selectFrom('recommendation')
    .select(['id', 'number'])
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
  const at = rows.findIndex(row => row.id === id)
  return { before: at > 0 ? (rows[at - 1] ?? null) : null, after: at >= 0 ? (rows[at + 1] ?? null) : null }
}

/** Its parts in order, those that were withdrawn left out. */
export const listParts = (tx: Tx, id: RecommendationId): Promise<Part[]> =>
  tx
    .selectFrom('recommendation_part')
    .select(['id', 'position', 'text', 'document_id', 'span_from', 'span_to'])
    .where('recommendation_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .orderBy('position')
    .execute()
    .then(rows => rows.map(row => ({ id: row.id, position: row.position, text: row.text, source: sourceOf(row) })))

/** Whom it is put to, in order. */
export const listAddressees = (tx: Tx, id: RecommendationId): Promise<Addressee[]> =>
  tx
    .selectFrom('addressee as a')
    .leftJoin('agency as g', 'g.id', 'a.agency_id')
    .leftJoin('board_group as b', 'b.id', 'a.group_id')
    .select([
      'a.id',
      'a.as_written as asWritten',
      'a.agency_id as agencyId',
      'g.name as agencyName',
      'a.group_id as groupId',
      'b.name as groupName',
    ])
    .where('a.recommendation_id', '=', id)
    .where('a.withdrawn_at', 'is', null)
    .orderBy('a.position')
    .execute()

/** Each body that it asks, by itself or in a group. */
export const listAskedBodies = (tx: Tx, id: RecommendationId): Promise<AskedBody[]> =>
  tx
    .selectFrom('asked_body as a')
    .leftJoin('agency as g', 'g.id', 'a.agency_id')
    .leftJoin('board_group as b', 'b.id', 'a.group_id')
    .select([
      'a.addressee_id as addresseeId',
      'a.agency_id as agencyId',
      eb => eb.fn.coalesce('g.name', 'a.as_written').as('name'),
      'b.name as throughGroup',
      'a.is_heard as isHeard',
      'a.is_dismissed as isDismissed',
    ])
    .where('a.recommendation_id', '=', id)
    .orderBy('a.position')
    .orderBy('name')
    .execute()

interface Dated {
  readonly due_as_written: string | null
  readonly due_from: PlainDate | null
  readonly due_to: PlainDate | null
}

const dueOf = ({ due_as_written, due_from, due_to }: Dated): Due | null =>
  due_as_written === null && due_from === null && due_to === null
    ? null
    : { asWritten: due_as_written ?? '', from: due_from, to: due_to }

const statements = (tx: Tx) =>
  tx
    .selectFrom('statement as s')
    .leftJoin('agency as g', 'g.id', 's.agency_id')
    .leftJoin('open_promise as p', 'p.id', 's.id')
    .select([
      's.id',
      's.agency_id',
      'g.name as agency_name',
      's.agency_as_written',
      's.text',
      's.act',
      's.answers_parts',
      's.due_as_written',
      's.due_from',
      's.due_to',
      's.owner',
      's.status',
      's.reported_done',
      's.said_on',
      's.follows_id',
      's.created_at',
      's.document_id',
      's.span_from',
      's.span_to',
      'p.id as open_id',
      'p.is_dateless',
      'p.is_ownerless',
      'p.is_lateness_dismissed',
    ])
    .where('s.withdrawn_at', 'is', null)

type StatementRow = Awaited<ReturnType<ReturnType<typeof statements>['execute']>>[number]

const asStatement = (row: StatementRow): Statement => ({
  id: row.id,
  agencyId: row.agency_id,
  agencyName: row.agency_name,
  agencyAsWritten: row.agency_as_written,
  text: row.text,
  act: row.act,
  answersParts: row.answers_parts,
  due: dueOf(row),
  owner: row.owner,
  status: row.status,
  reportedDone: row.reported_done,
  saidOn: row.said_on,
  followsId: row.follows_id,
  source: sourceOf(row),
  createdAt: row.created_at,
  isOpen: row.open_id !== null,
  isDateless: row.is_dateless ?? false,
  isOwnerless: row.is_ownerless ?? false,
  isLatenessDismissed: row.is_lateness_dismissed ?? false,
})

/** What was said to it, in order, what was withdrawn left out. */
export const listStatementsTo = (tx: Tx, id: RecommendationId): Promise<Statement[]> =>
  statements(tx)
    .where('s.recommendation_id', '=', id)
    .orderBy('s.position')
    .execute()
    .then(rows => rows.map(asStatement))

/** The recommendation to which a statement was made. Throws Unseen. */
export async function findRecommendationOf(tx: Tx, id: StatementId): Promise<RecommendationId> {
  const row = await tx.selectFrom('statement').select('recommendation_id').where('id', '=', id).executeTakeFirst()
  if (!row) throw new Unseen('statement', id)
  return row.recommendation_id
}

/** The ids of everything that belongs or belonged to a recommendation: what its corrections are found by. */
export async function listThingIds(tx: Tx, id: RecommendationId): Promise<readonly string[]> {
  const of = (table: 'recommendation_part' | 'addressee' | 'statement' | 'finding') =>
    tx.selectFrom(table).select('id').where('recommendation_id', '=', id)
  const rows = await of('recommendation_part')
    .$castTo<{ id: string }>()
    .unionAll(of('addressee').$castTo<{ id: string }>())
    .unionAll(of('statement').$castTo<{ id: string }>())
    .unionAll(of('finding').$castTo<{ id: string }>())
    .execute()
  return [id, ...rows.map(row => row.id)]
}

/** What was withdrawn under a recommendation, the latest first. */
export async function listWithdrawn(tx: Tx, id: RecommendationId): Promise<readonly Withdrawn[]> {
  const of = <T extends 'recommendation_part' | 'addressee' | 'statement' | 'finding'>(
    kind: Withdrawn['kind'],
    table: T,
    words: 'text' | 'as_written' | 'message',
  ) =>
    tx
      .selectFrom(table as 'statement')
      .select(eb => [eb.val(kind).as('kind'), 'id', sql.ref<string>(words).as('text'), 'withdrawn_at as withdrawnAt'])
      .where('recommendation_id', '=', id)
      .where('withdrawn_at', 'is not', null)
      .$castTo<Withdrawn>()
  const rows = await of('part', 'recommendation_part', 'text')
    .unionAll(of('addressee', 'addressee', 'as_written'))
    .unionAll(of('statement', 'statement', 'text'))
    .unionAll(of('finding', 'finding', 'message'))
    .execute()
  return rows.toSorted((a, b) => b.withdrawnAt.getTime() - a.withdrawnAt.getTime())
}
