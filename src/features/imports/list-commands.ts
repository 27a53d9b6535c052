/** What the list of imports and the page for discarding one show, each in one unit of work. */
import type { Person } from '../../access/actor.ts'
import { authorise } from '../../access/can.ts'
import type { App } from '../../app.ts'
import type { ImportId } from '../../store/schema.ts'
import { findBoard } from '../accounts/index.ts'
import { listStandingHolds } from '../reviews/index.ts'
import { countImports, findImport, type ImportState, listImports } from './import-queries.ts'

interface Listed {
  readonly states: readonly ImportState[]
  readonly limit: number
  readonly offset: number
}

/** The imports of a board and how many are in each state. Throws NotFound and Forbidden. */
export const showImports = (app: App, person: Person, slug: string, listed: Listed) =>
  app.db.as(person, async tx => {
    const board = await findBoard(tx, slug)
    authorise(person, 'import.check', { boardId: board.id })
    const counts = await countImports(tx, board.id)
    return { board, counts, imports: await listImports(tx, board.id, listed) }
  })

/** An import that the person may discard, with the legal holds that forbid it. Throws NotFound and Forbidden. */
export const showDiscarding = (app: App, person: Person, id: ImportId) =>
  app.db.as(person, async tx => {
    const found = await findImport(tx, id)
    authorise(person, 'import.check', found)
    return { found, holds: found.reviewId ? await listStandingHolds(tx, [found.reviewId]) : [] }
  })
