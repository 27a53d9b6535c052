/** The board's settings, and what happened to it. */
import type { Actor } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { type Board, findBoard } from '../accounts/index.ts'
import { countBoardHistory, listBoardHistory } from './history-queries.ts'
import { decideSettings, type Settings } from './settings-decide.ts'
import { countWithoutSecondFactor, holdBoard, storeSettings } from './settings-queries.ts'
import { refuseStale, stampOf } from './stamp.ts'

const stampOfSettings = ({ name, shortName, marking, secondFactorRequired }: Settings) =>
  stampOf([name, shortName, marking, secondFactorRequired])

/** Changes what an administrator may set. `seen` is the stamp that the page carried. Throws Stale. Gives the board. */
export const changeSettings = (
  app: App,
  actor: Actor,
  slug: string,
  { seen, ...settings }: Settings & { readonly seen: string },
): Promise<Board> =>
  app.db.as(actor, async tx => {
    authorise(actor, 'board.manage', { boardId: (await findBoard(tx, slug)).id })
    const board = await holdBoard(tx, slug)
    refuseStale(seen, stampOfSettings(board))
    const entries = decideSettings(board, settings)
    if (entries.length === 0) return board
    await storeSettings(tx, board.id, settings)
    await record(app, tx, actor, entries)
    return board
  })

/** The board with what the page of its settings says beside them. */
export const showSettings = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'board.manage', { boardId: board.id })
    return { board, seen: stampOfSettings(board), withoutSecondFactor: await countWithoutSecondFactor(tx, board.id) }
  })

interface Shown {
  readonly kinds: readonly string[]
  readonly limit: number
  readonly offset: number
}

/** A page of what happened to the board, its people and its agencies. */
export const showBoardHistory = (app: App, actor: Actor, slug: string, shown: Shown) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'history.see', { boardId: board.id })
    const total = await countBoardHistory(tx, board.id, shown.kinds)
    return { board, total, entries: await listBoardHistory(tx, board.id, shown) }
  })
