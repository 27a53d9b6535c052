/** In bytes: more than any honest answer of a provider. */
const largest = 1_000_000

/** Fetches, and takes no answer that is larger than a provider's could be. Follows no redirect. */
export async function boundedFetch(url: string, options: object): Promise<Response> {
  const reply = await fetch(url, { ...options, redirect: 'manual' })
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of reply.body ?? []) {
    bytes += part.length
    if (bytes > largest) throw new TypeError('the answer is too large')
    parts.push(part)
  }
  const { status, headers } = reply
  return new Response(bytes > 0 ? Buffer.concat(parts) : null, { status, headers })
}
