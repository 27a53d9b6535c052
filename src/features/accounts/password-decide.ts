import type { Mistake } from '../../core/refusals.ts'
import { commonPasswords } from './common-passwords.ts'

/** In characters. NIST SP 800-63B-4 (2025), section 3.1.1.2, asks for 8 at least beside a second factor. */
export const shortestPassword = 12
/** In characters. Enough for any sentence, and no way to keep the machine busy. */
export const longestPassword = 128

/** In the place of a password's hash, for whoever signs in with a provider alone: no password matches it. */
export const noPassword = ''

/** What a password is made of must not be what anybody knows of the person. */
export interface Known {
  readonly name: string
  readonly email: string
  /** The names of the person's boards, long and short. */
  readonly boards: readonly string[]
}

const fewestSigns = 5
const fewestOwnLetters = 4

/** What stands against a new password, for the field; null when nothing does. No rule asks for kinds of signs. */
export function decidePassword(password: string, known: Known, field = 'password'): Mistake | null {
  const message = objection(password, known)
  return message ? { field, message } : null
}

function objection(password: string, known: Known): string | null {
  const length = [...password].length
  if (password === '') return 'Enter a password'
  if (length < shortestPassword) return `The password must be ${shortestPassword} characters or more`
  if (length > longestPassword) return `The password must be ${longestPassword} characters or fewer`
  if (new Set(password).size < fewestSigns || isCommon(password)) {
    return 'This password is among the first that somebody would try. Choose three or four random words instead'
  }
  if (isMadeOf(password, known)) {
    return 'The password must not be made of your name, your e-mail address or the name of the board'
  }
  return null
}

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}]/gu, '')

function isCommon(password: string): boolean {
  const letters = lettersOf(password)
  const half = letters.slice(0, letters.length / 2)
  return letters === '' || commonPasswords.has(letters) || (half + half === letters && commonPasswords.has(half))
}

/** Whether too little is left of it once the words that everybody knows of the person are taken out. */
function isMadeOf(password: string, { name, email, boards }: Known): boolean {
  const words = [name, email.split('@')[0] ?? '', email.split('@')[1] ?? '', ...boards]
    .flatMap(text => [lettersOf(text), ...fold(text).split(/[^\p{L}]+/u)])
    .filter(word => word.length >= 3)
    .sort((a, b) => b.length - a.length)
  const letters = lettersOf(password)
  const left = words.reduce((rest, word) => rest.replaceAll(word, ''), letters)
  return left !== letters && left.length < fewestOwnLetters
}
