import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeAuthenticator } from '../../../test/authenticator.ts'
import { goThrough, onwardOf, passProvider, type Subject, type TestProvider } from '../../../test/provider.ts'
import { providerWorld, signInAt } from '../../../test/provider-world.ts'
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
import { urls } from '../../urls.ts'
import { findPerson } from '../accounts/index.ts'
import { begunOfOrigin } from './begin-commands.ts'

const secret = toBase32(Buffer.from('12345678901234567890'))
const world = providerWorld({ secondFactor: { amr: ['mfa'], acr: [] } })
let [house, provider, board] = [{} as House, {} as TestProvider, {} as Board]
beforeAll(async () => {
  ;({ house, provider } = world)
  board = await makeBoard(house)
})

let count = 0
const subject = (more: Partial<Subject> = {}): Subject => ({ sub: `subject-${++count}`, name: 'Nadia Khan', ...more })

/** Somebody with an account, who has linked it to what they have at the provider. */
async function makeLinked({ secondFactor = false, on = board } = {}): Promise<{ person: Visitor; who: Subject }> {
  const [person, who] = [await makePerson(house, [post(on, 'support officer')]), subject()]
  provider.enter(who)
  const linked = await goThrough(house, person, '/account/providers/vale/link')
  expect(linked).toMatchObject({ status: 303, location: '/account/providers?said=linked' })
  if (secondFactor) {
    const factor = { totp_secret: secret, totp_confirmed_at: house.clock.now() }
    await house.owner.updateTable('person').set(factor).where('id', '=', person.id).execute()
  }
  return { person, who }
}

const signIn = (who: Subject | null, how: { amr?: string[] } = {}) => signInAt(world, who, how)

