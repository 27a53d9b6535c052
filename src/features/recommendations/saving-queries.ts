import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Span } from '../../reader/reading.ts'
import type { DocumentId, ImportId, ReviewId } from '../../store/schema.ts'
import { longest } from './register-input.ts'
import type { Known, Plan, Register } from './register-plan.ts'

/** What every row of one saving has in common. */
export interface Saving {
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly documentId: DocumentId | null
  readonly importId: ImportId | null
  readonly saidOn: PlainDate | null
  readonly by: PersonId
  readonly now: Date
}

/** What saving has to know of the review's register, withdrawn things included. */
export async function findRegister(tx: Tx, reviewId: ReviewId): Promise<Register> {
  const recommendations = await tx
    .selectFrom('recommendation as r')
    .select(eb => [
      'r.id',
      'r.position',
      eb
        .selectFrom('statement as s')
        .select(s => s.fn.max('s.position').as('last'))
        .whereRef('s.recommendation_id', '=', 'r.id')
        .as('last'),
    ])
    .where('r.review_id', '=', reviewId)
    .orderBy('r.position')
    .execute()
  const partsOf = Map.groupBy(await listParts(tx, reviewId), part => part.recommendation_id)
  const addresseesOf = Map.groupBy(await listAddressees(tx, reviewId), each => each.recommendation_id)
  const known = recommendations.map(
    ({ id, last }): Known => ({
      id,
      parts: (partsOf.get(id) ?? []).map(part => ({ ...part, isWithdrawn: part.withdrawn_at !== null })),
      addressees: addresseesOf.get(id) ?? [],
      lastStatement: last ?? 0,
    }),
  )
  return { known, lastRecommendation: recommendations.at(-1)?.position ?? 0 }
}

const listParts = (tx: Tx, reviewId: ReviewId) =>
  tx
    .selectFrom('recommendation_part')
    .select(['id', 'recommendation_id', 'position', 'text', 'withdrawn_at'])
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute()

const listAddressees = (tx: Tx, reviewId: ReviewId) =>
  tx
    .selectFrom('addressee')
    .select([
      'id',
      'recommendation_id',
      'position',
      'as_written as asWritten',
      'agency_id as agencyId',
      'group_id as groupId',
    ])
    .where('review_id', '=', reviewId)
    .orderBy('position')
    .execute()

const inSpan = (span: Span | null) => ({ span_from: span?.[0] ?? null, span_to: span?.[1] ?? null })

// One statement of the database takes 65,535 parameters at the most.
const chunks = <T>(rows: readonly T[], size = 1000): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size))

/** Adds the rows of a plan. */
export async function insertPlan(tx: Tx, plan: Plan, saving: Saving): Promise<void> {
  await keepText(tx, saving)
  await insertRecommendations(tx, plan, saving)
  await insertStatements(tx, plan, saving)
  await insertFindings(tx, plan, saving)
  await insertCitations(tx, plan, saving)
}

/** The import itself is the support team's; whoever sees the register may see the words that it rests on. */
async function keepText(tx: Tx, { documentId, importId }: Saving): Promise<void> {
  if (documentId === null || importId === null) return
  await tx
    .insertInto('document_text')
    .columns(['document_id', 'board_id', 'text'])
    .expression(eb =>
      eb
        .selectFrom('import')
        .select(['document_id', 'board_id', eb => eb.ref('text').$notNull().as('text')])
        .where('id', '=', importId)
        .where('document_id', '=', documentId)
        .where('text', 'is not', null),
    )
    .onConflict(c => c.column('document_id').doNothing())
    .execute()
}

async function insertStatements(tx: Tx, plan: Plan, saving: Saving): Promise<void> {
  const statements = plan.statements.map(each => ({
    id: each.id,
    board_id: saving.boardId,
    review_id: saving.reviewId,
    recommendation_id: each.recommendationId,
    document_id: saving.documentId,
    import_id: saving.importId,
    position: each.position,
    agency_id: each.agencyId,
    agency_as_written: each.agencyAsWritten,
    text: each.text,
    act: each.act,
    answers_parts: each.answersParts ? [...each.answersParts] : null,
    due_as_written: each.due?.asWritten ?? null,
    due_from: each.due?.from ?? null,
    due_to: each.due?.to ?? null,
    owner: each.owner,
    status: each.status,
    reported_done: each.reportedDone,
    said_on: saving.saidOn,
    follows_id: each.follows,
    created_at: saving.now,
    ...inSpan(each.span),
  }))
  for (const rows of chunks(statements)) await tx.insertInto('statement').values(rows).execute()
}

async function insertCitations(tx: Tx, plan: Plan, { boardId, reviewId, documentId }: Saving): Promise<void> {
  if (documentId === null) return
  const citations = plan.citations.map(each => ({
    id: each.id,
    board_id: boardId,
    review_id: reviewId,
    document_id: documentId,
    as_written: each.asWritten,
    guidance: each.guidance,
    edition: each.edition,
    span_from: each.span[0],
    span_to: each.span[1],
  }))
  for (const rows of chunks(citations)) await tx.insertInto('citation').values(rows).execute()
}

async function insertRecommendations(tx: Tx, plan: Plan, saving: Saving): Promise<void> {
  const of = { board_id: saving.boardId, review_id: saving.reviewId }
  const recommendations = plan.recommendations.map(({ id, position, number, text, span }) => ({
    id,
    ...of,
    document_id: saving.documentId,
    position,
    number,
    text,
    created_at: saving.now,
    ...inSpan(span),
  }))
  for (const rows of chunks(recommendations)) await tx.insertInto('recommendation').values(rows).execute()
  const parts = plan.parts.map(({ id, recommendationId, position, text, span }) => ({
    id,
    ...of,
    recommendation_id: recommendationId,
    document_id: saving.documentId,
    position,
    text,
    ...inSpan(span),
  }))
  for (const rows of chunks(parts)) await tx.insertInto('recommendation_part').values(rows).execute()
  const addressees = plan.addressees.map(({ id, recommendationId, position, asWritten, agencyId, groupId }) => ({
    id,
    ...of,
    recommendation_id: recommendationId,
    document_id: saving.documentId,
    position,
    as_written: asWritten,
    agency_id: agencyId,
    group_id: groupId,
  }))
  for (const rows of chunks(addressees)) await tx.insertInto('addressee').values(rows).execute()
}

async function insertFindings(tx: Tx, plan: Plan, { boardId, reviewId, documentId, by, now }: Saving): Promise<void> {
  const findings = plan.findings.map(each => ({
    id: each.id,
    board_id: boardId,
    review_id: reviewId,
    document_id: documentId,
    recommendation_id: each.recommendationId,
    statement_id: each.statementId,
    addressee_id: each.addresseeId,
    code: each.code,
    message: each.message.slice(0, longest.message),
    created_at: now,
    dismissed_at: each.dismissed === null ? null : now,
    dismissed_by: each.dismissed === null ? null : by,
    dismissed_reason: each.dismissed,
    ...inSpan(each.span),
  }))
  for (const rows of chunks(findings)) await tx.insertInto('finding').values(rows).execute()
}
