/**
 * Passkeys as a command sees them (W3C Web Authentication, Level 3). What a browser sends is a text that only
 * `Passkeys` can read.
 */
import type { PersonId } from './actor.ts'

/** What a challenge was made for; it counts for nothing else. */
export type Purpose = 'add' | 'sign in' | 'second factor' | 'proof'

/** What is kept of a passkey, beside whose it is. */
export interface PasskeyFacts {
  /** What the device calls it: base64url. */
  readonly credentialId: string
  /** COSE, as base64url. */
  readonly publicKey: string
  readonly counter: number
  readonly transports: readonly string[]
}

/** What a browser says that it answers, with what, and for whom. Nothing of it is proven. */
export interface PasskeyClaim {
  readonly challenge: string
  readonly credentialId: string
  /** Null where the device does not say whom it holds the passkey for. */
  readonly personId: PersonId | null
}

type Known = Pick<PasskeyFacts, 'credentialId' | 'transports'>

/** Asks devices for passkeys, and checks what they answer. Each asks that the device makes sure who holds it. */
export interface Passkeys {
  /** What a browser needs to make a passkey; `known` are those that the person has, which are not made again. */
  askForNew(
    challenge: string,
    of: {
      readonly personId: PersonId
      readonly email: string
      readonly name: string
      readonly known: readonly Known[]
    },
  ): Promise<object>
  /** What a browser needs to use a passkey: one of `known`, or when there are none, any that it has for this site. */
  askForUse(challenge: string, known: readonly Known[]): Promise<object>
  /** Null for what is no answer of a browser. */
  read(text: string): PasskeyClaim | null
  /** The passkey that was made for the challenge, at this very site; null when anything is not right. */
  checkNew(text: string, challenge: string): Promise<PasskeyFacts | null>
  /** What the device has counted, when it signed the challenge at this very site; null when anything is not right. */
  checkUse(
    text: string,
    challenge: string,
    passkey: Pick<PasskeyFacts, 'credentialId' | 'publicKey'>,
  ): Promise<number | null>
}

/** Whether what a device counted goes back or stands still: then two devices may hold the same key. */
export const isCountedBack = (counter: number, before: number): boolean =>
  (counter > 0 || before > 0) && counter <= before
