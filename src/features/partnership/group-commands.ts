/** Groups of agencies: made, changed and ended. */
import type { Actor } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, NotFound } from '../../core/refusals.ts'
import { listHistory, record } from '../../ledger/ledger.ts'
import type { GroupId } from '../../store/schema.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import type { Directory, Group } from './directory.ts'
import { addGroup, findDirectory } from './directory-commands.ts'
import { decideGroup, type GroupInput } from './directory-decide.ts'
import { endGroup, findBoardOfGroup, joinGroup, leaveGroup, setGroupNaming } from './group-queries.ts'

export const makeGroup = (app: App, actor: Actor, slug: string, input: GroupInput): Promise<Decided<GroupId>> =>
  app.db.as(actor, async tx => addGroup(app, tx, actor, { boardId: (await findBoard(tx, slug)).id, ...input }))

interface Loaded {
  readonly board: Board
  readonly group: Group
  readonly directory: Directory
}

async function load(tx: Tx, id: GroupId): Promise<Loaded> {
  const { slug } = await findBoardOfGroup(tx, id)
  const board = await findBoard(tx, slug)
  const directory = await findDirectory(tx, board.id)
  const group = directory.groups.find(each => each.id === id)
  if (!group) throw new NotFound('no such group')
  return { board, group, directory }
}

const entryOf = (kind: string, board: Board, id: GroupId) => ({ kind, thing: 'group', thingId: id, boardId: board.id })

/** Changes a group's name, purpose and members. Gives the slug of its board. */
export const changeGroup = (app: App, actor: Actor, id: GroupId, input: GroupInput): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, group, directory } = await load(tx, id)
    authorise(actor, 'group.manage', { boardId: board.id })
    const decided = decideGroup(input, directory, group)
    if (!decided.ok) return decided
    const now = app.clock.now()
    const [present, wanted] = [group.members.map(member => member.id), input.members]
    await setGroupNaming(tx, { id, ...decided.value })
    const joining = wanted.filter(agency => !present.includes(agency))
    const leaving = present.filter(agency => !wanted.includes(agency))
    await joinGroup(tx, { groupId: id, boardId: board.id, agencies: joining, now })
    await leaveGroup(tx, { groupId: id, agencies: leaving, now })
    const facts = { joined: joining.length, left: leaving.length }
    await record(app, tx, actor, [{ ...entryOf('group.changed', board, id), facts }])
    return decide(null)
  })

/** Ends a group. What was asked of it stays as it is. Gives the slug of its board. */
export const closeGroup = (app: App, actor: Actor, id: GroupId): Promise<string> =>
  app.db.as(actor, async tx => {
    const { board } = await load(tx, id)
    authorise(actor, 'group.manage', { boardId: board.id })
    await endGroup(tx, id, app.clock.now())
    await record(app, tx, actor, [entryOf('group.ended', board, id)])
    return board.slug
  })

/** The groups of a board, with its agencies for choosing members. */
export const showGroups = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'agency.see', { boardId: board.id })
    const mayManage = can(actor, 'group.manage', { boardId: board.id })
    return { board, mayManage, ...(await findDirectory(tx, board.id)) }
  })

/** A group, with its board's agencies for choosing members. */
export const showGroup = (app: App, actor: Actor, id: GroupId) =>
  app.db.as(actor, async tx => {
    const { board, group, directory } = await load(tx, id)
    authorise(actor, 'agency.see', { boardId: board.id })
    const mayManage = can(actor, 'group.manage', { boardId: board.id })
    return { board, group, mayManage, agencies: directory.agencies, history: await listHistory(tx, { thingId: id }) }
  })
