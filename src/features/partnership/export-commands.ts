/** Exports of a board that keep to what the person who asks may see. */
import type { Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import { boardEntry } from './entries.ts'

async function findExported(tx: Tx, person: Person, slug: string): Promise<Board> {
  const board = await findBoard(tx, slug)
  authorise(person, 'board.export', { boardId: board.id })
  return board
}

/** The board of the page from which it is exported. */
export const showExport = (app: App, person: Person, slug: string): Promise<Board> =>
  app.db.as(person, tx => findExported(tx, person, slug))

/** The archive. The History tells of it before it is made, so that none can be had of which it does not know. */
export async function exportSeen(app: App, person: Person, slug: string) {
  const board = await app.db.as(person, async tx => {
    const found = await findExported(tx, person, slug)
    await record(app, tx, person, [boardEntry('board.exported-as-seen', found.id)])
    return found
  })
  const { id, name, marking } = board
  const about = { boardId: id, boardName: name, marking, madeAt: app.clock.now(), seenBy: person.name }
  return { board, stream: await app.db.as(person, tx => app.boardArchives.make(tx, about), { sees: 'one moment' }) }
}
