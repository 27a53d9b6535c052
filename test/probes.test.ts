/** What watches over a house is told whether it lives, whether to send requests, and its figures, and nothing else. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openMetrics } from '../src/adapters/metrics.ts'
import { type ReadinessOptions, readinessOf } from '../src/adapters/readiness.ts'
import { migrationsFolder } from '../src/config.ts'
import { buildWeb, queues } from '../src/house.ts'
import { listMigrations } from '../src/store/migrations.ts'
import { addressOf, freePort, heedIn } from './processes.ts'
import { eventually, type House, house, makeBoard, makePerson, openHouse, post } from './world.ts'

const home = await house()
const migrations = await listMigrations(migrationsFolder)

const ready = ({ store }: House, otherwise: Partial<ReadinessOptions> = {}) =>
  readinessOf({ store, migrations, queues, ...otherwise })

async function ask(from: House, readiness: ReturnType<typeof ready>, url: string) {
  const web = await buildWeb(from.app, { readiness })
  const { statusCode, body, headers } = await web.inject({ url })
  await web.close()
  return { status: statusCode, body, connection: headers.connection }
}

test('a house that works is alive and ready', async () => {
  expect(await ask(home, ready(home), '/health')).toMatchObject({ status: 200, body: 'alive\n' })
  expect(await ask(home, ready(home), '/ready')).toMatchObject({ status: 200, body: 'ready\n' })
})

test('a house whose database is gone is alive and not ready', async () => {
  const other = await openHouse()
  await other.store.close()
  expect((await ask(other, ready(other), '/health')).status).toBe(200)
  const reason = 'not ready: the database does not answer\n'
  expect(await ask(other, ready(other), '/ready')).toMatchObject({ status: 503, body: reason })
})

test('a house on a database that lacks a migration, or knows another of its name, is not ready', async () => {
  const reason = 'not ready: the database is not of this version\n'
  const later = [...migrations, { name: '9999_later.sql', text: 'select 1' }]
  expect(await ask(home, ready(home, { migrations: later }), '/ready')).toMatchObject({ status: 503, body: reason })
  const edited = migrations.map(each => ({ ...each, text: `${each.text} ` }))
  expect(await ask(home, ready(home, { migrations: edited }), '/ready')).toMatchObject({ status: 503, body: reason })
})

test('a house in which nobody works on a queue is not ready', async () => {
  const all = [...queues, 'unheard-of']
  const reason = 'not ready: jobs do not run\n'
  expect(await ask(home, ready(home, { queues: all }), '/ready')).toMatchObject({ status: 503, body: reason })
})

test('a house that is about to stop is not ready, and gives every connection up with its answer', async () => {
  await makeBoard(home)
  const readiness = ready(home)
  expect((await ask(home, readiness, '/sign-in')).connection).toBe('keep-alive')
  readiness.stop()
  expect(await ask(home, readiness, '/ready')).toMatchObject({ status: 503, body: 'not ready: stopping\n' })
  expect(await ask(home, readiness, '/sign-in')).toMatchObject({ status: 200, connection: 'close' })
})

test('a proxy that takes pages elsewhere is told to while the house stops, and for pages only', async () => {
  await makeBoard(home)
  const readiness = ready(home)
  const web = await buildWeb(home.app, { readiness })
  const ask = async (method: 'GET' | 'POST', url: string, said = '502') =>
    (await web.inject({ method, url, headers: { 'x-taken-elsewhere-on': said } })).statusCode
  expect(await ask('GET', '/sign-in')).toBe(200)
  readiness.stop()
  expect(await ask('GET', '/sign-in')).toBe(502)
  expect(await ask('GET', '/sign-in', '')).toBe(200)
  expect(await ask('POST', '/sign-in')).toBe(403)
  expect([await ask('GET', '/health'), await ask('GET', '/ready')]).toEqual([200, 503])
  await web.close()
})

test('a form that was under way when the house stopped is answered, and its connection does not keep the house', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-stopped-'))
  const served = heedIn(folder, ['serve'], { STOP_DELAY: '0' })
  try {
    const { port } = new URL(await addressOf(served))
    const socket = connect(Number(port), '127.0.0.1')
    let answer = ''
    socket.on('data', chunk => {
      answer += chunk
    })
    const head = 'POST /first-run HTTP/1.1\r\nHost: heed\r\nContent-Type: application/x-www-form-urlencoded\r\n'
    socket.write(`${head}Content-Length: 9\r\n\r\ncsrf`)
    await delay(500)
    const stopped = Date.now()
    served.process.kill('SIGTERM')
    await delay(500)
    socket.write('=none')
    expect(await served.ended).toBe(0)
    expect(Date.now() - stopped).toBeLessThan(15_000)
    expect(answer).toMatch(/^HTTP\/1\.1 403 /)
    socket.destroy()
  } finally {
    served.process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})

test('who asks without end is answered from what is known', async () => {
  let asked = 0
  const store = {
    ...home.store,
    db: home.store.db.withPlugin({
      transformQuery({ node }) {
        asked++
        return node
      },
      transformResult: async ({ result }) => result,
    }),
  }
  const readiness = ready({ ...home, store })
  await Promise.all(Array.from({ length: 50 }, () => readiness.reason()))
  expect(await readiness.reason()).toBe(null)
  expect(asked).toBe(1)
})

test('the figures count requests by the pattern of the address and hold no id, name or address', async () => {
  const board = await makeBoard(home, { name: 'Quillmere Partnership' })
  const chair = await makePerson(home, [post(board, 'chair')], 'Quilla Mere')
  const metrics = openMetrics(home.store)
  const web = await buildWeb(home.app, { metrics })
  const cookies = { 'heed-session': chair.token }
  for (const url of [`/boards/${board.slug}`, `/boards/${board.slug}?secret=Quill`, '/nowhere/Quill'])
    await web.inject({ url, cookies, remoteAddress: '192.0.2.77' })
  const text = await metrics.text()
  await web.close()
  expect(text).toMatch(/^heed_requests_total\{route="\/boards\/:board",method="GET",status="200"\} 2$/m)
  expect(text).toMatch(/^heed_requests_total\{route="none",method="GET",status="404"\} 1$/m)
  expect(text).toMatch(/^heed_request_seconds_count\{route="\/boards\/:board",method="GET"\} 2$/m)
  expect(text).toMatch(/^heed_database_up 1$/m)
  if (home.store.kind === 'server') expect(text).toMatch(/^heed_database_connections\{state="(idle|busy)"\} [1-9]/m)
  expect(text).toMatch(/^process_resident_memory_bytes \d+$/m)
  for (const secret of ['Quill', board.id, board.slug, chair.id, chair.email, chair.token, '192.0.2.77'])
    expect(text).not.toContain(secret)
})

test('the figures count jobs by queue and state', async () => {
  const metrics = openMetrics(home.store)
  const queue = queues[0] ?? ''
  await home.store.boss.send(queue, { invitation: home.app.chance.id() }, { startAfter: 3600 })
  const line = new RegExp(`^heed_jobs\\{queue="${queue}",state="created"\\} [1-9]`, 'm')
  expect(await eventually(metrics.text, text => line.test(text))).toMatch(line)
})

test('figures are given at their own place only, and SIGTERM is told at /ready before the house closes', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-probes-'))
  const port = await freePort()
  const served = heedIn(folder, ['serve'], { METRICS: `127.0.0.1:${port}`, STOP_DELAY: '3' })
  try {
    const address = await addressOf(served)
    const figures = await fetch(`http://127.0.0.1:${port}/metrics`)
    expect([figures.status, figures.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain/)])
    expect(await figures.text()).toContain('heed_jobs')
    expect((await fetch(`http://127.0.0.1:${port}/sign-in`)).status).toBe(404)
    expect((await fetch(`${address}/metrics`, { redirect: 'manual' })).status).toBe(404)
    const readiness = async () => (await fetch(`${address}/ready`)).text()
    expect(await eventually(readiness, text => text === 'ready\n')).toBe('ready\n')
    const stopped = Date.now()
    served.process.kill('SIGTERM')
    await delay(300)
    expect(await readiness()).toBe('not ready: stopping\n')
    expect((await fetch(`${address}/first-run`)).status).toBe(200)
    expect(await served.ended).toBe(0)
    expect(Date.now() - stopped).toBeGreaterThan(2500)
    await expect(fetch(`${address}/health`)).rejects.toThrow()
    expect(served.printed()).not.toContain('"route":"/ready"')
  } finally {
    served.process.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
})
