import { readFile } from 'node:fs/promises'
import path from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import serve from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { App, Ask, Route } from '../../app.ts'
import { assetPaths } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { NoRoom } from '../database/room.ts'
import type { Metrics } from '../metrics.ts'
import type { Readiness } from '../readiness.ts'
import { type FoundPerson, readAsk } from './ask.ts'
import { lapsedReply } from './lapsed.tsx'
import { localCounts } from './local-counts.ts'
import { type Paces, paces as usualPaces } from './paces.ts'
import { answerProbes, isProbe } from './probes.ts'
import { showRefusal, statusOf } from './refusals.ts'
import { refusedAtDoor, sendReply } from './reply.ts'
import { unprovenReply } from './unproven.tsx'
import { forgetBody } from './unread-body.ts'
import { pageBefore, rememberWay, takeWay } from './way-back.ts'

export interface ServerOptions {
  readonly app: App
  readonly routes: readonly Route[]
  /** The folder of the built assets. */
  readonly assets: string
  /** Who a session's token belongs to. */
  readonly findPerson: FindPerson
  /** Whether the house has no board yet, so that only the first-run page makes sense. */
  readonly isEmpty: () => Promise<boolean>
  /** Writes down that a person was refused; it may not throw. */
  readonly noteRefusal: (ask: Ask, route: Route, refusal: unknown) => Promise<void>
  /** Whether each request comes through one proxy, which ends `X-Forwarded-For` with the visitor's address. */
  readonly trustProxy?: boolean
  readonly paces?: Paces
  /** Where what the paces limit is counted; left out, within this process. */
  readonly counts?: FastifyRateLimitStoreCtor
  /** Whether there is room for changes; left out, always. */
  readonly hasRoom?: () => boolean
  /** With it, `/health` and `/ready` are answered. */
  readonly readiness?: Readiness
  /** With it, each request is counted. */
  readonly metrics?: Metrics
}

export type FindPerson = (token: string) => Promise<FoundPerson | null>

/** The web server, not yet listening. */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { paces = usualPaces } = options
  const server = fastify({
    logger: false,
    // Only the nearest proxy is believed, for whatever stands before its own entry the visitor may have made up.
    trustProxy: options.trustProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 1_048_576,
    // A request that came over a connection from before the stop is answered like those under way.
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    genReqId: () => options.app.chance.id<string>().slice(-12),
  })
  await registerGuards(server, options)
  if (options.readiness) answerProbes(server, options.readiness)
  await server.register(formbody, { bodyLimit: 1_048_576 })
  await server.register(multipart, { limits: { fields: 200, fieldSize: 100_000, parts: 300 } })
  await server.register(serve, { root: options.assets, prefix: '/assets/', immutable: true, maxAge: '365d' })
  const manifest = JSON.parse(await readFile(path.join(options.assets, 'manifest.json'), 'utf8'))
  const asset = assetPaths(manifest)
  const answer = answers({ ...options, asset })
  for (const route of options.routes) {
    const max = paces[route.pace ?? 'every']
    server.route({
      method: route.method,
      url: route.path,
      config: { rateLimit: { max, timeWindow: '1 minute', groupId: route.pace ?? 'every' } },
      handler: (request, reply) => answer.route(route, request, reply),
    })
  }
  server.setNotFoundHandler((request, reply) => answer.refusal(request, reply, 404))
  server.setErrorHandler((error, request, reply) => answer.error(error, request, reply))
  server.addHook('onResponse', async (request, reply) => noteReply(options, request, reply))
  return server
}

async function registerGuards(server: FastifyInstance, { app, counts }: ServerOptions): Promise<void> {
  await server.register(cookie)
  await server.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: app.site.address.startsWith('https:') ? { maxAge: 31_536_000 } : false,
  })
  // Each route of the house says its own pace. Assets are read from the disk alone and are not counted.
  await server.register(rateLimit, { global: false, store: counts ?? localCounts() })
}

/** What a page is answered with, one function for each way that it can go. */
function answers(options: ServerOptions & { asset: ReturnType<typeof assetPaths> }) {
  const { app } = options
  const makeAsk = (request: FastifyRequest, reply: FastifyReply, route?: Route) =>
    readAsk(options, { request, reply, route: route ?? null })
  // A page that says that the database is away cannot ask it who reads the page.
  const makeBlindAsk = (request: FastifyRequest, reply: FastifyReply) =>
    readAsk({ ...options, findPerson: async () => null }, { request, reply, route: null })
  const refusal = async (request: FastifyRequest, reply: FastifyReply, status: number) => {
    const blind = () => makeBlindAsk(request, reply)
    const { ask } = await (status > 500 ? blind() : makeAsk(request, reply).catch(blind))
    const before = pageBefore(request)
    return reply
      .code(status)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(showRefusal(ask, status, ask.path === before?.split('?')[0] && ask.method === 'GET' ? null : before))
  }
  return {
    refusal,
    async route(route: Route, request: FastifyRequest, reply: FastifyReply) {
      if (route.path !== urls.firstRun() && (await options.isEmpty())) return reply.redirect(urls.firstRun(), 303)
      if (isChange(route) && options.hasRoom?.() === false) throw new NoRoom('no room for a change')
      const { ask, isLapsed, ...standing } = await makeAsk(request, reply, route)
      try {
        const before = pageBefore(request)
        const refused = isLapsed
          ? lapsedReply(ask, route, before)
          : (refusedAtDoor(route, ask, standing) ?? unprovenReply(ask, route, { ...standing, before }))
        if (refused && !ask.person) rememberWay(ask, request, reply)
        if (refused) return sendReply(ask, reply, refused)
        const way = ask.person && takeWay(ask, request, reply)
        return way ? reply.redirect(way, 303) : sendReply(ask, reply, await route.handle(ask))
      } catch (refusal) {
        await options.noteRefusal(ask, route, refusal)
        throw refusal
      }
    },
    async error(error: unknown, request: FastifyRequest, reply: FastifyReply) {
      const status = statusOf(error)
      if (status >= 500) logFault(app, error, { request: request.id, status })
      if (status > 500) reply.header('retry-after', '60')
      if (status === 413) await forgetBody(request.raw)
      return refusal(request, reply, status)
    },
  }
}

/** What needs a permission to be sent changes what a board keeps; signing in and out and searching do not. */
const isChange = ({ method, door }: Route) => method === 'POST' && door !== 'anyone' && door !== 'signed in'

function logFault(app: App, error: unknown, { request, status }: { request: string; status: number }): void {
  if (status > 500) {
    app.log.error(status === 507 ? 'disk full' : 'database away', { request })
    return
  }
  const { name, code, stack } = error as Error & { code?: string }
  // The stack's first line is the message, which may hold what a person wrote.
  const lines = stack?.split('\n').slice(1, 12)
  app.log.error('fault', { request, name, code, at: lines?.map(line => line.trim()) })
}

/** The pattern of the address and not the address, so that no id and no query stands in the log. */
function noteReply({ app, metrics }: ServerOptions, request: FastifyRequest, reply: FastifyReply): void {
  const { method } = request
  const [route, status] = [request.routeOptions.url ?? 'none', reply.statusCode]
  metrics?.note({ route, method, status, seconds: reply.elapsedTime / 1000 })
  if (!isProbe(route)) {
    app.log.info('request', { request: request.id, method, route, status, ms: Math.round(reply.elapsedTime) })
  }
}
