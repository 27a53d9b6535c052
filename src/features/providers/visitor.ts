/** A stranger who has come back from a provider: known there, and not yet in Heed. */
import type { App } from '../../app.ts'
import type { Identity } from '../../identity.ts'

export interface Visitor extends Pick<Identity, 'issuer' | 'subject' | 'name' | 'email' | 'emailVerified'> {
  /** The key of the provider. */
  readonly provider: string
}

const about = 'a stranger who came through a provider'

export const sealVisitor = ({ vault }: Pick<App, 'vault'>, visitor: Visitor): string =>
  vault.seal(JSON.stringify(visitor), about)

/** Null when it was sealed with a secret that nobody knows any more, or is something else. */
export function openVisitor({ vault }: Pick<App, 'vault'>, sealed: string): Visitor | null {
  const opened = vault.open(sealed, about)
  return opened === null ? null : (JSON.parse(opened) as Visitor)
}
