/** Signing in: the password, then the second factor where there is one; here by its code. */
import { gate, type Person } from '../../access/actor.ts'
import { matchCode } from '../../access/totp.ts'
import type { App } from '../../app.ts'
import { type Decided, decide, Forbidden, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import { aboutAccount } from './account-commands.ts'
import { type Attempt, attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import type { SignIn } from './forms.ts'
import { deviceOf, sealDevice } from './known-device.ts'
import { type Account, findAccount, holdAccount, setLastStep } from './person-queries.ts'
import { openFactor } from './sealed-factor.ts'
import { openSession } from './session-commands.ts'
import { completeSession, endSessionOf, findSessionById, type Stage } from './session-queries.ts'
import {
  failuresOfAccount,
  failuresOfCode,
  failuresOfOrigin,
  later,
  sessionLasts,
  waitSentence,
} from './sign-in-limits.ts'

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
 * Takes the code of the second factor, for somebody who has given the password. Gives the session's new token and what
 * the device is to keep. Each code counts once. Throws Forbidden when no code is awaited.
 */
export const giveCode = (
  app: App,
  person: Person,
  code: string,
): Promise<Decided<{ token: string; knownDevice: string }>> =>
  app.db.as(gate, async tx => {
    const now = app.clock.now()
    const key = attemptKey('code', person.id)
    const attempt = await beginAttempt(app, tx, [{ key, most: failuresOfCode }])
    if ('until' in attempt) return refuse({ field: 'code', message: waitSentence(attempt.until, now) })
    const session = await findSessionById(tx, person.sessionId, now)
    const account = await holdAccount(tx, person.id)
    if (session.stage !== 'password' || account.secret === null) throw new Forbidden('sign-in')
    const secret = openFactor(app.vault, person.id, account.secret)
    const step = secret === null ? null : matchCode(secret, code, { now, lastStep: account.lastStep })
    if (step === null) return wrongCode
    await setLastStep(tx, person.id, step)
    await forgiveAttempt(tx, attempt, key)
    const token = app.chance.token()
    await completeSession(tx, session.id, { token, now, expiresAt: later(now, sessionLasts) })
    await record(app, tx, person, [signedInEntry(person, 'password and code')])
    return decide({ token, knownDevice: sealDevice(app, person.id) })
  })

const wrongCode = refuse({
  field: 'code',
  message: 'The code is not right, or was used already. Enter the one that the app shows now',
})

type By = 'password' | 'password and code' | 'password and passkey' | 'passkey' | 'provider'

/** The entry of a sign-in, with what the person has shown. */
export const signedInEntry = (person: Pick<Person, 'id'>, by: By) => ({
  ...aboutAccount('account.signed-in', person),
  facts: { by },
})
