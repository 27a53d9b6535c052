import { generateKeyPairSync } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Authenticator, makeAuthenticator, type Wrongly } from '../../../test/authenticator.ts'
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
import { toBase32 } from '../../access/totp.ts'
import { urls } from '../../urls.ts'
import { recoverAccount } from './account-commands.ts'
import { findPerson } from './session-commands.ts'
import { mostPasskeys } from './sign-in-limits.ts'

const password = 'kettle-orbit-plaster'
let house: House
let board: Board
let strict: Board
beforeAll(async () => {
  house = await sharedHouse()
  board = await makeBoard(house)
  strict = await makeBoard(house, { secondFactor: true })
})
afterEach(() => house.clock.set('2026-11-22T12:00:00Z'))

async function account(on = board, more: Readonly<Record<string, unknown>> = {}): Promise<Visitor> {
  const person = await makePerson(house, [post(on, 'administrator')])
  await setPassword(house, person, password, more)
  return person
}

interface Who {
  readonly visitor?: Visitor | null
  readonly session?: string
}

const send = ({ visitor = null, session }: Who, path: string, form: Record<string, string> = {}) =>
  visit(house, visitor, path, { form, ...(session ? { session } : {}) })
async function ask(who: Who, path: string) {
  const reply = await send(who, path)
  expect(reply.status).toBe(200)
  return JSON.parse(reply.html)
}

async function add(visitor: Visitor, wrongly: Wrongly = {}, key = makeAuthenticator()) {
  const asked = await ask({ visitor }, urls.newPasskeyChallenge())
  const reply = await send({ visitor }, urls.newPasskey(), { name: 'My phone', answer: key.make(asked, wrongly) })
  return { key, asked, reply }
}
const enter = async (key: Authenticator, wrongly: Wrongly = {}) =>
  send({}, urls.signInPasskey(), { answer: key.use(await ask({}, urls.signInPasskeyChallenge()), wrongly) })
const givePassword = async ({ email }: Visitor) => {
  const reply = await send({}, urls.signIn(), { email, password })
  return { location: reply.location, session: reply.session ?? '' }
}
const stageOf = async (session: string | null) => (await findPerson(house.app, session ?? ''))?.stage ?? null
const stored = ({ id }: Visitor) =>
  house.owner.selectFrom('passkey').selectAll().where('person_id', '=', id).orderBy('added_at').execute()
const history = async (visitor: Visitor) => (await visit(house, visitor, urls.account())).text
const notChecked = 'The passkey could not be checked'

// First, so that its letter waits behind no others.
describe('a passkey that may have been copied', () => {
  test('is refused when the counter goes back, which is recorded and told by e-mail', async () => {
    const ada = await account()
    const { key } = await add(ada, { counter: 5 })
    expect((await enter(key, { counter: 6 })).status).toBe(303)
    for (const counter of [6, 3, 0]) {
      const refused = await enter(key, { counter })
      expect([refused.session, refused.text.includes('may have been copied')]).toEqual([null, true])
    }
    expect(Number((await stored(ada))[0]?.counter)).toBe(6)
    expect(await history(ada)).toContain('You had a passkey refused whose counter went back')
    await eventually(
      async () => (house.sink.mail.sent() ?? []).filter(({ to }) => to === ada.email),
      letters => letters.some(({ subject }) => subject === 'A passkey of your account in Heed was refused'),
    )
    expect((await enter(key, { counter: 7 })).status).toBe(303)
  })
})

