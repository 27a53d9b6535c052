/** What somebody is sent to a provider for, and what is kept of it until they come back. */
import type { PersonId, SessionId } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import type { Provider, ProviderFault } from '../../identity.ts'
import { urls } from '../../urls.ts'

export type Errand =
  /** With the invitation that the person came from, to go back to. */
  | { readonly kind: 'sign-in'; readonly invitation: string | null }
  /** With the token of the invitation's link. */
  | { readonly kind: 'acceptance'; readonly invitation: string }
  | { readonly kind: 'link'; readonly personId: PersonId; readonly sessionId: SessionId }
  /** With the page to go on to. */
  | { readonly kind: 'proof'; readonly personId: PersonId; readonly sessionId: SessionId; readonly to: string }

/** A sign-in on its way. */
export interface Underway {
  readonly provider: string
  readonly nonce: string
  readonly verifier: string
  readonly again: boolean
  /** In milliseconds since 1970. */
  readonly begunAt: number
  readonly errand: Errand
  /** The failed attempts that it is counted as until it succeeds. */
  readonly counted: readonly string[]
}

const about = 'sign-in with a provider'

export const sealUnderway = ({ vault }: Pick<App, 'vault'>, underway: Underway): string =>
  vault.seal(JSON.stringify(underway), about)

/** Null when it was sealed with a secret that nobody knows any more. */
export function openUnderway({ vault }: Pick<App, 'vault'>, sealed: string): Underway | null {
  const opened = vault.open(sealed, about)
  return opened === null ? null : (JSON.parse(opened) as Underway)
}

/** Why an errand failed: the provider's fault, or what Heed found when the person came back. */
export type Problem = ProviderFault | 'over' | 'taken' | 'other link' | 'other account' | 'not yours' | 'has account'

/** Where somebody goes on whose errand failed. */
export function wayBackOf(errand: Errand | null): { readonly href: string; readonly text: string } {
  if (errand?.kind === 'link') return { href: urls.providerLinks(), text: 'Back to your account' }
  if (errand?.kind === 'proof') return { href: urls.proof(errand.to), text: 'Try again' }
  if (errand?.kind === 'acceptance') return { href: urls.invitation(errand.invitation), text: 'Back to the invitation' }
  return { href: urls.signIn(errand?.invitation ?? null), text: 'Go to the sign-in page' }
}

/** The provider of an address, where there is one. */
export const findProvider = ({ providers }: Pick<App, 'providers'>, key: string | undefined): Provider | null =>
  providers.all.find(each => each.key === key) ?? null
