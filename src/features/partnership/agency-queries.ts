import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Agency, predecessorsOf, type Succession, successorsOf } from './directory.ts'

/** The agencies that sit on a board now, by name, with their aliases there and the bodies before and after them. */
export async function listAgencies(tx: Tx, boardId: BoardId): Promise<Agency[]> {
  const agencies = await tx
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .select(['a.id', 'a.name', 'a.ended_on as endedOn'])
    .where('b.board_id', '=', boardId)
    .where('b.left_at', 'is', null)
    .orderBy(eb => eb.fn('lower', ['a.name']))
    .execute()
  const aliases = await listAliases(tx, boardId)
  const successions = await listSuccessions(tx, boardId)
  return agencies.map(agency => ({
    ...agency,
    aliases: aliases.filter(({ agencyId }) => agencyId === agency.id).map(({ id, alias }) => ({ id, alias })),
    successors: successorsOf(agency.id, successions),
    predecessors: predecessorsOf(agency.id, successions),
  }))
}

const listAliases = (tx: Tx, boardId: BoardId) =>
  tx
    .selectFrom('agency_alias')
    .select(['id', 'agency_id as agencyId', 'alias'])
    .where('board_id', '=', boardId)
    .orderBy(eb => eb.fn('lower', ['alias']))
    .execute()

/** Every succession that leads to or from an agency that sits or sat on the board, however far. */
async function listSuccessions(tx: Tx, boardId: BoardId): Promise<readonly Succession[]> {
  const { rows } = await sql<Succession>`
    with recursive line (id) as (
      select agency_id from board_agency where board_id = ${boardId}
      union
      select case when s.agency_id = line.id then s.successor_id else s.agency_id end
      from agency_succession s join line on line.id in (s.agency_id, s.successor_id)
    )
    select s.id, s.agency_id as "fromId", f.name as "fromName", s.successor_id as "toId", t.name as "toName",
      s.happened_on as "on"
    from agency_succession s
    join agency f on f.id = s.agency_id
    join agency t on t.id = s.successor_id
    where s.agency_id in (select id from line)
    order by s.happened_on, lower(f.name), lower(t.name)`.execute(tx)
  return rows
}

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

interface Seat {
  readonly boardId: BoardId
  readonly agencyId: AgencyId
}

/** Seats an agency on a board, or seats it again. */
export async function seatAgency(tx: Tx, { boardId, agencyId }: Seat, now: Date): Promise<void> {
  await tx
    .insertInto('board_agency')
    .values({ board_id: boardId, agency_id: agencyId, joined_at: now, left_at: null })
    .onConflict(c => c.columns(['board_id', 'agency_id']).doUpdateSet({ joined_at: now, left_at: null }))
    .execute()
}

interface NewAlias extends Seat {
  readonly id: string
  readonly alias: string
}

/** False, and nothing is changed, when the board knows that alias already. */
export async function insertAlias(tx: Tx, { id, boardId, agencyId, alias }: NewAlias, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('agency_alias')
    .values({ id, board_id: boardId, agency_id: agencyId, alias, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

interface NewSuccession {
  readonly id: string
  readonly fromId: AgencyId
  readonly toId: AgencyId
  readonly on: PlainDate
}

/** False, and nothing is changed, when the one succeeds the other already. */
export async function insertSuccession(tx: Tx, { id, fromId, toId, on }: NewSuccession, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('agency_succession')
    .values({ id, agency_id: fromId, successor_id: toId, happened_on: on, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}