describe('the sign-in page', () => {
  test('offers the provider by its name, and the browser is sent there by the page and by no form', async () => {
    expect((await visit(house, null, '/sign-in')).text).toContain('Sign in with Vale Council')
    const begun = await visit(house, null, '/sign-in/with/vale', { form: {} })
    expect(begun.status).toBe(200)
    expect(String(begun.headers['content-security-policy'])).toContain("form-action 'self'")
    const to = new URL(onwardOf(begun) ?? '')
    expect(to.origin).toBe(provider.settings.issuer)
    expect(begun.html).toContain(`href="${to.href.replaceAll('&', '&amp;')}"`)
    expect(Object.fromEntries(to.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: 'http://heed.test/sign-in/with/vale/return',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
  })

  test('knows no other provider', async () => {
    expect((await visit(house, null, '/sign-in/with/other', { form: {} })).status).toBe(404)
    expect((await visit(house, null, '/sign-in/with/other/return?state=x&code=y')).status).toBe(404)
  })
})

describe('an account that its owner has linked', () => {
  test('is opened by signing in with the provider, and the History of the account says both', async () => {
    const { person, who } = await makeLinked()
    const signed = await signIn(who)
    expect(signed).toMatchObject({ status: 303, location: '/', knownDevice: expect.any(String) })
    expect((await findPerson(house.app, signed.session ?? ''))?.person).toMatchObject({
      id: person.id,
      posts: person.posts,
    })
    const account = await visit(house, null, '/account', { session: signed.session ?? '' })
    expect(account.text).toContain('You linked an account of an organisation')
    expect(account.text).toContain('You signed in')
    const letter = await eventually(
      async () => house.sink.mail.sent()?.find(({ to }) => to.includes(person.email)),
      found => found !== undefined,
    )
    expect(letter?.subject).toBe('An account was linked to yours in Heed')
  })

  test('leads back to the page that was asked for, and to no other site', async () => {
    const { who } = await makeLinked()
    const signed = await signIn(who)
    expect(signed.location).toBe('/')
    const invited = await visit(house, null, '/sign-in/with/vale?invitation=//evil.example', { form: {} })
    provider.enter(who)
    expect((await visit(house, null, await passProvider(onwardOf(invited) ?? ''))).location).toBe('/')
  })

  test('asks for Heed’s own second factor as any other sign-in does', async () => {
    const { who } = await makeLinked({ secondFactor: true })
    const half = await signIn(who)
    expect(half).toMatchObject({ status: 303, location: '/sign-in/code', knownDevice: null })
    expect((await findPerson(house.app, half.session ?? ''))?.person.posts).toEqual([])
    const code = codeAt(fromBase32(secret), stepOf(house.clock.now()))
    const full = await visit(house, null, '/sign-in/code', { session: half.session ?? '', form: { code } })
    expect(full).toMatchObject({ status: 303, location: '/' })
  })

  test('asks for the passkey of whoever has one, and the History says what was shown', async () => {
    const { person, who } = await makeLinked()
    const key = makeAuthenticator()
    const asked = await visit(house, person, urls.newPasskeyChallenge(), { form: {} })
    const answer = key.make(JSON.parse(asked.html))
    await visit(house, person, urls.newPasskey(), { form: { name: 'My laptop', answer } })
    const half = await signIn(who)
    expect(half).toMatchObject({ status: 303, location: urls.signInCode(), knownDevice: null })
    const session = half.session ?? ''
    const again = await visit(house, null, urls.signInCodePasskeyChallenge(), { session, form: {} })
    const full = await visit(house, null, urls.signInCodePasskey(), {
      session,
      form: { answer: key.use(JSON.parse(again.html)) },
    })
    expect(full).toMatchObject({ status: 303, location: '/' })
    const account = await visit(house, null, '/account', { session: full.session ?? '' })
    expect(account.text).toContain('You signed in with an organisation’s account and a passkey')
  })

  test('asks for none where the provider took one that the operator lets count', async () => {
    const { who } = await makeLinked({ secondFactor: true })
    expect(await signIn(who, { amr: ['pwd', 'otp'] })).toMatchObject({ location: '/sign-in/code' })
    expect(await signIn(who, { amr: ['pwd', 'mfa'] })).toMatchObject({ location: '/' })
  })

  test('a board that requires a second factor is content with the provider’s, and with no less', async () => {
    const strict = await makeBoard(house, { secondFactor: true })
    const person = await makePerson(house, [post(strict, 'reader')])
    await house.owner
      .updateTable('person')
      .set({ totp_secret: secret, totp_confirmed_at: house.clock.now() })
      .where('id', '=', person.id)
      .execute()
    const who = subject()
    provider.enter(who)
    await goThrough(house, person, '/account/providers/vale/link')
    await house.owner
      .updateTable('person')
      .set({ totp_secret: null, totp_confirmed_at: null })
      .where('id', '=', person.id)
      .execute()
    const [weak, strong] = [await signIn(who), await signIn(who, { amr: ['mfa'] })]
    expect(await findPerson(house.app, weak.session ?? '')).toMatchObject({ mustEnrol: true, person: { posts: [] } })
    expect(await findPerson(house.app, strong.session ?? '')).toMatchObject({
      mustEnrol: false,
      person: { posts: person.posts },
    })
  })

  test('is opened by nothing of the kind once the link has ended, and its other sessions end', async () => {
    const { person, who } = await makeLinked()
    const signed = await signIn(who)
    const page = await visit(house, person, '/account/providers')
    expect(page.text).toContain('Vale Council')
    const action = /action="(\/account\/providers\/links\/[^"]+)"/.exec(page.html)?.[1] ?? ''
    expect(await visit(house, person, action, { form: {} })).toMatchObject({
      location: '/account/providers?said=ended',
    })
    expect(await findPerson(house.app, signed.session ?? '')).toBeNull()
    expect((await signIn(who)).session).toBeNull()
    const other = await makePerson(house, [])
    expect((await visit(house, other, action, { form: {} })).status).toBe(404)
  })

  test('cannot be linked to a second person, and a person has one account of a provider', async () => {
    const { person, who } = await makeLinked()
    const other = await makePerson(house, [])
    provider.enter(who)
    expect(await goThrough(house, other, '/account/providers/vale/link')).toMatchObject({ status: 409 })
    provider.enter(subject())
    const second = await goThrough(house, person, '/account/providers/vale/link')
    expect([second.status, second.text.includes('End that link first')]).toEqual([409, true])
  })
})

