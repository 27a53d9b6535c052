import type { AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { FindingCode, Span } from '../../reader/reading.ts'
import type { AddresseeId, DocumentId, FindingId, RecommendationId, ReviewId, StatementId } from '../../store/schema.ts'
import { stateOfFinding } from './lifecycle.ts'
import type { Withdrawn } from './recommendation.ts'
import { handCodes } from './register-plan.ts'
import { byHand, type Store } from './thing-rows.ts'

/** What the reader noticed, or what was dismissed though it follows from the records. */
export interface Finding {
  readonly id: FindingId
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly recommendationId: RecommendationId | null
  readonly statementId: StatementId | null
  readonly code: FindingCode
  readonly message: string
  readonly documentId: DocumentId | null
  readonly span: Span | null
  /** Who wrote it by hand; null for what Heed noticed. */
  readonly addedBy: PersonId | null
  readonly dismissedAt: Date | null
  readonly dismissedReason: string | null
  /** Null when the acting person may not know of that person. */
  readonly dismissedByName: string | null
}

/** What was noticed, what was withdrawn left out. */
const findings = (tx: Tx) =>
  tx
    .selectFrom('finding as f')
    .leftJoin('person as p', 'p.id', 'f.dismissed_by')
    .select([
      'f.id',
      'f.board_id as boardId',
      'f.review_id as reviewId',
      'f.recommendation_id as recommendationId',
      'f.statement_id as statementId',
      'f.code',
      'f.message',
      'f.document_id as documentId',
      'f.span_from',
      'f.span_to',
      'f.added_by as addedBy',
      'f.dismissed_at as dismissedAt',
      'f.dismissed_reason as dismissedReason',
      'p.name as dismissedByName',
    ])
    .where('f.withdrawn_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof findings>['execute']>>[number]

const asFinding = ({ span_from, span_to, ...rest }: Row): Finding => ({
  ...rest,
  span: span_from === null || span_to === null ? null : [span_from, span_to],
})

/** A finding. Throws NotFound when there is none, or none that the acting person may know of. */
export async function findFinding(tx: Tx, id: FindingId): Promise<Finding> {
  const row = await findings(tx).where('f.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound('no such finding')
  return asFinding(row)
}

/** Everything that was noticed about a recommendation, in the order of the text. */
export const listFindingsOf = (tx: Tx, id: RecommendationId): Promise<Finding[]> =>
  findings(tx)
    .where('f.recommendation_id', '=', id)
    .orderBy('f.span_from')
    .orderBy('f.id')
    .limit(500)
    .execute()
    .then(rows => rows.map(asFinding))

/** What was noticed of the review as a whole, dismissed or not, in the order of the text. */
export const listWholeFindings = (tx: Tx, reviewId: ReviewId): Promise<Finding[]> =>
  findings(tx)
    .where('f.review_id', '=', reviewId)
    .where('f.recommendation_id', 'is', null)
    .orderBy('f.code')
    .orderBy('f.span_from')
    .orderBy('f.id')
    .execute()
    .then(rows => rows.map(asFinding))

/** What was written of the review as a whole and withdrawn, the latest first. */
export const listWithdrawnWhole = (tx: Tx, reviewId: ReviewId): Promise<Withdrawn[]> =>
  tx
    .selectFrom('finding')
    .select(eb => [eb.val('finding' as const).as('kind'), 'id', 'message as text', 'withdrawn_at as withdrawnAt'])
    .where('review_id', '=', reviewId)
    .where('recommendation_id', 'is', null)
    .where('withdrawn_at', 'is not', null)
    .orderBy('withdrawn_at', 'desc')
    .$narrowType<{ withdrawnAt: Date }>()
    .execute()

interface Dismissing {
  readonly by: PersonId
  readonly reason: string
  readonly now: Date
}

/** Whether it was open until now. */
export async function setDismissed(tx: Tx, id: FindingId, { by, reason, now }: Dismissing): Promise<boolean> {
  const done = await tx
    .updateTable('finding')
    .set({ dismissed_at: now, dismissed_by: by, dismissed_reason: reason })
    .where('id', '=', id)
    .where('dismissed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** Whether it was dismissed until now. */
export async function setRaised(tx: Tx, id: FindingId): Promise<boolean> {
  const done = await tx
    .updateTable('finding')
    .set({ dismissed_at: null, dismissed_by: null, dismissed_reason: null })
    .where('id', '=', id)
    .where('dismissed_at', 'is not', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

interface DismissedFact extends Dismissing {
  readonly id: FindingId
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly recommendationId: RecommendationId
  readonly statementId: StatementId | null
  readonly addresseeId: AddresseeId | null
  readonly agencyId: AgencyId | null
  readonly code: FindingCode
  readonly message: string
}

/** Keeps why a fact that follows from the records is to be passed over. */
export async function insertDismissed(tx: Tx, fact: DismissedFact): Promise<void> {
  await tx
    .insertInto('finding')
    .values({
      id: fact.id,
      board_id: fact.boardId,
      review_id: fact.reviewId,
      document_id: null,
      recommendation_id: fact.recommendationId,
      statement_id: fact.statementId,
      addressee_id: fact.addresseeId,
      agency_id: fact.agencyId,
      code: fact.code,
      message: fact.message,
      span_from: null,
      span_to: null,
      created_at: fact.now,
      dismissed_at: fact.now,
      dismissed_by: fact.by,
      dismissed_reason: fact.reason,
    })
    .execute()
}

/** What the database does with a finding by hand, of a kind that does not follow from the records. */
export const finding: Store['finding'] = {
  async find(tx, id) {
    const row = await tx
      .selectFrom('finding')
      .select(['board_id as boardId', 'review_id as reviewId', 'recommendation_id as recommendationId'])
      .select(['withdrawn_at as withdrawnAt', 'dismissed_at as dismissedAt', 'added_by as addedBy'])
      .select(['code', 'message', 'statement_id as statementId'])
      .where('id', '=', id as FindingId)
      .where('code', 'in', [...handCodes])
      .executeTakeFirst()
    if (!row) return null
    const { boardId, reviewId, recommendationId, code, message, statementId } = row
    const fields = { code, message, statementId }
    return { kind: 'finding', id, boardId, reviewId, recommendationId, state: stateOfFinding(row), fields }
  },
  async insert(tx, { id, recommendationId, boardId, reviewId, by, now }, { code, message, statementId }) {
    await tx
      .insertInto('finding')
      .values({
        id: id as FindingId,
        board_id: boardId,
        review_id: reviewId,
        recommendation_id: recommendationId,
        ...byHand,
        code,
        message,
        statement_id: statementId,
        created_at: now,
        dismissed_by: null,
        dismissed_reason: null,
        added_by: by,
      })
      .execute()
  },
  async update(tx, id, { code, message, statementId }) {
    await tx
      .updateTable('finding')
      .set({ code, message, statement_id: statementId })
      .where('id', '=', id as FindingId)
      .execute()
  },
}
