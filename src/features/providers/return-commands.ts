/** What becomes of somebody who comes back from a provider. */
import { gate, type Person } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Tx } from '../../app.ts'
import { isAhead } from '../../core/clock-tolerance.ts'
import type { Identity, Provider } from '../../identity.ts'
import { findAccount, forgiveOnly, setProven } from '../accounts/index.ts'
import { acceptFor, makeAccount } from './acceptance-commands.ts'
import { browserHash } from './begin-commands.ts'
import { type Errand, openUnderway, type Problem, type Underway } from './errand.ts'
import { linkTo } from './link-commands.ts'
import { awaitSubject, findLink } from './link-queries.ts'
import { keepVisitor } from './request-commands.ts'
import { isNamed } from './rule-commands.ts'
import { type SignedIn, signInAs } from './sign-in-commands.ts'
import { takeAttempt } from './underway-queries.ts'

export interface Returning {
  readonly provider: Provider
  readonly query: URLSearchParams
  readonly csrf: string
  readonly device: string
  /** The session that the browser carries, and whose it is where it is in force. */
  readonly sessionToken: string | null
  readonly person: Person | null
}

export type Outcome =
  | { readonly kind: 'problem'; readonly problem: Problem }
  | ({ readonly kind: 'signed in' } & SignedIn)
  /** With the token of the page on which to ask for access. */
  | { readonly kind: 'stranger'; readonly token: string }
  | { readonly kind: 'linked' }
  | { readonly kind: 'proven'; readonly to: string }

export interface Returned {
  /** Null where nobody knows of any. */
  readonly errand: Errand | null
  readonly outcome: Outcome
}

const problem = (what: Problem): Outcome => ({ kind: 'problem', problem: what })

/** Faults that are not the person's, and so do not count as failed attempts. */
const nobodysFault: readonly Problem[] = ['away', 'certificate', 'clock']

/** Takes somebody in who comes back. What came counts once, and in the browser alone that was sent out. */
export async function takeReturn(app: App, returning: Returning): Promise<Returned> {
  const underway = await findUnderway(app, returning)
  if (!underway || underway.provider !== returning.provider.key) return { errand: null, outcome: problem('over') }
  const { errand, nonce, verifier, again } = underway
  const proof = { state: returning.query.get('state') ?? '', nonce, verifier, again }
  const told = await app.providers.finish(returning.provider, returning.query, proof)
  if (told.ok || nobodysFault.includes(told.fault))
    await app.db.as(gate, tx => forgiveOnly(tx, { ids: underway.counted }))
  const outcome = told.ok ? await runErrand(app, underway, { ...returning, identity: told.value }) : problem(told.fault)
  return { errand, outcome }
}

const findUnderway = (app: App, { query, csrf }: Returning): Promise<Underway | null> =>
  app.db.as(gate, async tx => {
    const state = query.get('state')
    if (!state) return null
    const asked = { tokenHash: hashToken(state), browserHash: browserHash({ csrf }), now: app.clock.now() }
    const sealed = await takeAttempt(tx, asked)
    return sealed === null ? null : openUnderway(app, sealed)
  })

interface Known extends Returning {
  readonly identity: Identity
}

const runErrand = (app: App, underway: Underway, known: Known): Promise<Outcome> =>
  app.db.as(gate, async tx => {
    const { errand } = underway
    await awaitSubject(tx, known.identity)
    if (errand.kind === 'sign-in') return signInOr(app, tx, known)
    if (errand.kind === 'acceptance') return acceptFor(app, tx, { token: errand.invitation, ...known })
    // Somebody else may sit there by now, or nobody.
    const { person, identity } = known
    if (person?.id !== errand.personId || person.sessionId !== errand.sessionId) return problem('over')
    if (errand.kind === 'link') return linkTo(app, tx, person, identity)
    return proveBy(app, tx, { person, identity, begunAt: new Date(underway.begunAt), to: errand.to })
  })

async function signInOr(app: App, tx: Tx, known: Known): Promise<Outcome> {
  const { identity, device, sessionToken } = known
  const link = await findLink(tx, identity)
  if (!link) return welcomeStranger(app, tx, known)
  return { kind: 'signed in', ...(await signInAs(app, tx, { link, identity, device, sessionToken })) }
}

/** Somebody whom a rule of a board names is let in by it; anybody else may ask. */
async function welcomeStranger(app: App, tx: Tx, known: Known): Promise<Outcome> {
  const { identity, provider, csrf, device, sessionToken } = known
  const { issuer, subject, name, email, emailVerified } = identity
  if (name && email && (await isNamed(tx, identity)) && !(await findAccount(tx, email))) {
    const { link } = await makeAccount(app, tx, { name, email, identity })
    return { kind: 'signed in', ...(await signInAs(app, tx, { link, identity, device, sessionToken })) }
  }
  const visitor = { provider: provider.key, issuer, subject, name, email, emailVerified }
  return { kind: 'stranger', token: await keepVisitor(app, tx, visitor, csrf) }
}

interface Proving {
  readonly person: Person
  readonly identity: Identity
  readonly begunAt: Date
  readonly to: string
}

/** The person has shown the provider who they are since they were sent there, and it is the person's own account. */
async function proveBy(app: App, tx: Tx, { person, identity, begunAt, to }: Proving): Promise<Outcome> {
  const link = await findLink(tx, identity)
  if (link?.personId !== person.id) return problem('not yours')
  if (!identity.shownAt || isAhead(begunAt, identity.shownAt)) return problem('refused')
  await setProven(tx, person.sessionId, app.clock.now())
  return { kind: 'proven', to }
}
