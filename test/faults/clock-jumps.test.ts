/** A clock that is wrong for a while, forward or back by hours: nothing stays locked, and nothing lives longer than it should. */
import { describe, expect, test } from 'vitest'
import { gate } from '../../src/access/actor.ts'
import { codeAt, fromBase32, stepOf, toBase32 } from '../../src/access/totp.ts'
import { findPerson, later } from '../../src/features/accounts/index.ts'
import { goThrough, onwardOf, passProvider } from '../provider.ts'
import { providerWorld, signInAt } from '../provider-world.ts'
import { eventually, makeBoard, makePerson, post, setPassword, type Visitor, visit } from '../world.ts'

const world = providerWorld()
const [second, minute, hour] = [1000, 60_000, 3_600_000]
const password = 'kettle-orbit-plaster'
const secret = toBase32(Buffer.from('12345678901234567890'))

/** The clock of Heed, so much before or behind that of the machine. */
const setClock = (by: number) => world.house.clock.set(new Date(Date.now() + by).toISOString())

async function makeAccount({ secondFactor = false } = {}): Promise<Visitor> {
  const { house } = world
  const person = await makePerson(house, [post(await makeBoard(house), 'administrator')])
  const factor = secondFactor ? { totp_secret: secret, totp_confirmed_at: house.clock.now() } : {}
  await setPassword(house, person, password, factor)
  return person
}

const signIn = ({ email }: Visitor, given = password) =>
  visit(world.house, null, '/sign-in', { form: { email, password: given } })
const isInside = async (session: string | null) => (await findPerson(world.house.app, session ?? ''))?.stage === 'full'

describe('what a provider sends', () => {
  async function makeLinked() {
    const [person, who] = [await makeAccount(), { sub: `clock-${crypto.randomUUID()}` }]
    world.provider.enter(who)
    await goThrough(world.house, person, '/account/providers/vale/link')
    return who
  }

  test.each([
    ['a minute and a half ahead', 90 * second],
    ['a minute and a half behind', -90 * second],
  ])('is taken when Heed’s clock is %s', async (_, by) => {
    const who = await makeLinked()
    setClock(by)
    expect(await isInside((await signInAt(world, who)).session)).toBe(true)
  })

  test.each([
    ['five minutes ahead', 5 * minute],
    ['five minutes behind', -5 * minute],
    ['three hours ahead', 3 * hour],
    ['three hours behind', -3 * hour],
  ])('is refused with a plain page when Heed’s clock is %s, and taken once it is right', async (_, by) => {
    const who = await makeLinked()
    setClock(by)
    const shown = await signInAt(world, who)
    expect([shown.status, shown.session]).toEqual([400, null])
    expect(shown.text).toContain('The clocks of Vale Council and Heed differ')
    setClock(0)
    expect(await isInside((await signInAt(world, who)).session)).toBe(true)
  })

  test('for a sign-in that began while the clock was ahead is not taken later', async () => {
    const who = await makeLinked()
    setClock(5 * hour)
    world.provider.enter(who)
    const back = await passProvider(onwardOf(await visit(world.house, null, '/sign-in/with/vale', { form: {} })) ?? '')
    setClock(0)
    expect(await visit(world.house, null, back)).toMatchObject({ status: 400, session: null })
  })
})

describe('a session', () => {
  test('that seems idle while the clock is ahead is there again when it is right, and ends when it is due', async () => {
    const { session } = await signIn(await makeAccount())
    setClock(5 * hour)
    expect(await isInside(session)).toBe(false)
    setClock(hour)
    expect(await isInside(session)).toBe(true)
    setClock(3 * hour + 2 * minute)
    expect(await isInside(session)).toBe(false)
  })

  test('that was begun while the clock was ahead is over when it is right, and does not come back', async () => {
    const person = await makeAccount()
    setClock(5 * hour)
    const { session } = await signIn(person)
    expect(await isInside(session)).toBe(true)
    setClock(0)
    expect(await isInside(session)).toBe(false)
    expect(await isInside((await signIn(person)).session)).toBe(true)
    setClock(5 * hour + minute)
    expect(await isInside(session)).toBe(false)
  })

  test('that was used while the clock was ahead goes on, and is idle two hours after it was put right', async () => {
    const { session } = await signIn(await makeAccount())
    setClock(hour + 50 * minute)
    expect(await isInside(session)).toBe(true)
    setClock(0)
    expect(await isInside(session)).toBe(true)
    setClock(2 * hour + minute)
    expect(await isInside(session)).toBe(false)
  })

  test('that nobody uses after the clock was put right is idle as well, once anybody has signed in', async () => {
    const { session } = await signIn(await makeAccount())
    setClock(hour + 50 * minute)
    expect(await isInside(session)).toBe(true)
    setClock(0)
    await signIn(await makeAccount())
    setClock(2 * hour + minute)
    expect(await isInside(session)).toBe(false)
  })

  test('in which somebody showed who they are while the clock was ahead asks again', async () => {
    const person = await makeAccount()
    const { session } = await signIn(person)
    const rights = () => visit(world.house, null, '/account/providers', { session: session ?? '' })
    setClock(hour + 50 * minute)
    const proven = { session: session ?? '', form: { present: password } }
    expect((await visit(world.house, null, '/account/proof?to=/account', proven)).location).toBe('/account')
    expect((await rights()).status).toBe(200)
    setClock(0)
    expect(await isInside(session)).toBe(true)
    expect((await rights()).location).toContain('/account/proof')
  })

  test('lasts no longer because the clock went back, than twelve hours by it', async () => {
    const { session } = await signIn(await makeAccount())
    for (let hours = -3; hours < 12; hours++) {
      setClock(hours * hour)
      if (hours >= 0) expect(await isInside(session), `after ${hours} hours`).toBe(true)
    }
    setClock(12 * hour + minute)
    expect(await isInside(session)).toBe(false)
  })
})

