import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { addDays, type PlainDate } from '../../core/plain-date.ts'
import type { Act, FindingCode } from '../../reader/reading.ts'
import type { RecommendationId, ReviewId, Schema, StatementId } from '../../store/schema.ts'
import { type RegisterFilter, soonDays } from './register-filter.ts'

export interface Asked {
  readonly boardId: BoardId
  readonly filter: RegisterFilter
  readonly today: PlainDate
  readonly limit: number
  readonly offset: number
}

export interface RecommendationRow {
  readonly id: RecommendationId
  readonly number: string | null
  readonly text: string
  readonly reviewId: ReviewId
  readonly reviewTitle: string
  /** The bodies that it is put to, as written, in order. */
  readonly askedOf: string
  readonly statements: number
  readonly silent: number
  readonly overdue: number
}

export interface StatementRow {
  readonly id: StatementId
  readonly text: string
  readonly act: Act
  readonly agency: string
  readonly agencyId: AgencyId | null
  readonly owner: string | null
  readonly dueAsWritten: string | null
  readonly dueFrom: PlainDate | null
  readonly dueTo: PlainDate | null
  readonly isOverdue: boolean
  readonly recommendationId: RecommendationId
  readonly number: string | null
  readonly reviewTitle: string
}

export interface Page<Row> {
  readonly rows: readonly Row[]
  /** Over all pages. */
  readonly total: number
}

const isLate = (today: PlainDate) => sql<SqlBool>`p.due_to < ${today} and not p.is_lateness_dismissed`

/**
 * What a finding is in the register today, for the recommendation `r`: computed where it follows from the records, else
 * as read.
 */
function hasFinding(code: FindingCode, today: PlainDate) {
  const promise = (condition: ReturnType<typeof sql<SqlBool>>) =>
    sql<SqlBool>`exists (select from open_promise p where p.recommendation_id = r.id and ${condition})`
  switch (code) {
    case 'unanswered':
      return sql<SqlBool>`exists (select from unanswered_recommendation u where u.id = r.id and not u.is_dismissed)`
    case 'silent-addressee':
      return sql<SqlBool>`exists (select from asked_body a where a.recommendation_id = r.id and not a.is_heard and not a.is_dismissed)`
    case 'overdue':
      return promise(isLate(today))
    case 'no-date':
      return promise(sql<SqlBool>`p.is_dateless`)
    case 'no-owner':
      return sql<SqlBool>`(${promise(sql<SqlBool>`p.is_ownerless`)} or ${isFound(code)})`
    default:
      return isFound(code)
  }
}

/** Whether what was noticed under a code still counts. */
const counts = (code: FindingCode) =>
  sql<SqlBool>`f.code = ${code} and f.dismissed_at is null and f.withdrawn_at is null`

const isFound = (code: FindingCode) =>
  sql<SqlBool>`exists (select from finding f where f.recommendation_id = r.id and ${counts(code)})`

/** The recommendations of a board that the acting person may see, and how many there are over all pages. */
export async function listRecommendations(
  tx: Tx,
  { boardId, filter, today, ...slice }: Asked,
): Promise<Page<RecommendationRow>> {
  const { review, agency, finding } = filter
  const matching = tx
    .selectFrom('recommendation as r')
    .innerJoin('review as v', 'v.id', 'r.review_id')
    .where('r.board_id', '=', boardId)
    .where('r.withdrawn_at', 'is', null)
    .$if(review !== null, q => q.where('r.review_id', '=', review))
    .$if(agency !== null, q => q.where(concerns(agency)))
    .$if(finding !== null, q => q.where(hasFinding(finding as FindingCode, today)))
  const { total } = await matching.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = await ordered(matching, filter.sort).select('r.id').limit(slice.limit).offset(slice.offset).execute()
  const rows = await describe(
    tx,
    ids.map(({ id }) => id),
    today,
  )
  return { rows, total }
}

/** The rows of one page, in the order of the ids: what costs time to count is counted for these only. */
async function describe(
  tx: Tx,
  ids: readonly RecommendationId[],
  today: PlainDate,
): Promise<readonly RecommendationRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('recommendation as r')
    .innerJoin('review as v', 'v.id', 'r.review_id')
    .where('r.id', 'in', ids)
    .select(['r.id', 'r.number', 'r.text', 'r.review_id as reviewId', 'v.title as reviewTitle'])
    .select([
      sql<string>`coalesce((select string_agg(a.as_written, '; ' order by a.position) from addressee a
        where a.recommendation_id = r.id and a.withdrawn_at is null), '')`.as('askedOf'),
      sql<number>`(select count(*) from statement s
        where s.recommendation_id = r.id and s.withdrawn_at is null)`.as('statements'),
      sql<number>`(select count(*) from asked_body a
        where a.recommendation_id = r.id and not a.is_heard and not a.is_dismissed)`.as('silent'),
      sql<number>`(select count(*) from open_promise p
        where p.recommendation_id = r.id and ${isLate(today)})`.as('overdue'),
    ])
    .execute()
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => byId.get(id) ?? [])
}

