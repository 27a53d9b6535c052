/** The board's agencies: into the directory and out of it, and their names. */
import type { Actor, AgencyId } from '../../access/actor.ts'
import { authorise, can, couldEver } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import { isSameName } from './agency-match.ts'
import {
  findAgency,
  findAgencyByName,
  listBoardsOf,
  listOtherAgencies,
  setAgencyName,
  unseatAgency,
} from './agency-queries.ts'
import type { Agency } from './directory.ts'
import { addAgency, addAlias, findDirectory } from './directory-commands.ts'
import { agencyEntry } from './entries.ts'
import { leaveGroup, listGroups } from './group-queries.ts'
import { listThingHistory } from './history-queries.ts'
import { seat as lifecycle, stateOfSeat } from './lifecycle.ts'
import { decideName } from './name-decide.ts'
import { deleteAlias, insertFormerName } from './name-queries.ts'
import { countPostsByAgency } from './people-queries.ts'

/** An agency as a board knows it. */
export interface OfAgency {
  readonly slug: string
  readonly agencyId: AgencyId
}

/** The board and its agency. Throws NotFound for one that does not sit on the board, and Forbidden. */
export async function loadSeated(tx: Tx, actor: Actor, of: OfAgency): Promise<{ board: Board; agency: Agency }> {
  const board = await findBoard(tx, of.slug)
  const { leftAt, ...agency } = await findAgency(tx, board.id, of.agencyId)
  authorise(actor, lifecycle.acts.remove.by, { boardId: board.id })
  if (!allows(lifecycle, stateOfSeat({ leftAt }), 'remove')) throw new NotFound('the agency has left the board')
  return { board, agency }
}

/** Takes an agency into the directory of a board. The mistakes' field is `name`. */
export const takeAgency = (app: App, actor: Actor, slug: string, name: string): Promise<Decided<AgencyId>> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    return addAgency(app, tx, actor, { boardId: board.id, name })
  })

/** Takes an agency off the board, and out of the board's groups. Refused while people hold roles for it. */
export const removeAgency = (app: App, actor: Actor, of: OfAgency): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const count = (await countPostsByAgency(tx, board.id)).get(agency.id) ?? 0
    if (count > 0) return refuse({ field: 'removal', message: heldRoles(agency.name, count) })
    const now = app.clock.now()
    const groups = (await listGroups(tx, board.id)).filter(({ members }) => members.some(({ id }) => id === agency.id))
    for (const { id } of groups) await leaveGroup(tx, id, [agency.id], now)
    await unseatAgency(tx, { boardId: board.id, agencyId: agency.id }, now)
    const left = { boardId: board.id, agencyId: agency.id }
    await record(app, tx, actor, [agencyEntry(lifecycle.acts.remove.entry, left, { groups: groups.length })])
    return decide(null)
  })

const heldRoles = (name: string, count: number): string =>
  count === 1
    ? `A person has a role for ${name}. Ask an administrator to end the role first`
    : `People have ${count} roles for ${name}. Ask an administrator to end the roles first`

/**
 * Gives an agency another name, on every board that it sits on. The name before is kept, so that documents of its time
 * still find it. The mistakes' field is `name`.
 */
export const renameAgency = (app: App, actor: Actor, of: OfAgency, text: string): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const naming = { name: text, field: 'name', missing: 'Enter the name of the agency', of: agency.id }
    const decided = decideName(naming, await findDirectory(tx, board.id))
    if (!decided.ok) return decided
    const name = decided.value
    if (name === agency.name) return decide(null)
    const bearer = await findAgencyByName(tx, name)
    if (bearer && bearer.id !== agency.id)
      return refuse({ field: 'name', message: `${bearer.name} is another agency, which other boards know` })
    await setAgencyName(tx, agency.id, name)
    if (!isSameName(name, agency.name)) {
      const former = { id: app.chance.id<string>(), agencyId: agency.id, name: agency.name, until: app.clock.today() }
      await insertFormerName(tx, former, app.clock.now())
    }
    await record(app, tx, actor, [agencyEntry(lifecycle.acts.rename.entry, { boardId: board.id, agencyId: agency.id })])
    return decide(null)
  })

/** Gives an agency another name that this board knows it by. The mistakes' field is `alias`. */
export const giveAlias = (app: App, actor: Actor, of: OfAgency, alias: string): Promise<Decided<string>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    return addAlias(app, tx, actor, { boardId: board.id, agencyId: agency.id, alias })
  })

/** Takes an alias away. Throws NotFound when the agency has no such alias on the board. */
export const removeAlias = (app: App, actor: Actor, of: OfAgency, alias: string): Promise<void> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const ofBoard = { boardId: board.id, agencyId: agency.id }
    if (!(await deleteAlias(tx, { id: alias, ...ofBoard }))) throw new NotFound('no such alias')
    await record(app, tx, actor, [agencyEntry('agency.alias-removed', ofBoard, { alias })])
  })

/** The board's agencies, with how many roles are held for each (null for whoever may not see the board's people). */
export const showAgencies = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    const may = (permission: Permission) => can(actor, permission, { boardId: board.id })
    authorise(actor, 'agency.see', { boardId: board.id })
    const roles = may('people.see') ? await countPostsByAgency(tx, board.id) : null
    return { board, ...(await findDirectory(tx, board.id)), roles, mayManage: may('agency.manage') }
  })

/** What the form for a further agency offers. */
export const showTaking = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'agency.manage', { boardId: board.id })
    return { board, others: await listOtherAgencies(tx, board.id) }
  })

/** What becomes of an agency that is about to leave the board or to be renamed. */
export const showSeated = (app: App, actor: Actor, of: OfAgency) =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const groups = (await listGroups(tx, board.id)).filter(({ members }) => members.some(({ id }) => id === agency.id))
    return { board, agency, groups, roles: (await countPostsByAgency(tx, board.id)).get(agency.id) ?? 0 }
  })

/**
 * An agency as one of the acting person's boards knows it: the board of the slug, else the first by name. Throws
 * NotFound when it never sat there.
 */
export const showAgency = (app: App, actor: Actor, agencyId: AgencyId, slug: string | null) =>
  app.db.as(actor, async tx => {
    const boards = await listBoardsOf(tx, agencyId)
    const found = slug ? boards.find(each => each.slug === slug) : boards[0]
    if (!found) throw new NotFound('no such agency')
    const board = await findBoard(tx, found.slug)
    const may = (permission: Permission) => can(actor, permission, { boardId: board.id })
    authorise(actor, 'agency.see', { boardId: board.id })
    const agency = await findAgency(tx, board.id, agencyId)
    const { agencies, groups } = await findDirectory(tx, board.id)
    const isIn = groups.filter(({ members }) => members.some(({ id }) => id === agencyId))
    const roles = may('people.see') ? ((await countPostsByAgency(tx, board.id)).get(agencyId) ?? 0) : null
    const history = may('history.see') ? await listThingHistory(tx, board.id, agencyId) : null
    const mayManage = may('agency.manage') && allows(lifecycle, stateOfSeat(agency), 'rename')
    const seated = agencies.map(({ id }) => id)
    const mayRead = couldEver(actor, 'register.see')
    return { board, boards, agency, seated, groups: isIn, roles, history, mayManage, mayRead }
  })
