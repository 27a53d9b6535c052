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

/**
 * Whether the citation `c` counts: it was not withdrawn; and a finding is raised where its document first names an
 * edition, so dismissing it passes over every mention of that edition in that document.
 */
const isCounted = sql<SqlBool>`c.withdrawn_at is null and not exists (select from finding f
  join citation named on named.document_id = f.document_id and named.span_from = f.span_from
  where f.review_id = c.review_id and f.code = 'superseded-guidance' and f.dismissed_at is not null
    and f.document_id = c.document_id
    and named.guidance = c.guidance and named.edition is not distinct from c.edition)`

/**
 * The editions that the board's documents cite, each once, as far as the acting person may see them and nobody has
 * dismissed them.
 */
export const listCitedEditions = (tx: Tx, boardId: BoardId): Promise<CitedEdition[]> =>
  tx
    .selectFrom('citation as c')
    .select(['c.guidance', 'c.edition'])
    .select(eb => eb.fn.count<number>('c.review_id').distinct().as('reviews'))
    .where('c.board_id', '=', boardId)
    .where(isCounted)
    .groupBy(['c.guidance', 'c.edition'])
    .orderBy('c.guidance')
    .orderBy('c.edition')
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
    .where(isCounted)
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
