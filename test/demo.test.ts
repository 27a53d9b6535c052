/** The demo: its boards and people, its doors, and that no other house has them. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles } from '../src/access/permissions.ts'
import { boards, cast, sharedPassword } from '../src/demo/cast.ts'
import { documents, readyToImport } from '../src/demo/documents.ts'
import { feature as demo, NotTheDemo, seedDemo } from '../src/demo/index.ts'
import { findFaults } from './axe.ts'
import { launchBrowser } from './browser.ts'
import { eventually, type House, house, makeBoard, openHouse, visit } from './world.ts'

let home: House
let browser: Browser
let address: string

beforeAll(async () => {
  home = await openHouse({ demo: true })
  await seedDemo(home.app)
  address = await home.web.listen({ port: 0, host: '127.0.0.1' })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await home?.web.close()
})

/** The session of somebody of the cast, opened by the button of the demo's page. */
async function enter(email: string): Promise<string> {
  const reply = await visit(home, null, '/demo/sessions', { form: { person: email } })
  expect([reply.status, reply.location]).toEqual([303, '/'])
  return reply.session ?? ''
}

const count = (table: 'board' | 'person' | 'membership' | 'agency' | 'review' | 'import' | 'ledger_entry') =>
  home.owner
    .selectFrom(table)
    .select(eb => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
    .then(row => Number(row.count))

test('there are two boards that share a police force and an NHS body, and people in all eight roles', async () => {
  const held = new Set(cast.flatMap(({ posts }) => posts.map(({ role }) => role)))
  expect([...held].sort()).toEqual([...roles].sort())
  const shared = await home.owner
    .selectFrom('board_agency as b')
    .innerJoin('agency as a', 'a.id', 'b.agency_id')
    .select('a.name')
    .groupBy('a.name')
    .having(eb => eb.fn.count('b.board_id'), '=', 2)
    .orderBy('a.name')
    .execute()
  expect(shared.map(({ name }) => name)).toEqual([
    'Estuary and Wolds Police',
    'NHS Estuary and Wolds Integrated Care Board',
  ])
  for (const { name } of boards) expect(name).toContain('(fictional)')
})

test('making the demo again changes nothing', async () => {
  const tables = ['board', 'person', 'membership', 'agency', 'review', 'import', 'ledger_entry'] as const
  const before = await Promise.all(tables.map(count))
  await seedDemo(home.app)
  expect(await Promise.all(tables.map(count))).toEqual(before)
  expect(before.slice(0, 2)).toEqual([2, cast.length])
})

test('each of the cast signs in with the shared password and begins on a page with the name of a board', async () => {
  for (const person of cast) {
    const form = { email: person.email, password: sharedPassword }
    const signed = await visit(home, null, '/sign-in', { form })
    expect(signed.status).toBe(303)
    const session = signed.session ?? ''
    const begin = await visit(home, null, '/', { session })
    const first = begin.location ? await visit(home, null, begin.location, { session }) : begin
    expect([first.status, person.email]).toEqual([200, person.email])
    for (const { board } of person.posts) {
      expect(first.text).toContain(boards.find(({ slug }) => slug === board)?.name)
    }
  }
})

test('the page of the demo says that all is fiction, and signs in by one button', async () => {
  const page = await visit(home, null, '/demo')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Everything in it is fiction')
  for (const { name, email } of cast) for (const words of [name, email]) expect(page.text).toContain(words)
  const session = await enter(cast[0]?.email ?? '')
  expect((await visit(home, null, '/account', { session })).text).toContain(cast[0]?.name)
})

test('somebody who is not of the cast is not signed in', async () => {
  const reply = await visit(home, null, '/demo/sessions', { form: { person: 'somebody@else.example' } })
  expect([reply.status, reply.session]).toEqual([404, null])
})

test('everybody sees the reviews that they should and no other', async () => {
  const titles = async (email: string) => {
    const list = await visit(home, null, '/boards/tarnwold/reviews', { session: await enter(email) })
    return list.status === 200 ? ['Saffron', 'Sorrel'].filter(name => list.text.includes(name)) : list.status
  }
  expect(await titles('miriam@tarnwold.example')).toEqual(['Saffron', 'Sorrel'])
  expect(await titles('tobias@tarnwold.example')).toEqual(['Saffron'])
  expect(await titles('sunita@brindle-park.example')).toEqual(['Saffron', 'Sorrel'])
  expect(await titles('josephine@scrutiny.example')).toEqual(['Saffron'])
  expect(await titles('callum@police.example')).toEqual(['Saffron'])
  expect(await titles('leon@tarnwold.example')).toEqual(['Saffron'])
  expect(await titles('edith@reviewers.example')).toEqual(['Sorrel'])
  expect(await titles('farida@quillhaven.example')).toBe(404)
  expect(await titles('grace@lay-members.example')).toBe(403)
})

test('what is in the register was read from the document that is offered for download', async () => {
  const register = await visit(home, null, '/boards/tarnwold/recommendations', {
    session: await enter('callum@police.example'),
  })
  expect(register.status).toBe(200)
  expect(register.text).toContain('should make sure that a child who looks after somebody at home')
})

test('the page for signing in leads to the demo', async () => {
  expect((await visit(home, null, '/sign-in')).html).toContain('href="/demo"')
  expect((await visit(await house(), null, '/sign-in')).html).not.toContain('/demo')
})

test('the documents of the demo can be taken home, and nothing else of the folder', async () => {
  for (const { file, mediaType } of documents) {
    const reply = await visit(home, null, `/demo/documents/${file}`)
    expect([reply.status, reply.headers['content-type']]).toEqual([200, mediaType])
    expect(reply.bytes.length).toBeGreaterThan(5000)
  }
  expect((await visit(home, null, '/demo/documents/..%2Fpackage.json')).status).toBe(404)
})

test('one press uploads a document for somebody who is not signed in, and leads to its check', async () => {
  for (const { file } of readyToImport) {
    const reply = await visit(home, null, '/demo/imports', { form: { document: file } })
    expect(reply.status).toBe(303)
    expect(reply.location).toMatch(/^\/imports\/[0-9a-f-]{36}$/)
    const session = reply.session ?? ''
    const check = await eventually(
      () => visit(home, null, reply.location ?? '', { session }),
      ({ text }) => text.includes('Check what Heed understood'),
    )
    expect(check.status).toBe(200)
    const again = await visit(home, null, '/demo/imports', { form: { document: file }, session })
    expect(again.location).toBe(reply.location)
  }
})

test('the e-mail that was sent can be read', async () => {
  expect((await visit(home, null, '/demo/mail')).text).toContain('Nothing has been sent yet')
  await home.app.mail.send({ to: 'a@b.example', subject: 'A letter', text: 'Words\n\nhttp://heed.test/invitations/x' })
  const page = await visit(home, null, '/demo/mail')
  expect(page.text).toContain('A letter')
  expect(page.html).toContain('href="http://heed.test/invitations/x"')
})

test.each([320, 1280])(
  'the demo’s pages have no fault that axe finds, and nothing is wider than %i pixels',
  async width => {
    const context = await browser.newContext({ viewport: { width, height: 900 } })
    const page = await context.newPage()
    for (const path of ['/demo', '/demo/mail', '/sign-in']) {
      await page.goto(address + path)
      expect(await findFaults(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    }
    await context.close()
  },
)

test('without scripts too, a visitor is one press away from checking what was read', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${address}/demo`)
  await page.getByRole('button', { name: 'Upload this for me' }).first().click()
  await page.getByRole('heading', { name: 'Check what Heed understood' }).waitFor({ timeout: 20_000 })
  expect(await page.textContent('body')).toContain('Miriam Castellan')
  await context.close()
})

test('a house that is not the demo has none of its routes', async () => {
  const other = await house()
  for (const { method, path } of demo.routes) {
    const asked = path.replace(':file', documents[0]?.file ?? '')
    const form = { person: cast[0]?.email ?? '', document: readyToImport[0]?.file ?? '' }
    const reply = await visit(other, null, asked, method === 'POST' ? { form } : undefined)
    expect([method, path, reply.status, reply.session]).toEqual([method, path, 404, null])
  }
})

test('the demo’s routes find nothing in a house that is not the demo, even if they were given to it', async () => {
  const app = { ...home.app, site: { ...home.app.site, demo: false } }
  for (const route of demo.routes)
    await expect(route.handle({ app, params: {}, form: new URLSearchParams() } as never)).rejects.toThrow(
      'not the demo',
    )
})

test('the demo is not made in a house that holds a board of its own', async () => {
  const other = await openHouse({ demo: true })
  await makeBoard(other)
  await expect(seedDemo(other.app)).rejects.toThrow(NotTheDemo)
})
