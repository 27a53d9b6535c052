/** Who somebody is by the word of their organisation: what a command may ask of providers. */

/** An organisation's service that says who somebody is: a provider of OpenID Connect. */
export interface Provider {
  /** A short word for addresses. */
  readonly key: string
  readonly name: string
  readonly issuer: string
  /** The claims whose values the rules of boards may ask for. */
  readonly claims: readonly string[]
}

/** Somebody as a provider tells them. */
export interface Identity {
  readonly issuer: string
  readonly subject: string
  readonly name: string | null
  readonly email: string | null
  /** Whether the provider says that the e-mail address is this person's. */
  readonly emailVerified: boolean
  /** The values of the provider's claims. */
  readonly values: Readonly<Record<string, readonly string[]>>
  /** Whether a second factor was given there, of a kind that the operator lets count. */
  readonly secondFactor: boolean
  /** When the person showed the provider who they are; null when it does not say. */
  readonly shownAt: Date | null
}

/**
 * Why a provider did not say who somebody is: it cannot be reached, or not safely; what came is not for this sign-in,
 * was used before, or is of another time; the person went back; or it refuses.
 */
export type ProviderFault = 'away' | 'certificate' | 'mismatch' | 'used' | 'clock' | 'cancelled' | 'refused'

export type ToldBy<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: ProviderFault }

/** What belongs to one sign-in and is known to nobody else. */
export interface ProviderProof {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Whether the person must show the provider anew who they are. */
  readonly again: boolean
}

/** The providers that the operator lists. Each is asked only when somebody signs in by it. */
export interface Providers {
  readonly all: readonly Provider[]
  /** The address at the provider where somebody begins to sign in. */
  begin(provider: Provider, proof: ProviderProof): Promise<ToldBy<string>>
  /** Who it was, from the query with which the provider sent the person back. */
  finish(provider: Provider, query: URLSearchParams, proof: ProviderProof): Promise<ToldBy<Identity>>
}
