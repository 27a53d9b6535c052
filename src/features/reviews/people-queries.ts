import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

/** A person with a role on the board now. */
export interface BoardPerson {
  readonly id: PersonId
  readonly name: string
  readonly roles: readonly Role[]
}

/** The board's people with their roles, by name. */
export const listBoardPeople = (tx: Tx, boardId: BoardId): Promise<BoardPerson[]> =>
  tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(eb => ['p.id', 'p.name', eb.fn.agg<Role[]>('array_agg', ['m.role']).as('roles')])
    .where('m.board_id', '=', boardId)
    .where('m.ended_at', 'is', null)
    .groupBy(['p.id', 'p.name'])
    .orderBy('p.name')
    .limit(2000)
    .execute()

/** Somebody who sits on the panel now. */
export interface PanelMember {
  readonly id: PersonId
  readonly name: string
  readonly joinedAt: Date
}

/** The panel, by name. Only the support team sees all of it. */
export const listPanel = (tx: Tx, reviewId: ReviewId): Promise<PanelMember[]> =>
  tx
    .selectFrom('panel_member as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.name', 'm.joined_at as joinedAt'])
    .where('m.review_id', '=', reviewId)
    .where('m.left_at', 'is', null)
    .orderBy('p.name')
    .execute()

/** Somebody who is excluded now, with why. */
export interface Exclusion {
  readonly id: PersonId
  readonly name: string
  readonly reason: string
  readonly excludedAt: Date
  readonly byName: string | null
}

/** Who is excluded, by name. Only the support team sees all of it. */
export const listExclusions = (tx: Tx, reviewId: ReviewId): Promise<Exclusion[]> =>
  tx
    .selectFrom('review_exclusion as x')
    .innerJoin('person as p', 'p.id', 'x.person_id')
    .leftJoin('person as by', 'by.id', 'x.excluded_by')
    .select(['p.id', 'p.name', 'x.reason', 'x.excluded_at as excludedAt', 'by.name as byName'])
    .where('x.review_id', '=', reviewId)
    .where('x.lifted_at', 'is', null)
    .orderBy('p.name')
    .execute()

interface Placed {
  readonly reviewId: ReviewId
  readonly boardId: BoardId
  readonly personId: PersonId
  readonly now: Date
}

/** Puts the person on the panel, for the first time or again. */
export async function seatOnPanel(tx: Tx, { reviewId, boardId, personId, now }: Placed): Promise<void> {
  await tx
    .insertInto('panel_member')
    .values({ review_id: reviewId, board_id: boardId, person_id: personId, joined_at: now })
    .onConflict(c => c.columns(['review_id', 'person_id']).doUpdateSet({ joined_at: now, left_at: null }))
    .execute()
}

/** Whether the person sat on the panel until now. */
export async function unseat(tx: Tx, { reviewId, personId, now }: Omit<Placed, 'boardId'>): Promise<boolean> {
  const done = await tx
    .updateTable('panel_member')
    .set({ left_at: now })
    .where('review_id', '=', reviewId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

interface Excluding extends Placed {
  readonly reason: string
  readonly by: PersonId
}

export async function insertExclusion(tx: Tx, { reviewId, boardId, personId, reason, by, now }: Excluding) {
  const why = { reason, excluded_by: by, excluded_at: now }
  await tx
    .insertInto('review_exclusion')
    .values({ review_id: reviewId, board_id: boardId, person_id: personId, ...why })
    .onConflict(c => c.columns(['review_id', 'person_id']).doUpdateSet({ ...why, lifted_at: null }))
    .execute()
}

/** Whether the person was excluded until now. */
export async function liftExclusion(tx: Tx, { reviewId, personId, now }: Omit<Placed, 'boardId'>): Promise<boolean> {
  const done = await tx
    .updateTable('review_exclusion')
    .set({ lifted_at: now })
    .where('review_id', '=', reviewId)
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows) > 0
}

/** The names of people, as far as the acting person may know of them. */
export async function listNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', ids as readonly PersonId[])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
