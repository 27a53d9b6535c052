/** Two processes behind a proxy, stopped and started again one after the other while people work. */
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request as requestPlain } from 'node:http'
import { request as requestTls, Agent as TlsAgent } from 'node:https'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formToken } from '../src/adapters/http/tokens.ts'
import { urls } from '../src/urls.ts'
import { administer, isServerMissing, makingRole, newServerName, urlOf } from './engines.ts'
import { marlResponse } from './marl-response.ts'
import { isNginxMissing, openNginx, secondsLeftAlone, siteName } from './nginx.ts'
import { addressOf, type Called, freePort, heedIn } from './processes.ts'
import { openRoundRobin } from './round-robin.ts'
import { type Board, eventually, type House, makeBoard, makePerson, openHouse, post, type Visitor } from './world.ts'

/** Where people send their requests, and whom they trust there. */
interface Front {
  readonly port: number
  /** The certificate that is trusted; null where it speaks without TLS. */
  readonly certificate: string | null
  close(): Promise<void>
}

type Ports = readonly [number, number]

const fronts: readonly (readonly [string, boolean, (ports: Ports, folder: string) => Promise<Front>])[] = [
  [
    'a proxy that asks /ready',
    false,
    async ports => {
      const { port, close } = await openRoundRobin(ports)
      return { port, certificate: null, close }
    },
  ],
  [
    'nginx',
    isNginxMissing,
    async (processes, folder) => {
      const { ports, certificate, close } = await openNginx(folder, processes)
      return { port: ports.https, certificate, close }
    },
  ],
]

const why = 'skipped where TEST_DATABASE_URL names no server, or nginx is missing'
const there = fronts.filter(([, isMissing]) => !isMissing && !isServerMissing)

if (there.length < fronts.length) test.skip(`all rolling restarts (${why})`, () => undefined)

describe.each(there)('a rolling restart behind %s', (_name, _isMissing, openFront) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-rolling-'))
  const role = newServerName()
  let house: House
  let board: Board
  let officer: Visitor
  let database: string
  const ports: number[] = []
  const processes: Called[] = []
  let front: Front

  async function begin(at: number): Promise<void> {
    const settings = {
      DATABASE_URL: urlOf(database, role),
      SECRET: 'a secret of the tests, long enough to be one',
      PORT: String(ports[at]),
      STOP_DELAY: '2',
      TRUST_PROXY: 'yes',
      LOG_LEVEL: 'warn',
    }
    const called = heedIn(folder, ['serve'], settings)
    processes[at] = called
    await addressOf(called)
  }

  beforeAll(async () => {
    house = await openHouse()
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(house.owner)
    database = rows[0]?.name ?? ''
    await administer([makingRole(role, 'in role heed_app')])
    house.clock.set(new Date().toISOString())
    board = await makeBoard(house)
    officer = await makePerson(house, [post(board, 'support officer')])
    for (const at of [0, 1]) {
      ports[at] = await freePort()
      await begin(at)
    }
    front = await openFront([ports[0] ?? 0, ports[1] ?? 0], folder)
    await eventually(
      () => ask(urls.reviews(board.slug)),
      status => status === 200,
    )
  })

  afterAll(async () => {
    await front?.close()
    agents.https.destroy()
    agents.http.destroy()
    for (const each of processes) each.process.kill('SIGKILL')
    await Promise.all(processes.map(each => each.ended))
    await house?.web.close()
    await house?.store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const agents = { http: new Agent({ keepAlive: true }), https: new TlsAgent({ keepAlive: true }) }
  let asked = 0
  /** Asks from one of two hundred addresses; gives the status, or the error's code where there was no answer. */
  async function ask(url: string, body?: URLSearchParams | FormData): Promise<number | string> {
    const { port, certificate } = front
    const sent = body && new Response(body)
    const bytes = sent && Buffer.from(await sent.arrayBuffer())
    const type = sent?.headers.get('content-type')
    const form = bytes && type ? { 'content-type': type, 'content-length': bytes.length } : {}
    const headers = { host: siteName, cookie: `heed-session=${officer.token}`, ...form }
    const from = `127.0.1.${asked++ % 200}`
    const method = bytes ? 'POST' : 'GET'
    const options = { host: '127.0.0.1', port, localAddress: from, path: url, method, headers }
    return new Promise(resolve => {
      const take = (reply: IncomingMessage) => {
        reply.on('end', () => resolve(reply.statusCode ?? 0)).on('error', error => resolve(error.name))
        reply.resume()
      }
      const request = certificate
        ? requestTls({ ...options, agent: agents.https, ca: certificate, servername: siteName }, take)
        : requestPlain({ ...options, agent: agents.http }, take)
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name))
      request.end(bytes)
    })
  }

  const csrf = () => formToken(officer.token)
  const addReview = (title: string) =>
    ask(urls.reviews(board.slug), new URLSearchParams({ csrf: csrf(), title, type: 'lcspr', basis: 'A decision' }))
  function upload(mark: string) {
    const form = new FormData()
    form.set('csrf', csrf())
    form.set('files', new File([marlResponse(`Edition ${mark}, published on 3 March 2026`)], 'response.md'))
    return ask(urls.newImport(board.slug), form)
  }

  /** People who work until told to stop, and what they were answered, by what they did. */
  async function work(until: Promise<void>): Promise<Record<string, (number | string)[]>> {
    const answers: Record<string, (number | string)[]> = { page: [], review: [], upload: [] }
    let isOver = false
    until.finally(() => {
      isOver = true
    })
    const reader = async () => {
      while (!isOver) answers.page?.push(await ask(urls.reviews(board.slug)))
    }
    const writer = async (name: string) => {
      for (let n = 0; !isOver; n++) answers.review?.push(await addReview(`Child ${name} ${n}`))
    }
    const uploader = async () => {
      for (let n = 0; !isOver; n++) {
        answers.upload?.push(await upload(String(n)))
        await delay(1000)
      }
    }
    await Promise.all([reader(), reader(), writer('Wren'), writer('Robin'), uploader(), until])
    return answers
  }

  async function restartBoth(): Promise<void> {
    for (const at of [0, 1]) {
      await delay(1000)
      processes[at]?.process.kill('SIGTERM')
      expect(await processes[at]?.ended).toBe(0)
      await begin(at)
      // As docs/operating.md has it: for as long as nginx sends nothing to it, which counts whole seconds, and two more.
      await delay((secondsLeftAlone + 2) * 1000)
    }
  }

  test('drops no request, loses no review that was acknowledged and reads each upload', async () => {
    const answers = await work(restartBoth())
    const others = (kind: string, wanted: number) => answers[kind]?.filter(status => status !== wanted)
    expect([others('page', 200), others('review', 303), others('upload', 303)]).toEqual([[], [], []])
    const [pages, reviews, uploads] = [answers.page ?? [], answers.review ?? [], answers.upload ?? []]
    expect(pages.length).toBeGreaterThan(100)
    expect(uploads.length).toBeGreaterThan(5)
    const kept = await house.owner.selectFrom('review').select('title').where('board_id', '=', board.id).execute()
    expect(kept.filter(({ title }) => /^Child (Wren|Robin) \d+$/.test(title))).toHaveLength(reviews.length)
    const states = () => house.owner.selectFrom('import').select('state').where('board_id', '=', board.id).execute()
    const read = await eventually(states, rows => rows.every(({ state }) => state === 'ready'))
    expect(read).toHaveLength(uploads.length)
  }, 120_000)
})
