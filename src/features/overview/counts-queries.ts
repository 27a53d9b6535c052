import { type SqlBool, sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'

/**
 * What a board's register holds of what the acting person may see; everything is counted today and nothing is stored.
 */
export interface BoardCounts {
  readonly boardId: BoardId
  readonly restricted: number
  readonly released: number
  readonly recommendations: number
  readonly unanswered: number
  /** Recommendations of which at least one body that was asked says nothing. */
  readonly silent: number
  /** Open promises: those that stand and are not reported done. */
  readonly promises: number
  readonly ownerless: number
  readonly dateless: number
  readonly overdue: number
}

/** The counts of each board, in one statement. */
export async function countBoards(
  tx: Tx,
  boardIds: readonly BoardId[],
  today: PlainDate,
): Promise<readonly BoardCounts[]> {
  if (boardIds.length === 0) return []
  const isHere = (column: string) => sql<SqlBool>`${sql.ref(column)} in (${sql.join(boardIds)})`
  const { rows } = await sql<BoardCounts>`
    with v as (select board_id, count(*) filter (where standing = 'restricted') as restricted,
        count(*) filter (where standing = 'released') as released
      from review where ${isHere('board_id')} group by board_id),
    r as (select board_id, count(*) as recommendations from recommendation
      where ${isHere('board_id')} and withdrawn_at is null group by board_id),
    u as (select board_id, count(*) as unanswered from unanswered_recommendation
      where ${isHere('board_id')} and not is_dismissed group by board_id),
    a as (select board_id, count(distinct recommendation_id) as silent from asked_body
      where ${isHere('board_id')} and not is_heard and not is_dismissed group by board_id),
    p as (select board_id, count(*) as promises, count(*) filter (where is_ownerless) as ownerless,
        count(*) filter (where is_dateless) as dateless,
        count(*) filter (where due_to < ${today} and not is_lateness_dismissed) as overdue
      from open_promise where ${isHere('board_id')} group by board_id)
    select b.id as "boardId", coalesce(restricted, 0) as restricted, coalesce(released, 0) as released,
      coalesce(recommendations, 0) as recommendations, coalesce(unanswered, 0) as unanswered, coalesce(silent, 0) as silent,
      coalesce(promises, 0) as promises, coalesce(ownerless, 0) as ownerless, coalesce(dateless, 0) as dateless,
      coalesce(overdue, 0) as overdue
    from board b left join v on v.board_id = b.id left join r on r.board_id = b.id left join u on u.board_id = b.id
      left join a on a.board_id = b.id left join p on p.board_id = b.id
    where ${isHere('b.id')}`.execute(tx)
  return rows
}

/** The editions of guidance that the board's documents cite, each once, with the number of reviews that do. */
export const listCitedEditions = (tx: Tx, boardId: BoardId) =>
  tx
    .selectFrom('citation')
    .select(['guidance', 'edition'])
    .select(eb => eb.fn.count<number>('review_id').distinct().as('reviews'))
    .where('board_id', '=', boardId)
    .groupBy(['guidance', 'edition'])
    .execute()

/** How many imports of the board wait for somebody to check them. */
export async function countToCheck(tx: Tx, boardId: BoardId): Promise<number> {
  const { count } = await tx
    .selectFrom('import')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('board_id', '=', boardId)
    .where('state', 'in', ['waiting', 'reading', 'ready'])
    .executeTakeFirstOrThrow()
  return count
}

/** An agency on one of the boards that the acting person may see. */
export interface AgencyCounts {
  readonly boardId: BoardId
  readonly slug: string
  readonly boardName: string
  /** Recommendations that ask it, by itself or in a group. */
  readonly asked: number
  readonly silent: number
  readonly statements: number
  readonly promises: number
  readonly dateless: number
  readonly overdue: number
}

/** What an agency was asked and said, on each board of which the acting person may know. */
export async function countAgency(tx: Tx, agencyId: AgencyId, today: PlainDate): Promise<readonly AgencyCounts[]> {
  const { rows } = await sql<AgencyCounts>`
    select b.id as "boardId", b.slug, b.name as "boardName",
      (select count(*) from asked_body a where a.board_id = b.id and a.agency_id = ${agencyId}) as asked,
      (select count(*) from asked_body a where a.board_id = b.id and a.agency_id = ${agencyId} and not a.is_heard
        and not a.is_dismissed) as silent,
      (select count(*) from statement s where s.board_id = b.id and s.agency_id = ${agencyId} and s.withdrawn_at is null) as statements,
      (select count(*) from open_promise p where p.board_id = b.id and p.agency_id = ${agencyId}) as promises,
      (select count(*) from open_promise p where p.board_id = b.id and p.agency_id = ${agencyId} and p.is_dateless) as dateless,
      (select count(*) from open_promise p where p.board_id = b.id and p.agency_id = ${agencyId} and p.due_to < ${today}
        and not p.is_lateness_dismissed) as overdue
    from board b join board_agency m on m.board_id = b.id and m.agency_id = ${agencyId} and m.left_at is null
    order by b.name`.execute(tx)
  return rows
}

export const findAgencyName = (tx: Tx, agencyId: AgencyId) =>
  tx.selectFrom('agency').select('name').where('id', '=', agencyId).executeTakeFirst()
