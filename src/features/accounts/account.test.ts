import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  type House,
  makeBoard,
  makePerson,
  post,
  setPassword,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { codeAt, fromBase32, stepOf } from '../../access/totp.ts'
import { findPerson } from './session-commands.ts'

const password = 'kettle-orbit-plaster'
const another = 'walnut-ferry-signal'
let house: House
let person: Visitor
beforeAll(async () => {
  house = await sharedHouse()
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

async function makeAccount(name?: string): Promise<Visitor> {
  const board = await makeBoard(house)
  const made = await makePerson(house, [post(board, 'chair')], name)
  await setPassword(house, made, password)
  return made
}

const signIn = async (given = password) =>
  (await visit(house, null, '/sign-in', { form: { email: person.email, password: given } })).session ?? ''
const isIn = async (session: string) => (await findPerson(house.app, session)) !== null

describe('the account page', () => {
  beforeAll(async () => {
    person = await makeAccount('Ruth Osei')
  })

  test('shows who the person is, and as what', async () => {
    const shown = await visit(house, person, '/account')
    expect(shown.text).toContain(person.email)
    expect(shown.html).toContain('value="Ruth Osei"')
    expect(shown.text).toContain('Chair or scrutineer')
  })

  test('takes another name, and says so in the history of the account alone', async () => {
    const done = await visit(house, person, '/account', { form: { name: '  Ruth   Osei-Bonsu ' } })
    expect(done).toMatchObject({ status: 303, location: '/account?said=renamed' })
    const shown = await visit(house, person, '/account?said=renamed')
    expect(shown.html).toContain('value="Ruth Osei-Bonsu"')
    expect(shown.text).toContain('Your name is changed')
    expect(shown.text).toContain('You changed the name of the account')
  })

  test.each([
    ['', 'Enter your name'],
    ['x'.repeat(121), 'Your name must be 120 characters or fewer'],
  ])('refuses a name that cannot stand', async (name, words) => {
    const shown = await visit(house, person, '/account', { form: { name } })
    expect([shown.status, shown.text.includes(words)]).toEqual([422, true])
  })

  test('is nobody else’s', async () => {
    expect(await visit(house, null, '/account')).toMatchObject({ status: 303, location: '/sign-in' })
  })
})

describe('changing the password', () => {
  beforeAll(async () => {
    person = await makeAccount()
  })
  const change = (form: Record<string, string>) => visit(house, person, '/account/password', { form })

  test('needs the present one', async () => {
    expect((await change({ present: '', password: another })).text).toContain('Enter the password that you have now')
    expect((await change({ present: 'wrong', password: another })).text).toContain('not the password that you have now')
  })

  test('needs another one, that is good', async () => {
    expect((await change({ present: password, password: 'short' })).text).toContain('12 characters or more')
    expect((await change({ present: password, password })).text).toContain('Choose another password')
  })

  test('ends the other sessions, and the new password is the one that works', async () => {
    const elsewhere = await signIn()
    expect(await isIn(elsewhere)).toBe(true)
    expect(await change({ present: password, password: another })).toMatchObject({
      status: 303,
      location: '/account?said=password-changed',
    })
    expect([await isIn(elsewhere), await isIn(person.token)]).toEqual([false, true])
    expect([await isIn(await signIn(password)), await isIn(await signIn(another))]).toEqual([false, true])
    expect((await visit(house, person, '/account')).text).toContain('You changed the password')
  })

  test('cannot be tried without end', async () => {
    for (let i = 0; i < 8; i++) await change({ present: 'wrong', password: another })
    expect((await change({ present: another, password })).text).toContain('Try again in 15 minutes')
  })
})

describe('the second factor', () => {
  beforeAll(async () => {
    person = await makeAccount()
  })
  const begin = (form: Record<string, string> = {}) => visit(house, person, '/account/second-factor', { form })
  async function pendingSecret() {
    const { html } = await visit(house, person, '/account/second-factor')
    return fromBase32(/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '')
  }
  const confirm = async (key: Uint8Array) =>
    visit(house, person, '/account/second-factor/code', {
      form: { code: codeAt(key, stepOf(house.clock.now())) },
    })

  test('is off until its first code is given, and then asked for at sign-in', async () => {
    expect((await begin()).status).toBe(303)
    expect((await visit(house, null, '/sign-in', { form: { email: person.email, password } })).location).toBe('/')
    expect(await confirm(await pendingSecret())).toMatchObject({ location: '/account?said=second-factor-set' })
    const signed = await visit(house, null, '/sign-in', { form: { email: person.email, password } })
    expect(signed.location).toBe('/sign-in/code')
    expect((await visit(house, person, '/account')).text).toContain('On since 22 November 2026')
  })

  test('is set up again only by whoever knows the password', async () => {
    const shown = await begin({ present: 'wrong' })
    expect([shown.status, shown.text.includes('not the password')]).toEqual([422, true])
    const before = await house.owner
      .selectFrom('person')
      .select('totp_secret')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow()
    expect((await begin({ present: password })).status).toBe(303)
    house.clock.set('2026-11-22T12:05:00Z')
    await confirm(await pendingSecret())
    const after = await house.owner
      .selectFrom('person')
      .select('totp_secret')
      .where('id', '=', person.id)
      .executeTakeFirstOrThrow()
    expect(after.totp_secret).not.toBe(before.totp_secret)
  })

  test('takes no code when none is being set up', async () => {
    expect((await confirm(new Uint8Array(20))).status).toBe(403)
  })
})

describe('sessions', () => {
  beforeAll(async () => {
    person = await makeAccount()
  })

  test('are listed with their device and times, and this one is marked', async () => {
    await signIn()
    const shown = await visit(house, person, '/account/sessions')
    expect(shown.text).toContain('This device')
    expect(shown.text).toContain('A browser on an unknown system 22 November 2026, 12:00')
  })

  test('can be ended one by one', async () => {
    const elsewhere = await signIn()
    const id = (await findPerson(house.app, elsewhere))?.person.sessionId ?? ''
    const done = await visit(house, person, `/account/sessions/${id}/ending`, { form: {} })
    expect(done.location).toBe('/account/sessions?said=session-ended')
    expect(await isIn(elsewhere)).toBe(false)
  })

  test('can be ended all but this one', async () => {
    const others = [await signIn(), await signIn()]
    await visit(house, person, '/account/sessions/others/ending', { form: {} })
    expect(await Promise.all(others.map(isIn))).toEqual([false, false])
    expect(await isIn(person.token)).toBe(true)
    expect((await visit(house, person, '/account')).text).toMatch(/You ended \d sessions/)
  })

  test('of somebody else are not there', async () => {
    const stranger = await makeAccount()
    const tried = await visit(house, person, `/account/sessions/${stranger.sessionId}/ending`, { form: {} })
    expect(tried.status).toBe(404)
    expect(await isIn(stranger.token)).toBe(true)
    expect((await visit(house, person, '/account/sessions/no-id/ending', { form: {} })).status).toBe(404)
  })
})
