import { afterEach, beforeAll, describe, expect, test } from 'vitest'
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
import { gate, type Person } from '../../access/actor.ts'
import { codeAt, fromBase32, stepOf, toBase32 } from '../../access/totp.ts'
import { attemptKey, beginAttempt } from './attempt-queries.ts'
import { findPerson } from './session-commands.ts'
import { failuresOfOrigin } from './sign-in-limits.ts'

const password = 'kettle-orbit-plaster'
const secret = toBase32(Buffer.from('12345678901234567890'))
const noon = '2026-11-22T12:00:00Z'

let house: House
let board: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
})
afterEach(() => house.clock.set(noon))

async function makeAccount({ secondFactor = false, on = board } = {}): Promise<Visitor> {
  const person = await makePerson(house, [post(on, 'support officer')])
  const factor = secondFactor ? { totp_secret: secret, totp_confirmed_at: house.clock.now() } : {}
  await setPassword(house, person, password, factor)
  return person
}

const signIn = (email: string, given = password, session?: string) =>
  visit(house, null, '/sign-in', { form: { email, password: given }, ...(session ? { session } : {}) })
const code = () => codeAt(fromBase32(secret), stepOf(house.clock.now()))

describe('with a password alone', () => {
  test('a person signs in and is let in under a new token', async () => {
    const person = await makeAccount()
    const signed = await signIn(person.email.toUpperCase())
    expect(signed).toMatchObject({ status: 303, location: '/' })
    const account = await visit(house, null, '/account', { session: signed.session ?? '' })
    expect(account.status).toBe(200)
    expect(account.text).toContain('You signed in')
    const cookies = [signed.headers['set-cookie']].flat()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/HttpOnly; SameSite=Lax/)
  })

  test('signing in again ends the session that the browser carried', async () => {
    const person = await makeAccount()
    const first = (await signIn(person.email)).session ?? ''
    const second = (await signIn(person.email, password, first)).session ?? ''
    expect(second).not.toBe(first)
    expect(await findPerson(house.app, first)).toBeNull()
    expect((await visit(house, null, '/account', { session: second })).status).toBe(200)
  })

  test('a wrong password and an account that does not exist are answered with the same words', async () => {
    const person = await makeAccount()
    const wrong = await signIn(person.email, 'not the password')
    const nobody = await signIn('nobody@example.test', 'not the password')
    expect([wrong.status, nobody.status]).toEqual([422, 422])
    const rest = (html: string, email: string) => html.replaceAll(email, '').replace(/nonce="[^"]*"/g, '')
    expect(rest(wrong.html, person.email)).toBe(rest(nobody.html, 'nobody@example.test'))
    expect(wrong.session).toBeNull()
  })

  test('an empty form says what is missing', async () => {
    const shown = await signIn('', '')
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('Enter your e-mail address')
    expect(shown.text).toContain('Enter your password')
  })

  test('whoever signs out is out', async () => {
    const person = await makeAccount()
    const session = (await signIn(person.email)).session ?? ''
    const out = await visit(house, null, '/sign-out', { session, form: {} })
    expect(out).toMatchObject({ status: 303, location: '/sign-in?said=signed-out' })
    expect((await visit(house, null, out.location ?? '')).text).toContain('Success You are signed out')
    expect(await visit(house, null, '/account', { session })).toMatchObject({ status: 303, location: '/sign-in' })
  })
})

describe('too many failures', () => {
  test('stop an account for a while, even with the right password, and say when to try again', async () => {
    const person = await makeAccount()
    for (let i = 0; i < 8; i++) await signIn(person.email, 'wrong')
    const stopped = await signIn(person.email)
    expect(stopped.status).toBe(422)
    expect(stopped.text).toContain('Try again in 15 minutes')
    house.clock.set('2026-11-22T12:15:01Z')
    expect((await signIn(person.email)).status).toBe(303)
  })

  test('stop an account that does not exist in the same way', async () => {
    for (let i = 0; i < 8; i++) await signIn('ghost@example.test', 'wrong')
    expect((await signIn('ghost@example.test', 'wrong')).text).toContain('Try again in 15 minutes')
  })

  test('are forgotten when the person signs in', async () => {
    const person = await makeAccount()
    for (let i = 0; i < 7; i++) await signIn(person.email, 'wrong')
    expect((await signIn(person.email)).status).toBe(303)
    for (let i = 0; i < 7; i++) await signIn(person.email, 'wrong')
    expect((await signIn(person.email)).status).toBe(303)
  })

  test('from one address stop that address, whatever the account', async () => {
    const limit = { key: attemptKey('origin', 'an office'), most: failuresOfOrigin }
    const attempts = []
    for (let i = 0; i <= failuresOfOrigin; i++)
      attempts.push(await house.app.db.as(gate, tx => beginAttempt(house.app, tx, [limit])))
    expect(attempts.filter(attempt => 'until' in attempt)).toHaveLength(1)
    expect(attempts.at(-1)).toEqual({ until: new Date('2026-11-22T12:15:00Z') })
  })
})

