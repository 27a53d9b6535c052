import { afterEach, beforeAll, expect, test } from 'vitest'
import {
  type Board,
  eventually,
  type House,
  makeBoard,
  makePerson,
  post,
  setPassword,
  house as sharedHouse,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { urls } from '../../urls.ts'
import { sendRecovery } from './jobs.ts'

let house: House
let board: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house, { name: 'Vale Safeguarding Adults Board' })
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

const [old, fresh] = ['copper-kettle-river', 'plaster-orbit-lantern']

async function person(name = 'Nadia Khan'): Promise<Visitor> {
  const made = await makePerson(house, [post(board, 'chair')], name)
  await setPassword(house, made, old)
  return made
}

const ask = (email: string) => visit(house, null, urls.forgottenPassword(), { form: { email } })
const lettersTo = (email: string) => (house.sink.mail.sent() ?? []).filter(({ to }) => to.includes(email))
const choose = (path: string, password = fresh) => visit(house, null, path, { form: { password } })
const signIn = (email: string, password: string) => visit(house, null, urls.signIn(), { form: { email, password } })

async function linkTo({ email }: Visitor): Promise<string> {
  const before = lettersTo(email).length
  await ask(email)
  const letters = await eventually(
    async () => lettersTo(email),
    sent => sent.length > before,
  )
  return /http:\/\/heed\.test(\S+)/.exec(letters[0]?.text ?? '')?.[1] ?? ''
}

test('a link in an e-mail opens the choice of a new password, once; every session ends, and the old password with it', async () => {
  const nadia = await person()
  const link = await linkTo(nadia)
  expect((await visit(house, null, link)).text).toContain('Choose a new password')
  const chosen = await choose(link)
  expect(chosen.location).toBe(`${urls.signIn()}?said=password-chosen`)
  expect((await visit(house, null, chosen.location ?? '')).text).toContain('Your new password is saved')
  expect((await visit(house, nadia, urls.account())).location).toContain(urls.signIn())
  expect((await signIn(nadia.email, old)).status).toBe(422)
  const inside = await signIn(nadia.email, fresh)
  expect([inside.status, inside.session !== null]).toEqual([303, true])

  expect((await choose(link, 'another-orbit-lantern')).text).toContain('This link can no longer be used')
  expect((await visit(house, null, link)).text).toContain('This link can no longer be used')
  const told = await eventually(
    async () => lettersTo(nadia.email),
    sent => sent.some(({ subject }) => subject === 'Your password for Heed was changed'),
  )
  for (const { text } of told) expect(text).not.toContain(fresh)
  const entries = house.owner.selectFrom('ledger_entry').select(['kind', 'person_id']).where('thing_id', '=', nadia.id)
  expect(await entries.execute()).toContainEqual({ kind: 'account.password-recovered', person_id: null })
})

test('whether there is an account cannot be told: the answer is the same, and no letter goes to nobody', async () => {
  const nadia = await person()
  const [known, unknown] = [await ask(nadia.email), await ask('nobody-at-all@example.test')]
  expect([known.status, known.location]).toEqual([unknown.status, unknown.location])
  expect((await visit(house, null, known.location ?? '')).text).toContain('If there is an account with the address')
  await linkTo(nadia)
  expect(lettersTo('nobody-at-all@example.test')).toEqual([])
})

test('the second factor stays, and its code is asked for with the new password', async () => {
  const nadia = await person()
  const factor = { totp_secret: 'sealed', totp_last_step: 1, totp_confirmed_at: house.clock.now() }
  await house.owner.updateTable('person').set(factor).where('id', '=', nadia.id).execute()
  await choose(await linkTo(nadia))
  expect((await signIn(nadia.email, fresh)).location).toBe(urls.signInCode())
  const row = house.owner.selectFrom('person').select('totp_secret').where('id', '=', nadia.id)
  expect(await row.executeTakeFirstOrThrow()).toEqual({ totp_secret: 'sealed' })
})

test('a link ends after an hour, and with the next letter', async () => {
  const nadia = await person()
  const first = await linkTo(nadia)
  house.clock.set('2026-11-22T13:00:01Z')
  expect((await visit(house, null, first)).text).toContain('This link can no longer be used')
  const second = await linkTo(nadia)
  const { id } = await house.owner
    .selectFrom('password_recovery')
    .select('id')
    .where('person_id', '=', nadia.id)
    .executeTakeFirstOrThrow()
  await sendRecovery.work(house.app, { recovery: id })
  expect((await visit(house, null, second)).text).toContain('This link can no longer be used')
})

test('a link that was made up, or cut short, opens nothing', async () => {
  const link = await linkTo(await person())
  for (const wrong of [urls.newPassword('made-up'), link.slice(0, -1), `${link}x`]) {
    expect((await visit(house, null, wrong)).text).toContain('This link can no longer be used')
    expect((await choose(wrong)).text).toContain('This link can no longer be used')
  }
})

test('a password that anybody would try is refused, and the link is not used up by it', async () => {
  const nadia = await person()
  const link = await linkTo(nadia)
  for (const weak of ['short', 'vale safeguarding adults board', 'nadia khan nadia khan'])
    expect((await choose(link, weak)).status).toBe(422)
  expect((await choose(link)).status).toBe(303)
})

test('who asks without end is stopped, for an account and for none alike, and signing in goes on', async () => {
  const nadia = await person()
  for (const email of [nadia.email, 'no-such-person@example.test']) {
    for (let count = 0; count < 3; count++) expect((await ask(email)).status).toBe(303)
    const stopped = await ask(email)
    expect([stopped.status, stopped.text.includes('There were too many attempts. Try again in 15 minutes')]).toEqual([
      422,
      true,
    ])
  }
  expect((await signIn(nadia.email, old)).status).toBe(303)
})

test('too many wrong passwords are forgiven by a new one, and the device that chose it stays known', async () => {
  const nadia = await person()
  const attack = async () => {
    for (let count = 0; count < 8; count++) await signIn(nadia.email, 'wrong')
    expect((await signIn(nadia.email, old)).text).toContain('too many attempts')
  }
  await attack()
  const { knownDevice } = await choose(await linkTo(nadia))
  expect((await signIn(nadia.email, fresh)).status).toBe(303)
  await attack()
  const form = { email: nadia.email, password: fresh }
  expect((await visit(house, null, urls.signIn(), { form, knownDevice: knownDevice ?? '' })).status).toBe(303)
})

test('who changes the password on the account’s page is told of it by e-mail', async () => {
  const nadia = await person()
  const form = { present: old, password: fresh }
  expect((await visit(house, nadia, urls.accountPassword(), { form })).status).toBe(303)
  await eventually(
    async () => lettersTo(nadia.email),
    sent => sent.some(({ subject }) => subject === 'Your password for Heed was changed'),
  )
})

test('an e-mail address that is none is said, and the form keeps it', async () => {
  const wrong = await ask('nadia')
  expect([wrong.status, wrong.html.includes('value="nadia"')]).toEqual([422, true])
})
