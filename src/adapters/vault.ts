import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Vault } from '../app.ts'

/** Every sealed text begins with this: the form that it has. */
const form = 'sealed1'
const cipher = 'aes-256-gcm'
/** NIST SP 800-38D, section 5.2.1.1: 96 bits for the initialization vector, and 128 for the tag. */
const [vectorBytes, tagBytes] = [12, 16]

/** A vault over the secret of today, which comes first, and those that it has replaced. */
export function vaultOf([today, ...before]: readonly [string, ...string[]]): Vault {
  const keep = [today, ...before].map(secret => ({ secret, name: nameOf(secret) }))
  const first = { secret: today, name: nameOf(today) }
  const key = (purpose: string, name: string = first.name) => {
    const found = keep.find(each => each.name === name)
    return found ? { name, bytes: derive(found.secret, purpose) } : null
  }
  return {
    seal(text, about) {
      const vector = randomBytes(vectorBytes)
      const sealing = createCipheriv(cipher, derive(first.secret, 'seal'), vector).setAAD(Buffer.from(about))
      const words = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()])
      const parts = Buffer.concat([vector, words, sealing.getAuthTag()])
      return [form, first.name, parts.toString('base64url')].join(':')
    },
    open(sealed, about) {
      const [, name = '', parts = ''] = sealed.split(':')
      const known = key('seal', name)
      return known && sealed.startsWith(`${form}:`) ? unseal(Buffer.from(parts, 'base64url'), known.bytes, about) : null
    },
    isFresh: sealed => sealed.startsWith(`${form}:${first.name}:`),
    key,
  }
}

/** RFC 5869, with the purpose as its info, so that no two purposes share a key. */
const derive = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, 'heed', purpose, 32))

const nameOf = (secret: string) => Buffer.from(derive(secret, 'name').subarray(0, 6)).toString('hex')

function unseal(parts: Buffer, key: Uint8Array, about: string): string | null {
  if (parts.length < vectorBytes + tagBytes) return null
  const opening = createDecipheriv(cipher, key, parts.subarray(0, vectorBytes), { authTagLength: tagBytes })
    .setAAD(Buffer.from(about))
    .setAuthTag(parts.subarray(-tagBytes))
  try {
    return Buffer.concat([opening.update(parts.subarray(vectorBytes, -tagBytes)), opening.final()]).toString('utf8')
  } catch (error) {
    // What was changed or belongs elsewhere fails its tag; whoever asks is told so and decides.
    if (error instanceof Error) return null
    throw error
  }
}
