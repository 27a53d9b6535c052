/**
 * Keyed fingerprints of redacted words, by which they are found again in a restored backup though nobody knows them any
 * more. Words are compared as people see them: without case, accents in either form, any white space as one space.
 */
import { createHmac } from 'node:crypto'
import type { Finder } from './blanking.ts'

/** What is kept of one name or phrase. Without the installation's key it tells nothing but its length. */
export interface Fingerprint {
  /** How many letters, signs and spaces it has in the form in which words are compared. */
  readonly letters: number
  /** Chance of its own, so that the same words twice have nothing in common. */
  readonly salt: string
  /** 16 bits of a rolling hash whose base the key gives: it leaves few places at which to try the mark. */
  readonly sieve: number
  /** HMAC with SHA-256, in base64url. */
  readonly mark: string
}

/** A text in the form in which words are compared, each letter with where it came from, in UTF-16 units. */
interface Folded {
  readonly letters: readonly number[]
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Soft hyphens and spaces without width, which may stand between the letters of a word. */
const unseen = new Set(['\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'])
const space = 32

function fold(text: string): Folded {
  const [letters, from, to]: [number[], number[], number[]] = [[], [], []]
  let at = 0
  for (const letter of text) {
    const end = at + letter.length
    if (/\s/.test(letter) && !unseen.has(letter)) {
      // However much white space there is, it counts as one space.
      if (letters.at(-1) === space) to[to.length - 1] = end
      else push(space)
    } else if (!unseen.has(letter)) for (const part of comparable(letter)) push(part.codePointAt(0) ?? 0)
    at = end
    function push(code: number) {
      letters.push(code)
      from.push(at)
      to.push(end)
    }
  }
  return { letters, from, to }
}

/** Upper case first, for some letters have two small forms. */
function comparable(letter: string): string {
  if (/[’‘ʼ]/.test(letter)) return "'"
  if (/[‐‑‒–]/.test(letter)) return '-'
  return letter.toUpperCase().toLowerCase().normalize('NFD')
}

/** The fingerprint of a name or phrase; null when nothing of it can be seen. */
export function fingerprintOf(words: string, { key, salt }: { key: Uint8Array; salt: string }): Fingerprint | null {
  const { letters } = fold(words.trim())
  if (letters.length === 0) return null
  return { letters: letters.length, salt, sieve: sieveOf(letters, baseOf(key, salt)), mark: markOf(letters, key, salt) }
}

const markOf = (letters: readonly number[], key: Uint8Array, salt: string) =>
  createHmac('sha256', key)
    .update(`mark ${salt} ${letters.map(code => String.fromCodePoint(code)).join('')}`)
    .digest('base64url')

/** The largest prime below 2 to the 26th: the product of two remainders is still an exact number. */
const prime = 67_108_859
const sieveSize = 65_536

const baseOf = (key: Uint8Array, salt: string): number =>
  2 + (createHmac('sha256', key).update(`sieve ${salt}`).digest().readUInt32BE(0) % (prime - 2))

const sieveOf = (letters: readonly number[], base: number): number =>
  letters.reduce((hash, code) => (hash * base + code) % prime, 0) % sieveSize

/** Finds the words again of which there are fingerprints, wherever `finderOf` would have found them. */
export const finderOfFingerprints =
  (fingerprints: readonly Fingerprint[], key: Uint8Array): Finder =>
  text => {
    const folded = fold(text)
    const found = fingerprints.flatMap(each =>
      placesOf(each, folded, key).map(at => [folded.from[at] ?? 0, folded.to[at + each.letters - 1] ?? 0] as const),
    )
    return joined(found)
  }

function placesOf({ letters: size, salt, sieve, mark }: Fingerprint, { letters }: Folded, key: Uint8Array): number[] {
  if (letters.length < size) return []
  const base = baseOf(key, salt)
  let leading = 1
  for (let i = 1; i < size; i++) leading = (leading * base) % prime
  const found: number[] = []
  let hash = 0
  for (let at = 0; at < letters.length; at++) {
    const left = at - size
    if (left >= 0) hash = (hash + (prime - (((letters[left] ?? 0) * leading) % prime))) % prime
    hash = (hash * base + (letters[at] ?? 0)) % prime
    const start = left + 1
    if (start < 0 || hash % sieveSize !== sieve) continue
    if (markOf(letters.slice(start, at + 1), key, salt) === mark) found.push(start)
  }
  return found
}

/** Those that touch or overlap as one. */
function joined(found: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const apart: [number, number][] = []
  for (const [from, to] of found.toSorted((a, b) => a[0] - b[0])) {
    const last = apart.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else apart.push([from, to])
  }
  return apart
}
