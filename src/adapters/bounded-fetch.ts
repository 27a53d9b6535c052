import type { CustomFetch } from 'openid-client'

/** In bytes: more than any honest answer of a provider. */
const largest = 1_000_000

/**
 * Fetches, and takes no answer that is larger than a provider's could be. Follows no redirect. Each asking has a
 * connection of its own: one that was kept could be closed at the moment when the code, which counts once, is sent.
 */
export const boundedFetch: CustomFetch = async (url, options) => {
  const headers = new Headers(options.headers)
  headers.set('connection', 'close')
  const reply = await fetch(url, { ...options, headers, redirect: 'manual' } as RequestInit)
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of reply.body ?? []) {
    bytes += part.length
    if (bytes > largest) throw new TypeError('the answer is too large')
    parts.push(part)
  }
  return new Response(bytes > 0 ? Buffer.concat(parts) : null, { status: reply.status, headers: reply.headers })
}
