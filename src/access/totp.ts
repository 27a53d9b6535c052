/** Time-based one-time passwords as authenticator apps know them: RFC 6238 over RFC 4226, SHA-1, six digits. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { clockTolerance } from '../core/clock-tolerance.ts'

/** RFC 6238, section 4: the default time step X, in seconds. */
export const stepSeconds = 30

/** RFC 6238, section 5.2: at most one step of delay is allowed for, and as many for a clock that runs ahead. */
const drift = 1

/** RFC 4226, section 4, requirement R6, recommends 160 bits. */
const secretBytes = 20

interface Kind {
  readonly digits?: 6 | 8
  readonly algorithm?: 'sha1' | 'sha256' | 'sha512'
}

/** The number of the time step that an instant falls in. */
export const stepOf = (instant: Date): number => Math.floor(instant.getTime() / 1000 / stepSeconds)

/** The code of a step: RFC 4226, section 5.3, with the step as the counter. */
export function codeAt(key: Uint8Array, step: number, { digits = 6, algorithm = 'sha1' }: Kind = {}): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac(algorithm, key).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits
  return String(number).padStart(digits, '0')
}

/**
 * The step whose code was given, or null. `lastStep` is the step that was used last: it and those before it are used up
 * (RFC 6238, section 5.2: the verifier must not accept the second attempt). One from a future that a wrong clock wrote
 * uses nothing up, or nobody could sign in before that comes.
 */
export function matchCode(secret: string, given: string, { now, lastStep }: { now: Date; lastStep: number | null }) {
  const key = fromBase32(secret)
  const present = stepOf(now)
  const ahead = stepOf(new Date(now.getTime() + clockTolerance))
  const used = lastStep !== null && lastStep <= ahead ? lastStep : -1
  let matched: number | null = null
  for (let step = present - drift; step <= present + drift; step++) {
    if (isSame(codeAt(key, step), given) && step > used) matched = step
  }
  return matched
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** A secret as authenticator apps take it, from a random token of at least 160 bits in base64url. */
export const secretFrom = (token: string): string => toBase32(Buffer.from(token, 'base64url').subarray(0, secretBytes))

/** The address that a QR code carries to an authenticator app. */
export function enrolmentAddress(secret: string, { issuer, account }: { issuer: string; account: string }): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}

/** RFC 4648, section 6. */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes as base32, without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map(group => alphabet.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('')
}

/** The bytes of base32, whatever the case of its letters; spaces and padding are passed over. */
export function fromBase32(text: string): Uint8Array {
  const letters = [...text.toUpperCase()].filter(letter => alphabet.includes(letter))
  const bits = letters.map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => Number.parseInt(byte, 2))
}
