import { type SqlBool, sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'

/** An edition that documents of the board cite; `edition` is null where none is named. */
export interface CitedEdition {
  readonly guidance: string
  readonly edition: string | null
  /** How many reviews cite it. */
  readonly reviews: number
}

/** The editions that the board's documents cite, each once, as far as the acting person may see them. */
export const listCitedEditions = (tx: Tx, boardId: BoardId): Promise<CitedEdition[]> =>
  tx
    .selectFrom('citation')
    .select(['guidance', 'edition'])
    .select(eb => eb.fn.count<number>('review_id').distinct().as('reviews'))
    .where('board_id', '=', boardId)
    .groupBy(['guidance', 'edition'])
    .orderBy('guidance')
    .orderBy('edition')
    .execute()

/** One edition that one review relies on. */
export interface Citing extends Omit<CitedEdition, 'reviews'> {
  readonly reviewId: ReviewId
  readonly reviewTitle: string
  readonly isRestricted: boolean
  /** How often its documents name it. */
  readonly mentions: number
}

interface Asked {
  readonly boardId: BoardId
  readonly editions: readonly Pick<CitedEdition, 'guidance' | 'edition'>[]
  readonly limit: number
  readonly offset: number
}

/** A page of the reviews that cite these editions, edition by edition. */
export async function listCiting(tx: Tx, { boardId, editions, limit, offset }: Asked): Promise<readonly Citing[]> {
  if (editions.length === 0) return []
  const wanted = editions.map(({ guidance, edition }) => sql`(${guidance}, ${edition ?? ''})`)
  return tx
    .selectFrom('citation as c')
    .innerJoin('review as v', 'v.id', 'c.review_id')
    .select(['c.guidance', 'c.edition', 'c.review_id as reviewId', 'v.title as reviewTitle'])
    .select(eb => [eb.fn.countAll<number>().as('mentions'), eb('v.standing', '=', 'restricted').as('isRestricted')])
    .where('c.board_id', '=', boardId)
    .where(sql<SqlBool>`(c.guidance, coalesce(c.edition, '')) in (${sql.join(wanted)})`)
    .groupBy(['c.guidance', 'c.edition', 'c.review_id', 'v.title', 'v.standing'])
    .orderBy('c.guidance')
    .orderBy('c.edition')
    .orderBy('v.title')
    .orderBy('c.review_id')
    .limit(limit)
    .offset(offset)
    .$castTo<Citing>()
    .execute()
}
