import type { Actor, AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { ReviewAccess } from '../../access/can.ts'
import type { Tx } from '../../app.ts'
import { Unseen } from '../../core/refusals.ts'
import type { ReviewId } from '../../store/schema.ts'
import type { Review, ReviewFacts, Standing } from './reviews.ts'

const columns = [
  'id',
  'board_id as boardId',
  'title',
  'subject',
  'type',
  'standing',
  'considered_on as consideredOn',
  'legal_basis as legalBasis',
  'lead_reviewer as leadReviewer',
  'methodology',
  'created_at as createdAt',
] as const

/** The review. Throws Unseen when there is none, or none that the acting person may know of. */
export async function findReview(tx: Tx, id: ReviewId): Promise<Review> {
  const review = await tx.selectFrom('review').select(columns).where('id', '=', id).executeTakeFirst()
  if (!review) throw new Unseen('review', id)
  return review
}

/** The same, held so that nobody else changes it meanwhile. */
export async function holdReview(tx: Tx, id: ReviewId): Promise<Review> {
  const held = await tx.selectFrom('review').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!held) throw new Unseen('review', id)
  return held
}

/** What of a review decides who may do what with it: for `can` and `authorise`. */
export async function reviewAccess(tx: Tx, actor: Actor, { id, standing }: Pick<Review, 'id' | 'standing'>) {
  const person = actor.kind === 'person' ? actor.id : null
  const { on_panel, excluded, released_to } = await tx
    .selectNoFrom(eb => [
      eb
        .exists(
          eb
            .selectFrom('panel_member')
            .where('review_id', '=', id)
            .where('person_id', '=', person)
            .where('left_at', 'is', null),
        )
        .as('on_panel'),
      eb
        .exists(
          eb
            .selectFrom('review_exclusion')
            .where('review_id', '=', id)
            .where('person_id', '=', person)
            .where('lifted_at', 'is', null),
        )
        .as('excluded'),
      eb
        .selectFrom('review_release')
        .select(r =>
          r.fn.coalesce(r.fn.agg<AgencyId[]>('array_agg', ['agency_id']), r.val('{}').$castTo<AgencyId[]>()).as('ids'),
        )
        .where('review_id', '=', id)
        .where('withdrawn_at', 'is', null)
        .as('released_to'),
    ])
    .executeTakeFirstOrThrow()
  const access: ReviewAccess = {
    standing,
    onPanel: Boolean(on_panel),
    excluded: Boolean(excluded),
    releasedTo: released_to ?? [],
  }
  return access
}

/** The facts as the table holds them. */
const asRow = (facts: ReviewFacts) => ({
  title: facts.title,
  subject: facts.subject,
  type: facts.type,
  considered_on: facts.consideredOn,
  legal_basis: facts.legalBasis,
  lead_reviewer: facts.leadReviewer,
  methodology: facts.methodology,
})

interface NewReview {
  readonly id: ReviewId
  readonly boardId: BoardId
  readonly facts: ReviewFacts
  readonly createdBy: PersonId
  readonly now: Date
}

export async function insertReview(tx: Tx, { id, boardId, facts, createdBy, now }: NewReview): Promise<void> {
  await tx
    .insertInto('review')
    .values({ id, board_id: boardId, standing: 'restricted', ...asRow(facts), created_by: createdBy, created_at: now })
    .execute()
}

export async function updateFacts(tx: Tx, id: ReviewId, facts: ReviewFacts): Promise<void> {
  await tx.updateTable('review').set(asRow(facts)).where('id', '=', id).execute()
}

export async function updateStanding(tx: Tx, id: ReviewId, standing: Standing): Promise<void> {
  await tx.updateTable('review').set({ standing }).where('id', '=', id).execute()
}

/** The board's reviews that the acting person may see, for choosing one: the latest considered first. */
export const listReviewsFor = (
  tx: Tx,
  boardId: BoardId,
): Promise<Pick<Review, 'id' | 'title' | 'type' | 'standing' | 'consideredOn'>[]> =>
  tx
    .selectFrom('review')
    .select(['id', 'title', 'type', 'standing', 'considered_on as consideredOn'])
    .where('board_id', '=', boardId)
    .orderBy('considered_on', eb => eb.desc().nullsLast())
    .orderBy('title')
    .limit(1000)
    .execute()