describe('an e-mail address', () => {
  test('links nothing by itself, however sure the provider is of it', async () => {
    const person = await makePerson(house, [post(board, 'chair')])
    const came = await signIn(subject({ email: person.email, email_verified: true }))
    expect(came.session).toBeNull()
    expect(
      await house.owner.selectFrom('provider_link').select('id').where('person_id', '=', person.id).execute(),
    ).toEqual([])
  })
})

describe('an answer of the provider', () => {
  const begin = async () => passProvider(onwardOf(await visit(house, null, '/sign-in/with/vale', { form: {} })) ?? '')

  test('counts once: sent again it opens nothing', async () => {
    const { who } = await makeLinked()
    provider.enter(who)
    const back = await begin()
    expect((await visit(house, null, back)).session).not.toBeNull()
    const again = await visit(house, null, back)
    expect([again.status, again.session, again.text.includes('This sign-in can no longer be used')]).toEqual([
      400,
      null,
      true,
    ])
  })

  test('with a state that Heed never gave opens nothing', async () => {
    const { who } = await makeLinked()
    provider.enter(who)
    const back = new URL(await begin(), 'http://heed.test')
    back.searchParams.set('state', house.app.chance.token())
    expect(await visit(house, null, back.pathname + back.search)).toMatchObject({ status: 400, session: null })
  })

  test('opens nothing in another browser than the one that was sent out', async () => {
    const { who, person } = await makeLinked()
    provider.enter(who)
    const back = await begin()
    expect(await visit(house, person, back)).toMatchObject({ status: 400, session: null })
    expect((await visit(house, null, back)).session).not.toBeNull()
  })

  test('made for another sign-in is refused', async () => {
    const { who } = await makeLinked()
    provider.enter(who)
    const [first, second] = [new URL(await begin(), 'http://heed.test'), new URL(await begin(), 'http://heed.test')]
    const crossed = `${first.pathname}?${new URLSearchParams({ ...Object.fromEntries(second.searchParams), state: first.searchParams.get('state') ?? '' })}`
    const shown = await visit(house, null, crossed)
    expect([shown.status, shown.session]).toEqual([400, null])
  })

  test('that the person went back is said plainly', async () => {
    const shown = await signIn(null)
    expect([shown.status, shown.text.includes('You are not signed in')]).toEqual([200, true])
  })

  test('is waited for ten minutes', async () => {
    const { who } = await makeLinked()
    provider.enter(who)
    const back = await begin()
    house.clock.set(new Date(Date.now() + 10 * 60_000 + 1000).toISOString())
    expect(await visit(house, null, back)).toMatchObject({ status: 400, session: null })
  })
})

test('so many sign-ins may be begun in vain from one address, and then none for a while', async () => {
  const begin = () => visit(house, null, '/sign-in/with/vale', { form: {} })
  await begin()
  const counted = house.owner.selectFrom('sign_in_failure').select('key')
  const [last] = await counted.orderBy('failed_at', 'desc').orderBy('id', 'desc').limit(1).execute()
  const row = () => ({ id: randomUUID(), key: last?.key ?? '', failed_at: house.clock.now() })
  await house.owner
    .insertInto('sign_in_failure')
    .values(Array.from({ length: begunOfOrigin }, row))
    .execute()
  const stopped = await begin()
  expect([stopped.status, onwardOf(stopped)]).toEqual([429, null])
  expect(stopped.text).toContain('Try again in 15 minutes')
  const wrong = await visit(house, null, '/sign-in', { form: { email: 'nobody@example.test', password: 'x' } })
  expect(wrong.text).toContain('is not right')
  house.clock.set(new Date(Date.now() + 15 * 60_000 + 1000).toISOString())
  expect((await begin()).status).toBe(200)
})