describe('limits', () => {
  test('on wrong passwords that were reached while the clock was ahead stop nobody once it is right', async () => {
    const person = await makeAccount()
    setClock(5 * hour)
    for (let tries = 0; tries < 8; tries++) await signIn(person, 'wrong')
    expect((await signIn(person)).text).toContain('Try again in 15 minutes')
    setClock(0)
    expect(await isInside((await signIn(person)).session)).toBe(true)
  })

  test('still count what fails after the clock was put back', async () => {
    const person = await makeAccount()
    setClock(5 * hour)
    await signIn(person, 'wrong')
    setClock(0)
    for (let tries = 0; tries < 8; tries++) await signIn(person, 'wrong')
    expect((await signIn(person)).text).toContain('Try again in 15 minutes')
    setClock(15 * minute + second)
    expect(await isInside((await signIn(person)).session)).toBe(true)
  })
})

describe('a code of the second factor', () => {
  const code = () => codeAt(fromBase32(secret), stepOf(world.house.clock.now()))
  const give = async (person: Visitor, given: string) => {
    const half = (await signIn(person)).session ?? ''
    return visit(world.house, null, '/sign-in/code', { session: half, form: { code: given } })
  }

  test('that was used while both clocks were ahead does not lock the person out until then', async () => {
    const person = await makeAccount({ secondFactor: true })
    setClock(5 * hour)
    expect(await give(person, code())).toMatchObject({ location: '/' })
    setClock(0)
    const present = code()
    expect(await give(person, present)).toMatchObject({ location: '/' })
    expect((await give(person, present)).text).toContain('was used already')
  })

  test('of another time is not taken, whichever way the clock jumps', async () => {
    const person = await makeAccount({ secondFactor: true })
    const old = code()
    setClock(hour)
    expect((await give(person, old)).status).toBe(422)
    setClock(-hour)
    expect((await give(person, old)).status).toBe(422)
    setClock(0)
    expect(await give(person, code())).toMatchObject({ location: '/' })
  })
})

test('a link for a new password that was asked for while the clock was ahead is void, and another can be had', async () => {
  const { house } = world
  const person = await makeAccount()
  const askFor = async (sent: number) => {
    await visit(house, null, '/forgotten-password', { form: { email: person.email } })
    const letters = () =>
      house.sink.mail.sent()?.filter(({ to, text }) => to.includes(person.email) && text.includes('/new-password/')) ??
      []
    const [letter] = await eventually(
      async () => letters(),
      found => found.length === sent,
    )
    return /http:\/\/heed\.test(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
  }
  setClock(5 * hour)
  const early = await askFor(1)
  expect((await visit(house, null, early)).text).toContain('Choose a new password')
  setClock(0)
  expect((await visit(house, null, early)).text).toContain('This link can no longer be used')
  expect((await visit(house, null, await askFor(2))).text).toContain('Choose a new password')
  await signIn(person)
  setClock(5 * hour + 10 * minute)
  expect((await visit(house, null, early)).text, 'it is not good again later').toContain('can no longer be used')
})

test('nothing of a wrong clock is left among the failed attempts', async () => {
  const rows = await world.house.app.db.as(gate, tx => tx.selectFrom('sign_in_failure').select('failed_at').execute())
  expect(rows.filter(({ failed_at }) => failed_at > later(new Date(), hour))).toEqual([])
})
