import { authoriseSome, can } from '../../access/can.ts'
import { type Ask, page, personOf, type Reply, type Route, type Tx } from '../../app.ts'
import { writeCsv } from '../../core/csv.ts'
import { NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, findBoard, readPage } from '../accounts/index.ts'
import { recommendationCells, recommendationHead, statementCells, statementHead } from './register-files.ts'
import { readFilter } from './register-filter.ts'
import { RegisterPage, type RegisterProps } from './register-pages.tsx'
import { type Asked, listChoices, listRecommendations, listStatements, seesRestricted } from './register-queries.ts'

/** A download holds this many rows at the most; a filter makes a longer one shorter. */
const mostRows = 20_000

const asked = (ask: Ask, board: Board, slice: { limit: number; offset: number }): Asked => ({
  boardId: board.id,
  filter: readFilter(ask.query),
  today: ask.app.clock.today(),
  ...slice,
})

async function listOf(tx: Tx, what: Asked): Promise<RegisterProps['list']> {
  return what.filter.show === 'statements'
    ? { show: 'statements', found: await listStatements(tx, what) }
    : { show: 'recommendations', found: await listRecommendations(tx, what) }
}

async function showRegister(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { page: at, ...slice } = readPage(ask.query)
  const shown = await ask.app.db.as(person, async tx => {
    const board = await findBoard(tx, ask.params.board ?? '')
    authoriseSome(person, 'register.see', board.id)
    const what = asked(ask, board, slice)
    const list = await listOf(tx, what)
    const choices = await listChoices(tx, board.id)
    return {
      board,
      filter: what.filter,
      today: what.today,
      choices,
      list,
      restricted: await seesRestricted(tx, board.id),
    }
  })
  const mayImport = can(person, 'document.upload', { boardId: shown.board.id })
  const body = RegisterPage({ ...shown, page: at, mayImport })
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
  const person = personOf(ask)
  const { board, list, restricted } = await ask.app.db.as(person, async tx => {
    const board = await findBoard(tx, ask.params.board ?? '')
    authoriseSome(person, 'register.see', board.id)
    const list = await listOf(tx, asked(ask, board, { limit: mostRows, offset: 0 }))
    return { board, list, restricted: await seesRestricted(tx, board.id) }
  })
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
  { method: 'GET', path: urls.register(':board'), door: 'register.see', handle: showRegister },
  { method: 'GET', path: urls.registerFile(':board', ':kind'), door: 'register.see', handle: sendFile },
]