describe('a person’s own passkeys', () => {
  test('are added with a name, listed, renamed and removed, each told in the history and by e-mail', async () => {
    const ada = await account()
    const elsewhere = (await givePassword(ada)).session
    expect((await add(ada)).reply.location).toBe(`${urls.passkeys()}?said=passkey-added`)
    expect(await stageOf(elsewhere)).toBe(null)
    expect((await visit(house, ada, urls.passkeys())).text).toContain('My phone 22 November 2026, 12:00 Not yet')
    const [passkey] = await stored(ada)
    const id = passkey?.id ?? ''
    await send({ visitor: ada }, urls.passkey(id), { name: '  The   blue phone ' })
    expect((await visit(house, ada, urls.passkeys())).text).toContain('The blue phone')
    expect((await visit(house, ada, urls.passkeyRemoval(id))).text).toContain('“The blue phone” will no longer')
    expect((await send({ visitor: ada }, urls.passkeyRemoval(id))).location).toContain('said=passkey-removed')
    expect(await stored(ada)).toEqual([])
    const told = await history(ada)
    for (const words of ['added a passkey', 'changed the name of a passkey', 'removed a passkey'])
      expect(told).toContain(`You ${words}`)
    const letters = await eventually(
      async () => (house.sink.mail.sent() ?? []).filter(({ to }) => to === ada.email),
      ({ length }) => length === 2,
    )
    expect(letters.map(({ subject }) => subject).toSorted()).toEqual([
      'A passkey was added to your account in Heed',
      'A passkey was removed from your account in Heed',
    ])
  })

  test('ask for a name and for JavaScript, and say so', async () => {
    const ada = await account()
    const asked = await ask({ visitor: ada }, urls.newPasskeyChallenge())
    const answer = makeAuthenticator().make(asked)
    const nameless = await send({ visitor: ada }, urls.newPasskey(), { name: '', answer })
    expect([nameless.status, nameless.text.includes('Enter a name, such as the device')]).toEqual([422, true])
    const long = await send({ visitor: ada }, urls.newPasskey(), { name: 'x'.repeat(61), answer })
    expect(long.text).toContain('The name must be 60 characters or fewer')
    const without = await send({ visitor: ada }, urls.newPasskey(), { name: 'A phone' })
    expect(without.text).toContain('A passkey needs JavaScript, which did not run')
    expect((await visit(house, null, urls.signIn())).text).toContain(
      'A passkey needs JavaScript, which is switched off',
    )
  })

  test('are asked for after a recent proof', async () => {
    const ada = await account()
    await add(ada)
    const [passkey] = await stored(ada)
    await house.owner.updateTable('session').set({ proven_at: null }).where('id', '=', ada.sessionId).execute()
    expect((await visit(house, ada, urls.newPasskey())).location).toBe(urls.proof(urls.newPasskey()))
    const forms = [urls.newPasskey(), urls.newPasskeyChallenge(), urls.passkeyRemoval(passkey?.id ?? '')]
    for (const path of forms) expect([path, (await send({ visitor: ada }, path)).status]).toEqual([path, 403])
    expect(await stored(ada)).toHaveLength(1)
  })

  test('of somebody else are not there', async () => {
    const [ada, ben] = [await account(), await account()]
    await add(ada)
    const id = (await stored(ada))[0]?.id ?? ''
    expect((await visit(house, ben, urls.passkeys())).text).toContain('You have no passkey yet')
    const tried = [
      await visit(house, ben, urls.passkey(id)),
      await send({ visitor: ben }, urls.passkey(id), { name: 'Mine' }),
      await send({ visitor: ben }, urls.passkeyRemoval(id)),
    ]
    expect(tried.map(({ status }) => status)).toEqual([404, 404, 404])
    expect((await stored(ada)).map(({ name }) => name)).toEqual(['My phone'])
  })

  test('are added once, whoever has them, and not without end', async () => {
    const [ada, ben] = [await account(), await account()]
    const { key } = await add(ada)
    expect((await add(ben, {}, key)).reply.text).toContain('The passkey could not be added')
    expect(await stored(ben)).toEqual([])
    for (let count = 1; count < mostPasskeys; count++) await add(ada)
    expect((await add(ada)).reply.text).toContain(`You can have ${mostPasskeys} passkeys at the most`)
  })

  test.each<[string, Wrongly]>([
    ['another site', { origin: 'https://heed.example' }],
    ['the same host by another port', { origin: 'http://heed.test:8080' }],
    ['another host name', { rpId: 'heed.example' }],
    ['a device that did not make sure who holds it', { isVerified: false }],
    ['a challenge that nobody made', { challenge: 'a'.repeat(43) }],
  ])('are not taken from %s', async (_, wrongly) => {
    const ada = await account()
    const { reply } = await add(ada, wrongly)
    expect([reply.status, reply.text.includes('The passkey could not be added')]).toEqual([422, true])
    expect(await stored(ada)).toEqual([])
  })

  test('answer their challenge once, in time, for their person and in their session', async () => {
    const [ada, ben] = [await account(), await account()]
    const { asked } = await add(ada)
    const keep = async (visitor: Visitor, challenge: typeof asked) =>
      (await send({ visitor }, urls.newPasskey(), { name: 'Again', answer: makeAuthenticator().make(challenge) }))
        .status
    expect(await keep(ada, asked), 'used').toBe(422)
    expect(await keep(ada, await ask({ visitor: ben }, urls.newPasskeyChallenge())), 'of another person').toBe(422)
    expect(await keep(ada, await ask({}, urls.signInPasskeyChallenge())), 'for another purpose').toBe(422)
    const { session } = await enter((await add(ada)).key)
    const there = await ask({ session: session ?? '' }, urls.newPasskeyChallenge())
    expect(await keep(ada, there), 'of another session').toBe(422)
    const late = await ask({ visitor: ada }, urls.newPasskeyChallenge())
    house.clock.set('2026-11-22T12:05:00Z')
    expect(await keep(ada, late), 'late').toBe(422)
    expect(await stored(ada)).toHaveLength(2)
  })

  test('stand in the database without a challenge that could be answered', async () => {
    const { challenge } = await ask({}, urls.signInPasskeyChallenge())
    const rows = await house.owner.selectFrom('passkey_challenge').selectAll().execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(challenge)
  })
})

