/** The board's agencies: into the directory and out of it, their names, and who took over from whom. */
import type { Actor, AgencyId } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { listHistory, record, type Small } from '../../ledger/ledger.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import {
  countPostsFor,
  dropAlias,
  findAgency,
  findAgencyNamed,
  isSeated,
  listAgencies,
  listBoardsOf,
  listOtherAgencies,
  listPredecessors,
  listSuccessors,
  setAgencyName,
  storeSuccession,
  unseat,
} from './agency-queries.ts'
import type { Agency } from './directory.ts'
import { addAgency, addAlias } from './directory-commands.ts'
import { decideName, decideSuccession } from './directory-decide.ts'

interface Of {
  readonly slug: string
  readonly agencyId: AgencyId
}

async function load(tx: Tx, actor: Actor, { slug, agencyId }: Of): Promise<{ board: Board; agency: Agency }> {
  const board = await findBoard(tx, slug)
  const agency = await findAgency(tx, board.id, agencyId)
  authorise(actor, 'agency.manage', { boardId: board.id })
  return { board, agency }
}

const entryOf = (kind: string, board: Board, agencyId: AgencyId, facts: Readonly<Record<string, Small>> = {}) => ({
  kind,
  thing: 'agency',
  thingId: agencyId,
  boardId: board.id,
  facts,
})

/** Takes an agency into the directory of the board of the address. */
export const takeAgency = (app: App, actor: Actor, slug: string, name: string): Promise<Decided<AgencyId>> =>
  app.db.as(actor, async tx => addAgency(app, tx, actor, { boardId: (await findBoard(tx, slug)).id, name }))

/** Takes an agency off the board. Refused while people hold roles for it: they would see what they answer for no more. */
export const removeAgency = (app: App, actor: Actor, of: Of): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await load(tx, actor, of)
    const count = await countPostsFor(tx, board.id, agency.id)
    if (count > 0)
      return refuse({
        field: 'removal',
        message: `${count === 1 ? 'A role is' : `${count} roles are`} held for ${agency.name}. End them first`,
      })
    await unseat(tx, board.id, { agencyId: agency.id, now: app.clock.now() })
    await record(app, tx, actor, [entryOf('agency.removed', board, agency.id)])
    return decide(null)
  })

/** Gives an agency another name; the one before stays as another name on this board, so that documents still find it. */
export const renameAgency = (app: App, actor: Actor, of: Of, text: string): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await load(tx, actor, of)
    const others = (await listAgencies(tx, board.id)).filter(({ id }) => id !== agency.id)
    const decided = decideName(text, others)
    if (!decided.ok) return decided
    const name = decided.value
    if (name === agency.name) return decide(null)
    const bearer = await findAgencyNamed(tx, name)
    if (bearer && bearer.id !== agency.id)
      return refuse({ field: 'name', message: `There is an agency of the name ${bearer.name} already` })
    await setAgencyName(tx, agency.id, name)
    await record(app, tx, actor, [entryOf('agency.renamed', board, agency.id)])
    return addAlias(app, tx, actor, { boardId: board.id, agencyId: agency.id, alias: agency.name })
  })

export const giveAlias = (app: App, actor: Actor, of: Of, alias: string): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await load(tx, actor, of)
    return addAlias(app, tx, actor, { boardId: board.id, agencyId: agency.id, alias })
  })

export const removeAlias = (app: App, actor: Actor, of: Of, id: string): Promise<void> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await load(tx, actor, of)
    if (!(await dropAlias(tx, board.id, { agencyId: agency.id, id }))) throw new NotFound('no such alias')
    await record(app, tx, actor, [entryOf('agency.alias-removed', board, agency.id)])
  })

interface Takeover {
  /** The name of the body that took over; it is taken into the directory when it is not there. */
  readonly successor: string
  readonly on: PlainDate
}

/** Records that another body took over from an agency. The mistakes' field is `successor`. */
export const recordSuccessor = (app: App, actor: Actor, of: Of, { successor, on }: Takeover): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await load(tx, actor, of)
    const known = await findAgencyNamed(tx, successor)
    const check = decideSuccession({
      agency,
      successor: known ?? { id: '' as AgencyId },
      on,
      predecessors: await listPredecessors(tx, agency.id),
      successors: await listSuccessors(tx, agency.id),
    })
    if (!check.ok) return check
    const added = await addAgency(app, tx, actor, { boardId: board.id, name: successor })
    if (!added.ok) return refuse({ field: 'successor', message: added.mistakes[0]?.message ?? '' })
    const now = app.clock.now()
    const change = { id: app.chance.id<string>(), agencyId: agency.id, successorId: added.value, on, now }
    await storeSuccession(tx, change)
    await record(app, tx, actor, [entryOf('agency.succeeded', board, agency.id, { agency: added.value, on })])
    return decide(null)
  })

/** The board's agencies. */
export const showAgencies = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'agency.see', { boardId: board.id })
    const mayManage = can(actor, 'agency.manage', { boardId: board.id })
    return { board, mayManage, agencies: await listAgencies(tx, board.id) }
  })

/** What the form for a further agency offers. */
export const showTaking = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'agency.manage', { boardId: board.id })
    return { board, others: await listOtherAgencies(tx, board.id) }
  })

/**
 * An agency as one of the acting person's boards knows it: the board of the address, else the first by name. Throws
 * NotFound when it sits on none of them.
 */
export const showAgency = (app: App, actor: Actor, agencyId: AgencyId, slug: string | null) =>
  app.db.as(actor, async tx => {
    const boards = await listBoardsOf(tx, agencyId)
    const board = slug ? boards.find(each => each.slug === slug) : boards[0]
    if (!board || !(await isSeated(tx, board.id, agencyId))) throw new NotFound('no such agency')
    authorise(actor, 'agency.see', { boardId: board.id })
    const agency = await findAgency(tx, board.id, agencyId)
    const history = (await listHistory(tx, { thingId: agencyId })).filter(({ boardId }) => boardId === board.id)
    const may = (permission: 'agency.manage' | 'people.see' | 'history.see') =>
      can(actor, permission, { boardId: board.id })
    return { board, boards, agency, history, may }
  })
