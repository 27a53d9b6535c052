import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'

/** Something in the register that waits for somebody: a fact that follows from dates and records. */
export interface Waiting {
  readonly kind: 'overdue' | 'unanswered' | 'silent'
  readonly recommendationId: RecommendationId
  /** The promise, where one is overdue. */
  readonly statementId: StatementId | null
  readonly number: string | null
  readonly reviewTitle: string
  /** Whom it waits for, where that can be told. */
  readonly body: string
  /** The beginning of what was promised, or of what was asked. */
  readonly words: string
  readonly dueTo: PlainDate | null
}

interface Asked {
  readonly boardId: BoardId
  /** Only what waits for one of these; null for the whole board. */
  readonly agencies: readonly AgencyId[] | null
  readonly today: PlainDate
  readonly limit: number
}

/**
 * What to look at first: promises whose date has passed, the longest first; then recommendations that nobody answered;
 * then bodies that are silent where others answered.
 */
export async function listWaiting(tx: Tx, { boardId, agencies, today, limit }: Asked): Promise<readonly Waiting[]> {
  if (agencies?.length === 0) return []
  const isOurs = (table: string) =>
    agencies ? sql`and ${sql.ref(`${table}.agency_id`)} in (${sql.join(agencies)})` : sql``
  // Where nobody answered, the whole board is told once and not body by body.
  const isAnswered = agencies
    ? sql``
    : sql`and exists (select from statement s
    where s.recommendation_id = a.recommendation_id and s.withdrawn_at is null)`
  // What comes first leaves less to look for; none of what is left is found out when the list is full.
  const left = (...before: readonly string[]) =>
    sql`limit ${limit} ${sql.join(
      before.map(name => sql`- (select count(*) from ${sql.ref(name)})`),
      sql` `,
    )}`
  const { rows } = await sql<Waiting>`
    with overdue as (select 1 as turn, 'overdue' as kind, p.id as thing_id, p.recommendation_id, p.agency_id, p.due_to
        from open_promise p where p.board_id = ${boardId} and p.due_to < ${today} and not p.is_lateness_dismissed
          ${isOurs('p')} order by p.due_to, p.id limit ${limit}),
    unanswered as (select 2, 'unanswered', null::uuid, u.id, null::uuid, null::date from unanswered_recommendation u
        where u.board_id = ${boardId} and not u.is_dismissed and ${agencies === null} order by u.id ${left('overdue')}),
    silent as (select 3, 'silent', a.addressee_id, a.recommendation_id, a.agency_id, null::date from asked_body a
        where a.board_id = ${boardId} and not a.is_heard and not a.is_dismissed ${isOurs('a')} ${isAnswered}
        order by a.review_id, a.recommendation_id ${left('overdue', 'unanswered')}),
    w as (select * from overdue union all select * from unanswered union all select * from silent)
    select w.kind, w.recommendation_id as "recommendationId", s.id as "statementId", r.number, v.title as "reviewTitle",
      coalesce(g.name, s.agency_as_written, d.as_written, (select string_agg(x.as_written, '; ' order by x.position)
        from addressee x where x.recommendation_id = r.id and x.withdrawn_at is null), '') as body, left(coalesce(s.text, r.text), 300) as words,
      w.due_to as "dueTo"
    from w join recommendation r on r.id = w.recommendation_id join review v on v.id = r.review_id
      left join statement s on w.kind = 'overdue' and s.id = w.thing_id
      left join addressee d on w.kind = 'silent' and d.id = w.thing_id
      left join agency g on g.id = w.agency_id
    order by w.turn, w.due_to, r.id limit ${limit}`.execute(tx)
  return rows
}
