import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  post,
  setPassword,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { codeAt, fromBase32, stepOf, toBase32 } from '../../access/totp.ts'
import { features } from '../../features.ts'
import { urls } from '../../urls.ts'

const password = 'kettle-orbit-plaster'
const secret = toBase32(Buffer.from('12345678901234567890'))
let house: House
let board: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

/** An administrator who signed in at noon. */
async function administrator(more: Readonly<Record<string, unknown>> = {}): Promise<Visitor> {
  const person = await makePerson(house, [post(board, 'administrator')])
  await setPassword(house, person, password, more)
  const proven = house.owner.updateTable('session').set({ proven_at: house.clock.now() })
  await proven.where('id', '=', person.sessionId).execute()
  return person
}

const settings = () => urls.settings(board.slug)
const proof = () => urls.proof(settings())
const prove = (who: Visitor, form: Record<string, string>) => visit(house, who, proof(), { form })

test('a quarter of an hour after signing in a page of weight asks for the password, and goes on to where one wanted', async () => {
  const ada = await administrator()
  house.clock.set('2026-11-22T12:14:59Z')
  expect((await visit(house, ada, settings())).status).toBe(200)
  house.clock.set('2026-11-22T12:15:00Z')
  expect((await visit(house, ada, settings())).location).toBe(proof())
  expect((await visit(house, ada, urls.people(board.slug))).status, 'what is only looked at').toBe(200)
  const asked = await visit(house, ada, proof())
  expect([asked.text.includes('Show that it is you'), asked.html.includes('name="code"')]).toEqual([true, false])
  expect((await prove(ada, { present: password })).location).toBe(settings())
  expect((await visit(house, ada, settings())).status).toBe(200)
})

test('with a second factor its code is asked for too, and counts once', async () => {
  const ada = await administrator({ totp_secret: secret, totp_confirmed_at: house.clock.now() })
  house.clock.set('2026-11-22T12:20:00Z')
  const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
  expect((await prove(ada, { present: password })).text).toContain('Enter the 6 figures')
  expect((await prove(ada, { present: password, code: '000000' })).text).toContain('The code is not right')
  expect((await visit(house, ada, settings())).location, 'the password alone proves nothing').toBe(proof())
  expect((await prove(ada, { present: password, code })).location).toBe(settings())
  expect((await prove(ada, { present: password, code })).status).toBe(422)
})

test('a form that was open for long is not lost: what was typed is shown, and the way back to it', async () => {
  const ada = await administrator()
  const form = { name: 'A board of another name', shortName: 'AB', secondFactor: 'no', marking: '' }
  house.clock.set('2026-11-22T12:31:00Z')
  const late = await visit(house, ada, settings(), { form })
  expect([late.status, late.text.includes('Nothing has been changed')]).toEqual([403, true])
  expect(late.html).toContain('A board of another name')
  const { name } = await house.owner
    .selectFrom('board')
    .select('name')
    .where('id', '=', board.id)
    .executeTakeFirstOrThrow()
  expect(name).toBe(board.name)
})

test('a wrong password is said, is counted, and proves nothing', async () => {
  const ada = await administrator()
  house.clock.set('2026-11-22T12:20:00Z')
  for (let count = 0; count < 8; count++)
    expect((await prove(ada, { present: 'wrong' })).text).toContain('This is not the password that you have now')
  expect((await prove(ada, { present: password })).text).toContain('There were too many attempts')
  expect((await visit(house, ada, settings())).location).toBe(proof())
})

test.each(['//evil.example/', 'https://evil.example/', '/\\evil.example'])('it leads nowhere else: %s', async to => {
  const ada = await administrator()
  const path = `/account/proof?to=${encodeURIComponent(to)}`
  expect((await visit(house, ada, path, { form: { present: password } })).location).toBe(urls.home())
})

test('every act that changes who may see what, or blanks words, asks for it', () => {
  const routes = features.flatMap(({ routes }) => routes)
  const weighty = routes.filter(
    ({ method, door, path }) =>
      method === 'POST' &&
      (door === 'board.manage' ||
        door === 'board.export' ||
        door === 'redaction.ask' ||
        door === 'redaction.agree' ||
        door === 'people.manage' ||
        door === 'request.decide' ||
        door === 'rule.manage') &&
      // Sending a letter again, and withdrawing one, give nobody anything.
      !/\/(letter|withdrawal)$/.test(path),
  )
  expect(weighty.length).toBeGreaterThan(7)
  expect(weighty.filter(({ proof }) => proof !== 'recent').map(({ path }) => path)).toEqual([])
})
