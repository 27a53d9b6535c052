/** A forgotten password: a link is sent to the e-mail address of the account, and opens the choice of another, once. */
import { gate, type PersonId } from '../../access/actor.ts'
import { hashToken } from '../../access/secrets.ts'
import type { App, Letter, Tx } from '../../app.ts'
import { type Decided, decide, NotFound, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { RecoveryId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { aboutAccount, changedQueue } from './account-commands.ts'
import { attemptKey, beginAttempt, forgiveAccount } from './attempt-queries.ts'
import { sealDevice } from './known-device.ts'
import { decidePassword } from './password-decide.ts'
import { findOwnAccount, listPosts, setPassword } from './person-queries.ts'
import { changedLetter, passkeyLetter, type passkeyNews, recoveryLetter } from './recovery-letters.ts'
import { addRecovery, holdRecovery, setLink, useUpRecoveries } from './recovery-queries.ts'
import { endOtherSessions } from './session-queries.ts'
import { askingsOfAccount, askingsOfOrigin, later, recoveryMinutes, waitSentence } from './sign-in-limits.ts'

/** The queue of letters with a link. A job carries the asking's id and nothing that opens anything. */
export const recoveryQueue = 'send-recovery'

/**
 * Keeps the asking and queues its letter: the same is done, in as many statements, whether or not there is such an
 * account. Refuses only whoever asks too often, which is counted for the address alike.
 */
export const askForRecovery = (
  app: App,
  { email, origin }: { readonly email: string; readonly origin: string },
): Promise<Decided<null>> =>
  app.db.as(gate, async tx => {
    const now = app.clock.now()
    const attempt = await beginAttempt(app, tx, [
      { key: attemptKey('recovery', email), most: askingsOfAccount },
      { key: attemptKey('recovery origin', origin), most: askingsOfOrigin },
    ])
    if ('until' in attempt) return refuse({ field: 'email', message: waitSentence(attempt.until, now) })
    const id = app.chance.id<RecoveryId>()
    await addRecovery(tx, { id, email, now, expiresAt: later(now, recoveryMinutes * 60_000) })
    await app.jobs.send(tx, recoveryQueue, { recovery: id })
    return decide(null)
  })

/** The letter of an asking, with a new link; null where there is no such account or its time is over. */
export const writeRecovery = (app: App, id: RecoveryId): Promise<Letter | null> =>
  app.db.as(gate, async tx => {
    const token = app.chance.token()
    const personId = await setLink(tx, id, { tokenHash: hashToken(token), now: app.clock.now() })
    if (!personId) return null
    const { email } = await findOwnAccount(tx, personId)
    const link = app.site.address + urls.newPassword(token)
    return recoveryLetter({ to: email, link, minutes: recoveryMinutes })
  })

/** The letter that tells a person of the changed password. */
export const writeChanged = (app: App, id: PersonId): Promise<Letter> =>
  app.db.as(gate, async tx => {
    const { email } = await findOwnAccount(tx, id)
    return changedLetter({ to: email, link: app.site.address + urls.forgottenPassword() })
  })

/** The letter that tells a person what happened to a passkey. */
export const writePasskeyNews = (app: App, id: PersonId, what: keyof typeof passkeyNews): Promise<Letter> =>
  app.db.as(gate, async tx => {
    const { email } = await findOwnAccount(tx, id)
    return passkeyLetter({ to: email, link: app.site.address + urls.forgottenPassword(), what })
  })

/** Throws NotFound for a link that was never sent, was used, is over or was followed by another. */
export const findRecovery = (app: App, token: string): Promise<PersonId> => app.db.as(gate, tx => hold(app, tx, token))

async function hold(app: App, tx: Tx, token: string): Promise<PersonId> {
  const personId = await holdRecovery(tx, hashToken(token), app.clock.now())
  if (!personId) throw new NotFound('no such link')
  return personId
}

/**
 * Puts the new password in the place of the forgotten one, ends every session and forgives what failed before. The
 * second factor and the passkeys stay. Gives what the device is to keep, for whoever has the e-mail is the person.
 * Throws NotFound as above.
 */
export async function chooseNewPassword(app: App, token: string, password: string): Promise<Decided<string>> {
  const known = await app.db.as(gate, async tx => {
    const personId = await hold(app, tx, token)
    const posts = await listPosts(tx, personId)
    const boards = posts.flatMap(({ boardName, boardShortName }) => [boardName, boardShortName])
    return { ...(await findOwnAccount(tx, personId)), boards }
  })
  const mistake = decidePassword(password, known)
  if (mistake) return refuse(mistake)
  const hash = await app.passwords.hash(password)
  return app.db.as(gate, async tx => {
    const now = app.clock.now()
    const personId = await hold(app, tx, token)
    await setPassword(tx, personId, hash)
    await useUpRecoveries(tx, personId, now)
    await endOtherSessions(tx, personId, { but: null, now })
    await forgiveAccount(tx, attemptKey('account', known.email))
    await app.jobs.send(tx, changedQueue, { person: personId })
    await record(app, tx, gate, [aboutAccount('account.password-recovered', { id: personId })])
    return decide(sealDevice(app, personId))
  })
}
