import { sql } from 'kysely'
import type { BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { Small } from '../../ledger/ledger.ts'
import type { Settings } from './settings-decide.ts'

export async function storeSettings(tx: Tx, id: BoardId, settings: Settings): Promise<void> {
  const { name, shortName, marking, secondFactorRequired } = settings
  await tx
    .updateTable('board')
    .set({ name, short_name: shortName, marking, second_factor_required: secondFactorRequired })
    .where('id', '=', id)
    .execute()
}

/** The people of the board who have no second factor yet. */
export async function countWithoutSecondFactor(tx: Tx, boardId: BoardId): Promise<number> {
  const { count } = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(eb => eb.fn.count<number>('m.person_id').distinct().as('count'))
    .where('m.board_id', '=', boardId)
    .where('m.ended_at', 'is', null)
    .where('p.totp_confirmed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface Shown {
  readonly kinds: readonly string[]
  readonly limit: number
  readonly offset: number
}

const ofBoard = (tx: Tx, boardId: BoardId, { kinds }: Pick<Shown, 'kinds'>) =>
  tx
    .selectFrom('ledger_entry as e')
    .where('e.board_id', '=', boardId)
    .where('e.review_id', 'is', null)
    .where('e.kind', 'in', [...kinds])

/** What happened to the board, its people and its agencies, the latest first, with what everything is called now. */
export async function listBoardHistory(tx: Tx, boardId: BoardId, shown: Shown) {
  const rows = await ofBoard(tx, boardId, shown)
    .leftJoin('person as who', 'who.id', 'e.person_id')
    .leftJoin('person as p', join => join.onRef('p.id', '=', 'e.thing_id').on('e.thing', '=', 'person'))
    .leftJoin('agency as a', join => join.onRef('a.id', '=', 'e.thing_id').on('e.thing', '=', 'agency'))
    .leftJoin('board_group as g', join => join.onRef('g.id', '=', sql`e.thing_id`).on('e.thing', '=', 'group'))
    .leftJoin('invitation as i', join => join.onRef('i.id', '=', sql`e.thing_id`).on('e.thing', '=', 'invitation'))
    .leftJoin('agency as f', join => join.on('f.id', '=', sql`(e.facts ->> 'agency')::uuid`))
    .select(['e.kind', 'e.facts', 'e.person_id as personId', 'e.recorded_at as recordedAt', 'who.name as personName'])
    .select(eb => eb.fn.coalesce('p.name', 'a.name', 'g.name', 'i.name').as('thingName'))
    .select('f.name as agencyName')
    .orderBy('e.recorded_at', 'desc')
    .orderBy('e.position', 'desc')
    .limit(shown.limit)
    .offset(shown.offset)
    .execute()
  return rows.map(({ facts, thingName, agencyName, ...entry }) => ({
    ...entry,
    facts: { ...(facts as Record<string, Small>), thingName: thingName ?? null, agencyName: agencyName ?? null },
  }))
}

export async function countBoardHistory(tx: Tx, boardId: BoardId, kinds: readonly string[]): Promise<number> {
  const { count } = await ofBoard(tx, boardId, { kinds })
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}
