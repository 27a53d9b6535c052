import type { PersonId } from '../../access/actor.ts'
import type { App, Letter, Worker } from '../../app.ts'
import type { InvitationId, RecoveryId } from '../../store/schema.ts'
import { changedQueue } from './account-commands.ts'
import { letterQueue, markNotSent, markSent, refusalQueue, writeLetter, writeRefusals } from './invitation-commands.ts'
import { passkeyQueue } from './passkey-commands.ts'
import { recoveryQueue, writeChanged, writePasskeyNews, writeRecovery } from './recovery-commands.ts'
import type { passkeyNews } from './recovery-letters.ts'

/**
 * Sends the letter of an invitation, and marks it as not sent while that fails. Tried again, it sends a new link, and
 * the one before stops working.
 */
export const sendInvitation: Worker = {
  queue: letterQueue,
  triedFor: 'a day',
  async work(app, { invitation }) {
    const id = invitation as InvitationId
    const letter = await writeLetter(app, id)
    if (!letter) return
    try {
      await app.mail.send(letter)
    } catch (error) {
      await markNotSent(app, id)
      throw error
    }
    await markSent(app, id)
  },
  giveUp: (app, { invitation }) => markNotSent(app, invitation as InvitationId),
}

/** Sends letters of which one is enough: throws only when none could be sent, so that nobody is told twice. */
export async function sendToSome({ mail }: Pick<App, 'mail'>, letters: readonly Letter[]): Promise<void> {
  const sent = await Promise.allSettled(letters.map(letter => mail.send(letter)))
  const failures = sent.filter(each => each.status === 'rejected')
  if (failures.length === sent.length && failures[0]) throw failures[0].reason
}

/**
 * Tells a board's administrators that an invitation could not be accepted. It is tried again only when none of them
 * could be told, so that nobody is told twice.
 */
export const tellRefusal: Worker = {
  queue: refusalQueue,
  triedFor: 'a day',
  async work(app, { invitation }) {
    await sendToSome(app, await writeRefusals(app, invitation as InvitationId))
  },
}

/** Sends the link for a forgotten password; tried again, a new one. Later than the link's time it sends nothing. */
export const sendRecovery: Worker = {
  queue: recoveryQueue,
  triedFor: 'a day',
  async work(app, { recovery }) {
    const letter = await writeRecovery(app, recovery as RecoveryId)
    if (letter) await app.mail.send(letter)
  },
}

/** Tells somebody that the password was changed. */
export const tellChangedPassword: Worker = {
  queue: changedQueue,
  triedFor: 'a day',
  async work(app, { person }) {
    await app.mail.send(await writeChanged(app, person as PersonId))
  },
}

/** Tells somebody that a passkey was added, removed or refused. */
export const tellPasskey: Worker = {
  queue: passkeyQueue,
  triedFor: 'a day',
  async work(app, { person, what }) {
    await app.mail.send(await writePasskeyNews(app, person as PersonId, what as keyof typeof passkeyNews))
  },
}
