/** A proxy such as stands in front of several processes: it asks each whether it is ready and sends requests in turn. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface RoundRobin {
  /** Where it listens on the loopback. */
  readonly port: number
  close(): Promise<void>
}

/**
 * Sends to the processes at these ports that answered 200 at `/ready` when it was last asked, which is five times a
 * second. It keeps connections, and tries nothing a second time: what fails, the asker is told with 502.
 */
export async function openRoundRobin(ports: readonly number[]): Promise<RoundRobin> {
  const agent = new Agent({ keepAlive: true })
  const ready = new Set<number>()
  const look = () =>
    Promise.all(
      ports.map(async (port, at) => {
        const reply = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => null)
        if (reply?.status === 200) ready.add(at)
        else ready.delete(at)
      }),
    )
  await look()
  const timer = setInterval(look, 200)
  let turn = 0
  const server = createServer((asked, reply) => {
    const choices = [...ready]
    const at = choices[turn++ % choices.length] ?? 0
    handOn(asked, reply, { port: ports[at] ?? 0, agent })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      clearInterval(timer)
      agent.destroy()
      return new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    },
  }
}

function handOn(asked: IncomingMessage, reply: ServerResponse, to: { readonly port: number; readonly agent: Agent }) {
  const { connection: _, ...said } = asked.headers
  const headers = { ...said, 'x-forwarded-for': asked.socket.remoteAddress }
  const further = request({ host: '127.0.0.1', ...to, method: asked.method, path: asked.url, headers }, answer => {
    const { connection: __, ...kept } = answer.headers
    reply.writeHead(answer.statusCode ?? 502, kept)
    answer.pipe(reply)
    answer.on('error', () => reply.destroy())
  })
  further.on('error', () => (reply.headersSent ? reply.destroy() : reply.writeHead(502).end()))
  asked.pipe(further)
}
