/** The export in the browser keeps to what the person who asks may see, and tells not how much is left out. */
import { unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { furnishReview, newName } from '../../../test/redaction-world.ts'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  openBoard,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { leftOutOfSeen } from '../../adapters/board-export/tables.ts'
import type { ReviewId } from '../../store/schema.ts'

const [named, hidden, elsewhere] = [newName(), newName(), newName()]
let house: House
let board: Board
let admin: Visitor
let officer: Visitor
let excluded: ReviewId

beforeAll(async () => {
  ;({ house, board, admin, officer } = await openBoard())
  const asker = await makePerson(house, [post(board, 'support officer')], 'Ola Brand')
  await furnishReview({ house, board, asker }, named)
  ;({ reviewId: excluded } = await furnishReview({ house, board, asker }, hidden))
  await visit(house, asker, `/reviews/${excluded}/exclusions`, {
    form: { person: officer.id, reason: 'A relative', confirmed: 'yes' },
  })
  const other = await makeBoard(house)
  const stranger = await makePerson(house, [post(other, 'support officer')], 'Otto Stranger')
  await furnishReview({ house, board: other, asker: stranger }, elsewhere)
})

const path = () => `/boards/${board.slug}/export`
const take = (who: Visitor) => visit(house, who, path(), { form: {} })
type Files = Readonly<Record<string, Uint8Array>>
const textOf = (files: Files, name: string) => Buffer.from(files[name] ?? new Uint8Array(0)).toString()
const wholeOf = (files: Files) =>
  Object.keys(files)
    .map(name => `${name}\n${textOf(files, name)}`)
    .join('\n')
const rowsOf = (files: Files, table: string): Readonly<Record<string, unknown>>[] =>
  JSON.parse(textOf(files, `tables/${table}.json`))

test('a support officer has the reviews, but no word or id of one from which they are excluded, nor of another board', async () => {
  const { status, headers, bytes } = await take(officer)
  expect([status, headers['content-type']]).toEqual([200, 'application/zip'])
  expect(headers['content-disposition']).toContain(`filename="OFFICIAL-SENSITIVE-${board.slug}-export-`)
  const files = unzipSync(bytes)
  expect(rowsOf(files, 'review').map(({ title }) => title)).toEqual([`Review of ${named}`])
  expect(rowsOf(files, 'statement').length).toBeGreaterThan(0)
  expect(Object.keys(files).some(file => file.startsWith('files/'))).toBe(true)
  const telling = (word: string) => Object.keys(files).filter(file => `${file} ${textOf(files, file)}`.includes(word))
  for (const word of [hidden, elsewhere, excluded]) expect(telling(word)).toEqual([])
  const readme = textOf(files, 'README.txt')
  expect(readme.startsWith('OFFICIAL-SENSITIVE\r\n')).toBe(true)
  expect(readme).toContain(`as far as ${officer.name} may see it`)
})

test('nothing in it tells how much was left out', async () => {
  const files = unzipSync((await take(officer)).bytes)
  expect(Object.keys(files).filter(file => file.includes('ledger_head'))).toEqual([])
  const [entry] = rowsOf(files, 'ledger_entry')
  for (const column of Object.keys(leftOutOfSeen).map(name => name.split('.')[1] ?? ''))
    expect([column, column in (entry ?? {})]).toEqual([column, false])
  expect(textOf(files, 'README.txt')).not.toContain('ledger_head (')
})

test('an administrator has the people and roles, and nothing of a review', async () => {
  const files = unzipSync((await take(admin)).bytes)
  expect(rowsOf(files, 'person').map(({ name }) => name)).toContain(officer.name)
  for (const table of ['review', 'recommendation', 'statement', 'document', 'import'])
    expect([table, rowsOf(files, table)]).toEqual([table, []])
  const whole = wholeOf(files)
  for (const word of [named, hidden, elsewhere]) expect(whole.includes(word)).toBe(false)
})

test('the History says who had it, before it is made', async () => {
  await take(officer)
  const { text } = await visit(house, admin, `/boards/${board.slug}/history`)
  expect(text).toContain(`${officer.name} exported what they may see of the board, in the browser`)
})

test('the page says what it holds and leads from the board; a chair is refused and finds no link', async () => {
  const chair = await makePerson(house, [post(board, 'chair')], 'Cara Chair')
  expect((await visit(house, officer, path())).text).toContain('The archive is not encrypted')
  expect((await visit(house, officer, `/boards/${board.slug}`)).html).toContain(path())
  expect((await visit(house, chair, `/boards/${board.slug}`)).html).not.toContain(path())
  expect([(await visit(house, chair, path())).status, (await take(chair)).status]).toEqual([403, 403])
})
