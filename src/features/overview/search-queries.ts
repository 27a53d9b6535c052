import { sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { RecommendationId } from '../../store/schema.ts'
import { closing, countedUpTo, opening, type Search, shownAtMost } from './search.ts'

export interface Hit {
  readonly kind: 'recommendation' | 'part' | 'statement'
  readonly id: string
  readonly recommendationId: RecommendationId
  readonly number: string | null
  readonly reviewTitle: string
  readonly boardName: string
  /** The board's protective marking, where the review is restricted. */
  readonly marking: string | null
  readonly agency: string
  /** The words, those that were found between `opening` and `closing`. */
  readonly marked: string
}

export interface SearchResult {
  /** The best, at most `shownAtMost`. */
  readonly hits: readonly Hit[]
  /** Counted up to `countedUpTo` + 1. */
  readonly total: number
  /** Whether anything is left to look for once the words are gone that stand in every text, such as "the". */
  readonly isSearchable: boolean
}

const headline = `StartSel=${opening}, StopSel=${closing}, HighlightAll=true`

/** Where the words stand in the register on these boards, the best first, as far as the acting person may see it. */
export async function searchRegister(
  tx: Tx,
  { words, boards }: Pick<Search, 'words'> & { readonly boards: readonly BoardId[] },
): Promise<SearchResult> {
  if (boards.length === 0) return { hits: [], total: 0, isSearchable: true }
  const query = sql`websearch_to_tsquery('english', ${words})`
  const found = foundBy(query, boards)
  const { rows } = await sql<Hit>`
    with best as (select * from (${found}) f order by rank desc, id desc limit ${shownAtMost})
    select best.kind, best.id, best.recommendation_id as "recommendationId", best.agency, r.number,
      v.title as "reviewTitle", b.name as "boardName", case when v.standing = 'restricted' then b.marking end as marking,
      ts_headline('english', translate(best.text, ${opening + closing}, ''), ${query}, ${headline}) as marked
    from best join recommendation r on r.id = best.recommendation_id join review v on v.id = r.review_id
      join board b on b.id = r.board_id
    order by best.rank desc, best.id desc`.execute(tx)
  const counted = await sql<{ total: number; isSearchable: boolean }>`
    select count(*) as total, numnode(${query}) > 0 as "isSearchable"
    from (select 1 from (${found}) f limit ${countedUpTo + 1}) c`.execute(tx)
  const { total = 0, isSearchable = true } = counted.rows[0] ?? {}
  return { hits: rows, total, isSearchable }
}

/** Everything that holds the words; a statement and a part are found under a recommendation that stands. */
function foundBy(query: ReturnType<typeof sql>, boards: readonly BoardId[]) {
  const isHere = (table: string) => sql`${sql.ref(`${table}.board_id`)} in (${sql.join(boards)})`
  return sql`
    select 'recommendation' as kind, r.id, r.id as recommendation_id, '' as agency, r.text, ts_rank(r.words, q) as rank
      from recommendation r, ${query} q where r.words @@ q and r.withdrawn_at is null and ${isHere('r')}
    union all
    select 'part', p.id, p.recommendation_id, '', p.text, ts_rank(p.words, q)
      from recommendation_part p join recommendation r on r.id = p.recommendation_id and r.withdrawn_at is null, ${query} q
      where p.words @@ q and p.withdrawn_at is null and ${isHere('p')}
    union all
    select 'statement', s.id, s.recommendation_id, coalesce(g.name, s.agency_as_written), s.text, ts_rank(s.words, q)
      from statement s left join agency g on g.id = s.agency_id
        join recommendation r on r.id = s.recommendation_id and r.withdrawn_at is null, ${query} q
      where s.words @@ q and s.withdrawn_at is null and ${isHere('s')}`
}