describe('signing in with a passkey alone', () => {
  test('opens a full session, on a board that asks for a second factor too, and says so in the history', async () => {
    const ada = await account(strict)
    const { key } = await add(ada)
    const entered = await enter(key, { counter: 1 })
    expect([entered.location, await stageOf(entered.session)]).toEqual(['/', 'full'])
    expect(entered.knownDevice).not.toBe(null)
    expect((await visit(house, null, urls.board(strict.slug), { session: entered.session ?? '' })).status).toBe(200)
    const seen = await visit(house, null, urls.account(), { session: entered.session ?? '' })
    expect(seen.text).toContain('You signed in with a passkey')
    expect((await stored(ada))[0]).toMatchObject({ counter: 1, used_at: house.clock.now() })
  })

  test('names no account to whoever only asks', async () => {
    const asked = await ask({}, urls.signInPasskeyChallenge())
    expect(asked).toMatchObject({ rpId: 'heed.test', userVerification: 'required' })
    expect(asked.allowCredentials ?? []).toEqual([])
  })

  const stranger = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
  test.each<[string, () => Wrongly]>([
    ['for another site', () => ({ origin: 'https://heed.example' })],
    ['for another host name', () => ({ rpId: 'heed.example' })],
    ['without making sure who holds the device', () => ({ isVerified: false })],
    ['to a challenge that nobody made', () => ({ challenge: 'b'.repeat(43) })],
    ['with another key', () => ({ key: stranger() })],
    ['in the name of nobody', () => ({ userHandle: null })],
    ['in the name of another person', () => ({ userHandle: Buffer.from(house.app.chance.id()).toString('base64url') })],
  ])('is refused when the device signs %s, in the words for a passkey that is not known', async (_, wrongly) => {
    const { key } = await add(await account())
    const [refused, unknown] = [await enter(key, wrongly()), await enter(makeAuthenticator())]
    expect([refused.status, refused.session, refused.text.includes(notChecked)]).toEqual([422, null, true])
    const words = ({ text }: { text: string }) => text.slice(text.indexOf('There is a problem'))
    expect([unknown.status, words(unknown)]).toEqual([422, words(refused)])
  })

  test('is refused the second time with the same answer, and when it comes late', async () => {
    const { key } = await add(await account())
    const answer = key.use(await ask({}, urls.signInPasskeyChallenge()))
    expect((await send({}, urls.signInPasskey(), { answer })).status).toBe(303)
    expect((await send({}, urls.signInPasskey(), { answer })).text).toContain(notChecked)
    const late = key.use(await ask({}, urls.signInPasskeyChallenge()))
    house.clock.set('2026-11-22T12:05:00Z')
    expect((await send({}, urls.signInPasskey(), { answer: late })).text).toContain(notChecked)
  })

  test('is refused once a wrong answer has used the challenge up', async () => {
    const { key } = await add(await account())
    const asked = await ask({}, urls.signInPasskeyChallenge())
    await send({}, urls.signInPasskey(), { answer: key.use(asked, { key: stranger() }) })
    expect((await send({}, urls.signInPasskey(), { answer: key.use(asked) })).status).toBe(422)
  })

  test('takes no challenge that was made for another purpose', async () => {
    const ada = await account()
    const { key } = await add(ada)
    const answer = key.use(await ask({ visitor: ada }, urls.proofPasskeyChallenge()))
    expect((await send({}, urls.signInPasskey(), { answer })).text).toContain(notChecked)
  })

  test('takes nothing that is no answer of a browser', async () => {
    for (const answer of ['{}', 'null', 'x', '{"id":1}', '['.repeat(5000), 'x'.repeat(100_000)])
      expect((await send({}, urls.signInPasskey(), { answer })).text).toContain(notChecked)
  })

  test('fails as often as with a password, and then waits', async () => {
    const { key } = await add(await account())
    for (let count = 0; count < 8; count++)
      expect((await enter(key, { origin: 'https://heed.example' })).text).toContain(notChecked)
    expect((await enter(key)).text).toContain('There were too many attempts. Try again in 15 minutes')
    house.clock.set('2026-11-22T12:15:00Z')
    expect((await enter(key)).status).toBe(303)
  })

  test('ends with the passkey', async () => {
    const ada = await account()
    const { key } = await add(ada)
    await send({ visitor: ada }, urls.passkeyRemoval((await stored(ada))[0]?.id ?? ''))
    expect((await enter(key)).text).toContain(notChecked)
  })
})

