import { type ExpressionBuilder, sql } from 'kysely'
import type { AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { Role } from '../../access/permissions.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { MembershipId, RuleId, Schema } from '../../store/schema.ts'

/** A role that a person holds or held on the board. */
export interface Post {
  readonly id: MembershipId
  readonly personId: PersonId
  readonly personName: string
  readonly email: string
  readonly role: Role
  readonly agencyId: AgencyId | null
  readonly agencyName: string | null
  readonly startedAt: Date
  readonly endedAt: Date | null
  /** The rule that gave it; null where a person did. */
  readonly ruleId: RuleId | null
}

/** What a list of people is narrowed to. */
export interface PeopleFilter {
  readonly role: Role | null
  readonly agencyId: AgencyId | null
}

const posts = (tx: Tx, boardId: BoardId) =>
  tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .leftJoin('agency as a', 'a.id', 'm.agency_id')
    .where('m.board_id', '=', boardId)

const columns = [
  'm.id',
  'm.person_id as personId',
  'p.name as personName',
  'p.email',
  'm.role',
  'm.agency_id as agencyId',
  'a.name as agencyName',
  'm.started_at as startedAt',
  'm.ended_at as endedAt',
  'm.rule_id as ruleId',
] as const

type Builder = ExpressionBuilder<Schema & { m: Schema['membership'] }, 'm'>
const narrowed =
  ({ role, agencyId }: PeopleFilter) =>
  (eb: Builder) =>
    eb.and([
      eb('m.ended_at', 'is', null),
      ...(role ? [eb('m.role', '=', role)] : []),
      ...(agencyId ? [eb('m.agency_id', '=', agencyId)] : []),
    ])

interface Shown extends PeopleFilter {
  readonly limit: number
  readonly offset: number
}

/** The roles that people hold on the board now, by the person's name. */
export const listPosts = (tx: Tx, boardId: BoardId, { limit, offset, ...filter }: Shown): Promise<Post[]> =>
  posts(tx, boardId)
    .select(columns)
    .where(narrowed(filter))
    .orderBy(sql`lower(p.name)`)
    .orderBy('m.id')
    .limit(limit)
    .offset(offset)
    .execute()

/** How many roles, and how many people hold them. */
export async function countPosts(tx: Tx, boardId: BoardId, filter: PeopleFilter) {
  const counts = await posts(tx, boardId)
    .select(eb => [eb.fn.countAll<number>().as('roles'), eb.fn.count<number>('m.person_id').distinct().as('people')])
    .where(narrowed(filter))
    .executeTakeFirstOrThrow()
  return { roles: Number(counts.roles), people: Number(counts.people) }
}

/** Every role that a person holds or held on the board, the present ones first. */
export const listPostsOf = (tx: Tx, boardId: BoardId, personId: PersonId): Promise<Post[]> =>
  posts(tx, boardId)
    .select(columns)
    .where('m.person_id', '=', personId)
    .orderBy(sql`m.ended_at is not null`)
    .orderBy('m.started_at', 'desc')
    .limit(200)
    .execute()

/**
 * A role that is held now, for change. Throws NotFound when it is not of this board, has ended or is another person's.
 */
export async function findPost(tx: Tx, boardId: BoardId, { id, personId }: Pick<Post, 'id' | 'personId'>) {
  const held = await tx
    .selectFrom('membership')
    .select('id')
    .where('id', '=', id)
    .where('board_id', '=', boardId)
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const post = held && (await posts(tx, boardId).select(columns).where('m.id', '=', id).executeTakeFirst())
  if (!post) throw new NotFound('no such role')
  return post
}

/**
 * How many administrators the board has; they are held, so that two cannot end each other's role at the same moment.
 */
export async function countAdministrators(tx: Tx, boardId: BoardId): Promise<number> {
  const held = await tx
    .selectFrom('membership')
    .select('id')
    .where('board_id', '=', boardId)
    .where('role', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return held.length
}

/** Ends roles that stand. */
export async function endPosts(tx: Tx, ids: readonly MembershipId[], now: Date): Promise<void> {
  await tx.updateTable('membership').set({ ended_at: now }).where('id', 'in', ids).execute()
}

/** How many roles are held for each agency of the board now, as far as the acting person may see the board's people. */
export async function countPostsByAgency(tx: Tx, boardId: BoardId): Promise<ReadonlyMap<AgencyId, number>> {
  const rows = await tx
    .selectFrom('membership')
    .select(eb => ['agency_id as agencyId', eb.fn.countAll<number>().as('count')])
    .where('board_id', '=', boardId)
    .where('ended_at', 'is', null)
    .where('agency_id', 'is not', null)
    .groupBy('agency_id')
    .execute()
  return new Map(rows.map(({ agencyId, count }) => [agencyId as AgencyId, Number(count)]))
}
