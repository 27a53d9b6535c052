/** What `heed support FILE` writes holds nothing of anybody, whatever stands in the house and in its settings. */
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { heedIn } from './processes.ts'
import { furnishDirectory, furnishReview, newName } from './redaction-world.ts'
import { makeBoard, makePerson, openHouse, post } from './world.ts'

const name = newName()
const [, word = ''] = name.split(' ')
let folder: string
let email: string
let boardName: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'heed-support-'))
  const house = await openHouse({ folder: path.join(folder, 'data') })
  const board = await makeBoard(house)
  const asker = await makePerson(house, [post(board, 'support officer')], 'Ola Brook')
  ;[email, boardName] = [asker.email, board.name]
  await furnishReview({ house, board, asker }, name)
  await furnishDirectory({ house, board, asker }, name)
  await house.web.close()
  await house.store.close()
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function support(settings: Readonly<Record<string, string>>) {
  const called = heedIn(folder, ['support', 'help.json'], settings)
  const status = await called.ended
  const file = path.join(folder, 'help.json')
  return {
    status,
    printed: called.printed(),
    text: await readFile(file, 'utf8'),
    mode: (await stat(file)).mode & 0o777,
  }
}

test('versions, settings, tables, jobs and the ledger are told, and no word of anybody', async () => {
  const { status, printed, text, mode } = await support({ SMTP_URL: 'smtp://ola:hush@mail.example', LOG_LEVEL: 'warn' })
  expect([status, mode]).toEqual([0, 0o600])
  expect(printed).toContain('Written to help.json')
  const report = JSON.parse(text)
  expect(report).toMatchObject({
    schema: 'heed.support/1',
    settings: { SMTP_URL: 'set', LOG_LEVEL: 'warn', DATABASE_URL: 'not set' },
    database: { engine: 'embedded', migrations: { missing: [] } },
    ledger: { brokenChains: 0 },
  })
  expect(report.ledger.entries).toBeGreaterThan(0)
  expect(report.database.tables.map((table: { name: string }) => table.name)).toContain('statement')
  expect(report.database.jobs).toContainEqual({ queue: 'read-import', state: 'created', count: 1 })
  for (const words of [word, 'zara', 'Ola Brook', email, boardName, 'hush', folder])
    expect(text.toLowerCase()).not.toContain(words.toLowerCase())
})

test('a database that cannot be opened is told by its kind of fault alone, and the rest still stands there', async () => {
  const url = 'postgres://ola:hush@127.0.0.1:1/heed'
  const { status, text } = await support({ DATABASE_URL: url, SECRET: 'a secret that is long enough for anybody' })
  expect(status).toBe(0)
  expect(JSON.parse(text)).toMatchObject({ database: { fault: 'ECONNREFUSED' }, settings: { SECRET: 'set' } })
  expect(text).not.toMatch(/hush|127\.0\.0\.1/)
})

test('a call without a file says how it is called', async () => {
  const called = heedIn(folder, ['support'])
  expect(await called.ended).toBe(2)
  expect(called.printed()).toContain('heed support FILE')
})
