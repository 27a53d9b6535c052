/** An organisation's own sign-in for the tests: a real provider of OpenID Connect on a loopback port. */
import { generateKeyPairSync } from 'node:crypto'
import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'
import type { ProviderSettings } from '../src/config-providers.ts'
import { type Answer, type House, type Sent, type Visitor, visit } from './world.ts'

/** Somebody as the provider knows them. */
export interface Subject {
  readonly sub: string
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly groups?: readonly string[]
}

export interface How {
  readonly amr?: readonly string[]
  /** When they showed there who they are, in seconds since 1970; left out, now. */
  readonly shownAt?: number
}

export interface TestProvider {
  readonly settings: ProviderSettings
  /** Who signs in there next, and how; null goes back without signing in. */
  enter(subject: Subject | null, how?: How): void
  /** Takes no connection more, until it is asked to listen again at the same port. */
  stop(): Promise<void>
  listen(certificate?: Certificate): Promise<void>
  close(): Promise<void>
}

export interface Certificate {
  readonly key: string
  readonly cert: string
}

interface Opening {
  readonly key?: string
  readonly name?: string
  /** Where Heed is reached, for the address that people come back to. */
  readonly heed?: string
  /** With it, the provider speaks https. */
  readonly certificate?: Certificate
  readonly secondFactor?: ProviderSettings['secondFactor']
  /** Whether people see a page there; otherwise they are signed in at once. */
  readonly showsPage?: boolean
}

const [clientId, clientSecret] = ['heed', 'a-secret-of-the-tests']

const signingKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'tests' }
}

/** Opens one. Its clock is the machine's. */
export async function openProvider(opening: Opening = {}): Promise<TestProvider> {
  const { key = 'vale', name = 'Vale Council', heed = 'http://heed.test', certificate, secondFactor } = opening
  let next: How & { readonly subject: Subject | null } = { subject: null }
  const subjects = new Map<string, Subject>()
  let answer: http.RequestListener = (_, reply) => reply.end()
  let server = await serve((request, reply) => answer(request, reply), 0, certificate)
  const { port } = server.address() as AddressInfo
  const issuer = `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${heed}/sign-in/with/${key}/return`],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [signingKey()] } as never,
    cookies: { keys: ['tests'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    claims: {
      openid: ['sub', 'amr', 'acr', 'auth_time'],
      profile: ['name', 'groups'],
      email: ['email', 'email_verified'],
    },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...subjects.get(sub), sub }) as never }),
    async loadExistingGrant({ oidc }) {
      const grant = new provider.Grant({ clientId, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope('openid profile email')
      await grant.save()
      return grant
    },
  })
  const callback = provider.callback()
  const signIn = async (request: http.IncomingMessage, reply: http.ServerResponse) => {
    const { subject, amr, shownAt } = next
    if (subject) subjects.set(subject.sub, subject)
    const result = subject
      ? { login: { accountId: subject.sub, ...(amr ? { amr: [...amr] } : {}), ...(shownAt ? { ts: shownAt } : {}) } }
      : { error: 'access_denied', error_description: 'went back' }
    await provider.interactionFinished(request, reply, result, { mergeWithLastSubmission: false })
  }
  answer = (request, reply) => {
    if (!request.url?.startsWith('/interaction/')) callback(request, reply)
    else if (opening.showsPage && request.method === 'GET')
      reply.setHeader('content-type', 'text/html').end(signInPage(name))
    else signIn(request, reply).catch(() => reply.writeHead(500).end())
  }
  const stop = () => {
    server.closeAllConnections()
    return new Promise<void>(resolve => server.close(() => resolve()))
  }
  const settings = {
    key,
    name,
    issuer,
    clientId,
    clientSecret,
    scope: 'openid profile email',
    claims: ['groups'],
    secondFactor: secondFactor ?? { amr: [], acr: [] },
  }
  return {
    settings,
    enter(subject, how = {}) {
      next = { subject, ...how }
    },
    stop,
    async listen(other) {
      server = await serve((request, reply) => answer(request, reply), port, other ?? certificate)
    },
    close: stop,
  }
}

const signInPage = (name: string) => `<!doctype html><html lang="en"><title>${name}</title>
<h1>${name}</h1><form method="post"><button>Let me in</button></form></html>`

async function serve(answer: http.RequestListener, port: number, certificate: Certificate | undefined) {
  const server = certificate ? https.createServer(certificate, answer) : http.createServer(answer)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return server
}

/** Where a page of Heed sends the browser on to, if to the provider. */
export const onwardOf = ({ headers }: Answer): string | null =>
  /^0; url=(.+)$/.exec(String(headers.refresh ?? ''))?.[1] ?? null

/** What the browser does at the provider: goes there and on, until it is sent back; the path to come back to. */
export async function passProvider(to: string, jar = new Map<string, string>()): Promise<string> {
  let url = to
  for (let step = 0; step < 10; step++) {
    const cookie = [...jar].map(pair => pair.join('=')).join('; ')
    // A browser shares no connection with Heed.
    const headers = { connection: 'close', ...(cookie ? { cookie } : {}) }
    const reply = await fetch(url, { redirect: 'manual', headers })
    await reply.arrayBuffer()
    for (const set of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = set.split(';')[0]?.split('=') ?? []
      jar.set(name, value)
    }
    const location = reply.headers.get('location')
    if (!location) throw new Error(`the provider answered ${reply.status} and sent nobody on`)
    const on = new URL(location, url)
    if (on.pathname.endsWith('/return')) return on.pathname + on.search
    url = on.href
  }
  throw new Error('the provider sent round and round')
}

/** Begins at a button of Heed, goes through the provider and comes back: what Heed answers then. */
export async function goThrough(house: House, visitor: Visitor | null, path: string, sent: Sent = {}): Promise<Answer> {
  const begun = await visit(house, visitor, path, { ...sent, form: { ...sent.form } })
  const to = onwardOf(begun)
  if (!to) return begun
  const back = await passProvider(to)
  const { session, knownDevice } = sent
  return visit(house, visitor, back, { ...(session ? { session } : {}), ...(knownDevice ? { knownDevice } : {}) })
}
