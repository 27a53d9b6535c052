import { sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { RecommendationId } from '../../store/schema.ts'
import { closing, countedUpTo, opening, shownAtMost } from './search.ts'

export interface Hit {
  readonly kind: 'recommendation' | 'part' | 'statement'
  readonly id: string
  readonly recommendationId: RecommendationId
  readonly number: string | null
  readonly reviewTitle: string
  readonly boardName: string
  readonly agency: string
  /** The words, those that were found between `opening` and `closing`. */
  readonly marked: string
}

const headline = `StartSel=${opening}, StopSel=${closing}, HighlightAll=true`

/** Where the words stand in the register, best first, and how many hits there are (counted up to `countedUpTo` + 1). */
export async function searchRegister(
  tx: Tx,
  words: string,
  boardId: BoardId | null,
): Promise<{ readonly hits: readonly Hit[]; readonly total: number }> {
  const query = sql`websearch_to_tsquery('english', ${words})`
  const here = (table: string) => (boardId ? sql`and ${sql.ref(`${table}.board_id`)} = ${boardId}` : sql``)
  const found = sql`
    select 'recommendation' as kind, r.id, r.id as recommendation_id, '' as agency, r.text, ts_rank(r.words, q) as rank
      from recommendation r, ${query} q where r.words @@ q and r.withdrawn_at is null ${here('r')}
    union all
    select 'part', p.id, p.recommendation_id, '', p.text, ts_rank(p.words, q)
      from recommendation_part p join recommendation r on r.id = p.recommendation_id and r.withdrawn_at is null, ${query} q
      where p.words @@ q and p.withdrawn_at is null ${here('p')}
    union all
    select 'statement', s.id, s.recommendation_id, coalesce(g.name, s.agency_as_written), s.text, ts_rank(s.words, q)
      from statement s left join agency g on g.id = s.agency_id
        join recommendation r on r.id = s.recommendation_id and r.withdrawn_at is null, ${query} q
      where s.words @@ q and s.withdrawn_at is null ${here('s')}`
  const { rows } = await sql<Hit>`
    with best as (select * from (${found}) f order by rank desc, id limit ${shownAtMost})
    select best.kind, best.id, best.recommendation_id as "recommendationId", best.agency, r.number,
      v.title as "reviewTitle", b.name as "boardName",
      ts_headline('english', translate(best.text, ${opening + closing}, ''), ${query}, ${headline}) as marked
    from best join recommendation r on r.id = best.recommendation_id join review v on v.id = r.review_id
      join board b on b.id = r.board_id
    order by best.rank desc, best.id`.execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*) as total from (select 1 from (${found}) f limit ${countedUpTo + 1}) c`.execute(tx)
  return { hits: rows, total: counted.rows[0]?.total ?? 0 }
}
