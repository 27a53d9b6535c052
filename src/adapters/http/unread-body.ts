/** The rest of a body that is not taken: read and forgotten, so that the answer arrives before the connection ends. */
import type { IncomingMessage } from 'node:http'
import { finished } from 'node:stream/promises'

/** As much as the largest upload that a proxy lets through (`client_max_body_size`); whoever sends more is cut off. */
const mostBytes = 255 * 1024 * 1024
const longest = 20_000

/**
 * Reads a request to its end, or until it is too much or takes too long (20 seconds). A connection that ends while a
 * proxy still sends looks to the proxy like a broken process, which it then leaves alone for a while.
 */
export async function forgetBody(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return
  let bytes = 0
  const enough = new AbortController()
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostBytes) enough.abort()
  })
  request.resume()
  const signal = AbortSignal.any([enough.signal, AbortSignal.timeout(longest)])
  await finished(request, { writable: false, signal }).catch(() => undefined)
}
