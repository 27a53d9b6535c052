import { boardsWhere } from '../../access/can.ts'
import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { urls } from '../../urls.ts'
import { listBoards } from '../accounts/index.ts'
import { jointMarking } from './marking.ts'
import { readSearch } from './search.ts'
import { SearchPage, type SearchProps } from './search-pages.tsx'
import { searchRegister } from './search-queries.ts'

type Shown = Pick<SearchProps, 'search' | 'mistakes' | 'found' | 'boards'>

function searchPage({ frame }: Ask, shown: Shown): Reply {
  const marks = shown.found?.hits.flatMap(({ marking }) => (marking === null ? [] : [marking])) ?? []
  return page({
    title: shown.found ? 'What was found in the register' : 'Search the register',
    body: SearchPage({ csrf: frame.csrf, ...shown }),
    mistakes: shown.mistakes,
    ...jointMarking(marks),
  })
}

async function showSearch(ask: Ask): Promise<Reply> {
  const boards = await ask.app.db.as(personOf(ask), listBoards)
  return searchPage(ask, { boards, search: { words: '', boardId: null }, mistakes: [], found: null })
}

async function search(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { search, mistakes } = readSearch(ask.form)
  // A board that is not the person's own is searched in vain, and the person is not told that there is such a board.
  const boards = boardsWhere(person, 'board.see').filter(id => search.boardId === null || id === search.boardId)
  const shown = await ask.app.db.as(person, async tx => ({
    boards: await listBoards(tx),
    found: mistakes.length > 0 ? null : await searchRegister(tx, { words: search.words, boards }),
  }))
  return searchPage(ask, { ...shown, search, mistakes })
}

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: urls.search(), door: 'signed in', handle: showSearch },
  { method: 'POST', path: urls.search(), door: 'signed in', pace: 'search', handle: search },
]
