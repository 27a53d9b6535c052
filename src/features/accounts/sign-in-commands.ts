/** Signing in: the password, then the second factor where there is one; here by its code. */
import { gate, type Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, Forbidden, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount } from './account-commands.ts'
import { type Attempt, attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import { checkCode } from './code-commands.ts'
import type { SignIn } from './forms.ts'
import { deviceOf, sealDevice } from './known-device.ts'
import { type Account, findAccount, holdAccount, setLastStep } from './person-queries.ts'
import { openSession } from './session-commands.ts'
import { completeSession, endSessionOf, findSessionById, type Stage } from './session-queries.ts'
import { failuresOfAccount, failuresOfOrigin, later, sessionLasts, waitSentence } from './sign-in-limits.ts'

/** Where somebody signs in from. */
export interface From {
  readonly device: string
  readonly origin: string
  /** The session that the browser still carries, which a new one replaces. */
  readonly sessionToken: string | null
  /** What the device keeps, if somebody has signed in on it. */
  readonly knownDevice: string | null
}

export interface SignedIn {
  readonly token: string
  /** What the device is to keep; null while the code is still to come. */
  readonly knownDevice: string | null
  /** 'password' when the second factor is still to come. */
  readonly stage: Stage
}

/** The same words whether the account does not exist or the password is wrong. */
const wrong = refuse({ field: 'email', message: 'The e-mail address or the password is not right' })

/**
 * Takes e-mail address and password, and begins a session under a new token. Mistakes are said in the same words, after
 * the same time, whether or not there is such an account.
 */
export async function signIn(app: App, { email, password }: SignIn, from: From): Promise<Decided<SignedIn>> {
  const { attempt, account, key } = await app.db.as(gate, async tx => {
    const account = await findAccount(tx, email)
    const device = deviceOf(app, from.knownDevice, account?.id ?? null)
    const key = device ? attemptKey('device', device) : attemptKey('account', email)
    const attempt = await beginAttempt(app, tx, [
      { key, most: failuresOfAccount },
      { key: attemptKey('origin', from.origin), most: failuresOfOrigin },
    ])
    return { attempt, account, key }
  })
  if ('until' in attempt) return refuse({ field: 'email', message: waitSentence(attempt.until, app.clock.now()) })
  // Outside any transaction: it takes a tenth of a second by design, whether or not there is such an account.
  const right = await app.passwords.verify(password, account?.passwordHash ?? null)
  if (!right || !account) {
    app.log.info('sign-in refused')
    return wrong
  }
  return decide(await beginSession(app, { account, attempt, key, from }))
}

interface Proven {
  readonly account: Account
  readonly attempt: Attempt
  /** What its failures are counted by. */
  readonly key: string
  readonly from: From
}

const beginSession = (app: App, { account, attempt, key, from }: Proven): Promise<SignedIn> =>
  app.db.as(gate, async tx => {
    await forgiveAttempt(tx, attempt, key)
    if (from.sessionToken) await endSessionOf(tx, from.sessionToken, app.clock.now())
    const stage = account.secret === null && !account.hasPasskey ? 'full' : 'password'
    const { id, token } = await openSession(app, tx, { personId: account.id, stage, device: from.device })
    const person: Person = { kind: 'person', id: account.id, name: account.name, sessionId: id, posts: [] }
    if (stage === 'full') await record(app, tx, person, [signedInEntry(person, 'password')])
    return { token, stage, knownDevice: stage === 'full' ? sealDevice(app, account.id) : null }
  })

/**
 * Takes the code of the second factor, for somebody who has shown the first. Gives the session's new token and what
 * the device is to keep. Throws Forbidden when no code is awaited.
 */
export const giveCode = (app: App, person: Person, code: string): Promise<Decided<Completed>> =>
  app.db.as(gate, async tx => {
    const { stage } = await findSessionById(tx, person.sessionId, app.clock.now())
    const { secret: sealed, lastStep } = await holdAccount(tx, person.id)
    if (stage !== 'password' || sealed === null) throw new Forbidden('sign-in')
    const checked = await checkCode(app, tx, { personId: person.id, sealed, lastStep, code })
    if (!checked.ok) return checked
    await setLastStep(tx, person.id, checked.value)
    return decide(await completeSignIn(app, tx, person, 'code'))
  })

export interface Completed {
  readonly token: string
  readonly knownDevice: string
}

/** Ends a sign-in of which the second factor was awaited and is shown. Must act as the gate. */
export async function completeSignIn(app: App, tx: Tx, person: Person, by: 'code' | 'passkey'): Promise<Completed> {
  const [token, now] = [app.chance.token(), app.clock.now()]
  const { linkId } = await completeSession(tx, person.sessionId, { token, now, expiresAt: later(now, sessionLasts) })
  await record(app, tx, person, [signedInEntry(person, `${linkId === null ? 'password' : 'provider'} and ${by}`)])
  return { token, knownDevice: sealDevice(app, person.id) }
}

type First = 'password' | 'provider'
type By = First | `${First} and ${'code' | 'passkey'}` | 'passkey'

/** The entry of a sign-in, with what the person has shown. */
export const signedInEntry = (person: Pick<Person, 'id'>, by: By) => ({
  ...aboutAccount('account.signed-in', person),
  facts: { by },
})
