/** Which body took the place of which. */
import type { Actor, AgencyId } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Decided, decide, NotFound } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { Board } from '../accounts/index.ts'
import { loadSeated, type OfAgency } from './agency-commands.ts'
import { isSameName, namesOf } from './agency-match.ts'
import { findAgency, findAgencyByName, setEnd } from './agency-queries.ts'
import { addAgency, findDirectory } from './directory-commands.ts'
import { agencyEntry } from './entries.ts'
import { decideSuccession, endOf } from './succession-decide.ts'
import { insertSuccession, withdrawSuccession } from './succession-queries.ts'

interface Takeover {
  /** The name of the body that took the agency's place; it is taken into the directory when it is not there. */
  readonly successor: string
  readonly on: PlainDate
}

/** Records that another body took an agency's place. The mistakes' field is `successor`. */
export const recordSuccessor = (app: App, actor: Actor, of: OfAgency, asked: Takeover): Promise<Decided<null>> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const known = await findKnown(tx, board, asked.successor)
    const decided = known ? decideSuccession(agency, known) : decide(null)
    if (!decided.ok) return decided
    const successor = known?.isSeated
      ? decide(known.id)
      : await addAgency(app, tx, actor, { boardId: board.id, name: known?.name ?? asked.successor })
    if (!successor.ok)
      return { ok: false, mistakes: successor.mistakes.map(({ message }) => ({ field: 'successor', message })) }
    const change = { id: app.chance.id<string>(), fromId: agency.id, toId: successor.value, on: asked.on }
    await insertSuccession(tx, change, app.clock.now())
    await settleEnd(tx, board, agency.id)
    const facts = { agency: successor.value, on: asked.on }
    await record(app, tx, actor, [agencyEntry('agency.succeeded', { boardId: board.id, agencyId: agency.id }, facts)])
    return decide(null)
  })

/**
 * The agency of a name: one of the board's, by any of its names, else one that another board knows by this very name.
 */
async function findKnown(tx: Tx, board: Board, name: string) {
  const { agencies } = await findDirectory(tx, board.id)
  const seated = agencies.find(agency => namesOf(agency).some(each => isSameName(each, name)))
  if (seated) return { id: seated.id, name: seated.name, isSeated: true }
  const other = await findAgencyByName(tx, name)
  return other && { ...other, isSeated: false }
}

/** Withdraws what was recorded by mistake. Throws NotFound when the agency has no such record. */
export const withdrawSuccessor = (app: App, actor: Actor, of: OfAgency, id: string): Promise<void> =>
  app.db.as(actor, async tx => {
    const { board, agency } = await loadSeated(tx, actor, of)
    const withdrawn = agency.successors.find(each => each.id === id && each.fromId === agency.id)
    if (!withdrawn) throw new NotFound('no such succession')
    await withdrawSuccession(tx, id, app.clock.now())
    await settleEnd(tx, board, agency.id)
    const ofBoard = { boardId: board.id, agencyId: agency.id }
    await record(app, tx, actor, [agencyEntry('agency.succession-withdrawn', ofBoard, { agency: withdrawn.toId })])
  })

async function settleEnd(tx: Tx, board: Board, id: AgencyId): Promise<void> {
  const { successors } = await findAgency(tx, board.id, id)
  await setEnd(tx, id, endOf(id, successors))
}
