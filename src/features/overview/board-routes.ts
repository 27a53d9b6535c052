import type { AgencyId, Person } from '../../access/actor.ts'
import { authorise, authoriseSome, can } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect, type Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { HistoryEntry } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, findBoard, listBoards, readPage } from '../accounts/index.ts'
import { listAgencyNames } from './agency-queries.ts'
import { isArrival } from './arrivals.ts'
import { listWaiting } from './attention-queries.ts'
import { BoardPage } from './board-pages.tsx'
import { countBoards, countImports } from './counts-queries.ts'
import { firstSteps } from './first-steps.ts'
import { staleAmong } from './guidance.ts'
import { countCiting, GuidancePage } from './guidance-pages.tsx'
import { listCitedEditions, listCiting } from './guidance-queries.ts'
import { HomePage } from './home-pages.tsx'
import { tellLatest } from './latest.tsx'

async function showHome(ask: Ask): Promise<Reply> {
  const { app } = ask
  const person = personOf(ask)
  const { boards, agencies } = await app.db.as(person, async tx => {
    const mine = await listBoards(tx)
    const ids = mine.map(({ id }) => id)
    const counts = new Map((await countBoards(tx, ids, app.clock.today())).map(each => [each.boardId, each]))
    const importing = ids.filter(boardId => can(person, 'document.upload', { boardId }))
    const importsOf = await countImports(tx, importing)
    const rows = mine.flatMap(board => {
      const its = counts.get(board.id)
      const toCheck = importing.includes(board.id) ? importsOf(board.id).toCheck : null
      return its ? [{ board, counts: its, toCheck }] : []
    })
    return { boards: rows, agencies: await listAgencyNames(tx, agenciesOf(person)) }
  })
  const [only, ...others] = boards
  const saidCode = ask.query.get('said')
  if (only && others.length === 0)
    return redirect(`${urls.board(only.board.slug)}${isArrival(saidCode) ? `?said=${saidCode}` : ''}`)
  return page({ title: 'Your boards', body: HomePage({ boards, agencies, saidCode }), wide: true })
}

/** The agencies that the person holds a role for, on any board. */
const agenciesOf = ({ posts }: Person) => [...new Set(posts.flatMap(({ agencyId }) => agencyId ?? []))]

/** How many things are told first, and how much of the History. */
const [mostWaiting, mostLatest] = [5, 5]

async function showBoard(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const today = ask.app.clock.today()
  const shown = await ask.app.db.as(person, async tx => {
    const board = await findBoard(tx, ask.params.board ?? '')
    authorise(person, 'board.see', { boardId: board.id })
    const [counts] = await countBoards(tx, [board.id], today)
    if (!counts) throw new NotFound('no such board')
    const agencies = ownAgencies(person, board)
    const mayImport = can(person, 'document.upload', { boardId: board.id })
    return {
      board,
      counts,
      mayImport,
      isOwnAgency: agencies !== null,
      waiting: await listWaiting(tx, { boardId: board.id, agencies, today, limit: mostWaiting }),
      imports: mayImport ? (await countImports(tx, [board.id]))(board.id) : null,
      staleCitations: countCiting(staleAmong(await listCitedEditions(tx, board.id), today)),
      latest: await latestOf(tx, person, board),
    }
  })
  const { board, counts } = shown
  const steps = firstSteps(
    postsOn(person, board).map(({ role }) => role),
    board.slug,
  )
  const rest = { today, saidCode: ask.query.get('said') }
  const body = BoardPage({ ...shown, ...rest, steps, running: runningLinks(person, board) })
  return page({ title: board.name, body, board: boardOf(board), section: 'Board', restricted: counts.restricted > 0 })
}

const postsOn = (person: Person, { id }: Board) => person.posts.filter(({ boardId }) => boardId === id)

/** The agencies that the person answers for, for who has no other part on the board; else null. */
function ownAgencies(person: Person, board: Board): readonly AgencyId[] | null {
  const posts = postsOn(person, board)
  return posts.every(({ role }) => role === 'agency lead' || role === 'agency contributor')
    ? posts.flatMap(({ agencyId }) => agencyId ?? [])
    : null
}

async function latestOf(tx: Tx, person: Person, { id }: Board): Promise<readonly HistoryEntry[] | null> {
  return can(person, 'history.see', { boardId: id }) ? tellLatest(tx, person, { boardId: id, limit: mostLatest }) : null
}

const runningLinks = (person: Person, { id, slug }: Board) =>
  [
    { permission: 'board.manage', text: 'Settings of the board', href: urls.settings(slug) },
    { permission: 'people.manage', text: 'Invitations', href: urls.invitations(slug) },
    { permission: 'group.manage', text: 'Groups of agencies', href: urls.groups(slug) },
    { permission: 'history.see', text: 'History of the board', href: urls.boardHistory(slug) },
  ].filter(({ permission }) => can(person, permission as Permission, { boardId: id }))

async function showGuidance(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const today = ask.app.clock.today()
  const { page: at, ...slice } = readPage(ask.query)
  const shown = await ask.app.db.as(person, async tx => {
    const board = await findBoard(tx, ask.params.board ?? '')
    authoriseSome(person, 'register.see', board.id)
    const stale = staleAmong(await listCitedEditions(tx, board.id), today)
    return { board, stale, citing: await listCiting(tx, { boardId: board.id, editions: stale, ...slice }) }
  })
  const { board, citing } = shown
  return page({
    title: 'Guidance that has moved on',
    body: GuidancePage({ ...shown, page: at, today }),
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
