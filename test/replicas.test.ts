/** Two houses on one database of a server: what is done in one holds in the other. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readImportJob } from '../src/features/imports/jobs.ts'
import { askedOf, buildWeb } from '../src/house.ts'
import { urls } from '../src/urls.ts'
import { makeAuthenticator } from './authenticator.ts'
import { isServerMissing } from './engines.ts'
import { marlResponse } from './marl-response.ts'
import {
  type Board,
  eventually,
  type House,
  makeBoard,
  makePerson,
  openHouse,
  post,
  setPassword,
  type Visitor,
  visit,
} from './world.ts'

describe.skipIf(isServerMissing)('two houses on one database (skipped where TEST_DATABASE_URL names no server)', () => {
  const password = 'kettle-orbit-plaster'
  let one: House
  let two: House
  let board: Board
  let officer: Visitor

  beforeAll(async () => {
    one = await openHouse()
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(one.owner)
    two = await openHouse({ database: rows[0]?.name ?? '' })
    board = await makeBoard(one)
    officer = await makePerson(one, [post(board, 'support officer')])
    await setPassword(one, officer, password)
  })

  afterAll(async () => {
    for (const each of [one, two]) await each?.web.close()
    for (const each of [one, two]) await each?.store.boss.stop({ graceful: true, timeout: 5000 })
    for (const each of [two, one]) await each?.store.close()
  })

  const signIn = (house: House, given = password) =>
    visit(house, null, urls.signIn(), { form: { email: officer.email, password: given } })

  test('who signs in at one is signed in at the other, and who signs out there is signed out at both', async () => {
    const session = (await signIn(one)).session ?? ''
    expect((await visit(two, null, urls.board(board.slug), { session })).status).toBe(200)
    expect((await visit(two, null, urls.signOut(), { form: {}, session })).status).toBe(303)
    for (const house of [one, two]) {
      expect((await visit(house, null, urls.board(board.slug), { session })).location).toBe(urls.signIn())
    }
  })

  test('what a passkey is asked at one it answers at the other, and once, however many try it at the same moment', async () => {
    const person = await makePerson(one, [post(board, 'support officer')])
    const key = makeAuthenticator()
    const ask = async (house: House, visitor: Visitor | null, path: string) =>
      JSON.parse((await visit(house, visitor, path, { form: {} })).html)
    const answer = key.make(await ask(one, person, urls.newPasskeyChallenge()))
    const added = await visit(two, person, urls.newPasskey(), { form: { name: 'A phone', answer } })
    expect(added.location).toBe(`${urls.passkeys()}?said=passkey-added`)
    const form = { answer: key.use(await ask(two, null, urls.signInPasskeyChallenge())) }
    const tried = await Promise.all(
      [one, two, one, two].map(house => visit(house, null, urls.signInPasskey(), { form })),
    )
    expect(tried.map(({ status }) => status).toSorted()).toEqual([303, 422, 422, 422])
  })

  test('wrong passwords at one count at the other', async () => {
    for (const house of [one, two, one, two, one, two, one, two]) {
      expect((await signIn(house, 'not-this-one')).text).not.toContain('too many attempts')
    }
    for (const house of [one, two]) expect((await signIn(house)).text).toContain('too many attempts')
  })

  test('requests at one count at the other, for the same page and from the same address', async () => {
    const paces = { every: 6, 'sign-in': 6, search: 6, upload: 6 }
    const webs = await Promise.all([one, two].map(({ app, store }) => buildWeb(app, { paces, ...askedOf(store) })))
    const ask = async (turn: number, url: string, remoteAddress: string) =>
      (await webs[turn % 2]?.inject({ url, remoteAddress }))?.statusCode
    const statuses: unknown[] = []
    for (const turn of [1, 2, 3, 4, 5, 6, 7, 8]) statuses.push(await ask(turn, urls.signIn(), '192.0.2.7'))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429])
    expect(await ask(1, urls.signIn(), '192.0.2.8')).toBe(200)
    expect(await ask(2, urls.accessibility(), '192.0.2.7')).not.toBe(429)
    const keys = await one.owner.selectFrom('asking').select(['key', 'count']).execute()
    expect(Math.max(...keys.map(({ count }) => count))).toBe(8)
    expect(JSON.stringify(keys)).not.toContain('192.0.2')
    await sql`update asking set ends_at = now() - interval '1 second'`.execute(one.owner)
    expect(await ask(1, urls.signIn(), '192.0.2.7')).toBe(200)
    // A clock that ran five hours ahead stops nobody once it is put right.
    await sql`update asking set count = 100, ends_at = now() + interval '5 hours'`.execute(one.owner)
    expect(await ask(1, urls.signIn(), '192.0.2.7')).toBe(200)
    for (const web of webs) await web.close()
  })

  test('many requests at once are counted as many', async () => {
    const paces = { every: 20, 'sign-in': 20, search: 20, upload: 20 }
    const webs = await Promise.all([one, two].map(({ app, store }) => buildWeb(app, { paces, ...askedOf(store) })))
    const asked = Array.from({ length: 60 }, (_, turn) =>
      webs[turn % 2]?.inject({ url: urls.signIn(), remoteAddress: '192.0.2.9' }),
    )
    const statuses = (await Promise.all(asked)).map(reply => reply?.statusCode)
    expect(statuses.filter(status => status === 200)).toHaveLength(20)
    expect(statuses.filter(status => status === 429)).toHaveLength(40)
    for (const web of webs) await web.close()
  })

  test('what is uploaded at one is read once, by either, and is read at both', async () => {
    const before = [one, two].map(({ logged }) => logged.length)
    const files = Array.from({ length: 12 }, (_, n) => ({
      field: 'files',
      name: `response-${n}.md`,
      bytes: Buffer.from(marlResponse(`Edition ${n}, published on 3 March 2026`)),
    }))
    for (const [turn, file] of files.entries()) {
      const house = turn % 2 === 0 ? one : two
      expect((await visit(house, officer, urls.newImport(board.slug), { form: {}, files: [file] })).status).toBe(303)
    }
    const states = () =>
      one.owner.selectFrom('import').select(['id', 'state']).where('board_id', '=', board.id).execute()
    const imports = await eventually(states, rows => rows.length === 12 && rows.every(row => row.state === 'ready'))
    const done = [one, two].map(({ logged }, at) =>
      logged.slice(before[at]).flatMap(line => {
        const { queue, job } = line.includes('"job done"') ? JSON.parse(line) : {}
        return queue === readImportJob.queue ? [String(job)] : []
      }),
    )
    expect(done.flat()).toHaveLength(12)
    expect(new Set(done.flat()).size).toBe(12)
    expect(done.filter(jobs => jobs.length === 0)).toEqual([])
    const id = imports[0]?.id ?? ''
    const pages = await Promise.all([one, two].map(house => visit(house, officer, `/imports/${id}`)))
    expect(pages.map(({ status }) => status)).toEqual([200, 200])
    expect(pages[0]?.text).toContain('Marl Police will tell schools on the same day')
    expect(pages[1]?.text).toBe(pages[0]?.text)
  })
})
