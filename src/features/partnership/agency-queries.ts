import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { NotFound } from '../../core/refusals.ts'
import type { Board } from '../accounts/index.ts'
import { type Agency, predecessorsOf, successorsOf } from './directory.ts'
import { listAliases, listFormerNames } from './name-queries.ts'
import { listSuccessions } from './succession-queries.ts'

interface Seat {
  readonly boardId: BoardId
  readonly agencyId: AgencyId
}

const seats = (tx: Tx, boardId: BoardId) =>
  tx
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .where('b.board_id', '=', boardId)
    .orderBy(eb => eb.fn('lower', ['a.name']))
const columns = ['a.id', 'a.name', 'a.ended_on as endedOn', 'b.left_at as leftAt'] as const

/** The agencies that sit on a board now, by name, with their aliases there and the bodies before and after them. */
export async function listAgencies(tx: Tx, boardId: BoardId): Promise<Agency[]> {
  const rows = await seats(tx, boardId).select(columns).where('b.left_at', 'is', null).execute()
  return withNames(
    tx,
    boardId,
    rows.map(({ id, name, endedOn }) => ({ id, name, endedOn })),
  )
}

/** An agency that sits or sat on the board, and since when no longer. Throws NotFound for any other. */
export async function findAgency(
  tx: Tx,
  boardId: BoardId,
  id: AgencyId,
): Promise<Agency & { readonly leftAt: Date | null }> {
  const rows = await seats(tx, boardId).select(columns).where('a.id', '=', id).execute()
  const [agency] = await withNames(tx, boardId, rows)
  if (!agency) throw new NotFound('no such agency on the board')
  return agency
}

async function withNames<Row extends { id: AgencyId }>(tx: Tx, boardId: BoardId, rows: readonly Row[]) {
  const aliases = await listAliases(tx, boardId)
  const former = await listFormerNames(tx, boardId)
  const successions = await listSuccessions(tx, boardId)
  return rows.map(row => ({
    ...row,
    aliases: aliases.filter(({ agencyId }) => agencyId === row.id).map(({ id, alias }) => ({ id, alias })),
    formerNames: former.filter(({ agencyId }) => agencyId === row.id).map(({ name, until }) => ({ name, until })),
    successors: successorsOf(row.id, successions),
    predecessors: predecessorsOf(row.id, successions),
  }))
}

/** Whether an agency sits on the board now. */
export async function isSeated(tx: Tx, boardId: BoardId, agencyId: AgencyId): Promise<boolean> {
  const seat = await seats(tx, boardId)
    .select('a.id')
    .where('a.id', '=', agencyId)
    .where('b.left_at', 'is', null)
    .executeTakeFirst()
  return seat !== undefined
}

/** The boards that the acting person may see on which an agency sits or sat, by name: those where it sits first. */
export const listBoardsOf = (tx: Tx, agencyId: AgencyId): Promise<Pick<Board, 'id' | 'slug' | 'name'>[]> =>
  tx
    .selectFrom('board_agency as s')
    .innerJoin('board as b', 'b.id', 's.board_id')
    .select(['b.id', 'b.slug', 'b.name'])
    .where('s.agency_id', '=', agencyId)
    .orderBy(sql`s.left_at is not null`)
    .orderBy('b.name')
    .execute()

/** The agencies that this installation knows and that do not sit on the board, by name. */
export const listOtherAgencies = (tx: Tx, boardId: BoardId): Promise<{ id: AgencyId; name: string }[]> =>
  tx
    .selectFrom('agency as a')
    .select(['a.id', 'a.name'])
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('board_agency as b')
            .select('b.agency_id')
            .whereRef('b.agency_id', '=', 'a.id')
            .where('b.board_id', '=', boardId)
            .where('b.left_at', 'is', null),
        ),
      ),
    )
    .orderBy(eb => eb.fn('lower', ['a.name']))
    .limit(2000)
    .execute()

/** The agency of that name, whatever the case of its letters, on any board or none; null when there is none. */
export async function findAgencyByName(tx: Tx, name: string): Promise<{ id: AgencyId; name: string } | null> {
  const found = await tx
    .selectFrom('agency')
    .select(['id', 'name'])
    .where(eb => eb.fn('lower', ['name']), '=', sql<string>`lower(${name})`)
    .executeTakeFirst()
  return found ?? null
}

interface NewAgency {
  readonly id: AgencyId
  readonly name: string
}

/** Makes an agency, unless one of that name stands already; says which, and whether it is new. */
export async function makeAgency(
  tx: Tx,
  { id, name }: NewAgency,
  now: Date,
): Promise<{ id: AgencyId; isNew: boolean }> {
  const made = await tx
    .insertInto('agency')
    .values({ id, name, ended_on: null, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return { id: made.id, isNew: true }
  const found = await findAgencyByName(tx, name)
  if (!found) throw new Error('an agency was neither made nor found')
  return { id: found.id, isNew: false }
}

/** What it was called before is kept by `insertFormerName`. */
export async function setAgencyName(tx: Tx, id: AgencyId, name: string): Promise<void> {
  await tx.updateTable('agency').set({ name }).where('id', '=', id).execute()
}

/** Sets the day on which another body took an agency's place. */
export async function setEnd(tx: Tx, id: AgencyId, on: PlainDate | null): Promise<void> {
  await tx.updateTable('agency').set({ ended_on: on }).where('id', '=', id).execute()
}

/** Seats an agency on a board, or seats it again. */
export async function seatAgency(tx: Tx, { boardId, agencyId }: Seat, now: Date): Promise<void> {
  await tx
    .insertInto('board_agency')
    .values({ board_id: boardId, agency_id: agencyId, joined_at: now, left_at: null })
    .onConflict(c => c.columns(['board_id', 'agency_id']).doUpdateSet({ joined_at: now, left_at: null }))
    .execute()
}

/** Takes an agency off a board. */
export async function unseatAgency(tx: Tx, { boardId, agencyId }: Seat, now: Date): Promise<void> {
  await tx
    .updateTable('board_agency')
    .set({ left_at: now })
    .where('board_id', '=', boardId)
    .where('agency_id', '=', agencyId)
    .execute()
}