describe('a passkey as the second factor', () => {
  const own = (session: string, path: string) => ask({ session }, path)

  test('is asked for after the password, which alone opens nothing any more', async () => {
    const ada = await account()
    const { key } = await add(ada)
    const { location, session } = await givePassword(ada)
    expect([location, await stageOf(session)]).toEqual([urls.signInCode(), 'password'])
    const shown = await visit(house, null, urls.signInCode(), { session })
    expect([shown.text.includes('Use your passkey'), shown.html.includes('name="code"')]).toEqual([true, false])
    expect((await visit(house, null, urls.newPasskey(), { session })).location).toBe(urls.signInCode())
    expect((await visit(house, null, urls.proof(), { session })).location).toBe(urls.signInCode())
    const asked = await own(session, urls.signInCodePasskeyChallenge())
    expect(asked.allowCredentials).toMatchObject([{ id: key.id, transports: ['internal'] }])
    const given = await send({ session }, urls.signInCodePasskey(), { answer: key.use(asked, { userHandle: null }) })
    expect([given.location, await stageOf(given.session), await stageOf(session)]).toEqual(['/', 'full', null])
    expect(await history(ada)).toContain('You signed in with the password and a passkey')
  })

  test('is not another person’s, nor an answer of another session or purpose', async () => {
    const [ada, ben] = [await account(), await account()]
    const [hers, his] = [(await add(ada)).key, (await add(ben)).key]
    const [first, second] = [await givePassword(ada), await givePassword(ada)]
    const give = async (answer: string) =>
      (await send({ session: first.session }, urls.signInCodePasskey(), { answer })).text.includes(notChecked)
    expect(await give(his.use(await own(first.session, urls.signInCodePasskeyChallenge()))), 'person').toBe(true)
    expect(await give(hers.use(await own(second.session, urls.signInCodePasskeyChallenge()))), 'session').toBe(true)
    expect(await give(hers.use(await ask({}, urls.signInPasskeyChallenge()))), 'purpose').toBe(true)
    expect(await stageOf(first.session)).toBe('password')
    expect(await give(hers.use(await own(first.session, urls.signInCodePasskeyChallenge())))).toBe(false)
  })

  test('counts its failures with those of the code', async () => {
    const ada = await account()
    const { key } = await add(ada)
    const { session } = await givePassword(ada)
    const give = async (wrongly: Wrongly = {}) => {
      const answer = key.use(await own(session, urls.signInCodePasskeyChallenge()), wrongly)
      return send({ session }, urls.signInCodePasskey(), { answer })
    }
    for (let count = 0; count < 5; count++) await give({ origin: 'https://heed.example' })
    expect((await give()).text).toContain('There were too many attempts')
  })

  test('stands beside the code for whoever has both', async () => {
    const totp_secret = toBase32(Buffer.from('12345678901234567890'))
    const ada = await account(board, { totp_secret, totp_confirmed_at: house.clock.now() })
    await add(ada)
    const { session } = await givePassword(ada)
    const { text, html } = await visit(house, null, urls.signInCode(), { session })
    expect([text.includes('Enter your code'), text.includes('Or use a passkey'), html.includes('name="code"')]).toEqual(
      [true, true, true],
    )
  })

  test('meets what a board demands: it is offered, lets its person in, and the last one stays', async () => {
    const ada = await account(strict)
    expect((await visit(house, ada, urls.board(strict.slug))).location).toBe(urls.secondFactor())
    expect((await visit(house, ada, urls.secondFactor())).html).toContain(`href="${urls.newPasskey()}"`)
    expect((await visit(house, ada, urls.newPasskey())).text).toContain('Your board asks for a second factor')
    expect((await visit(house, ada, urls.passkeys())).location, 'nothing else is open').toBe(urls.secondFactor())
    await house.owner.updateTable('session').set({ proven_at: null }).where('id', '=', ada.sessionId).execute()
    const stale = await visit(house, ada, urls.newPasskey())
    expect((await send({ visitor: ada }, stale.location ?? '', { present: password })).location).toBe(urls.newPasskey())
    const { reply } = await add(ada)
    expect(reply.location).toBe('/?said=second-factor-set')
    expect((await visit(house, ada, urls.board(strict.slug))).status).toBe(200)
    const id = (await stored(ada))[0]?.id ?? ''
    const kept = await send({ visitor: ada }, urls.passkeyRemoval(id))
    expect([kept.status, kept.text.includes('this passkey is the only one that you have')]).toEqual([422, true])
    await add(ada)
    expect((await send({ visitor: ada }, urls.passkeyRemoval(id))).status).toBe(303)
    expect(await stored(ada)).toHaveLength(1)
  })

  test('counts where an administrator is told how many have none', async () => {
    const here = await makeBoard(house)
    const [ada, ben] = [await account(here), await account(here)]
    const told = async () => (await visit(house, ada, urls.settings(here.slug))).text
    const before = await told()
    await add(ben)
    const after = await told()
    expect(before).toMatch(/\b2 people/)
    expect(after).not.toMatch(/\b2 people/)
  })

  test('is not passed by whoever sets up an authenticator app in an open session', async () => {
    const ada = await account()
    await add(ada)
    expect((await send({ visitor: ada }, urls.secondFactor(), { present: 'wrong' })).text).toContain('not the password')
  })
})

