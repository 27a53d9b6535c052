/** Sending somebody to a provider. */
import { gate } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App } from '../../app.ts'
import type { Provider, ProviderFault } from '../../identity.ts'
import { attemptKey, beginAttempt, forgiveOnly, later, waitSentence } from '../accounts/index.ts'
import { type Errand, sealUnderway } from './errand.ts'
import { insertAttempt } from './underway-queries.ts'

/** In milliseconds: how long somebody may be with the provider. */
export const underwayFor = 10 * 60_000
/** So many may be begun in vain from one address in a quarter of an hour: a whole council can share one. */
export const begunOfOrigin = 200

export interface Browser {
  /** What is the browser's own, and not the same in any other. */
  readonly csrf: string
  readonly origin: string
}

/** What stands for a browser in the table. */
export const browserHash = ({ csrf }: Pick<Browser, 'csrf'>): string => hashToken(`browser ${csrf}`)

export type Begun =
  | { readonly kind: 'go'; readonly to: string }
  | { readonly kind: 'fault'; readonly fault: ProviderFault }
  | { readonly kind: 'wait'; readonly sentence: string }

/**
 * The address at the provider to go to. Each counts as begun in vain from the address of the network until the person
 * comes back; a provider that is away is nobody's failure.
 */
export async function beginErrand(app: App, provider: Provider, errand: Errand, browser: Browser): Promise<Begun> {
  const limit = { key: attemptKey('provider origin', browser.origin), most: begunOfOrigin }
  const attempt = await app.db.as(gate, tx => beginAttempt(app, tx, [limit]))
  const now = app.clock.now()
  if ('until' in attempt) return { kind: 'wait', sentence: waitSentence(attempt.until, now) }
  const [state, nonce, verifier] = [app.chance.token(), app.chance.token(), app.chance.token()]
  const again = errand.kind === 'proof'
  const told = await app.providers.begin(provider, { state, nonce, verifier, again })
  if (!told.ok) {
    await app.db.as(gate, tx => forgiveOnly(tx, attempt))
    return { kind: 'fault', fault: told.fault }
  }
  const kept = { provider: provider.key, nonce, verifier, again, begunAt: now.getTime(), errand, counted: attempt.ids }
  await app.db.as(gate, tx =>
    insertAttempt(tx, {
      id: app.chance.id<string>(),
      tokenHash: hashToken(state),
      browserHash: browserHash(browser),
      sealed: sealUnderway(app, kept),
      now,
      expiresAt: later(now, underwayFor),
    }),
  )
  return { kind: 'go', to: told.value }
}
