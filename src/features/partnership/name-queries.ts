/** The other names of agencies: aliases, which are a board's own, and former names, which all boards share. */
import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'

export const listAliases = (tx: Tx, boardId: BoardId): Promise<{ id: string; agencyId: AgencyId; alias: string }[]> =>
  tx
    .selectFrom('agency_alias')
    .select(['id', 'agency_id as agencyId', 'alias'])
    .where('board_id', '=', boardId)
    .orderBy(eb => eb.fn('lower', ['alias']))
    .execute()

/** What the agencies that sit or sat on a board were called before, the latest first. */
export const listFormerNames = (
  tx: Tx,
  boardId: BoardId,
): Promise<{ agencyId: AgencyId; name: string; until: PlainDate }[]> =>
  tx
    .selectFrom('agency_former_name as n')
    .innerJoin('board_agency as b', 'b.agency_id', 'n.agency_id')
    .select(['n.agency_id as agencyId', 'n.name', 'n.until_on as until'])
    .where('b.board_id', '=', boardId)
    .orderBy('n.until_on', 'desc')
    .orderBy('n.created_at', 'desc')
    .execute()

interface NewAlias {
  readonly id: string
  readonly boardId: BoardId
  readonly agencyId: AgencyId
  readonly alias: string
}

/**
 * Stores an alias. One that an agency had that has since left the board is free again. False, and nothing is changed,
 * when the board knows that alias already.
 */
export async function insertAlias(tx: Tx, { id, boardId, agencyId, alias }: NewAlias, now: Date): Promise<boolean> {
  await tx
    .deleteFrom('agency_alias')
    .where('board_id', '=', boardId)
    .where(eb => eb.fn('lower', ['alias']), '=', sql<string>`lower(${alias})`)
    .where('agency_id', 'in', eb =>
      eb
        .selectFrom('board_agency')
        .select('agency_id')
        .where('board_id', '=', boardId)
        .where('left_at', 'is not', null),
    )
    .execute()
  const made = await tx
    .insertInto('agency_alias')
    .values({ id, board_id: boardId, agency_id: agencyId, alias, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False when the agency has no such alias on the board. */
export async function deleteAlias(tx: Tx, { id, boardId, agencyId }: Omit<NewAlias, 'alias'>): Promise<boolean> {
  const gone = await tx
    .deleteFrom('agency_alias')
    .where('id', '=', id)
    .where('board_id', '=', boardId)
    .where('agency_id', '=', agencyId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

interface NewFormerName {
  readonly id: string
  readonly agencyId: AgencyId
  readonly name: string
  readonly until: PlainDate
}

/** Keeps what an agency was called; a name that is kept already stays as it is. */
export async function insertFormerName(tx: Tx, { id, agencyId, name, until }: NewFormerName, now: Date): Promise<void> {
  await tx
    .insertInto('agency_former_name')
    .values({ id, agency_id: agencyId, name, until_on: until, created_at: now })
    .onConflict(c => c.doNothing())
    .execute()
}
