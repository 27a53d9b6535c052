/** The commands that start the product, as the built command line: their words, their exit statuses, their clean stop. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setup } from '../src/access/actor.ts'
import { verifyLedger } from '../src/cli-house.ts'
import { cast, sharedPassword } from '../src/demo/cast.ts'
import { record } from '../src/ledger/ledger.ts'
import { addressOf, type Called, heedIn, until } from './processes.ts'
import { makeBoard, openHouse } from './world.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-commands-'))

const heed = (words: readonly string[], settings: Readonly<Record<string, string>> = {}) =>
  heedIn(folder, words, settings)

async function call(words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
  const called = heed(words, settings)
  return { status: await called.ended, printed: called.printed() }
}

let demo: Called
let address: string

beforeAll(async () => {
  demo = heed(['demo'])
  const printed = await until(demo, /To begin again/)
  address = /is at (http:\S+)\/demo/.exec(printed)?.[1] ?? ''
})

afterAll(async () => {
  demo.process.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('the demo prints where it is and everybody’s sign-in, and answers there', async () => {
  for (const { email, name } of cast) for (const words of [email, name]) expect(demo.printed()).toContain(words)
  expect(demo.printed()).toContain(sharedPassword)
  const reply = await fetch(`${address}/demo`)
  expect(reply.status).toBe(200)
  expect(await reply.text()).toContain('Upload this for me')
})

test('a second start on the same folder says what to do and leaves the first alone', async () => {
  const { status, printed } = await call(['demo'])
  expect(status).toBe(1)
  expect(printed).toMatch(/demo-data is in use by process \d+\. Stop that Heed first/)
  expect((await fetch(`${address}/demo`)).status).toBe(200)
})

test('the demo stops cleanly on SIGTERM, keeps what it has and starts again', async () => {
  demo.process.kill('SIGTERM')
  expect(await demo.ended).toBe(0)
  expect(existsSync(path.join(folder, 'demo-data', 'lock'))).toBe(false)
  const verdict = await call(['ledger', 'verify'], { DATA_FOLDER: 'demo-data' })
  expect(verdict.printed).toMatch(/^\d+ entries in 3 chains: whole\.\n$/)
  expect(verdict.status).toBe(0)
})

test('redactions are written to a file and applied from files, and a file that is not there is said', async () => {
  const of = { DATA_FOLDER: 'demo-data' }
  const written = await call(['redactions', 'export', 'kept'], of)
  expect([written.status, written.printed]).toEqual([0, '0 redactions written to kept, without a word.\n'])
  expect(await call(['redactions', 'apply', 'kept'], of)).toEqual({
    status: 0,
    printed: 'There is no redaction to apply.\n',
  })
  const missing = await call(['redactions', 'apply', 'kept', 'nowhere'], of)
  expect([missing.status, missing.printed]).toEqual([2, 'heed: nowhere cannot be read (ENOENT).\n'])
  expect((await call(['redactions', 'apply'], of)).status).toBe(2)
})

test('on a server’s database nothing is opened without the installation’s secret', async () => {
  const refused = await call(['serve'], { DATABASE_URL: 'postgres://heed@127.0.0.1:1/heed' })
  expect([refused.status, refused.printed]).toEqual([
    1,
    expect.stringMatching(/^heed: SECRET is missing\. At least 32/),
  ])
})

test('the empty product says that its first-run page waits, and stops cleanly on SIGINT', async () => {
  const served = heed(['serve'])
  await until(served, /It is empty: http:\S+\/first-run/)
  const place = await addressOf(served)
  expect((await fetch(`${place}/demo`)).status).toBe(404)
  served.process.kill('SIGINT')
  expect(await served.ended).toBe(0)
})

test('a port that is taken, a wrong setting and an unknown word are each said in a line', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => other.once('listening', resolve))
  const { port } = other.address() as { port: number }
  const taken = await call(['serve'], { PORT: String(port) })
  other.close()
  expect(taken.status).toBe(1)
  expect(taken.printed).toContain(`heed: Something else listens on 127.0.0.1:${port}. Stop it, or set PORT to another`)
  const wrong = await call(['serve'], { PORT: 'many' })
  expect([wrong.status, wrong.printed]).toEqual([1, expect.stringMatching(/^heed: PORT has a value that it cannot/)])
  expect((await call(['serve', 'now'])).status).toBe(2)
  expect((await call(['ledger', 'check'])).status).toBe(2)
})

test('the ledger’s verdict names the chain and the position of an entry that was changed or taken away by hand', async () => {
  const house = await openHouse()
  const { app, owner } = house
  const board = await makeBoard(house)
  const entry = { kind: 'board.made', thing: 'board', thingId: board.id, boardId: board.id }
  await app.db.as(setup, tx => record(app, tx, setup, [entry, entry, entry]))
  expect(await verifyLedger(app)).toEqual({ status: 0, lines: ['3 entries in 1 chain: whole.'] })
  await sql`alter table ledger_entry disable trigger all`.execute(owner)
  await sql`update ledger_entry set kind = 'board.sold' where position = 2`.execute(owner)
  expect(await verifyLedger(app)).toEqual({
    status: 3,
    lines: [expect.stringContaining('not whole'), expect.stringContaining(`${board.id} does not hold from entry 2`)],
  })
  await sql`update ledger_entry set kind = 'board.made' where position = 2`.execute(owner)
  await sql`delete from ledger_entry where position = 3`.execute(owner)
  expect((await verifyLedger(app)).lines[1]).toContain('from entry 3')
  await sql`delete from ledger_head`.execute(owner)
  expect((await verifyLedger(app)).lines[1]).toContain('from entry 3')
})

test('whoever stops reading what a command prints gets no error', async () => {
  const file = path.join(root, 'src/reader/examples/baby-ash-review/source.pdf')
  const command = `${path.join(root, 'bin/heed')} read ${file} --json | head -c 1`
  const child = spawn('sh', ['-c', command], { cwd: folder, env: { PATH: '/usr/bin:/bin' } })
  let errors = ''
  child.stderr.on('data', chunk => {
    errors += chunk
  })
  await new Promise(resolve => child.on('close', resolve))
  expect(errors).toBe('')
})