describe('showing again who one is', () => {
  const unproven = async (more = {}) => {
    const ada = await account(board, more)
    const { key } = await add(ada)
    await house.owner.updateTable('session').set({ proven_at: null }).where('id', '=', ada.sessionId).execute()
    return { ada, key }
  }
  const to = () => urls.settings(board.slug)

  test('is done with a passkey, and not with the password alone', async () => {
    const { ada, key } = await unproven()
    const shown = await visit(house, ada, urls.proof(to()))
    expect([shown.text.includes('use your passkey'), shown.html.includes('name="present"')]).toEqual([true, false])
    const alone = await send({ visitor: ada }, urls.proof(to()), { present: password })
    expect([alone.status, (await visit(house, ada, to())).location]).toEqual([422, urls.proof(to())])
    const answer = key.use(await ask({ visitor: ada }, urls.proofPasskeyChallenge()))
    const done = await send({ visitor: ada }, urls.proofPasskey(to()), { answer })
    expect([done.location, (await visit(house, ada, to())).status]).toEqual([to(), 200])
  })

  test('is not done with another person’s passkey, or with one that was used to sign in', async () => {
    const { ada, key } = await unproven()
    const other = (await add(await account())).key
    const foreign = other.use(await ask({ visitor: ada }, urls.proofPasskeyChallenge()))
    const signingIn = key.use(await ask({}, urls.signInPasskeyChallenge()))
    for (const answer of [foreign, signingIn])
      expect((await send({ visitor: ada }, urls.proofPasskey(to()), { answer })).text).toContain(notChecked)
    expect((await visit(house, ada, to())).location).toBe(urls.proof(to()))
  })

  test('leads nowhere else', async () => {
    const { ada, key } = await unproven()
    const answer = key.use(await ask({ visitor: ada }, urls.proofPasskeyChallenge()))
    expect((await send({ visitor: ada }, urls.proofPasskey('//evil.example/'), { answer })).location).toBe('/')
  })
})

