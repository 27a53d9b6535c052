/** The product as a process on a database of the tests' server, with a board in it and somebody who is signed in. */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { formToken } from '../../src/adapters/http/tokens.ts'
import { administer, makingRole, newServerName, urlOf } from '../engines.ts'
import { addressOf, type Called, heedIn } from '../processes.ts'
import { type Board, type House, makeBoard, makePerson, openHouse, post, type Visitor } from '../world.ts'

export interface Served {
  /** The same database, as the test looks into it. It does no jobs. */
  readonly house: House
  readonly board: Board
  readonly officer: Visitor
  /** Starts a further process; its settings are added to those that it needs. */
  start(settings?: Readonly<Record<string, string>>): Promise<Called & { readonly address: string }>
  /** Asks as the officer; sends the form when there is one. */
  ask(address: string, url: string, form?: URLSearchParams | FormData): Promise<Answered>
  close(): Promise<void>
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly location: string | null
}

/** Makes the database; `urlFor` gives the address by which processes reach it. */
export async function openServed(urlFor: (database: string, role: string) => string = urlOf): Promise<Served> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'heed-served-'))
  const role = newServerName()
  const processes: Called[] = []
  const house = await openHouse()
  for (const { name } of house.store.boss.getWipData()) await house.store.boss.offWork(name)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(house.owner)
  const database = rows[0]?.name ?? ''
  await administer([makingRole(role, 'in role heed_app')])
  house.clock.set(new Date().toISOString())
  const board = await makeBoard(house)
  const officer = await makePerson(house, [post(board, 'support officer'), post(board, 'administrator')])
  return {
    house,
    board,
    officer,
    async start(settings = {}) {
      const own = { DATABASE_URL: urlFor(database, role), SECRET: 'a secret of the tests, long enough to be one' }
      const called = heedIn(folder, ['serve'], { ...own, STOP_DELAY: '0', ...settings })
      processes.push(called)
      return { ...called, address: await addressOf(called) }
    },
    async ask(address, url, form) {
      form?.set('csrf', formToken(officer.token))
      const sent = form ? { method: 'POST', body: form } : {}
      const headers = { cookie: `heed-session=${officer.token}` }
      const reply = await fetch(address + url, { ...sent, headers, redirect: 'manual' })
      return { status: reply.status, text: await reply.text(), location: reply.headers.get('location') }
    },
    async close() {
      for (const each of processes) each.process.kill('SIGKILL')
      await Promise.all(processes.map(each => each.ended))
      await house.web.close()
      await house.store.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
