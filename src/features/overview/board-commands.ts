/** What the first page, the home of a board and its list of stale guidance show, each in one unit of work. */
import type { AgencyId, Person } from '../../access/actor.ts'
import { authorise, authoriseSome, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { NotFound } from '../../core/refusals.ts'
import type { HistoryEntry } from '../../design/index.ts'
import { type Board, findBoard, listBoards } from '../accounts/index.ts'
import { listAgencyNames } from './agency-queries.ts'
import { listWaiting } from './attention-queries.ts'
import { countBoards, countImports } from './counts-queries.ts'
import { staleAmong } from './guidance.ts'
import { countCiting } from './guidance-pages.tsx'
import { listCitedEditions, listCiting } from './guidance-queries.ts'
import { tellLatest } from './latest.tsx'

/** The boards that the person may see, each with its counts, and the agencies that the person answers for. */
export const showBoards = (app: App, person: Person) =>
  app.db.as(person, async tx => {
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

/** The agencies that the person holds a role for, on any board. */
const agenciesOf = ({ posts }: Person) => [...new Set(posts.flatMap(({ agencyId }) => agencyId ?? []))]

/** How many things are told first, and how much of the History. */
const [mostWaiting, mostLatest] = [5, 5]

/** Throws NotFound and Forbidden. */
export const showBoardHome = (app: App, person: Person, slug: string) =>
  app.db.as(person, async tx => {
    const today = app.clock.today()
    const board = await findBoard(tx, slug)
    authorise(person, 'board.see', { boardId: board.id })
    const [counts] = await countBoards(tx, [board.id], today)
    if (!counts) throw new NotFound('no such board')
    const agencies = ownAgencies(person, board)
    const mayImport = can(person, 'document.upload', { boardId: board.id })
    return {
      board,
      counts,
      today,
      mayImport,
      isOwnAgency: agencies !== null,
      waiting: await listWaiting(tx, { boardId: board.id, agencies, today, limit: mostWaiting }),
      imports: mayImport ? (await countImports(tx, [board.id]))(board.id) : null,
      staleCitations: countCiting(staleAmong(await listCitedEditions(tx, board.id), today)),
      latest: await latestOf(tx, person, board),
    }
  })

/** The roles that a person holds on a board. */
export const postsOn = (person: Person, { id }: Board) => person.posts.filter(({ boardId }) => boardId === id)

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

interface Slice {
  readonly limit: number
  readonly offset: number
}

/** The editions that no longer stand and what cites them. Throws NotFound and Forbidden. */
export const showStaleGuidance = (app: App, person: Person, slug: string, slice: Slice) =>
  app.db.as(person, async tx => {
    const today = app.clock.today()
    const board = await findBoard(tx, slug)
    authoriseSome(person, 'register.see', board.id)
    const stale = staleAmong(await listCitedEditions(tx, board.id), today)
    return { board, stale, today, citing: await listCiting(tx, { boardId: board.id, editions: stale, ...slice }) }
  })
