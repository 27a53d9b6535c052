/** The board's settings, and what happened to it. */
import type { Actor } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { findBoard } from '../accounts/index.ts'
import { decideSettings, type Settings } from './settings-decide.ts'
import { countBoardHistory, countWithoutSecondFactor, listBoardHistory, storeSettings } from './settings-queries.ts'

export const changeSettings = (app: App, actor: Actor, slug: string, settings: Settings): Promise<void> =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'board.manage', { boardId: board.id })
    const entries = decideSettings(board, settings)
    if (entries.length === 0) return
    await storeSettings(tx, board.id, settings)
    await record(app, tx, actor, entries)
  })

/** The board with what the page of its settings says beside them. */
export const showSettings = (app: App, actor: Actor, slug: string) =>
  app.db.as(actor, async tx => {
    const board = await findBoard(tx, slug)
    authorise(actor, 'board.manage', { boardId: board.id })
    return { board, withoutSecondFactor: await countWithoutSecondFactor(tx, board.id) }
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
