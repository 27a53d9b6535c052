import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  type Board,
  type House,
  makeBoard,
  makePerson,
  post,
  setPassword,
  house as sharedHouse,
  visit,
} from '../../../test/world.ts'
import type { PersonId } from '../../access/actor.ts'
import { codeAt, fromBase32, stepOf, toBase32 } from '../../access/totp.ts'
import { urls } from '../../urls.ts'
import { deviceOf, sealDevice } from './known-device.ts'
import { failuresOfAccount } from './sign-in-limits.ts'

const password = 'kettle-orbit-plaster'
let house: House
let board: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

async function makeAccount(more: Readonly<Record<string, unknown>> = {}) {
  const person = await makePerson(house, [post(board, 'chair')])
  await setPassword(house, person, password, more)
  return person
}

const signIn = (email: string, given: string, knownDevice?: string) =>
  visit(house, null, urls.signIn(), { form: { email, password: given }, ...(knownDevice ? { knownDevice } : {}) })

/** Somebody elsewhere tries so many wrong passwords that no more are heard. */
async function attack(email: string, knownDevice?: string) {
  for (let count = 0; count < failuresOfAccount; count++) await signIn(email, `wrong ${count}`, knownDevice)
  expect((await signIn(email, password, knownDevice)).text).toContain('There were too many attempts')
}

test('whoever tries passwords elsewhere does not lock out the person on a device that signed in before', async () => {
  const nadia = await makeAccount()
  const { knownDevice } = await signIn(nadia.email, password)
  await attack(nadia.email)
  expect((await signIn(nadia.email, password, knownDevice ?? '')).status).toBe(303)
  // Signing in there does not give whoever tries elsewhere new tries.
  expect((await signIn(nadia.email, password)).status).toBe(422)
})

test('a known device has as many tries as any, and no more', async () => {
  const nadia = await makeAccount()
  const { knownDevice } = await signIn(nadia.email, password)
  await attack(nadia.email, knownDevice ?? '')
  expect((await signIn(nadia.email, password)).status, 'on another device').toBe(303)
})

test('what another person’s device keeps, or what was made up, helps nobody', async () => {
  const [nadia, omar] = [await makeAccount(), await makeAccount()]
  const { knownDevice } = await signIn(omar.email, password)
  await attack(nadia.email)
  for (const wrong of [knownDevice ?? '', `${nadia.id} made-up`, 'sealed1:x:y'])
    expect((await signIn(nadia.email, password, wrong)).status).toBe(422)
})

test('a device is known only when the code was given too', async () => {
  const secret = toBase32(Buffer.from('12345678901234567890'))
  const nadia = await makeAccount({ totp_secret: secret, totp_confirmed_at: house.clock.now() })
  const half = await signIn(nadia.email, password)
  expect([half.location, half.knownDevice]).toEqual([urls.signInCode(), null])
  const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
  const whole = await visit(house, null, urls.signInCode(), { form: { code }, session: half.session ?? '' })
  expect(deviceOf(house.app, whole.knownDevice, nadia.id)).toMatch(/^[\w-]{20,}$/)
})

test('what a device keeps names nobody, and no two are the same', () => {
  const id = 'f2d7a8c0-0000-4000-8000-000000000001' as PersonId
  const [one, two] = [sealDevice(house.app, id), sealDevice(house.app, id)]
  expect(one).not.toBe(two)
  expect(one).not.toContain(id)
  expect(deviceOf(house.app, one, id)).not.toBe(deviceOf(house.app, two, id))
  expect(deviceOf(house.app, null, id)).toBeNull()
  expect(deviceOf(house.app, one, null)).toBeNull()
})