describe('with a second factor', () => {
  test('the password alone opens nothing: neither the account nor a new second factor', async () => {
    const person = await makeAccount({ secondFactor: true })
    const half = await signIn(person.email)
    expect(half).toMatchObject({ status: 303, location: '/sign-in/code' })
    const session = half.session ?? ''
    for (const path of ['/account', '/account/sessions', '/account/second-factor'])
      expect(await visit(house, null, path, { session })).toMatchObject({ status: 303, location: '/sign-in/code' })
    expect((await visit(house, null, '/account/second-factor', { session, form: {} })).status).toBe(403)
    expect((await visit(house, null, '/account/second-factor/code', { session, form: { code: code() } })).status).toBe(
      403,
    )
    expect((await findPerson(house.app, session))?.person.posts).toEqual([])
  })

  test('the code lets in, under another new token', async () => {
    const person = await makeAccount({ secondFactor: true })
    const half = (await signIn(person.email)).session ?? ''
    expect((await visit(house, null, '/sign-in/code', { session: half })).text).toContain('Enter your code')
    const full = await visit(house, null, '/sign-in/code', { session: half, form: { code: code() } })
    expect(full).toMatchObject({ status: 303, location: '/' })
    expect(await findPerson(house.app, half)).toBeNull()
    expect(await findPerson(house.app, full.session ?? '')).toMatchObject({ stage: 'full', mustEnrol: false })
  })

  test('each code lets in once', async () => {
    const person = await makeAccount({ secondFactor: true })
    const used = code()
    const first = (await signIn(person.email)).session ?? ''
    await visit(house, null, '/sign-in/code', { session: first, form: { code: used } })
    const second = (await signIn(person.email)).session ?? ''
    const again = await visit(house, null, '/sign-in/code', { session: second, form: { code: used } })
    expect(again.status).toBe(422)
    expect(again.text).toContain('was used already')
  })

  test('wrong codes are counted, over all sign-ins', async () => {
    const person = await makeAccount({ secondFactor: true })
    for (let i = 0; i < 5; i++) {
      const session = (await signIn(person.email)).session ?? ''
      await visit(house, null, '/sign-in/code', { session, form: { code: '000000' } })
    }
    const session = (await signIn(person.email)).session ?? ''
    const stopped = await visit(house, null, '/sign-in/code', { session, form: { code: code() } })
    expect(stopped.text).toContain('Try again in 15 minutes')
  })

  test('what is no code is not even tried', async () => {
    const person = await makeAccount({ secondFactor: true })
    const session = (await signIn(person.email)).session ?? ''
    const shown = await visit(house, null, '/sign-in/code', { session, form: { code: '12 34' } })
    expect(shown.text).toContain('Enter the 6 figures')
  })

  test('the code is awaited for ten minutes', async () => {
    const person = await makeAccount({ secondFactor: true })
    const session = (await signIn(person.email)).session ?? ''
    house.clock.set('2026-11-22T12:10:01Z')
    const late = await visit(house, null, '/sign-in/code', { session, form: { code: code() } })
    expect(late.status).not.toBe(422)
    expect(await findPerson(house.app, session)).toBeNull()
  })

  test('a board that asks for one leads to it before anything else', async () => {
    const strict = await makeBoard(house, { secondFactor: true })
    const person = await makeAccount({ on: strict })
    const session = (await signIn(person.email)).session ?? ''
    expect(await visit(house, null, '/account', { session })).toMatchObject({ location: '/account/second-factor' })
    expect((await findPerson(house.app, session)) satisfies { person: Person } | null).toMatchObject({
      mustEnrol: true,
      person: { posts: [] },
    })
    const shown = await visit(house, null, '/account/second-factor', { session })
    expect(shown.text).toContain('Your board asks for a second factor')
  })
})

describe('a session', () => {
  test('ends after two hours without use', async () => {
    const person = await makeAccount()
    const session = (await signIn(person.email)).session ?? ''
    house.clock.set('2026-11-22T13:59:00Z')
    expect((await visit(house, null, '/account', { session })).status).toBe(200)
    house.clock.set('2026-11-22T15:58:00Z')
    expect((await visit(house, null, '/account', { session })).status).toBe(200)
    house.clock.set('2026-11-22T17:59:00Z')
    expect(await visit(house, null, '/account', { session })).toMatchObject({ location: '/sign-in' })
  })

  test('ends after twelve hours, used or not', async () => {
    const person = await makeAccount()
    const session = (await signIn(person.email)).session ?? ''
    for (let hour = 13; hour < 24; hour++) {
      house.clock.set(`2026-11-22T${hour}:00:00Z`)
      expect((await visit(house, null, '/account', { session })).status).toBe(200)
    }
    house.clock.set('2026-11-23T00:00:00Z')
    expect(await visit(house, null, '/account', { session })).toMatchObject({ location: '/sign-in' })
  })

  test('that was never given opens nothing', async () => {
    expect(await findPerson(house.app, house.app.chance.token())).toBeNull()
  })

  test('gives the posts that its person holds now, and none that has ended', async () => {
    const person = await makeAccount()
    expect((await findPerson(house.app, person.token))?.person.posts).toHaveLength(1)
    await house.owner
      .updateTable('membership')
      .set({ ended_at: house.clock.now() })
      .where('person_id', '=', person.id)
      .execute()
    expect((await findPerson(house.app, person.token))?.person.posts).toEqual([])
  })
})
