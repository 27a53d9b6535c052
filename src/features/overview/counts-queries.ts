import { type SqlBool, sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'

/**
 * What a board's register holds of what the acting person may see. Each number is as long as the list that it links to;
 * everything is counted today and nothing is stored.
 */
export interface BoardCounts {
  readonly boardId: BoardId
  readonly restricted: number
  readonly released: number
  readonly recommendations: number
  readonly unanswered: number
  /** Recommendations of which at least one body that was asked says nothing. */
  readonly silent: number
  /** Statements, by what they do. */
  readonly done: number
  readonly ongoing: number
  readonly planned: number
  /** Open promises: those planned that stand and are not reported done. */
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
    s as (${countStatements(isHere, today)})
    select b.id as "boardId", coalesce(restricted, 0) as restricted, coalesce(released, 0) as released,
      coalesce(recommendations, 0) as recommendations, coalesce(unanswered, 0) as unanswered,
      coalesce(silent, 0) as silent, coalesce(done, 0) as done, coalesce(ongoing, 0) as ongoing,
      coalesce(planned, 0) as planned, coalesce(promises, 0) as promises, coalesce(ownerless, 0) as ownerless,
      coalesce(dateless, 0) as dateless, coalesce(overdue, 0) as overdue
    from board b left join v on v.board_id = b.id left join r on r.board_id = b.id left join u on u.board_id = b.id
      left join a on a.board_id = b.id left join s on s.board_id = b.id
    where ${isHere('b.id')}`.execute(tx)
  return rows
}

const countStatements = (isHere: (column: string) => ReturnType<typeof sql<SqlBool>>, today: PlainDate) => sql`
  select s.board_id, count(*) filter (where s.act = 'done') as done, count(*) filter (where s.act = 'ongoing') as ongoing,
    count(*) filter (where s.act = 'planned') as planned, count(p.id) as promises,
    count(*) filter (where p.is_dateless) as dateless,
    count(*) filter (where p.due_to < ${today} and not p.is_lateness_dismissed) as overdue,
    count(*) filter (where p.is_ownerless or exists (select from finding f
      where f.statement_id = s.id and f.code = 'no-owner' and f.dismissed_at is null and f.withdrawn_at is null)) as ownerless
  from statement s join recommendation r on r.id = s.recommendation_id and r.withdrawn_at is null
    left join open_promise p on p.id = s.id
  where ${isHere('s.board_id')} and s.withdrawn_at is null group by s.board_id`

/** Imports of a board that want a person, by what they want. */
export interface ImportCounts {
  readonly toCheck: number
  readonly failed: number
}

/** The imports of each board that the acting person can check, and those that could not be read; none is 0 and 0. */
export async function countImports(tx: Tx, boardIds: readonly BoardId[]): Promise<(boardId: BoardId) => ImportCounts> {
  if (boardIds.length === 0) return () => noImports
  const rows = await tx
    .selectFrom('import')
    .select(eb => [
      'board_id',
      eb.fn.countAll<number>().filterWhere('state', '=', 'ready').as('toCheck'),
      eb.fn.countAll<number>().filterWhere('state', '=', 'failed').as('failed'),
    ])
    .where('board_id', 'in', boardIds)
    .groupBy('board_id')
    .execute()
  const counted = new Map(rows.map(({ board_id, ...counts }) => [board_id, counts]))
  return boardId => counted.get(boardId) ?? noImports
}

const noImports: ImportCounts = { toCheck: 0, failed: 0 }
