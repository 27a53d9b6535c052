import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { allows } from '../../core/lifecycle.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { ImportId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, readPage } from '../accounts/index.ts'
import { checkRoutes } from './check-routes.ts'
import { mostBytes, mostFiles, readUpload } from './forms.ts'
import { lifecycle } from './lifecycle.ts'
import { showDiscarding, showImports } from './list-commands.ts'
import { DiscardPage, ImportsPage, lists } from './list-pages.tsx'
import { restartReading } from './reading-commands.ts'
import { discardImport } from './saving-commands.ts'
import { showUploading, type Taken, upload } from './upload-commands.ts'
import { UploadPage } from './upload-pages.tsx'

const slugOf = ({ params }: Ask) => params.board ?? ''
const idOf = ({ params }: Ask) => readId<ImportId>(params.import)

async function showList(ask: Ask): Promise<Reply> {
  const { app, query } = ask
  const list = Object.hasOwn(lists, query.get('list') ?? '') ? (query.get('list') ?? 'all') : 'all'
  const { page: at, limit, offset } = readPage(query)
  const states = lists[list]?.states ?? []
  const found = await showImports(app, personOf(ask), slugOf(ask), { states, limit, offset })
  const body = ImportsPage({ ...found, list, page: at, said: query.get('said') })
  const content = { title: 'Imports', body, board: boardOf(found.board), section: 'Imports', restricted: true }
  const isReading = found.imports.some(({ state }) => state === 'waiting' || state === 'reading')
  return page(isReading ? { ...content, refreshAfter: 5 } : content)
}

interface Tried {
  readonly mistakes: readonly Mistake[]
  readonly taken: readonly Taken[]
}

async function showUpload(ask: Ask, { mistakes, taken }: Tried = { mistakes: [], taken: [] }): Promise<Reply> {
  const { board, reviews } = await showUploading(ask.app, personOf(ask), slugOf(ask))
  // A review's page leads here with the review chosen.
  const form = ask.method === 'GET' ? ask.query : ask.form
  const body = UploadPage({ board, reviews, csrf: ask.frame.csrf, form, mistakes, taken })
  const breadcrumbs = [{ text: 'Imports', href: urls.imports(board.slug) }, { text: 'Import documents' }]
  return page({ title: 'Import documents', body, board: boardOf(board), section: 'Imports', breadcrumbs, mistakes })
}

async function takeUpload(ask: Ask): Promise<Reply> {
  const read = readUpload(ask.form)
  if (!read.ok) return showUpload(ask, { mistakes: read.mistakes, taken: [] })
  const files = ask.files.filter(file => file.field === 'files')
  const done = await upload(ask.app, personOf(ask), slugOf(ask), { files, choice: read.value })
  if (done.mistakes.length > 0) return showUpload(ask, { mistakes: done.mistakes, taken: [] })
  const refusals = done.taken.flatMap(file => ('refusal' in file ? [{ field: 'files', message: file.refusal }] : []))
  if (refusals.length > 0) return showUpload(ask, { mistakes: refusals, taken: done.taken })
  return redirect(afterUpload(done.board, done.taken))
}

function afterUpload(board: Board, taken: readonly Taken[]): string {
  const [only, ...others] = taken
  return only && 'importId' in only && others.length === 0
    ? urls.import(only.importId)
    : `${urls.imports(board.slug)}?said=uploaded`
}

async function takeReading(ask: Ask): Promise<Reply> {
  await restartReading(ask.app, personOf(ask), idOf(ask))
  return redirect(urls.import(idOf(ask)))
}

async function askDiscarding(ask: Ask): Promise<Reply> {
  const { found, holds } = await showDiscarding(ask.app, personOf(ask), idOf(ask))
  if (!allows(lifecycle, found.state, 'discard')) return redirect(urls.import(found.id))
  const board = { id: found.boardId, slug: found.boardSlug, name: found.boardName, marking: found.boardMarking }
  const body = DiscardPage({ found, holds, csrf: ask.frame.csrf })
  const back = urls.import(found.id)
  return page({ title: 'Discard this import?', body, board, section: 'Imports', back, restricted: true })
}

async function takeDiscarding(ask: Ask): Promise<Reply> {
  const done = await discardImport(ask.app, personOf(ask), idOf(ask))
  // What forbids it is told where it is asked.
  return redirect(done.ok ? `${urls.imports(done.value.boardSlug)}?said=discarded` : urls.importDiscarding(idOf(ask)))
}

const upload10 = { files: mostFiles, bytes: mostBytes } as const

export const routes: readonly Route[] = [
  { method: 'GET', path: urls.imports(':board'), door: 'import.check', handle: showList },
  { method: 'GET', path: urls.newImport(':board'), door: 'document.upload', handle: ask => showUpload(ask) },
  {
    method: 'POST',
    path: urls.newImport(':board'),
    door: 'document.upload',
    upload: upload10,
    pace: 'upload',
    handle: takeUpload,
  },
  { method: 'POST', path: urls.importReading(':import'), door: 'import.check', handle: takeReading },
  { method: 'GET', path: urls.importDiscarding(':import'), door: 'import.check', handle: askDiscarding },
  { method: 'POST', path: urls.importDiscarding(':import'), door: 'import.check', handle: takeDiscarding },
  ...checkRoutes,
]
