/** What a person changes in the own account: name, password; and its recovery by whoever runs the installation. */
import { gate, type Person } from '../../access/actor.ts'
import { isProven } from '../../access/proof.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { listHistory, record } from '../../ledger/ledger.ts'
import { type Attempt, attemptKey, beginAttempt, forgiveAttempt } from './attempt-queries.ts'
import type { PasswordChange } from './forms.ts'
import { deletePasskeysOf, listPasskeys } from './passkey-queries.ts'
import { decidePassword, noPassword } from './password-decide.ts'
import {
  type Account,
  findAccount,
  findOwnAccount,
  holdAccount,
  listPosts,
  setName,
  setPassword,
  setSecondFactor,
} from './person-queries.ts'
import { endOtherSessions, findSessionById, listSessions } from './session-queries.ts'
import { failuresOfAccount, waitSentence } from './sign-in-limits.ts'

/** The queue of letters that tell somebody of a changed password. */
export const changedQueue = 'tell-changed-password'

/** An entry about a person's own account, that only this person sees. */
export const aboutAccount = (kind: string, person: Pick<Person, 'id'>) => ({
  kind,
  thing: 'person',
  thingId: person.id,
  boardId: null,
})

export const rename = (app: App, person: Person, name: string): Promise<void> =>
  app.db.as(person, async tx => {
    const account = await holdAccount(tx, person.id)
    if (account.name === name) return
    await setName(tx, person.id, name)
    await record(app, tx, person, [aboutAccount('account.renamed', person)])
  })

/** Changes the password, given the present one, and ends all other sessions. */
export async function changePassword(
  app: App,
  person: Person,
  { present, password }: PasswordChange,
): Promise<Decided<null>> {
  const proven = await provePassword(app, person, { password: present, field: 'present' })
  if (!proven.ok) return proven
  const mistake = decidePassword(password, proven.value)
  if (mistake) return refuse(mistake)
  if (password === present)
    return refuse({ field: 'password', message: 'Choose another password than the one you have' })
  const hash = await app.passwords.hash(password)
  await app.db.as(person, async tx => {
    await setPassword(tx, person.id, hash)
    await endOtherSessions(tx, person.id, { but: person.sessionId, now: app.clock.now() })
    await app.jobs.send(tx, changedQueue, { person: person.id })
    await record(app, tx, person, [aboutAccount('account.password-changed', person)])
  })
  return decide(null)
}

/**
 * For whoever signs in with a provider alone: refuses unless the session showed lately who its person is. The mistake
 * is at the field.
 */
export const provePresence = (app: App, person: Person, field: string): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const now = app.clock.now()
    const { provenAt } = await findSessionById(tx, person.sessionId, now)
    if (isProven(provenAt, 'POST', now)) return decide(null)
    return refuse({ field, message: 'It is a while since you signed in. Show first that it is you, by the link below' })
  })

/** Makes sure that the one who sits there knows the password. Wrong ones count as failed attempts to sign in. */
export async function provePassword(
  app: App,
  person: Person,
  { password, field }: { password: string; field: string },
): Promise<Decided<Account & { readonly boards: readonly string[] }>> {
  const { attempt, account, key } = await app.db.as(gate, tx => beginProof(app, tx, person))
  if ('until' in attempt) return refuse({ field, message: waitSentence(attempt.until, app.clock.now()) })
  if (!(await app.passwords.verify(password, account.passwordHash)))
    return refuse({ field, message: 'This is not the password that you have now' })
  await app.db.as(gate, tx => forgiveAttempt(tx, attempt as Attempt, key))
  return decide(account)
}

async function beginProof(app: App, tx: Tx, person: Person) {
  const account = await holdAccount(tx, person.id)
  const key = attemptKey('account', account.email)
  const attempt = await beginAttempt(app, tx, [{ key, most: failuresOfAccount }])
  const posts = await listPosts(tx, person.id)
  const boards = posts.flatMap(({ boardName, boardShortName }) => [boardName, boardShortName])
  return { account: { ...account, boards }, attempt, key }
}

/**
 * For somebody who has lost password or phone, by whoever runs the installation: gives a new password to hand over,
 * takes the second factor and all passkeys off and ends every session. Null when there is no such account.
 */
export async function recoverAccount(app: App, email: string): Promise<string | null> {
  const password = app.chance.token().slice(0, 20)
  const hash = await app.passwords.hash(password)
  return app.db.as(gate, async tx => {
    const account = await findAccount(tx, email)
    if (!account) return null
    await setPassword(tx, account.id, hash)
    await setSecondFactor(tx, account.id, null)
    await deletePasskeysOf(tx, account.id)
    await endOtherSessions(tx, account.id, { but: null, now: app.clock.now() })
    const posts = await listPosts(tx, account.id)
    const boards = [...new Set(posts.map(({ boardId }) => boardId))]
    const entry = aboutAccount('account.recovered', account)
    // Nobody in particular did it, so it stands in the history of each of the person's boards.
    await record(app, tx, gate, boards.length > 0 ? boards.map(boardId => ({ ...entry, boardId })) : [entry])
    return password
  })
}

/** Everything that the account page shows. */
export const showAccount = (app: App, person: Person) =>
  app.db.as(person, async tx => {
    const { name, email, secondFactorSince, passwordHash } = await findOwnAccount(tx, person.id)
    const posts = await listPosts(tx, person.id)
    const sessions = await listSessions(tx, person.id, app.clock.now())
    const history = await listHistory(tx, { thingId: person.id })
    const own = history.filter(({ boardId }) => boardId === null).slice(0, 20)
    const hasPassword = passwordHash !== noPassword
    const passkeys = (await listPasskeys(tx, person.id)).length
    return { name, email, secondFactorSince, hasPassword, passkeys, posts, sessions, history: own }
  })
