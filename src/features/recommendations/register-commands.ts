/** What the register of a board shows, in one unit of work. */
import type { Person } from '../../access/actor.ts'
import { authoriseSome, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import type { RegisterFilter } from './register-filter.ts'
import type { RegisterProps } from './register-pages.tsx'
import { type Asked, listChoices, listRecommendations, listStatements, seesRestricted } from './register-queries.ts'

interface Wanted extends Pick<Asked, 'limit' | 'offset'> {
  readonly slug: string
  readonly filter: RegisterFilter
}

/** A board whose register the person may see a part of. Throws NotFound and Forbidden. */
async function openBoard(tx: Tx, person: Person, slug: string): Promise<Board> {
  const board = await findBoard(tx, slug)
  authoriseSome(person, 'register.see', board.id)
  return board
}

async function listOf(tx: Tx, what: Asked): Promise<RegisterProps['list']> {
  return what.filter.show === 'statements'
    ? { show: 'statements', found: await listStatements(tx, what) }
    : { show: 'recommendations', found: await listRecommendations(tx, what) }
}

/** A page of the register, and what it can be narrowed to. Throws NotFound and Forbidden. */
export const showRegister = (app: App, person: Person, { slug, ...what }: Wanted) =>
  app.db.as(person, async tx => {
    const board = await openBoard(tx, person, slug)
    const today = app.clock.today()
    const list = await listOf(tx, { ...what, boardId: board.id, today })
    const choices = await listChoices(tx, board.id)
    const restricted = await seesRestricted(tx, board.id)
    const mayImport = can(person, 'document.upload', { boardId: board.id })
    return { board, filter: what.filter, today, choices, list, restricted, mayImport }
  })

/** The rows of a download. Throws NotFound and Forbidden. */
export const listForFile = (app: App, person: Person, { slug, ...what }: Wanted) =>
  app.db.as(person, async tx => {
    const board = await openBoard(tx, person, slug)
    const list = await listOf(tx, { ...what, boardId: board.id, today: app.clock.today() })
    return { board, list, restricted: await seesRestricted(tx, board.id) }
  })
