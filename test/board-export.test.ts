/** `heed export-board`: all that is a board's own, nothing of another board, and nothing that lets somebody in. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnMeanings, tableMeanings } from '../src/adapters/board-export/meanings.ts'
import { columnsLeftOut, leftOut, tablesOf } from '../src/adapters/board-export/tables.ts'
import { exportBoard } from '../src/cli-export.ts'
import { differ, furnishDirectory, furnishReview, newName } from './redaction-world.ts'
import { type Board, type House, makeBoard, makePerson, openHouse, post, visit } from './world.ts'

const [name, otherName] = [newName(), newName()]
let root: string
let house: House
let board: Board
let other: Board
let files: Readonly<Record<string, Uint8Array>>

/** A board with a review of which a name stands everywhere. */
async function furnished(named: string): Promise<Board> {
  const made = await makeBoard(house)
  const asker = await makePerson(house, [post(made, 'support officer')], `Ola ${named.split(' ')[0]}`)
  const team = { house, board: made, asker }
  const { documentId } = await furnishReview(team, named)
  await furnishDirectory(team, named)
  await differ(team, documentId)
  return made
}

const textOf = (of: string): string => Buffer.from(files[of] ?? new Uint8Array(0)).toString()
const rowsOf = (table: string): Readonly<Record<string, unknown>>[] => JSON.parse(textOf(`tables/${table}.json`))

beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'heed-export-'))
  house = await openHouse()
  board = await furnished(name)
  other = await furnished(otherName)
  await sql`update recommendation set text = '=1+1' || text where board_id = ${board.id}`.execute(house.owner)
  const file = path.join(root, 'board.zip')
  await exportBoard(house.app, { slug: board.slug, file, source: work => work(house.owner) })
  files = unzipSync(await readFile(file))
}, 120_000)

afterAll(async () => {
  await house?.web.close()
  await house?.store.close()
  await rm(root, { recursive: true, force: true })
})

test('every table holds every row of the board, as csv and as json', async () => {
  const tables = await tablesOf(house.owner, board.id)
  expect(tables.length).toBeGreaterThan(25)
  for (const { name: table, own } of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}
      where ${sql.raw(own)}`.execute(house.owner)
    expect([table, rowsOf(table).length]).toEqual([table, Number(rows[0]?.count)])
    expect(textOf(`tables/${table}.csv`).startsWith('\uFEFF')).toBe(true)
  }
  for (const table of ['review', 'recommendation', 'statement', 'document', 'membership', 'person', 'ledger_entry'])
    expect([table, rowsOf(table).length > 0]).toEqual([table, true])
})

test('every table and column is told of in the readme, or is left out with a reason', async () => {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as "table", a.attname as "column" from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''`.execute(house.owner)
  const kept = rows.filter(({ table, column }) => !(table in leftOut) && !(`${table}.${column}` in columnsLeftOut))
  expect([...new Set(kept.map(({ table }) => table))].filter(table => !(table in tableMeanings))).toEqual([])
  expect([...new Set(kept.map(({ column }) => column))].filter(column => !(column in columnMeanings))).toEqual([])
  const known = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  expect(Object.keys(columnsLeftOut).filter(column => !known.has(column))).toEqual([])
  const readme = textOf('README.txt')
  for (const { column } of kept) expect(readme).toContain(`  ${column}: ${columnMeanings[column]}`)
  for (const { table } of kept) expect(readme).toContain(tableMeanings[table])
})

test('the documents are there as they were uploaded, and the manifest holds', async () => {
  const { rows } = await sql<{ id: string; sha256: string }>`
    select document_id as id, encode(sha256(bytes), 'hex') as sha256 from stored_file
    where board_id = ${board.id}`.execute(house.owner)
  expect(rows.length).toBeGreaterThan(0)
  const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  for (const { id, sha256 } of rows) {
    const original = Object.keys(files).find(file => file.startsWith(`files/${id}-`))
    expect(hash(files[original ?? ''] ?? new Uint8Array(0))).toBe(sha256)
  }
  const lines = textOf('manifest-sha256.txt').trimEnd().split('\n')
  expect(lines).toHaveLength(Object.keys(files).length - 1)
  for (const line of lines) {
    const [sum = '', file = ''] = line.split('  ')
    expect([file, hash(files[file] ?? new Uint8Array(0))]).toEqual([file, sum])
  }
})

test('nothing of another board is in it, and nothing that lets somebody in', async () => {
  const whole = Object.values(files)
    .map(bytes => Buffer.from(bytes).toString())
    .join('\n')
  expect(whole).toContain(name)
  expect(whole).not.toContain(otherName)
  expect(whole).not.toContain(other.id)
  const { rows } = await sql<{ secret: string }>`select password_hash as secret from person
    where password_hash is not null union all select totp_secret from person where totp_secret is not null
    union all select token_hash from session union all select token_hash from invitation`.execute(house.owner)
  expect(rows.length).toBeGreaterThan(0)
  for (const { secret } of rows.filter(each => each.secret.length > 20)) expect(whole.includes(secret)).toBe(false)
})

test('the History can be checked outside of Heed, as the readme says', () => {
  const entries = rowsOf('ledger_entry').sort((a, b) => Number(a.position) - Number(b.position))
  const sorted = (facts: unknown) =>
    JSON.stringify(Object.fromEntries(Object.entries(facts as object).sort(([a], [b]) => (a < b ? -1 : 1))))
  let previous = ''
  for (const entry of entries) {
    const { chain, position, id, board_id, review_id, thing, thing_id, kind, person_id, facts, recorded_at } = entry
    const at = new Date(String(recorded_at)).toISOString()
    const parts = [
      chain,
      position,
      id,
      board_id,
      review_id,
      thing,
      thing_id,
      kind,
      person_id,
      sorted(facts),
      at,
      previous,
    ]
    previous = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
    expect(entry.hash).toBe(previous)
  }
  expect(entries.length).toBeGreaterThan(3)
  expect(rowsOf('ledger_head')).toEqual([{ chain: board.id, length: entries.length, hash: previous }])
  expect(entries.at(-1)?.kind).toBe('board.exported')
})

test('what a spreadsheet could take for a formula is text', () => {
  expect(textOf('tables/recommendation.csv')).toContain("'=1+1")
  expect(textOf('tables/recommendation.csv')).not.toMatch(/(?:^|,)"?=1\+1/m)
})

test('the board’s History tells of it', async () => {
  const administrator = await makePerson(house, [post(board, 'administrator')], 'Ines Brook')
  const { text } = await visit(house, administrator, `/boards/${board.slug}/history`)
  expect(text).toContain('had everything that is the board’s own exported')
})

test('an unknown board and a file that is there already leave nothing behind', async () => {
  const source = <T>(work: (db: House['owner']) => Promise<T>) => work(house.owner)
  const file = path.join(root, 'none.zip')
  await expect(exportBoard(house.app, { slug: 'nowhere', file, source })).rejects.toThrow('no such board')
  await writeFile(`${file}.part`, 'mine')
  await expect(exportBoard(house.app, { slug: board.slug, file, source })).rejects.toThrow('EEXIST')
  expect(await readFile(`${file}.part`, 'utf8')).toBe('mine')
})