/** The agency was asked, by itself or in a group, or has said something. */
const concerns = (agency: AgencyId | null) => sql<SqlBool>`(
  exists (select from statement s where s.recommendation_id = r.id and s.agency_id = ${agency} and s.withdrawn_at is null)
  or exists (select from addressee a left join group_member m on m.group_id = a.group_id and m.left_at is null
    where a.recommendation_id = r.id and a.withdrawn_at is null and coalesce(a.agency_id, m.agency_id) = ${agency}))`

type OfRecommendation = SelectQueryBuilder<
  Schema & { r: Schema['recommendation']; v: Schema['review'] },
  'r' | 'v',
  object
>

const ordered = (query: OfRecommendation, sort: RegisterFilter['sort']) =>
  sort === 'newest'
    ? query.orderBy('r.created_at', 'desc').orderBy('r.position')
    : query.orderBy('v.created_at').orderBy('v.id').orderBy('r.position')

/** The statements made to the board's recommendations that the acting person may see. */
export async function listStatements(tx: Tx, { boardId, filter, today, ...slice }: Asked): Promise<Page<StatementRow>> {
  const { review, agency, act, due, finding } = filter
  const matching = tx
    .selectFrom('statement as s')
    .innerJoin('recommendation as r', 'r.id', 's.recommendation_id')
    .innerJoin('review as v', 'v.id', 's.review_id')
    .leftJoin('agency as g', 'g.id', 's.agency_id')
    .leftJoin('open_promise as p', 'p.id', 's.id')
    .where('s.board_id', '=', boardId)
    .where('s.withdrawn_at', 'is', null)
    .where('r.withdrawn_at', 'is', null)
    .$if(review !== null, q => q.where('s.review_id', '=', review))
    .$if(agency !== null, q => q.where('s.agency_id', '=', agency))
    .$if(act !== null, q => q.where('s.act', '=', act as Act))
    .$if(due !== null, q => q.where(isDue(due, today)))
    .$if(finding !== null, q => q.where(statementHas(finding as FindingCode, today)))
  const { total } = await matching.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const order = statementOrder[filter.sort]
  const rows = await matching
    .select(['s.id', 's.text', 's.act', 's.agency_id as agencyId', 's.owner', 's.due_as_written as dueAsWritten'])
    .select(['s.due_from as dueFrom', 's.due_to as dueTo', 's.recommendation_id as recommendationId', 'r.number'])
    .select(['v.title as reviewTitle', sql<string>`coalesce(g.name, s.agency_as_written)`.as('agency')])
    .select(sql<boolean>`coalesce(${isLate(today)}, false)`.as('isOverdue'))
    .orderBy(order)
    .orderBy('r.position')
    .orderBy('s.position')
    .orderBy('s.id')
    .limit(slice.limit)
    .offset(slice.offset)
    .execute()
  return { rows, total }
}

const statementOrder = {
  review: sql`v.created_at, v.id`,
  due: sql`s.due_to nulls last`,
  agency: sql`coalesce(g.name, s.agency_as_written), v.created_at, v.id`,
  newest: sql`s.created_at desc`,
} as const

function isDue(due: RegisterFilter['due'], today: PlainDate) {
  const soon = addDays(today, soonDays)
  switch (due) {
    case 'overdue':
      return isLate(today)
    case 'soon':
      return sql<SqlBool>`p.due_to between ${today} and ${soon}`
    case 'later':
      return sql<SqlBool>`p.due_to > ${soon}`
    default:
      return sql<SqlBool>`p.is_dateless`
  }
}

function statementHas(code: FindingCode, today: PlainDate) {
  const found = sql<SqlBool>`exists (select from finding f where f.statement_id = s.id and ${counts(code)})`
  if (code === 'overdue') return isLate(today)
  if (code === 'no-date') return sql<SqlBool>`p.is_dateless`
  return code === 'no-owner' ? sql<SqlBool>`(coalesce(p.is_ownerless, false) or ${found})` : found
}

export interface Choices {
  readonly reviews: readonly { readonly id: ReviewId; readonly title: string }[]
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
}

/** What the filters can be set to: the reviews that the acting person may see, and the board's agencies. */
export async function listChoices(tx: Tx, boardId: BoardId): Promise<Choices> {
  const reviews = await tx
    .selectFrom('review')
    .select(['id', 'title'])
    .where('board_id', '=', boardId)
    .orderBy('title')
    .execute()
  const agencies = await tx
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .select(['a.id', 'a.name'])
    .where('b.board_id', '=', boardId)
    .orderBy('a.name')
    .execute()
  return { reviews, agencies }
}

/**
 * Whether any review of the board that the acting person may see is restricted, so that what is shown must be marked.
 */
export async function seesRestricted(tx: Tx, boardId: BoardId): Promise<boolean> {
  const found = await tx
    .selectFrom('review')
    .select('id')
    .where('board_id', '=', boardId)
    .where('standing', '=', 'restricted')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
