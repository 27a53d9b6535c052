import { sql } from 'kysely'
import type { AgencyId, BoardId } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
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
  const all = await members(tx).where('m.board_id', '=', boardId).execute()
  const names = await aliases(tx).where('board_id', '=', boardId).execute()
  return groups.map(group => ({
    ...group,
    aliases: names.filter(({ groupId }) => groupId === group.id).map(({ id, alias }) => ({ id, alias })),
    members: all.filter(({ groupId }) => groupId === group.id).map(({ id, name }) => ({ id, name })),
  }))
}

const members = (tx: Tx) =>
  tx
    .selectFrom('group_member as m')
    .innerJoin('agency as a', 'a.id', 'm.agency_id')
    .select(['m.group_id as groupId', 'a.id', 'a.name'])
    .where('m.left_at', 'is', null)
    .orderBy(eb => eb.fn('lower', ['a.name']))

const aliases = (tx: Tx) =>
  tx
    .selectFrom('group_alias')
    .select(['id', 'group_id as groupId', 'alias'])
    .orderBy(eb => eb.fn('lower', ['alias']))

export type FoundGroup = Group & { readonly boardId: BoardId; readonly endedAt: Date | null }

/** A group, whether it has ended or not, for change or not. Throws NotFound. */
export async function findGroup(tx: Tx, id: GroupId, { forChange = false } = {}): Promise<FoundGroup> {
  const found = tx
    .selectFrom('board_group')
    .select(['id', 'name', 'purpose', 'board_id as boardId', 'ended_at as endedAt'])
    .where('id', '=', id)
  const group = await (forChange ? found.forUpdate() : found).executeTakeFirst()
  if (!group) throw new NotFound('no such group')
  const all = await members(tx).where('m.group_id', '=', id).execute()
  const names = await aliases(tx).where('group_id', '=', id).execute()
  return {
    ...group,
    aliases: names.map(({ id, alias }) => ({ id, alias })),
    members: all.map(({ id, name }) => ({ id, name })),
  }
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

/** Changes what a group is called and is for. */
export async function updateGroup(tx: Tx, { id, name, purpose }: Omit<NewGroup, 'boardId'>): Promise<void> {
  await tx.updateTable('board_group').set({ name, purpose }).where('id', '=', id).execute()
}

/** Ends a group, whose members stay as they were. */
export async function endGroup(tx: Tx, id: GroupId, now: Date): Promise<void> {
  await tx.updateTable('board_group').set({ ended_at: now }).where('id', '=', id).execute()
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

/** Takes agencies out of a group. */
export async function leaveGroup(tx: Tx, groupId: GroupId, agencyIds: readonly AgencyId[], now: Date): Promise<void> {
  if (agencyIds.length === 0) return
  await tx
    .updateTable('group_member')
    .set({ left_at: now })
    .where('group_id', '=', groupId)
    .where('agency_id', 'in', [...agencyIds])
    .where('left_at', 'is', null)
    .execute()
}

interface NewAlias {
  readonly id: string
  readonly boardId: BoardId
  readonly groupId: GroupId
  readonly alias: string
}

/**
 * Stores another name of a group. One of a group that has ended is free again. False, and nothing is changed, when the
 * board knows a group by that name already.
 */
export async function insertGroupAlias(tx: Tx, added: NewAlias, now: Date): Promise<boolean> {
  const { id, boardId, groupId, alias } = added
  await tx
    .deleteFrom('group_alias')
    .where('board_id', '=', boardId)
    .where(eb => eb.fn('lower', ['alias']), '=', sql<string>`lower(${alias})`)
    .where('group_id', 'in', eb => eb.selectFrom('board_group as g').select('g.id').where('g.ended_at', 'is not', null))
    .execute()
  const made = await tx
    .insertInto('group_alias')
    .values({ id, board_id: boardId, group_id: groupId, alias, created_at: now })
    .onConflict(c => c.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False when the group has no such alias. */
export async function deleteGroupAlias(tx: Tx, { id, groupId }: Pick<NewAlias, 'id' | 'groupId'>): Promise<boolean> {
  const gone = await tx
    .deleteFrom('group_alias')
    .where('id', '=', id)
    .where('group_id', '=', groupId)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}
