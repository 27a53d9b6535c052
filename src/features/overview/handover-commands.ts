import type { Actor, PersonId } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { App } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import { findBoard } from '../partnership/index.ts'
import {
  findPersonOfBoard,
  listOpenImports,
  listOpenInvitations,
  listOpenRedactions,
  listSeats,
} from './handover-queries.ts'

interface Of {
  readonly slug: string
  readonly personId: PersonId
}

/**
 * What is open in the name of somebody who has or had a role on the board. Each kind is null for whoever may not look
 * after it: the support team sees imports, redactions and panels, an administrator invitations.
 */
export const showHandover = (app: App, actor: Actor, { slug, personId }: Of) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    const of = { boardId: board.id, personId }
    authorise(actor, 'handover.see', { boardId: board.id })
    const person = await findPersonOfBoard(tx, of)
    if (!person) throw new NotFound('no such person on the board')
    const mayCheck = can(actor, 'document.upload', { boardId: board.id })
    const mayInvite = can(actor, 'people.manage', { boardId: board.id })
    return {
      board,
      person,
      imports: mayCheck ? await listOpenImports(tx, of) : null,
      redactions: mayCheck ? await listOpenRedactions(tx, of) : null,
      seats: mayCheck ? await listSeats(tx, of) : null,
      invitations: mayInvite ? await listOpenInvitations(tx, of, app.clock.now()) : null,
    }
  })

export type Handover = Awaited<ReturnType<typeof showHandover>>
