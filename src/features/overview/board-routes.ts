import type { Person } from '../../access/actor.ts'
import { can } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, readPage } from '../accounts/index.ts'
import { isArrival } from './arrivals.ts'
import { postsOn, showBoardHome, showBoards, showStaleGuidance } from './board-commands.ts'
import { BoardPage } from './board-pages.tsx'
import { firstSteps } from './first-steps.ts'
import { GuidancePage } from './guidance-pages.tsx'
import { HomePage } from './home-pages.tsx'

const slugOf = ({ params }: Ask) => params.board ?? ''

async function showHome(ask: Ask): Promise<Reply> {
  const { boards, agencies } = await showBoards(ask.app, personOf(ask))
  const [only, ...others] = boards
  const saidCode = ask.query.get('said')
  if (only && others.length === 0)
    return redirect(`${urls.board(only.board.slug)}${isArrival(saidCode) ? `?said=${saidCode}` : ''}`)
  return page({ title: 'Your boards', body: HomePage({ boards, agencies, saidCode }), wide: true })
}

async function showBoard(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const shown = await showBoardHome(ask.app, person, slugOf(ask))
  const { board, counts } = shown
  const steps = firstSteps(
    postsOn(person, board).map(({ role }) => role),
    board.slug,
  )
  const rest = { steps, running: runningLinks(person, board), saidCode: ask.query.get('said') }
  const body = BoardPage({ ...shown, ...rest })
  return page({ title: board.name, body, board: boardOf(board), section: 'Board', restricted: counts.restricted > 0 })
}

const runningLinks = (person: Person, { id, slug }: Board) =>
  [
    { permission: 'board.manage', text: 'Settings of the board', href: urls.settings(slug) },
    { permission: 'people.manage', text: 'Invitations', href: urls.invitations(slug) },
    { permission: 'group.manage', text: 'Groups of agencies', href: urls.groups(slug) },
    { permission: 'board.export', text: 'Export of the board', href: urls.boardExport(slug) },
    { permission: 'history.see', text: 'History of the board', href: urls.boardHistory(slug) },
  ].filter(({ permission }) => can(person, permission as Permission, { boardId: id }))

async function showGuidance(ask: Ask): Promise<Reply> {
  const { page: at, ...slice } = readPage(ask.query)
  const shown = await showStaleGuidance(ask.app, personOf(ask), slugOf(ask), slice)
  const { board, citing } = shown
  return page({
    title: 'Guidance that has moved on',
    body: GuidancePage({ ...shown, page: at }),
    board: boardOf(board),
    section: 'Board',
    breadcrumbs: [{ text: board.shortName, href: urls.board(board.slug) }, { text: 'Guidance that has moved on' }],
    restricted: citing.some(({ isRestricted }) => isRestricted),
  })
}

export const boardRoutes: readonly Route[] = [
  { method: 'GET', path: urls.home(), door: 'signed in', handle: showHome },
  { method: 'GET', path: urls.board(':board'), door: 'board.see', handle: showBoard },
  { method: 'GET', path: urls.guidance(':board'), door: 'register.see', handle: showGuidance },
]
