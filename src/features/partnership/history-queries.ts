import { sql } from 'kysely'
import type { BoardId, PersonId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { Small } from '../../ledger/ledger.ts'

/** An entry with what its thing and the agency that it speaks of are called now. */
export interface NamedEntry {
  readonly kind: string
  readonly facts: Readonly<Record<string, Small>>
  readonly personId: PersonId | null
  readonly personName: string | null
  readonly recordedAt: Date
}

interface Shown {
  readonly kinds: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** What happened to the board, its people and its agencies, the latest first. */
export const listBoardHistory = (tx: Tx, boardId: BoardId, { kinds, limit, offset }: Shown): Promise<NamedEntry[]> =>
  named(ofBoard(tx, boardId).where('e.kind', 'in', [...kinds]), { limit, offset })

/** How many entries `listBoardHistory` has in all. */
export async function countBoardHistory(tx: Tx, boardId: BoardId, kinds: readonly string[]): Promise<number> {
  const { count } = await ofBoard(tx, boardId)
    .where('e.kind', 'in', [...kinds])
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What happened on the board to one person, agency or group, the latest first; at most 100 entries. */
export const listThingHistory = (tx: Tx, boardId: BoardId, thingId: string): Promise<NamedEntry[]> =>
  named(ofBoard(tx, boardId).where('e.thing_id', '=', thingId), { limit: 100, offset: 0 })

const ofBoard = (tx: Tx, boardId: BoardId) =>
  tx.selectFrom('ledger_entry as e').where('e.board_id', '=', boardId).where('e.review_id', 'is', null)

async function named(entries: ReturnType<typeof ofBoard>, { limit, offset }: Omit<Shown, 'kinds'>) {
  const rows = await entries
    .leftJoin('person as who', 'who.id', 'e.person_id')
    .leftJoin('person as p', join => join.onRef('p.id', '=', sql`e.thing_id`).on('e.thing', '=', 'person'))
    .leftJoin('agency as a', join => join.onRef('a.id', '=', sql`e.thing_id`).on('e.thing', '=', 'agency'))
    .leftJoin('board_group as g', join => join.onRef('g.id', '=', sql`e.thing_id`).on('e.thing', '=', 'group'))
    .leftJoin('invitation as i', join => join.onRef('i.id', '=', sql`e.thing_id`).on('e.thing', '=', 'invitation'))
    .leftJoin('agency as f', join => join.on('f.id', '=', sql`(e.facts ->> 'agency')::uuid`))
    .select(['e.kind', 'e.facts', 'e.person_id as personId', 'e.recorded_at as recordedAt', 'who.name as personName'])
    .select(eb => eb.fn.coalesce('p.name', 'a.name', 'g.name', 'i.name').as('thingName'))
    .select('f.name as agencyName')
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.position', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ facts, thingName, agencyName, ...entry }) => ({
    ...entry,
    facts: { ...(facts as Record<string, Small>), thingName: thingName ?? null, agencyName: agencyName ?? null },
  }))
}
