import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { urls } from '../../urls.ts'
import { jointMarking } from './marking.ts'
import { readSearch } from './search.ts'
import { findInRegister, showSearching } from './search-commands.ts'
import { SearchPage, type SearchProps } from './search-pages.tsx'

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
  const boards = await showSearching(ask.app, personOf(ask))
  return searchPage(ask, { boards, search: { words: '', boardId: null }, mistakes: [], found: null })
}

async function search(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { search, mistakes } = readSearch(ask.form)
  const shown =
    mistakes.length > 0
      ? { boards: await showSearching(ask.app, person), found: null }
      : await findInRegister(ask.app, person, search)
  return searchPage(ask, { ...shown, search, mistakes })
}

export const searchRoutes: readonly Route[] = [
  { method: 'GET', path: urls.search(), door: 'signed in', handle: showSearch },
  { method: 'POST', path: urls.search(), door: 'signed in', pace: 'search', handle: search },
]
