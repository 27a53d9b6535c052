/** Passkeys in use: to sign in with nothing else, as the second factor, or to show again who one is. */
import { gate, type Person, type PersonId } from '../../access/actor.ts'
import { isCountedBack, type PasskeyClaim } from '../../access/passkeys.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, Forbidden, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount } from './account-commands.ts'
import { attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import { noSession } from './job-commands.ts'
import { sealDevice } from './known-device.ts'
import { makeChallenge, passkeyQueue } from './passkey-commands.ts'
import { type Bound, holdPasskey, listPasskeys, setPasskeyUsed, takeChallenge } from './passkey-queries.ts'
import { findOwnAccount } from './person-queries.ts'
import { openSession } from './session-commands.ts'
import { endSessionOf, findSessionById, setProven } from './session-queries.ts'
import { type Completed, completeSignIn, type From, type SignedIn, signedInEntry } from './sign-in-commands.ts'
import { failuresOfAccount, failuresOfCode, failuresOfOrigin, type Limit, waitSentence } from './sign-in-limits.ts'

const nobody: Bound = { purpose: 'sign in', personId: null, sessionId: null }

/** What the browser of somebody who is about to sign in needs: it names no passkey, so it tells of no account. */
export const askForSignIn = (app: App): Promise<object> =>
  app.db.as(gate, async tx => app.passkeys.askForUse(await makeChallenge(app, tx, nobody), []))

type Again = 'second factor' | 'proof'

/** What the browser needs to use one of the person's own passkeys. Throws Forbidden when none is awaited. */
export const askForOwnPasskey = (app: App, person: Person, purpose: Again): Promise<object> =>
  app.db.as(gate, async tx => {
    await requireStage(app, tx, person, purpose)
    const known = await listPasskeys(tx, person.id)
    if (known.length === 0) throw new Forbidden('passkey')
    const { id: personId, sessionId } = person
    return app.passkeys.askForUse(await makeChallenge(app, tx, { purpose, personId, sessionId }), known)
  })

async function requireStage(app: App, tx: Tx, { sessionId }: Person, purpose: Again): Promise<void> {
  const { stage } = await findSessionById(tx, sessionId, app.clock.now())
  if (stage !== (purpose === 'proof' ? 'full' : 'password')) throw new Forbidden('passkey')
}

/**
 * Begins a session for whoever holds a passkey and has shown that to its device, which counts as both factors. What is
 * not known and what is not right are answered in the same words.
 */
export const signInWithPasskey = (app: App, answer: string, from: From): Promise<Decided<SignedIn>> =>
  app.db.as(gate, async tx => {
    const claim = app.passkeys.read(answer)
    if (!claim) return wrong
    const key = attemptKey('passkey', claim.credentialId)
    const origin = { key: attemptKey('origin', from.origin), most: failuresOfOrigin }
    const shown = await tryPasskey(app, tx, {
      claim,
      answer,
      bound: nobody,
      limits: [{ key, most: failuresOfAccount }, origin],
    })
    if (!shown.ok) {
      app.log.info('sign-in refused')
      return shown
    }
    if (from.sessionToken) await endSessionOf(tx, from.sessionToken, app.clock.now())
    const { id, name } = await findOwnAccount(tx, shown.value)
    const { id: sessionId, token } = await openSession(app, tx, { personId: id, stage: 'full', device: from.device })
    await record(app, tx, { kind: 'person', id, name, sessionId, posts: [] }, [signedInEntry({ id }, 'passkey')])
    return decide({ token, stage: 'full', knownDevice: sealDevice(app, id) })
  })

/** Takes a passkey in the place of the code, after the first factor. Throws Forbidden as above. */
export const givePasskey = (app: App, person: Person, answer: string): Promise<Decided<Completed>> =>
  app.db.as(gate, async tx => {
    await requireStage(app, tx, person, 'second factor')
    const shown = await tryOwnPasskey(app, tx, { person, answer, purpose: 'second factor' })
    return shown.ok ? decide(await completeSignIn(app, tx, person, 'passkey')) : shown
  })

/** Notes that the person of the session has shown who they are, with a passkey. Throws Forbidden as above. */
export const proveWithPasskey = (app: App, person: Person, answer: string): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    await requireStage(app, tx, person, 'proof')
    const shown = await tryOwnPasskey(app, tx, { person, answer, purpose: 'proof' })
    if (!shown.ok) return shown
    await setProven(tx, person.sessionId, app.clock.now())
    return decide(null)
  })

interface Own {
  readonly person: Person
  readonly answer: string
  readonly purpose: Again
}

async function tryOwnPasskey(app: App, tx: Tx, { person, answer, purpose }: Own): Promise<Decided<PersonId>> {
  const claim = app.passkeys.read(answer)
  if (!claim) return wrong
  const bound = { purpose, personId: person.id, sessionId: person.sessionId }
  const limit = { key: attemptKey('code', person.id), most: failuresOfCode }
  return tryPasskey(app, tx, { claim, answer, bound, limits: [limit] })
}

interface Tried {
  readonly claim: PasskeyClaim
  readonly answer: string
  readonly bound: Bound
  /** The first is forgiven altogether when it succeeds. */
  readonly limits: readonly [Limit, ...Limit[]]
}

/** Whose passkey it is, if it is one and all is right: the challenge is used up in any case. */
async function tryPasskey(app: App, tx: Tx, { claim, answer, bound, limits }: Tried): Promise<Decided<PersonId>> {
  const now = app.clock.now()
  const attempt = await beginAttempt(app, tx, limits)
  if ('until' in attempt) return refuse({ field: 'passkey', message: waitSentence(attempt.until, now) })
  const isAsked = await takeChallenge(tx, claim.challenge, { ...bound, now })
  const passkey = await holdPasskey(tx, claim.credentialId)
  // Only somebody who is about to sign in must be named by the device; of anybody else it is known who they are.
  const claimed = claim.personId ?? bound.personId
  const isTheirs = passkey?.personId === claimed && (bound.personId ?? claimed) === claimed
  const counter = isAsked && passkey && isTheirs ? await app.passkeys.checkUse(answer, claim.challenge, passkey) : null
  if (counter === null || !passkey) return wrong
  if (isCountedBack(counter, Number(passkey.counter))) {
    await noteCopy(app, tx, passkey.personId)
    return copied
  }
  await setPasskeyUsed(tx, passkey.id, { counter, now })
  await forgiveAttempt(tx, attempt, limits[0].key)
  return decide(passkey.personId)
}

/** Whoever signed holds the key, so it is told as the person's own; the letter reaches the person in any case. */
async function noteCopy(app: App, tx: Tx, id: PersonId): Promise<void> {
  const { name } = await findOwnAccount(tx, id)
  app.log.warn('passkey refused, its counter went back')
  await app.jobs.send(tx, passkeyQueue, { person: id, what: 'refused' })
  const person: Person = { kind: 'person', id, name, sessionId: noSession, posts: [] }
  await record(app, tx, person, [aboutAccount('account.passkey-refused', person)])
}

/** The same words whether the passkey is not known, is another person's, was used before or answers too late. */
const wrong = refuse({
  field: 'passkey',
  message: 'The passkey could not be checked. Try again, or use another way to show who you are',
})

const copied = refuse({
  field: 'passkey',
  message: 'The passkey was refused, because it may have been copied. Use another way, and remove it from your account',
})
