/** Sign-in by OpenID Connect: the code flow with PKCE (RFC 7636), state and nonce, each provider asked at need. */
import * as oidc from 'openid-client'
import type { App } from '../app.ts'
import type { ProviderSettings } from '../config-providers.ts'
import { clockTolerance } from '../core/clock-tolerance.ts'
import type { Identity, Provider, ProviderFault, ProviderProof, Providers, ToldBy } from '../identity.ts'
import { urls } from '../urls.ts'
import { boundedFetch } from './bounded-fetch.ts'
import { identityOf } from './identity.ts'
import { faultOfProvider } from './provider-faults.ts'

interface Ground extends Pick<App, 'clock' | 'log'> {
  /** Where people reach Heed. */
  readonly address: string
}

/** In seconds: how long one answer of a provider is waited for. */
const waits = 10
/** In milliseconds: how long what a provider said of itself when somebody went there holds for their coming back. */
const keptFor = 900_000
/** In seconds: how long ago somebody may have shown the provider anew who they are. */
const shownWithin = 300

/** The providers of the settings. Nothing is asked of any before somebody signs in by it. */
export function oidcProviders(settings: readonly ProviderSettings[], ground: Ground): Providers {
  const servers = new Map<string, Known>()
  const settingsOf = ({ key }: Provider): ProviderSettings => {
    const found = settings.find(each => each.key === key)
    if (!found) throw new Error('no such provider')
    return found
  }
  const attempt = async <Value>(provider: Provider, work: (config: oidc.Configuration) => Promise<Value>) => {
    const set = settingsOf(provider)
    try {
      return { ok: true, value: await work(configurationOf(await serverOf(servers, set), set, ground)) } as const
    } catch (error) {
      servers.delete(set.key)
      return failed(ground, set.key, faultOfProvider(error))
    }
  }
  return {
    all: settings.map(({ key, name, issuer, claims }) => ({ key, name, issuer, claims })),
    begin: (provider, proof) => {
      // Asked anew each time, so that nobody is sent to where nobody answers, or somebody else does.
      servers.delete(provider.key)
      return attempt(provider, config => begin(config, settingsOf(provider), proof, ground))
    },
    finish: (provider, query, proof) =>
      attempt(provider, config => finish(config, settingsOf(provider), { query, proof, ground })),
  }
}

interface Known {
  readonly server: oidc.ServerMetadata
  /** By a clock that nobody sets. */
  readonly since: number
}

/** What the log is told: which provider, what kind of fault, and the code of whoever noticed; nothing of anybody. */
function failed(
  { log }: Ground,
  provider: string,
  { fault, code }: { fault: ProviderFault; code: string },
): ToldBy<never> {
  const facts = { provider, fault, code }
  if (fault === 'cancelled' || fault === 'used') log.info('sign-in with a provider ended', facts)
  else log.warn('sign-in with a provider failed', facts)
  return { ok: false, fault }
}

async function serverOf(servers: Map<string, Known>, set: ProviderSettings): Promise<oidc.ServerMetadata> {
  const present = servers.get(set.key)
  if (present && performance.now() - present.since < keptFor) return present.server
  const server = await discover(set)
  servers.set(set.key, { server, since: performance.now() })
  return server
}

function configurationOf(server: oidc.ServerMetadata, set: ProviderSettings, ground: Ground): oidc.Configuration {
  // Tokens are judged by Heed's clock, which need not be the machine's.
  const clocks = {
    [oidc.clockSkew]: Math.round((ground.clock.now().getTime() - Date.now()) / 1000),
    [oidc.clockTolerance]: clockTolerance / 1000,
  }
  const auth = takesBasic(server) ? oidc.ClientSecretBasic(set.clientSecret) : oidc.ClientSecretPost(set.clientSecret)
  const config = new oidc.Configuration(server, set.clientId, clocks, auth)
  config.timeout = waits
  config[oidc.customFetch] = boundedFetch
  if (isPlain(set)) oidc.allowInsecureRequests(config)
  oidc.enableNonRepudiationChecks(config)
  return config
}

/** The settings allow it on this very machine alone. */
const isPlain = ({ issuer }: ProviderSettings) => issuer.startsWith('http:')

const takesBasic = ({ token_endpoint_auth_methods_supported: methods }: oidc.ServerMetadata): boolean =>
  !methods || methods.includes('client_secret_basic')

async function discover(set: ProviderSettings): Promise<oidc.ServerMetadata> {
  const config = await oidc.discovery(new URL(set.issuer), set.clientId, undefined, oidc.None(), {
    timeout: waits,
    [oidc.customFetch]: boundedFetch,
    ...(isPlain(set) ? { execute: [oidc.allowInsecureRequests] } : {}),
  })
  const server = config.serverMetadata()
  // Some providers serve many organisations and name none: there, anybody could come from anywhere.
  if (new URL(server.issuer).href !== new URL(set.issuer).href) throw new TypeError('it names another issuer')
  return { ...server }
}

const returnTo = ({ address }: Ground, { key }: ProviderSettings): URL => new URL(urls.signInReturn(key), address)

async function begin(
  config: oidc.Configuration,
  set: ProviderSettings,
  { state, nonce, verifier, again }: ProviderProof,
  ground: Ground,
): Promise<string> {
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: returnTo(ground, set).href,
    scope: set.scope,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
    ...(again ? { prompt: 'login', max_age: '0' } : {}),
  })
  if (url.protocol !== 'https:' && !isPlain(set)) throw new TypeError('the provider sends people over http')
  return url.href
}

interface Return {
  readonly query: URLSearchParams
  readonly proof: ProviderProof
  readonly ground: Ground
}

async function finish(
  config: oidc.Configuration,
  set: ProviderSettings,
  { query, proof, ground }: Return,
): Promise<Identity> {
  const url = returnTo(ground, set)
  url.search = query.toString()
  const tokens = await oidc.authorizationCodeGrant(config, url, {
    expectedState: proof.state,
    expectedNonce: proof.nonce,
    pkceCodeVerifier: proof.verifier,
    idTokenExpected: true,
    ...(proof.again ? { maxAge: shownWithin } : {}),
  })
  const claims = tokens.claims()
  if (!claims) throw new TypeError('no ID token')
  const more = config.serverMetadata().userinfo_endpoint
    ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
    : {}
  return identityOf(set, { ...more, ...claims }, ground.clock.now())
}
