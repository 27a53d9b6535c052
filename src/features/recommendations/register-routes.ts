import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { writeCsv } from '../../core/csv.ts'
import { NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage } from '../accounts/index.ts'
import { listForFile, showRegister } from './register-commands.ts'
import { recommendationCells, recommendationHead, statementCells, statementHead } from './register-files.ts'
import { readFilter } from './register-filter.ts'
import { RegisterPage, type RegisterProps } from './register-pages.tsx'

/** A download holds this many rows at the most; a filter makes a longer one shorter. */
const mostRows = 20_000

const wantedBy = ({ params, query }: Ask) => ({ slug: params.board ?? '', filter: readFilter(query) })

async function showPage(ask: Ask): Promise<Reply> {
  const { page: at, ...slice } = readPage(ask.query)
  const shown = await showRegister(ask.app, personOf(ask), { ...wantedBy(ask), ...slice })
  const body = RegisterPage({ ...shown, page: at })
  const { board, restricted } = shown
  return page({
    title: 'Recommendations',
    body,
    board: boardOf(board),
    section: 'Recommendations',
    restricted,
    wide: true,
  })
}

async function sendFile(ask: Ask): Promise<Reply> {
  const { kind } = ask.params
  if (kind !== 'csv' && kind !== 'xlsx') throw new NotFound('no such file')
  const wanted = { ...wantedBy(ask), limit: mostRows, offset: 0 }
  const { board, list, restricted } = await listForFile(ask.app, personOf(ask), wanted)
  const marking = restricted ? board.marking : ''
  const rows = [...(marking ? [[marking]] : []), ...rowsOf(list)]
  const name = [marking, board.slug, list.show, ask.app.clock.today()].filter(Boolean).join(' ')
  return kind === 'csv'
    ? {
        kind: 'file',
        name: `${name}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        bytes: Buffer.from(writeCsv(rows)),
        inline: false,
      }
    : {
        kind: 'file',
        name: `${name}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await ask.app.workbooks.write('Register', rows),
        inline: false,
      }
}

const rowsOf = (list: RegisterProps['list']): readonly (readonly string[])[] =>
  list.show === 'statements'
    ? [statementHead, ...list.found.rows.map(statementCells)]
    : [recommendationHead, ...list.found.rows.map(recommendationCells)]

export const registerRoutes: readonly Route[] = [
  { method: 'GET', path: urls.register(':board'), door: 'register.see', handle: showPage },
  { method: 'GET', path: urls.registerFile(':board', ':kind'), door: 'register.see', handle: sendFile },
]