describe('when all is lost', () => {
  test('a new password by e-mail leaves the passkeys on', async () => {
    const ada = await account()
    const { key } = await add(ada)
    await send({}, urls.forgottenPassword(), { email: ada.email })
    const isLink = ({ subject }: { subject: string }) => subject === 'Choose a new password for Heed'
    const letters = await eventually(
      async () => (house.sink.mail.sent() ?? []).filter(({ to }) => to === ada.email),
      sent => sent.some(isLink),
    )
    const link = /http:\/\/heed\.test(\/new-password\/\S+)/.exec(letters.find(isLink)?.text ?? '')?.[1] ?? ''
    expect((await send({}, link, { password: 'walnut-ferry-signal' })).status).toBe(303)
    expect([(await stored(ada)).length, (await enter(key)).status]).toEqual([1, 303])
  })

  test('whoever runs the installation takes them off with the second factor', async () => {
    const ada = await account()
    const { key } = await add(ada)
    const fresh = (await recoverAccount(house.app, ada.email)) ?? ''
    expect((await enter(key)).text).toContain(notChecked)
    expect((await send({}, urls.signIn(), { email: ada.email, password: fresh })).location).toBe('/')
  })

  test('whoever leaves the board is signed out, and the passkey opens nothing of it any more', async () => {
    const [ada, ben] = [await account(), await account()]
    const { key } = await add(ben)
    const { session } = await enter(key)
    const left = await send({ visitor: ada }, urls.leaving(board.slug, ben.id), { left: 'board', confirmed: 'yes' })
    expect([left.status, await stageOf(session)]).toEqual([303, null])
    const again = (await enter(key)).session ?? ''
    expect((await visit(house, null, urls.board(board.slug), { session: again })).status).toBe(403)
  })
})
