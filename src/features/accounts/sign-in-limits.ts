/** How long a sign-in lasts and how often it may fail. */

const minute = 60_000
const hour = 60 * minute

/** A session that nobody uses ends after this long, in milliseconds. */
export const idleFor = 2 * hour
/** And every session ends after this long, used or not: a working day. */
export const sessionLasts = 12 * hour
/** How long the code of the second factor may be waited for after the password. */
export const codeAwaited = 10 * minute
/** How often a session's "last seen" is written, at the most. */
export const seenEvery = minute

/** How long a passkey may take to answer a challenge. */
export const challengeLasts = 5 * minute
/** So many passkeys for one person: more than anybody has devices. */
export const mostPasskeys = 20

/** Failures are counted over this long. */
export const failuresCount = 15 * minute
/** So many for one account: enough for a person who has forgotten, far too few to guess with. */
export const failuresOfAccount = 8
/** So many wrong codes for one person: of a million codes, three are right at any moment. */
export const failuresOfCode = 5
/** So many from one address: an office of fifty people can share one. */
export const failuresOfOrigin = 60

/** A link for a forgotten password can be used for so many minutes. */
export const recoveryMinutes = 60
/** So many letters for one e-mail address, and so many askings from one address of the network. */
export const askingsOfAccount = 3
export const askingsOfOrigin = 30

/** An invitation's link can be used for so many days. */
export const invitationDays = 7

/** A counted thing that may fail only so often. */
export interface Limit {
  /** A hash: it stands for an account or an address without being it. */
  readonly key: string
  readonly most: number
}

/** When the next try is allowed, given the latest failures (newest first); null when it is allowed now. */
export function nextTry(failedAt: readonly Date[], { most }: Pick<Limit, 'most'>, now: Date): Date | null {
  const counted = failedAt.filter(at => now.getTime() - at.getTime() < failuresCount)
  const oldest = counted[most - 1]
  return oldest ? new Date(oldest.getTime() + failuresCount) : null
}

/** Says when to try again. It says the same whether or not there is such an account. */
export function waitSentence(until: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / minute))
  return `There were too many attempts. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`
}

export const later = (now: Date, milliseconds: number): Date => new Date(now.getTime() + milliseconds)
