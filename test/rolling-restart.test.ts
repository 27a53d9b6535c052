/** Two processes behind a proxy, stopped and started again one after the other while people work. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formToken } from '../src/adapters/http/tokens.ts'
import { urls } from '../src/urls.ts'
import { administer, isServerMissing, makingRole, newServerName, urlOf } from './engines.ts'
import { marlResponse } from './marl-response.ts'
import { addressOf, type Called, freePort, heedIn } from './processes.ts'
import { openRoundRobin, type RoundRobin } from './round-robin.ts'
import { type Board, eventually, type House, makeBoard, makePerson, openHouse, post, type Visitor } from './world.ts'

const why = 'skipped where TEST_DATABASE_URL names no server'

describe.skipIf(isServerMissing)(`a rolling restart under load (${why})`, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-rolling-'))
  const role = newServerName()
  let house: House
  let board: Board
  let officer: Visitor
  let database: string
  const ports: number[] = []
  const processes: Called[] = []
  let proxy: RoundRobin

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
    proxy = await openRoundRobin(ports)
  })

  afterAll(async () => {
    await proxy?.close()
    for (const each of processes) each.process.kill('SIGKILL')
    await Promise.all(processes.map(each => each.ended))
    await house?.web.close()
    await house?.store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  let asked = 0
  /** Asks as one of two hundred addresses; gives the status, or the error's name where there was no answer. */
  async function ask(url: string, body?: URLSearchParams | FormData): Promise<number | string> {
    const headers = { cookie: `heed-session=${officer.token}`, 'x-forwarded-for': `192.0.2.${asked++ % 200}` }
    const sent = body ? { method: 'POST', body } : {}
    try {
      const reply = await fetch(proxy.address + url, { ...sent, headers, redirect: 'manual' })
      await reply.text()
      return reply.status
    } catch (error) {
      return (error as Error).name
    }
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
      await delay(1000)
    }
  }

  test('drops no request, loses no review that was acknowledged and reads each upload', async () => {
    const answers = await work(restartBoth())
    const others = (kind: string, wanted: number) => answers[kind]?.filter(status => status !== wanted)
    expect([others('page', 200), others('review', 303), others('upload', 303)]).toEqual([[], [], []])
    const [pages, reviews, uploads] = [answers.page ?? [], answers.review ?? [], answers.upload ?? []]
    expect(pages.length).toBeGreaterThan(100)
    expect(uploads.length).toBeGreaterThan(5)
    expect(Math.min(...proxy.sent)).toBeGreaterThan(50)
    const kept = await house.owner.selectFrom('review').select('title').where('board_id', '=', board.id).execute()
    expect(kept.filter(({ title }) => /^Child (Wren|Robin) \d+$/.test(title))).toHaveLength(reviews.length)
    const states = () => house.owner.selectFrom('import').select('state').where('board_id', '=', board.id).execute()
    const read = await eventually(states, rows => rows.every(({ state }) => state === 'ready'))
    expect(read).toHaveLength(uploads.length)
  }, 120_000)
})
