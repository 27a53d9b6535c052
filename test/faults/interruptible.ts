/** A way to the tests' PostgreSQL server that a test can cut, as a cable or a restart of the server would. */

import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { urlOf } from '../engines.ts'

export interface Way {
  /** The address of a database for a role, by this way. */
  urlOf(database: string, role: string): string
  /** Ends every connection and takes no new one. */
  cut(): Promise<void>
  /** Lets through again. */
  mend(): Promise<void>
  /** From now on nothing passes in either direction, and no connection ends: the network swallows it. */
  swallow(): void
}

/** Opens a way that lets everything through. */
export async function openWay(): Promise<Way> {
  const sockets = new Set<Socket>()
  let swallows = false
  const server = createServer(near => {
    if (swallows) return void sockets.add(near)
    const { hostname, port } = new URL(urlOf('postgres'))
    const far = connect(Number(port || 5432), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one)
      one.on('data', chunk => swallows || other.write(chunk))
      one.on('close', () => other.destroy())
      one.on('error', () => other.destroy())
    }
  })
  const listen = (port: number) => new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    urlOf: (database, role) => Object.assign(new URL(urlOf(database, role)), { host: `127.0.0.1:${port}` }).href,
    async cut() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      sockets.clear()
      await closed
      swallows = false
    },
    mend: () => listen(port),
    swallow() {
      swallows = true
    },
  }
}
