import { createHash, timingSafeEqual } from 'node:crypto'

/**
 * The token that a form carries to show that it came from Heed's own page: made from a cookie that no other site can
 * read or set. Signed in, it is bound to the session; before that, to the visit.
 */
export const formToken = (cookie: string): string => createHash('sha256').update(`form ${cookie}`).digest('base64url')

/** Whether the token that a form brought is the one of its page; takes as long either way. */
export function isFormToken(given: string | null, cookie: string): boolean {
  const [a, b] = [Buffer.from(given ?? ''), Buffer.from(formToken(cookie))]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** A key that stands for an address without being it. */
export const originKey = (address: string): string =>
  createHash('sha256').update(`origin ${address}`).digest('base64url')

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** "Firefox on Windows": enough for a person to know a session by. */
export function deviceName(userAgent: string): string {
  const named = (list: typeof browsers, otherwise: string) =>
    list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? otherwise
  return `${named(browsers, 'A browser')} on ${named(systems, 'an unknown system')}`
}
