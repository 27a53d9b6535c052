import type { AgencyId } from '../../access/actor.ts'
import { authorise, can, couldEver } from '../../access/can.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect, type Tx } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, findBoard, listBoards } from '../accounts/index.ts'
import { editionToday, isOutOfDate } from '../reviews/index.ts'
import { aboutRoutes } from './about-routes.ts'
import { countAgency, countBoards, countToCheck, findAgencyName, listCitedEditions } from './counts-queries.ts'
import { AgencyRegisterPage, BoardPage, HomePage } from './home-pages.tsx'
import { readSearch } from './search.ts'
import { SearchPage, type SearchProps } from './search-pages.tsx'
import { searchRegister } from './search-queries.ts'

async function showHome(ask: Ask): Promise<Reply> {
  const { app } = ask
  const boards = await app.db.as(personOf(ask), async tx => {
    const mine = await listBoards(tx)
    const counts = await countBoards(
      tx,
      mine.map(({ id }) => id),
      app.clock.today(),
    )
    return mine.flatMap(board =>
      counts.filter(each => each.boardId === board.id).map(each => ({ board, counts: each })),
    )
  })
  const [only, ...others] = boards
  if (only && others.length === 0) return redirect(urls.board(only.board.slug))
  return page({ title: 'Your boards', body: HomePage({ boards }) })
}

async function showBoard(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const today = ask.app.clock.today()
  const shown = await ask.app.db.as(person, async tx => {
    const board = await findBoard(tx, ask.params.board ?? '')
    authorise(person, 'board.see', { boardId: board.id })
    const [counts] = await countBoards(tx, [board.id], today)
    if (!counts) throw new NotFound('no such board')
    const mayImport = can(person, 'document.upload', { boardId: board.id })
    const toCheck = mayImport ? await countToCheck(tx, board.id) : null
    return { board, counts, mayImport, toCheck, staleEditions: await listStale(tx, board, today) }
  })
  const { board, counts } = shown
  const here = { ...person, posts: person.posts.filter(post => post.boardId === board.id) }
  const body = BoardPage({ ...shown, seesReviews: couldEver(here, 'review.see') })
  return page({ title: board.name, body, board: boardOf(board), section: 'Board', restricted: counts.restricted > 0 })
}

async function listStale(tx: Tx, board: Board, today: PlainDate) {
  const cited = await listCitedEditions(tx, board.id)
  return cited.flatMap(({ guidance, edition }) => {
    const { title, standing, current } = editionToday(guidance, edition, today)
    return edition !== null && isOutOfDate(standing) ? [{ title, edition, current }] : []
  })
}

async function showAgency(ask: Ask): Promise<Reply> {
  const agencyId = readId<AgencyId>(ask.params.agency)
  const { name, boards } = await ask.app.db.as(personOf(ask), async tx => {
    const agency = await findAgencyName(tx, agencyId)
    if (!agency) throw new NotFound('no such agency')
    return { name: agency.name, boards: await countAgency(tx, agencyId, ask.app.clock.today()) }
  })
  const body = AgencyRegisterPage({ agencyId, name, boards })
  return page({ title: `What ${name} was asked and what it said`, body, back: urls.agency(agencyId) })
}

const showSearch = async (ask: Ask, tried: Partial<SearchProps> = {}): Promise<Reply> => {
  const boards = await ask.app.db.as(personOf(ask), listBoards)
  const nothing = { search: { words: '', boardId: null }, mistakes: [], found: null }
  const props = { csrf: ask.frame.csrf, boards, ...nothing, ...tried }
  return page({ title: 'Search the register', body: SearchPage(props), mistakes: props.mistakes })
}

async function search(ask: Ask): Promise<Reply> {
  const { search, mistakes } = readSearch(ask.form)
  if (mistakes.length > 0) return showSearch(ask, { search, mistakes })
  const found = await ask.app.db.as(personOf(ask), tx => searchRegister(tx, search.words, search.boardId))
  return showSearch(ask, { search, found })
}

export const routes: readonly Route[] = [
  ...aboutRoutes,
  { method: 'GET', path: urls.home(), door: 'signed in', handle: showHome },
  { method: 'GET', path: urls.board(':board'), door: 'board.see', handle: showBoard },
  { method: 'GET', path: urls.agencyRegister(':agency'), door: 'agency.see', handle: showAgency },
  { method: 'GET', path: urls.search(), door: 'signed in', handle: ask => showSearch(ask) },
  { method: 'POST', path: urls.search(), door: 'signed in', pace: 'search', handle: search },
]
