import { sql } from 'kysely'
import type { AgencyId, BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { Small } from '../../ledger/ledger.ts'
import type { ReviewId } from '../../store/schema.ts'

/** An entry of the ledger, with what the things that it speaks of are called today. */
export interface NamedEntry {
  readonly kind: string
  readonly facts: Readonly<Record<string, Small>>
  readonly personId: PersonId | null
  readonly personName: string | null
  readonly recordedAt: Date
  /** The review that it happened in; null for what is the board's own. */
  readonly review: { readonly id: ReviewId; readonly title: string } | null
}

interface Asked {
  /** The kinds of entry that there is a sentence for. */
  readonly kinds: readonly string[]
  readonly limit: number
}

const idIn = <Id extends string>(fact: 'person' | 'agency') =>
  sql<Id>`case when e.facts ->> ${fact} ~ '^[0-9a-f-]{36}$' then (e.facts ->> ${fact})::uuid end`

/** What happened on the board and in its reviews, the latest first, as far as the acting person may see it. */
export async function listLatest(tx: Tx, boardId: BoardId, { kinds, limit }: Asked): Promise<readonly NamedEntry[]> {
  const rows = await tx
    .selectFrom('ledger_entry as e')
    .leftJoin('person as who', 'who.id', 'e.person_id')
    .leftJoin('review as v', 'v.id', 'e.review_id')
    .leftJoin('person as p', join => join.onRef('p.id', '=', sql`e.thing_id`).on('e.thing', '=', 'person'))
    .leftJoin('agency as a', join => join.onRef('a.id', '=', sql`e.thing_id`).on('e.thing', '=', 'agency'))
    .leftJoin('board_group as g', join => join.onRef('g.id', '=', sql`e.thing_id`).on('e.thing', '=', 'group'))
    .leftJoin('invitation as i', join => join.onRef('i.id', '=', sql`e.thing_id`).on('e.thing', '=', 'invitation'))
    .leftJoin('agency as f', join => join.on('f.id', '=', idIn<AgencyId>('agency')))
    .leftJoin('person as m', join => join.on('m.id', '=', idIn<PersonId>('person')))
    .select(['e.kind', 'e.facts', 'e.person_id as personId', 'e.recorded_at as recordedAt', 'who.name as personName'])
    .select(['v.id as reviewId', 'v.title as reviewTitle', 'f.name as agencyName', 'm.name as mentionedName'])
    .select(eb => eb.fn.coalesce('p.name', 'a.name', 'g.name', 'i.name').as('thingName'))
    // A board's chain bears its id, and its positions rise with time.
    .where('e.chain', '=', boardId)
    .where('e.kind', 'in', [...kinds])
    // What saving an import recorded thing by thing is told by the one entry of the saving.
    .where(sql<boolean>`e.facts ->> 'import' is null`)
    .orderBy('e.position', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ facts, thingName, agencyName, mentionedName, reviewId, reviewTitle, ...entry }) => ({
    ...entry,
    review: reviewId && reviewTitle ? { id: reviewId, title: reviewTitle } : null,
    facts: { ...(facts as Record<string, Small>), thingName, agencyName, personName: mentionedName },
  }))
}
