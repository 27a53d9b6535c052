import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { urls } from '../../urls.ts'
import { boardOf } from '../accounts/index.ts'
import { slugOf } from './board-routes.ts'
import { exportSeen, showExport } from './export-commands.ts'
import { ExportPage } from './export-pages.tsx'

async function showPage(ask: Ask): Promise<Reply> {
  const board = await showExport(ask.app, personOf(ask), slugOf(ask))
  const title = 'Export of the board'
  const breadcrumbs = [{ text: board.shortName, href: urls.board(board.slug) }, { text: title }]
  const body = ExportPage({ board, csrf: ask.frame.csrf })
  return page({ title, body, board: boardOf(board), section: 'Board', breadcrumbs })
}

async function sendArchive(ask: Ask): Promise<Reply> {
  const { board, stream } = await exportSeen(ask.app, personOf(ask), slugOf(ask))
  const name = [board.marking, board.slug, 'export', ask.app.clock.today()].filter(Boolean).join(' ')
  return { kind: 'stream', name: `${name}.zip`, mediaType: 'application/zip', stream }
}

const proof = 'recent'
const path = urls.boardExport(':board')

export const exportRoutes: readonly Route[] = [
  { method: 'GET', path, door: 'board.export', proof, handle: showPage },
  { method: 'POST', path, door: 'board.export', proof, pace: 'upload', handle: sendArchive },
]
