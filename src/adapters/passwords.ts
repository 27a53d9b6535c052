import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Passwords } from '../app.ts'

const derive = promisify(argon2)

/** OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes and one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const

const hashWith = (password: string, nonce: Uint8Array): Promise<Buffer> =>
  derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost })

const encode = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')

/** argon2id in the form `argon2id$nonce$tag`. */
export function argonPasswords(): Passwords {
  const decoy = randomBytes(16)
  return {
    async hash(password) {
      const nonce = randomBytes(16)
      return `argon2id$${encode(nonce)}$${encode(await hashWith(password, nonce))}`
    },
    async verify(password, hash) {
      const [, nonce, tag] = hash?.split('$') ?? []
      const made = await hashWith(password, nonce ? Buffer.from(nonce, 'base64url') : decoy)
      const kept = tag ? Buffer.from(tag, 'base64url') : Buffer.alloc(made.length)
      return hash !== null && kept.length === made.length && timingSafeEqual(made, kept)
    },
  }
}
