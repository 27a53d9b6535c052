/** A provider that is away, cannot be trusted or talks nonsense: nothing is lost, other ways in go on, and it heals by itself. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { oidcProviders } from '../../src/adapters/providers.ts'
import { certificateFor } from '../certificates.ts'
import { goThrough, onwardOf, openProvider, passProvider, type TestProvider } from '../provider.ts'
import { type House, makeBoard, makePerson, openHouse, post, setPassword, type Visitor, visit } from '../world.ts'

const day = 86_400_000
const [yesterday, tomorrow] = [new Date(Date.now() - day), new Date(Date.now() + day)]
const good = certificateFor({ from: new Date(Date.now() - 2 * day), until: tomorrow })
const expired = certificateFor({ from: new Date(Date.now() - 2 * day), until: yesterday })
const trusted = tls.getCACertificates('default')
const password = 'kettle-orbit-plaster'

let provider: TestProvider
let house: House
let person: Visitor
beforeAll(async () => {
  tls.setDefaultCACertificates([...trusted, good.cert, expired.cert])
  provider = await openProvider({ certificate: good })
  const { settings } = provider
  // A port at which nobody listens.
  const away = { ...settings, key: 'away', name: 'Far Council', issuer: 'https://127.0.0.1:9/' }
  house = await openHouse({ providers: [settings, away] })
  house.clock.set(new Date().toISOString())
  person = await makePerson(house, [post(await makeBoard(house), 'chair')])
  await setPassword(house, person, password)
  provider.enter(who)
  const linked = await goThrough(house, person, '/account/providers/vale/link')
  expect(linked.location).toBe('/account/providers?said=linked')
})
beforeEach(() => house.clock.set(new Date().toISOString()))
afterAll(async () => {
  tls.setDefaultCACertificates(trusted)
  await house?.web.close()
  await house?.store.close()
  await house?.sink.close()
  await provider?.close()
})

const proof = () => {
  const { chance } = house.app
  return { state: chance.token(), nonce: chance.token(), verifier: chance.token(), again: false }
}

const who = { sub: 'nadia', name: 'Nadia Khan' }
const signIn = () => {
  provider.enter(who)
  return goThrough(house, null, '/sign-in/with/vale')
}
const signInWithPassword = () => visit(house, null, '/sign-in', { form: { email: person.email, password } })

/** The provider goes on under another certificate, at the same address. */
async function serveWith(certificate: typeof good): Promise<void> {
  await provider.stop()
  await provider.listen(certificate)
}

describe('a provider whose certificate has expired', () => {
  test('is sent nothing; the page says why, passwords go on, and once the certificate is good it works again', async () => {
    expect((await signIn()).session).not.toBeNull()
    await serveWith(expired)
    const shown = await signIn()
    expect([shown.status, shown.session]).toEqual([503, null])
    expect(shown.text).toContain('Vale Council cannot be reached safely')
    expect(shown.text).toContain('has expired or is not trusted')
    expect(house.logged.at(-2)).toContain('CERT_HAS_EXPIRED')
    expect((await visit(house, null, '/sign-in')).text).toContain('Sign in with Vale Council')
    expect((await signInWithPassword()).session).not.toBeNull()
    await serveWith(good)
    expect((await signIn()).session).not.toBeNull()
  })

  test('while somebody is there: nothing is lost but that one sign-in', async () => {
    provider.enter(who)
    const back = await passProvider(onwardOf(await visit(house, null, '/sign-in/with/vale', { form: {} })) ?? '')
    await serveWith(expired)
    const shown = await visit(house, null, back)
    expect([shown.status, shown.session, shown.text.includes('cannot be reached safely')]).toEqual([503, null, true])
    await serveWith(good)
    expect((await signIn()).session).not.toBeNull()
    expect((await visit(house, person, '/account')).status).toBe(200)
  })
})

describe('a provider that is away', () => {
  test('stops no start and no sign-in page; whoever chooses it is told, and it works again by itself', async () => {
    await provider.stop()
    const shown = await signIn()
    expect([shown.status, shown.text.includes('Vale Council does not answer')]).toEqual([503, true])
    expect((await signInWithPassword()).session).not.toBeNull()
    await provider.listen()
    expect((await signIn()).session).not.toBeNull()
    expect((await visit(house, null, '/sign-in/with/away', { form: {} })).text).toContain('Far Council does not answer')
  })

  test('is nobody’s failed attempt: however often it is tried, nobody is kept out', async () => {
    await provider.stop()
    const counted = async () => (await house.owner.selectFrom('sign_in_failure').select('id').execute()).length
    const before = await counted()
    for (let tries = 0; tries < 3; tries++) expect((await signIn()).status).toBe(503)
    expect(await counted()).toBe(before)
    await provider.listen()
    expect((await signIn()).session).not.toBeNull()
  })
})

describe('a provider that talks nonsense', () => {
  const answers: readonly (readonly [string, (reply: http.ServerResponse) => void])[] = [
    ['fails', reply => reply.writeHead(500).end()],
    ['is a page', reply => reply.writeHead(200, { 'content-type': 'text/html' }).end('<p>Hello</p>')],
    [
      'never ends',
      reply => reply.writeHead(200, { 'content-type': 'application/json' }).end(Buffer.alloc(1_100_000, 32)),
    ],
    ['sends elsewhere', reply => reply.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    [
      'calls itself otherwise',
      reply => reply.writeHead(200, { 'content-type': 'application/json' }).end('{"issuer":"https://other.example"}'),
    ],
  ]
  test.each(answers)('whose answer %s sends nobody on', async (_, answer) => {
    const server = http.createServer((_request, reply) => answer(reply)).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const { app } = house
    const [odd] = [{ ...provider.settings, key: 'odd', issuer }]
    const providers = oidcProviders([odd], { ...app, address: 'http://heed.test' })
    expect(await providers.begin(odd, proof())).toMatchObject({
      ok: false,
      fault: expect.stringMatching(/^(away|refused)$/),
    })
    server.closeAllConnections()
    server.close()
  })
})

describe('what a provider sends', () => {
  const [vale] = [() => house.app.providers.all[0] as (typeof house.app.providers.all)[0]]
  async function come(asked: ReturnType<typeof proof>): Promise<URLSearchParams> {
    provider.enter(who)
    const begun = await house.app.providers.begin(vale(), asked)
    return new URL(await passProvider(begun.ok ? begun.value : ''), 'http://heed.test').searchParams
  }

  test('with another nonce than was asked for is refused', async () => {
    const asked = proof()
    const query = await come(asked)
    expect(await house.app.providers.finish(vale(), query, { ...asked, nonce: house.app.chance.token() })).toEqual({
      ok: false,
      fault: 'mismatch',
    })
  })

  test('counts once: a code that is played again is refused by the provider, and said to be used', async () => {
    const asked = proof()
    const query = await come(asked)
    expect(await house.app.providers.finish(vale(), query, asked)).toMatchObject({
      ok: true,
      value: { subject: 'nadia' },
    })
    expect(await house.app.providers.finish(vale(), query, asked)).toEqual({ ok: false, fault: 'used' })
  })

  test('is of no use to whoever does not know the verifier', async () => {
    const asked = proof()
    const query = await come(asked)
    expect(
      await house.app.providers.finish(vale(), query, { ...asked, verifier: house.app.chance.token() }),
    ).toMatchObject({ ok: false })
  })
})

test('nothing that was logged meanwhile names anybody or holds what the provider sent', () => {
  expect(house.logged.join('\n')).not.toMatch(/nadia|[?&]code=|eyJ|a-secret-of-the-tests/i)
})
