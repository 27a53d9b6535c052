import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse, visit } from '../../../test/world.ts'
import { auditor, gate } from '../../access/actor.ts'
import { codeAt, fromBase32, stepOf } from '../../access/totp.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(async () => {
  await house.web.close()
  await house.store.close()
  await house.sink.close()
})

const filled = {
  boardName: 'Northshire Safeguarding Children Partnership',
  shortName: 'Northshire SCP',
  slug: '',
  name: 'Ada Marsh',
  email: 'ada.marsh@northshire.example',
  password: 'kettle-orbit-plaster',
}

test('while there is no board, every page leads to the first-run page', async () => {
  for (const path of ['/sign-in', '/account', '/invitations/nothing']) {
    expect(await visit(house, null, path)).toMatchObject({ status: 303, location: '/first-run' })
  }
  const shown = await visit(house, null, '/first-run')
  expect(shown.status).toBe(200)
  expect(shown.text).toContain('Set up the first board')
})

test('an empty form says everything that is missing, and makes nothing', async () => {
  const shown = await visit(house, null, '/first-run', { form: { boardName: ' ' } })
  expect(shown.status).toBe(422)
  for (const words of [
    'name of the board',
    'short name',
    'Enter your name',
    'Enter your e-mail address',
    'Enter a password',
  ])
    expect(shown.text).toContain(words)
  expect(shown.html).toContain('<title>Error: Set up the first board')
  expect(shown.html).toContain('href="#boardName"')
})

test('the first administrator must choose a good password and a possible address', async () => {
  const weak = await visit(house, null, '/first-run', { form: { ...filled, password: 'adamarsh1234' } })
  expect([weak.status, weak.text.includes('must not be made of your name')]).toEqual([422, true])
  expect(weak.html).not.toContain('adamarsh1234')
  const slug = await visit(house, null, '/first-run', { form: { ...filled, slug: 'no spaces' } })
  expect([slug.status, slug.text.includes('small letters, figures and hyphens')]).toEqual([422, true])
})

test('a form without its token makes nothing', async () => {
  const shown = await visit(house, null, '/first-run', { form: { ...filled, csrf: 'forged' } })
  expect(shown.status).toBe(403)
})

test('the first run makes the board and its administrator, signs in, and leads to the second factor', async () => {
  const made = await visit(house, null, '/first-run', { form: filled })
  expect(made).toMatchObject({ status: 303, location: '/' })
  const session = made.session ?? ''
  const next = await visit(house, null, '/account', { session })
  expect(next).toMatchObject({ status: 303, location: '/account/second-factor' })
  const board = await house.app.db.as(gate, tx => tx.selectFrom('board').selectAll().executeTakeFirstOrThrow())
  expect(board).toMatchObject({ slug: 'northshire-scp', second_factor_required: true, marking: 'OFFICIAL-SENSITIVE' })

  const begun = await visit(house, null, '/account/second-factor', { session, form: {} })
  expect(begun).toMatchObject({ status: 303, location: '/account/second-factor' })
  const page = await visit(house, null, '/account/second-factor', { session })
  expect(page.html).toMatch(/<svg role="img"[^>]*><rect[^>]*><\/rect><path d="M/)
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1] ?? ''
  const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
  const wrong = await visit(house, null, '/account/second-factor/code', { session, form: { code: '000000' } })
  expect([wrong.status, wrong.text.includes('The code is not right')]).toEqual([422, true])
  const done = await visit(house, null, '/account/second-factor/code', { session, form: { code } })
  expect(done).toMatchObject({ status: 303, location: '/?said=second-factor-set' })
  const home = await visit(house, null, '/?said=second-factor-set', { session })
  expect(home.location).toMatch(/^\/boards\/[^/]+\?said=second-factor-set$/)
  expect((await visit(house, null, home.location ?? '', { session })).text).toContain(
    'Success Your second factor is on',
  )
  const account = await visit(house, null, '/account', { session })
  expect(account.status).toBe(200)
  expect(account.text).toContain('You set up the second factor')
  expect(account.text).toContain('Northshire Safeguarding Children Partnership Administrator')
})

test('once there is a board, there is no first run any more', async () => {
  expect((await visit(house, null, '/first-run')).status).toBe(404)
  const again = await visit(house, null, '/first-run', { form: { ...filled, email: 'other@northshire.example' } })
  expect(again.status).toBe(404)
  const count = await house.app.db.as(gate, tx => tx.selectFrom('person').select('id').execute())
  expect(count).toHaveLength(1)
})

test('the ledger holds that the board was made, and no name', async () => {
  const entries = await house.app.db.as(auditor, tx =>
    tx.selectFrom('ledger_entry').selectAll().where('kind', '=', 'board.made').execute(),
  )
  expect(entries).toHaveLength(1)
  expect(JSON.stringify(entries[0]?.facts)).not.toMatch(/Ada|Northshire/)
  expect(house.logged.join('\n')).not.toMatch(/ada\.marsh|Ada Marsh|kettle/)
})
