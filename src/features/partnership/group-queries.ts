import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { GroupId } from '../../store/schema.ts'
import type { Group } from './directory.ts'

/** The groups of a board that have not ended, by name, each with the agencies that are in it now. */
export async function listGroups(tx: Tx, boardId: BoardId): Promise<Group[]> {
  const groups = await tx
    .selectFrom('board_group')
    .select(['id', 'name', 'purpose'])
    .where('board_id', '=', boardId)
    .where('ended_at', 'is', null)
    .orderBy(eb => eb.fn('lower', ['name']))
    .execute()
  const members = await tx
    .selectFrom('group_member as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .select(['m.group_id as groupId', 'a.id', 'a.name'])
    .where('m.board_id', '=', boardId)
    .where('m.left_at', 'is', null)
    .orderBy(eb => eb.fn('lower', ['a.name']))
    .execute()
  return groups.map(group => ({
    ...group,
    members: members.filter(({ groupId }) => groupId === group.id).map(({ id, name }) => ({ id, name })),
  }))
}

interface NewGroup {
  readonly id: GroupId
  readonly boardId: BoardId
  readonly name: string
  readonly purpose: string
}

/** False, and nothing is changed, when the board has a group of that name. */
export async function insertGroup(tx: Tx, { id, boardId, name, purpose }: NewGroup, now: Date): Promise<boolean> {
  const made = await tx
    .insertInto('board_group')
    .values({ id, board_id: boardId, name, purpose, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

interface Joining {
  readonly groupId: GroupId
  readonly boardId: BoardId
  readonly agencyIds: readonly AgencyId[]
}

/** Puts agencies into a group, or puts them in again. */
export async function joinGroup(tx: Tx, { groupId, boardId, agencyIds }: Joining, now: Date): Promise<void> {
  if (agencyIds.length === 0) return
  await tx
    .insertInto('group_member')
    .values(
      agencyIds.map(id => ({ group_id: groupId, board_id: boardId, agency_id: id, joined_at: now, left_at: null })),
    )
    .onConflict(c => c.columns(['group_id', 'agency_id']).doUpdateSet({ joined_at: now, left_at: null }))
    .execute()
}
