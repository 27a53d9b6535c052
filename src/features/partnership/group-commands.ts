/** Groups of agencies: made, changed and ended. */
import type { Actor } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, NotFound, Stale } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import { findBoardById } from './board-queries.ts'
import { addGroup, addGroupAlias, findDirectory } from './directory-commands.ts'
import { groupEntry } from './entries.ts'
import { decideGroup, type GroupInput } from './group-decide.ts'
import {
  deleteGroupAlias,
  endGroup,
  type FoundGroup,
  findGroup,
  joinGroup,
  leaveGroup,
  updateGroup,
} from './group-queries.ts'
import { listThingHistory } from './history-queries.ts'
import { group as lifecycle, stateOfGroup } from './lifecycle.ts'
import { refuseStale, stampOf } from './stamp.ts'

export const makeGroup = (app: App, actor: Actor, slug: string, input: GroupInput): Promise<Decided<GroupId>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    return addGroup(app, tx, actor, { boardId: board.id, ...input })
  })

/** The group, which nobody else changes meanwhile. Throws NotFound and Forbidden, and Stale for one that has ended. */
async function hold(tx: Tx, actor: Actor, id: GroupId): Promise<FoundGroup> {
  const { boardId } = await findGroup(tx, id)
  authorise(actor, lifecycle.acts.change.by, { boardId })
  const group = await findGroup(tx, id, { forChange: true })
  if (!allows(lifecycle, stateOfGroup(group), 'change')) throw new Stale('the group has ended')
  return group
}

const stampOfGroup = ({ name, purpose, members }: FoundGroup) =>
  stampOf([name, purpose, members.map(member => member.id)])

/** Changes a group's name, purpose and members. `seen` is the stamp that its page carried. Throws Stale. */
export const changeGroup = (
  app: App,
  actor: Actor,
  id: GroupId,
  { seen, ...input }: GroupInput & { readonly seen: string },
): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const group = await hold(tx, actor, id)
    refuseStale(seen, stampOfGroup(group))
    const { boardId } = group
    const decided = decideGroup(input, await findDirectory(tx, boardId), id)
    if (!decided.ok) return decided
    const { members: wanted, ...naming } = decided.value
    const present = group.members.map(member => member.id)
    const joining = wanted.filter(agency => !present.includes(agency))
    const leaving = present.filter(agency => !wanted.includes(agency))
    const isSame = naming.name === group.name && naming.purpose === group.purpose
    if (isSame && joining.length + leaving.length === 0) return decide(null)
    const now = app.clock.now()
    await updateGroup(tx, { id, ...naming })
    await joinGroup(tx, { groupId: id, boardId, agencyIds: joining }, now)
    await leaveGroup(tx, id, leaving, now)
    const facts = { joined: joining.length, left: leaving.length }
    await record(app, tx, actor, [groupEntry(lifecycle.acts.change.entry, { boardId, groupId: id }, facts)])
    return decide(null)
  })

/** Gives a group another name that its board knows it by. The mistakes' field is `alias`. */
export const giveGroupAlias = (app: App, actor: Actor, id: GroupId, alias: string): Promise<Decided<string>> =>
  app.db.as(actor, async tx => {
    const { boardId } = await hold(tx, actor, id)
    return addGroupAlias(app, tx, actor, { boardId, groupId: id, alias })
  })

/** Takes another name away from a group. Throws NotFound when it has no such name. */
export const removeGroupAlias = (app: App, actor: Actor, id: GroupId, alias: string): Promise<void> =>
  app.db.as(actor, async tx => {
    const { boardId } = await hold(tx, actor, id)
    if (!(await deleteGroupAlias(tx, { id: alias, groupId: id }))) throw new NotFound('no such alias')
    const { entry } = lifecycle.acts['remove a name']
    await record(app, tx, actor, [groupEntry(entry, { boardId, groupId: id }, { alias })])
  })

/** Ends a group. What was asked of it stays as it is. Gives its board. */
export const closeGroup = (app: App, actor: Actor, id: GroupId): Promise<Board> =>
  app.db.as(actor, async tx => {
    const { boardId } = await hold(tx, actor, id)
    await endGroup(tx, id, app.clock.now())
    await record(app, tx, actor, [groupEntry(lifecycle.acts.end.entry, { boardId, groupId: id })])
    return findBoardById(tx, boardId)
  })

/** A group that is about to end. Throws Stale for one that has ended. */
export const showClosing = (app: App, actor: Actor, id: GroupId) =>
  app.db.as(actor, async tx => {
    const group = await hold(tx, actor, id)
    return { board: await findBoardById(tx, group.boardId), group }
  })

/** The groups of a board, with its agencies for choosing members. */
export const showGroups = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'agency.see', { boardId: board.id })
    const mayManage = can(actor, 'group.manage', { boardId: board.id })
    return { board, mayManage, ...(await findDirectory(tx, board.id)) }
  })

/** What the form for a new group offers. */
export const showMakingGroup = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'group.manage', { boardId: board.id })
    return { board, ...(await findDirectory(tx, board.id)) }
  })

/** A group, with its board's agencies for choosing members and what happened to it. */
export const showGroup = (app: App, actor: Actor, id: GroupId) =>
  app.db.as(actor, async tx => {
    const group = await findGroup(tx, id)
    const board = await findBoardById(tx, group.boardId)
    authorise(actor, 'agency.see', { boardId: board.id })
    const { agencies } = await findDirectory(tx, board.id)
    const mayManage = can(actor, 'group.manage', { boardId: board.id })
    const history = can(actor, 'history.see', { boardId: board.id }) ? await listThingHistory(tx, board.id, id) : null
    return { board, group, agencies, mayManage, seen: stampOfGroup(group), history }
  })
