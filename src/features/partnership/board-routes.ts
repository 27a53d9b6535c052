/** The board's settings and its history. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import type { Mistake } from '../../core/refusals.ts'
import { allSentences } from '../../ledger/sentences.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage, rowsPerPage, tellHistory, viewOf } from '../accounts/index.ts'
import { readSettings } from './forms.ts'
import { BoardHistoryPage } from './history-pages.tsx'
import { changeSettings, showBoardHistory, showSettings } from './settings-commands.ts'
import { SettingsPage } from './settings-pages.tsx'

/** The slug of the board in the address. */
export const slugOf = ({ params }: Ask): string => params.board ?? ''

/** The page that the address asks for of a list that is at hand as a whole; the last one when there are fewer. */
export const pageWithin = (ask: Ask, total: number): number =>
  Math.min(readPage(ask.query).page, Math.max(1, Math.ceil(total / rowsPerPage)))

/** Every sentence that can stand in the history of a board: later features record there as well. */
export const boardSentences = allSentences

async function showOwnSettings(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, ...shown } = await showSettings(ask.app, personOf(ask), slugOf(ask))
  const saidCode = ask.query.get('said')
  const hasProviders = ask.app.providers.all.length > 0
  const body = SettingsPage({ ...shown, board, view: viewOf(ask, mistakes), saidCode, hasProviders })
  const breadcrumbs = [{ text: board.shortName, href: urls.board(board.slug) }, { text: 'Settings of the board' }]
  return page({ title: 'Settings of the board', body, board: boardOf(board), section: 'Board', breadcrumbs, mistakes })
}

async function takeSettings(ask: Ask): Promise<Reply> {
  const read = readSettings(ask.form)
  if (!read.ok) return showOwnSettings(ask, read.mistakes)
  const seen = ask.form.get('seen') ?? ''
  const board = await changeSettings(ask.app, personOf(ask), slugOf(ask), { ...read.value, seen })
  return redirect(`${urls.settings(board.slug)}?said=saved`)
}

async function showHistory(ask: Ask): Promise<Reply> {
  const { page: number, ...shown } = readPage(ask.query)
  const kinds = Object.keys(boardSentences())
  const person = personOf(ask)
  const { board, entries, total } = await showBoardHistory(ask.app, person, slugOf(ask), { kinds, ...shown })
  const told = tellHistory(entries, boardSentences(), person.id)
  const body = BoardHistoryPage({ board, entries: told, total, page: number })
  const breadcrumbs = [{ text: board.shortName, href: urls.board(board.slug) }, { text: 'History of the board' }]
  return page({ title: 'History of the board', body, board: boardOf(board), section: 'Board', breadcrumbs })
}

const proof = 'recent'

export const boardRoutes: readonly Route[] = [
  { method: 'GET', path: urls.settings(':board'), door: 'board.manage', proof, handle: ask => showOwnSettings(ask) },
  { method: 'POST', path: urls.settings(':board'), door: 'board.manage', proof, handle: takeSettings },
  { method: 'GET', path: urls.boardHistory(':board'), door: 'history.see', handle: showHistory },
]
