/** What answers those who watch over the process: the proxy in front of it, and Prometheus at a place of its own. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Metrics } from '../metrics.ts'
import type { Readiness } from '../readiness.ts'

const paths = { health: '/health', ready: '/ready' }

/** Whether a route answers a watcher, so that its requests are not worth a line in the log. */
export const isProbe = (route: string | undefined): boolean => Object.values(paths).some(path => path === route)

/**
 * Adds `/health`, which answers while the process lives, and `/ready`, which answers 503 with a reason while no request
 * should be sent here. Both are for anybody and no limit counts them, so neither tells more than that.
 */
export function answerProbes(server: FastifyInstance, readiness: Readiness): void {
  const config = { rateLimit: false as const }
  const say = (reply: FastifyReply, status: number, words: string) =>
    reply.code(status).header('cache-control', 'no-store').type('text/plain; charset=utf-8').send(`${words}\n`)
  server.get(paths.health, { config }, (_request, reply) => say(reply, 200, 'alive'))
  server.get(paths.ready, { config }, async (_request, reply) => {
    const reason = await readiness.reason()
    return reason === null ? say(reply, 200, 'ready') : say(reply, 503, `not ready: ${reason}`)
  })
  // nginx does not ask whether a process is ready. It learns from the first page that it is to fetch elsewhere, and
  // then sends nothing more: else what it sends in the moment in which the listener closes would be lost.
  server.addHook('onRequest', async (request, reply) => {
    if (readiness.isStopping() && isTakenElsewhere(request)) return say(reply, 502, 'stopping')
  })
  // While the process waits to stop, whoever holds a connection to it is told with each answer to take another.
  server.addHook('onSend', async (_request, reply) => {
    if (readiness.isStopping()) reply.header('connection', 'close')
  })
}

/**
 * Whether the proxy says that it takes the request to another process when this one answers 502, which no page does,
 * and the request is one that may be made twice.
 */
const isTakenElsewhere = ({ method, headers, routeOptions }: FastifyRequest): boolean =>
  headers['x-taken-elsewhere-on'] === '502' && (method === 'GET' || method === 'HEAD') && !isProbe(routeOptions.url)

export interface MetricsListener {
  /** Where it listens. */
  readonly address: string
  close(): Promise<void>
}

/** Gives the figures at `/metrics` of a place of its own, and nothing else. Throws the system's error if it cannot. */
export async function listenForMetrics(
  metrics: Metrics,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<MetricsListener> {
  const server = createServer((request, reply) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      reply.writeHead(404).end()
      return
    }
    metrics.text().then(
      text => reply.writeHead(200, { 'content-type': metrics.mediaType }).end(text),
      () => reply.writeHead(500).end(),
    )
  })
  await listening(server, host, port)
  return {
    address: `http://${host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const listening = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
