/** What the page for searching shows, in one unit of work. */
import type { Person } from '../../access/actor.ts'
import { boardsWhere } from '../../access/can.ts'
import type { App } from '../../app.ts'
import { listBoards } from '../accounts/index.ts'
import type { Search } from './search.ts'
import { searchRegister } from './search-queries.ts'

/** The boards that the person can search. */
export const showSearching = (app: App, person: Person) => app.db.as(person, listBoards)

/** What is found, with the boards. A board that is not the person's own is searched in vain, like one that is not. */
export const findInRegister = (app: App, person: Person, { words, boardId }: Search) =>
  app.db.as(person, async tx => {
    const boards = boardsWhere(person, 'board.see').filter(id => boardId === null || id === boardId)
    return { boards: await listBoards(tx), found: await searchRegister(tx, { words, boards }) }
  })
