/** Additions to a board's directory within a transaction that somebody else has opened. Each records its own entry. */
import type { Actor, AgencyId, BoardId } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { GroupId } from '../../store/schema.ts'
import { listAgencies, makeAgency, seatAgency } from './agency-queries.ts'
import type { Agency, Group } from './directory.ts'
import { agencyEntry, groupEntry } from './entries.ts'
import { decideGroup, type GroupInput } from './group-decide.ts'
import { insertGroup, insertGroupAlias, joinGroup, listGroups } from './group-queries.ts'
import { decideName } from './name-decide.ts'
import { insertAlias } from './name-queries.ts'

/** The agencies that sit on a board and its groups, in full: what `matchAgency` looks names up in. */
export async function findDirectory(
  tx: Tx,
  boardId: BoardId,
): Promise<{ agencies: readonly Agency[]; groups: readonly Group[] }> {
  return { agencies: await listAgencies(tx, boardId), groups: await listGroups(tx, boardId) }
}

interface NewAgency {
  readonly boardId: BoardId
  readonly name: string
}

/**
 * Seats an agency on a board: the one of that name that another board knows already, or a new one. Refuses, beside the
 * field `name`, a name that stands for something on the board already. Throws Forbidden.
 */
export async function addAgency(app: App, tx: Tx, actor: Actor, asked: NewAgency): Promise<Decided<AgencyId>> {
  const { boardId } = asked
  authorise(actor, 'agency.manage', { boardId })
  const naming = { name: asked.name, field: 'name', missing: 'Enter the name of the agency' }
  const name = decideName(naming, await findDirectory(tx, boardId))
  if (!name.ok) return name
  const now = app.clock.now()
  const { id, isNew } = await makeAgency(tx, { id: app.chance.id<AgencyId>(), name: name.value }, now)
  await seatAgency(tx, { boardId, agencyId: id }, now)
  await record(app, tx, actor, [agencyEntry('agency.added', { boardId, agencyId: id }, { isNew })])
  return decide(id)
}

interface NewAlias {
  readonly boardId: BoardId
  readonly agencyId: AgencyId
  readonly alias: string
}

/**
 * Gives an agency of the board another name that the board knows it by; gives the alias's id. Refuses, beside the field
 * `alias`, a name that stands for something on the board already. Throws Forbidden, and NotFound for an agency that
 * does not sit on the board.
 */
export async function addAlias(app: App, tx: Tx, actor: Actor, asked: NewAlias): Promise<Decided<string>> {
  const { boardId, agencyId } = asked
  authorise(actor, 'agency.manage', { boardId })
  const directory = await findDirectory(tx, boardId)
  if (!directory.agencies.some(({ id }) => id === agencyId)) throw new NotFound('no such agency on the board')
  const alias = decideName({ name: asked.alias, field: 'alias', missing: 'Enter the other name' }, directory)
  if (!alias.ok) return alias
  const id = app.chance.id<string>()
  const isNew = await insertAlias(tx, { id, boardId, agencyId, alias: alias.value }, app.clock.now())
  if (!isNew) return refuse({ field: 'alias', message: 'This board knows an agency by that name already' })
  await record(app, tx, actor, [agencyEntry('agency.alias-added', { boardId, agencyId }, { alias: id })])
  return decide(id)
}

interface NewGroupAlias {
  readonly boardId: BoardId
  readonly groupId: GroupId
  readonly alias: string
}

/**
 * Gives a group of the board another name that the board knows it by; gives the alias's id. Refuses, beside the field
 * `alias`, a name that stands for something on the board already. Throws Forbidden, and NotFound for a group that has
 * ended.
 */
export async function addGroupAlias(
  app: App,
  tx: Tx,
  actor: Actor,
  { boardId, groupId, alias: asked }: NewGroupAlias,
): Promise<Decided<string>> {
  authorise(actor, 'group.manage', { boardId })
  const directory = await findDirectory(tx, boardId)
  if (!directory.groups.some(({ id }) => id === groupId)) throw new NotFound('no such group on the board')
  const alias = decideName({ name: asked, field: 'alias', missing: 'Enter the other name' }, directory)
  if (!alias.ok) return alias
  const id = app.chance.id<string>()
  const isNew = await insertGroupAlias(tx, { id, boardId, groupId, alias: alias.value }, app.clock.now())
  if (!isNew) return refuse({ field: 'alias', message: 'This board knows a group by that name already' })
  await record(app, tx, actor, [groupEntry('group.alias-added', { boardId, groupId }, { alias: id })])
  return decide(id)
}

interface NewGroup extends Pick<GroupInput, 'name' | 'members'> {
  readonly boardId: BoardId
  readonly purpose?: string
}

/**
 * Makes a group of agencies that sit on the board. Refuses, beside the fields `name`, `purpose` and `members`, a name
 * that stands for something on the board already, a purpose that is too long and agencies that do not sit on the board.
 * Throws Forbidden.
 */
export async function addGroup(app: App, tx: Tx, actor: Actor, asked: NewGroup): Promise<Decided<GroupId>> {
  const { boardId, purpose = '' } = asked
  authorise(actor, 'group.manage', { boardId })
  const decided = decideGroup({ ...asked, purpose }, await findDirectory(tx, boardId))
  if (!decided.ok) return decided
  const { members, ...naming } = decided.value
  const [id, now] = [app.chance.id<GroupId>(), app.clock.now()]
  const isNew = await insertGroup(tx, { id, boardId, ...naming }, now)
  if (!isNew) return refuse({ field: 'name', message: 'This board has a group of that name already' })
  await joinGroup(tx, { groupId: id, boardId, agencyIds: members }, now)
  await record(app, tx, actor, [groupEntry('group.made', { boardId, groupId: id }, { members: members.length })])
  return decide(id)
}
