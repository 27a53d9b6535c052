import { beforeAll, expect, test } from 'vitest'
import { goThrough, type How, type Subject, type TestProvider } from '../../../test/provider.ts'
import { providerWorld } from '../../../test/provider-world.ts'
import {
  type Board,
  eventually,
  type House,
  makeBoard,
  makePerson,
  post,
  type Visitor,
  visit,
} from '../../../test/world.ts'
import { codeAt, fromBase32, stepOf, toBase32 } from '../../access/totp.ts'
import { findPerson } from '../accounts/index.ts'

const secret = toBase32(Buffer.from('12345678901234567890'))
const world = providerWorld()
let [house, provider, board, admin] = [{} as House, {} as TestProvider, {} as Board, {} as Visitor]
beforeAll(async () => {
  ;({ house, provider } = world)
  board = await makeBoard(house)
  admin = await makePerson(house, [post(board, 'administrator')])
})

let count = 0
const subject = (): Subject => ({ sub: `invited-${++count}`, email: 'elsewhere@example.test', email_verified: true })

/** Invites somebody to the board; the path of the letter's link. */
async function invite(email: string, role = 'chair'): Promise<string> {
  await visit(house, admin, `/boards/${board.slug}/people/invitations`, { form: { name: 'Nadia Khan', email, role } })
  const letter = await eventually(
    async () => house.sink.mail.sent()?.find(({ to, subject }) => to.includes(email) && subject.startsWith('Invit')),
    found => found !== undefined,
  )
  return /http:\/\/heed\.test(\S+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

const accept = (path: string, who: Subject) => {
  provider.enter(who)
  return goThrough(house, null, `${path}/acceptance/with/vale`)
}

/** Somebody who came by an invitation and the provider, and has no password. */
async function makeNewcomer(role = 'administrator') {
  const [who, email] = [subject(), `nadia-${++count}@example.test`]
  const accepted = await accept(await invite(email, role), who)
  const session = accepted.session ?? ''
  const person = (await findPerson(house.app, session))?.person
  if (!person) throw new Error('nobody came in')
  return { who, email, session, person }
}

test('an invitation is accepted with the provider: the account has no password, and the role and the name are the invited ones', async () => {
  const { who, email, session, person } = await makeNewcomer('chair')
  expect(person).toMatchObject({ name: 'Nadia Khan', posts: [post(board, 'chair')] })
  const account = await visit(house, null, '/account', { session })
  expect(account.text).toContain(email)
  expect(account.text).toContain('None: you sign in with the account of your organisation')
  provider.enter(who)
  const again = await goThrough(house, null, '/sign-in/with/vale')
  expect((await findPerson(house.app, again.session ?? ''))?.person.id).toBe(person.id)
})

test('an invitation for an e-mail address that has an account is accepted by its owner alone', async () => {
  const known = await makePerson(house, [])
  const path = await invite(known.email)
  expect((await visit(house, null, path)).text).not.toContain('Accept and sign in with')
  const tried = await accept(path, subject())
  expect([tried.status, tried.session, tried.text.includes('Sign in first')]).toEqual([409, null, true])
  const other = await makeNewcomer('reader')
  expect(await accept(path, other.who)).toMatchObject({ status: 409, session: null })
})

test('whoever has no password gets no letter to choose one, and cannot end the only link', async () => {
  const { email, session } = await makeNewcomer()
  const letters = () => house.sink.mail.sent()?.filter(({ to }) => to.includes(email)).length
  const before = letters()
  await visit(house, null, '/forgotten-password', { form: { email } })
  expect(await visit(house, null, '/account/password', { session })).toMatchObject({
    status: 303,
    location: '/account',
  })
  const page = await visit(house, null, '/account/providers', { session })
  const action = /action="(\/account\/providers\/links\/[^"]+)"/.exec(page.html)?.[1] ?? ''
  const tried = await visit(house, null, action, { session, form: {} })
  expect([tried.status, tried.text.includes('the only way in which you can sign in')]).toEqual([422, true])
  const asked = await house.owner.selectFrom('password_recovery').select('person_id').execute()
  expect([asked.every(({ person_id }) => person_id === null), letters()]).toEqual([true, before])
})

test('before an act of weight the provider is shown again who it is, and nobody else’s account will do', async () => {
  const { who, session, person } = await makeNewcomer()
  await house.owner.updateTable('session').set({ proven_at: null }).where('person_id', '=', person.id).execute()
  const settings = `/boards/${board.slug}/settings`
  const asked = await visit(house, null, settings, { session })
  expect(asked.location).toBe(`/account/proof?to=${encodeURIComponent(settings)}`)
  expect((await visit(house, null, asked.location ?? '', { session })).text).toContain('Show it with Vale Council')
  const show = (as: Subject, how: How = {}) => {
    provider.enter(as, how)
    return goThrough(house, null, `/account/proof/with/vale?to=${encodeURIComponent(settings)}`, { session })
  }
  expect(await show(subject())).toMatchObject({ status: 403 })
  expect(await show((await makeNewcomer('reader')).who)).toMatchObject({ status: 403 })
  const before = Math.floor(Date.now() / 1000) - 200
  expect(await show(who, { shownAt: before }), 'what was shown before they were sent there').toMatchObject({
    status: 400,
  })
  expect((await visit(house, null, settings, { session })).status).toBe(303)
  expect(await show(who)).toMatchObject({ status: 303, location: settings })
  expect((await visit(house, null, settings, { session })).status).toBe(200)
})

test('whoever has a second factor of Heed’s gives its code before showing the provider', async () => {
  const { who, session, person } = await makeNewcomer()
  const factor = { totp_secret: secret, totp_confirmed_at: house.clock.now() }
  await house.owner.updateTable('person').set(factor).where('id', '=', person.id).execute()
  provider.enter(who)
  const path = '/account/proof/with/vale?to=/account'
  const tried = await goThrough(house, null, path, { session, form: { code: '000000' } })
  expect([tried.status, tried.text.includes('The code is not right')]).toEqual([422, true])
  const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
  expect(await goThrough(house, null, path, { session, form: { code } })).toMatchObject({ location: '/account' })
  await house.owner.updateTable('session').set({ proven_at: null }).where('person_id', '=', person.id).execute()
  const again = await visit(house, null, '/account/second-factor', { session, form: {} })
  expect([again.status, again.text.includes('Show first that it is you')]).toEqual([422, true])
})

test('a way on that leads to another site is not taken', async () => {
  const { who, session } = await makeNewcomer()
  provider.enter(who)
  const to = encodeURIComponent('//evil.example/')
  expect(await goThrough(house, null, `/account/proof/with/vale?to=${to}`, { session })).toMatchObject({
    location: '/',
  })
})
