import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Succession } from './directory.ts'

/** Every succession that leads to or from an agency that sits or sat on the board, however far, by date. */
export async function listSuccessions(tx: Tx, boardId: BoardId): Promise<readonly Succession[]> {
  const { rows } = await sql<Succession>`
    with recursive line (id) as (
      select agency_id from board_agency where board_id = ${boardId}
      union
      select case when s.agency_id = line.id then s.successor_id else s.agency_id end
      from agency_succession s join line on line.id in (s.agency_id, s.successor_id)
      where s.withdrawn_at is null
    )
    select s.id, s.agency_id as "fromId", f.name as "fromName", s.successor_id as "toId", t.name as "toName",
      s.happened_on as "on"
    from agency_succession s
    join agency f on f.id = s.agency_id
    join agency t on t.id = s.successor_id
    where s.withdrawn_at is null and s.agency_id in (select id from line)
    order by s.happened_on, lower(f.name), lower(t.name)`.execute(tx)
  return rows
}

interface NewSuccession {
  readonly id: string
  readonly fromId: AgencyId
  readonly toId: AgencyId
  readonly on: PlainDate
}

/** Records that one body took another's place, or records it again after it was withdrawn. */
export async function insertSuccession(tx: Tx, { id, fromId, toId, on }: NewSuccession, now: Date): Promise<void> {
  await tx
    .insertInto('agency_succession')
    .values({ id, agency_id: fromId, successor_id: toId, happened_on: on, created_at: now })
    .onConflict(c =>
      c.columns(['agency_id', 'successor_id']).doUpdateSet({ happened_on: on, created_at: now, withdrawn_at: null }),
    )
    .execute()
}

/** Marks a record as made by mistake; it no longer counts. */
export async function withdrawSuccession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('agency_succession').set({ withdrawn_at: now }).where('id', '=', id).execute()
}
