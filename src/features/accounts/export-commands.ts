/** Noting that everything of a board was given out, by the one who runs the installation. */
import { setup } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { findBoard } from './board-queries.ts'

/** Notes it in the board's History, and gives what the export says of the board. Throws NotFound for no such board. */
export const noteExport = (app: App, slug: string) =>
  app.db.as(setup, async tx => {
    const { id, name, marking } = await findBoard(tx, slug)
    await record(app, tx, setup, [{ kind: 'board.exported', thing: 'board', thingId: id, boardId: id }])
    return { boardId: id, boardName: name, marking }
  })
