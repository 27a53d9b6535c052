import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

export interface NamedAgency {
  readonly id: AgencyId
  readonly name: string
}

/** The agencies that sit on the board now, by name. */
export const listSeated = (tx: Tx, boardId: BoardId): Promise<NamedAgency[]> =>
  tx
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .select(['a.id', 'a.name'])
    .where('b.board_id', '=', boardId)
    .where('b.left_at', 'is', null)
    .orderBy('a.name')
    .limit(2000)
    .execute()

/** An agency that a review is released to now. */
export interface Release extends NamedAgency {
  readonly releasedAt: Date
}

/** Whom it is released to now, by name; an agency's own people see only their own. */
export const listReleases = (tx: Tx, reviewId: ReviewId): Promise<Release[]> =>
  tx
    .selectFrom('review_release as r')
    .innerJoin('agency as a', 'a.id', 'r.agency_id')
    .select(['a.id', 'a.name', 'r.released_at as releasedAt'])
    .where('r.review_id', '=', reviewId)
    .where('r.withdrawn_at', 'is', null)
    .orderBy('a.name')
    .execute()

/** The agencies that the review's recommendations are put to, by themselves or in a group, or that answer any. */
export async function listAskedAgencies(tx: Tx, reviewId: ReviewId): Promise<readonly AgencyId[]> {
  const asked = tx.selectFrom('asked_body').select('agency_id').where('review_id', '=', reviewId)
  const heard = tx
    .selectFrom('statement')
    .select('agency_id')
    .where('review_id', '=', reviewId)
    .where('withdrawn_at', 'is', null)
  const rows = await asked.union(heard).execute()
  return rows.flatMap(({ agency_id }) => agency_id ?? [])
}

interface Releasing {
  readonly reviewId: ReviewId
  readonly boardId: BoardId
  readonly agencyIds: readonly AgencyId[]
  readonly now: Date
}

export async function insertReleases(tx: Tx, { reviewId, boardId, agencyIds, now }: Releasing): Promise<void> {
  if (agencyIds.length === 0) return
  const rows = agencyIds.map(id => ({ review_id: reviewId, board_id: boardId, agency_id: id, released_at: now }))
  await tx
    .insertInto('review_release')
    .values(rows)
    .onConflict(c => c.columns(['review_id', 'agency_id']).doUpdateSet({ released_at: now, withdrawn_at: null }))
    .execute()
}

/** Takes the review back from these agencies. */
export async function withdrawReleases(
  tx: Tx,
  { reviewId, agencyIds, now }: Omit<Releasing, 'boardId'>,
): Promise<void> {
  if (agencyIds.length === 0) return
  await tx
    .updateTable('review_release')
    .set({ withdrawn_at: now })
    .where('review_id', '=', reviewId)
    .where('agency_id', 'in', agencyIds)
    .where('withdrawn_at', 'is', null)
    .execute()
}

/** The names of agencies. */
export async function listAgencyNames(tx: Tx, ids: readonly AgencyId[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('agency').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
