import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'

/** An agency on one of the boards that the acting person may see. */
export interface AgencyCounts {
  readonly boardId: BoardId
  readonly slug: string
  readonly boardName: string
  readonly marking: string
  /** Recommendations that are put to it, by itself or in a group. */
  readonly asked: number
  /** Those of them to which neither it nor anybody for it says anything. */
  readonly silent: number
  readonly statements: number
  /** Statements of what it will do. */
  readonly planned: number
  readonly dateless: number
  readonly overdue: number
  /** Whether any of that stands in a restricted review. */
  readonly isRestricted: boolean
}

interface Counted {
  readonly agencyId: AgencyId
  /** At least one. */
  readonly boards: readonly BoardId[]
  readonly today: PlainDate
}

/** What an agency was asked and said, on each of the boards on which it sits or whose reviews speak of it. */
export async function countAgency(tx: Tx, { agencyId, boards, today }: Counted): Promise<readonly AgencyCounts[]> {
  const isHere = (column: string) => sql`${sql.ref(column)} in (${sql.join(boards)})`
  const { rows } = await sql<AgencyCounts>`
    with a as (select a.board_id, count(*) as asked, count(*) filter (where not is_heard and not is_dismissed) as silent,
        bool_or(v.standing = 'restricted') as is_restricted
      from asked_body a join review v on v.id = a.review_id where ${isHere('a.board_id')} and a.agency_id = ${agencyId}
      group by a.board_id),
    s as (select s.board_id, count(*) as statements, count(*) filter (where s.act = 'planned') as planned,
        count(*) filter (where p.is_dateless) as dateless,
        count(*) filter (where p.due_to < ${today} and not p.is_lateness_dismissed) as overdue,
        bool_or(v.standing = 'restricted') as is_restricted
      from statement s join recommendation r on r.id = s.recommendation_id and r.withdrawn_at is null
        join review v on v.id = s.review_id left join open_promise p on p.id = s.id
      where ${isHere('s.board_id')} and s.agency_id = ${agencyId} and s.withdrawn_at is null group by s.board_id)
    select b.id as "boardId", b.slug, b.name as "boardName", b.marking, coalesce(asked, 0) as asked,
      coalesce(silent, 0) as silent, coalesce(statements, 0) as statements, coalesce(planned, 0) as planned,
      coalesce(dateless, 0) as dateless, coalesce(overdue, 0) as overdue,
      coalesce(a.is_restricted, false) or coalesce(s.is_restricted, false) as "isRestricted"
    from board b left join a on a.board_id = b.id left join s on s.board_id = b.id
    where ${isHere('b.id')} and (a.asked > 0 or s.statements > 0
      or exists (select from board_agency m where m.board_id = b.id and m.agency_id = ${agencyId} and m.left_at is null))
    order by b.name, b.id`.execute(tx)
  return rows
}

/** A recommendation that is put to the agency. */
export interface AskedRow {
  readonly id: RecommendationId
  readonly number: string | null
  readonly text: string
  readonly reviewId: ReviewId
  readonly reviewTitle: string
  readonly boardName: string
  /** The group that it was asked in; null where it is named itself. */
  readonly group: string | null
  /** Nothing of its own is said, nor anything for it. */
  readonly isSilent: boolean
  readonly statements: number
  readonly dateless: number
  readonly overdue: number
}

interface Asked extends Counted {
  readonly silentOnly: boolean
  readonly limit: number
  readonly offset: number
}

/** A page of what an agency was asked, board by board and review by review, as far as the acting person may see it. */
export async function listAsked(tx: Tx, { limit, offset, today, ...of }: Asked): Promise<readonly AskedRow[]> {
  const own = sql`s.recommendation_id = r.id and s.agency_id = ${of.agencyId} and s.withdrawn_at is null`
  const promises = (condition: ReturnType<typeof sql>) =>
    sql`(select count(*) from open_promise p where p.recommendation_id = r.id and p.agency_id = ${of.agencyId}
      and ${condition})`
  const { rows } = await sql<AskedRow>`
    with here as (select a.*, not a.is_heard and not a.is_dismissed as is_silent, v.title, v.created_at, b.name as board_name
      from asked_body a join review v on v.id = a.review_id join board b on b.id = a.board_id
      where ${isWanted(of)})
    select r.id, r.number, left(r.text, 400) as text, here.review_id as "reviewId", here.title as "reviewTitle",
      here.board_name as "boardName", g.name as "group", here.is_silent as "isSilent",
      (select count(*) from statement s where ${own}) as statements,
      ${promises(sql`p.is_dateless`)} as dateless,
      ${promises(sql`p.due_to < ${today} and not p.is_lateness_dismissed`)} as overdue
    from here join recommendation r on r.id = here.recommendation_id left join board_group g on g.id = here.group_id
    order by here.board_name, here.board_id, here.created_at, here.review_id, r.position, r.id
    limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

const isWanted = ({ agencyId, boards, silentOnly }: Pick<Asked, 'agencyId' | 'boards' | 'silentOnly'>) => sql`
  a.board_id in (${sql.join(boards)}) and a.agency_id = ${agencyId}
  ${silentOnly ? sql`and not a.is_heard and not a.is_dismissed` : sql``}`

/** What the agency is called; undefined when there is none. */
export const findAgencyName = (tx: Tx, agencyId: AgencyId) =>
  tx.selectFrom('agency').select('name').where('id', '=', agencyId).executeTakeFirst()

/** Those of the agencies that there are, in the order that was asked for. */
export async function listAgencyNames(
  tx: Tx,
  ids: readonly AgencyId[],
): Promise<readonly { readonly id: AgencyId; readonly name: string }[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('agency').select(['id', 'name']).where('id', 'in', ids).execute()
  return ids.flatMap(id => rows.find(row => row.id === id) ?? [])
}
