import type { Worker } from '../../app.ts'
import type { InvitationId } from '../../store/schema.ts'
import { letterQueue, markNotSent, markSent, refusalQueue, writeLetter, writeRefusals } from './invitation-commands.ts'

/** Sends the letter of an invitation. Tried again, it sends a new link, and the one before stops working. */
export const sendInvitation: Worker = {
  queue: letterQueue,
  async work(app, { invitation }) {
    const id = invitation as InvitationId
    const letter = await writeLetter(app, id)
    if (!letter) return
    await app.mail.send(letter)
    await markSent(app, id)
  },
  giveUp: (app, { invitation }) => markNotSent(app, invitation as InvitationId),
}

/** Tells a board's administrators that an invitation could not be accepted. Tried again, it tells them again. */
export const tellRefusal: Worker = {
  queue: refusalQueue,
  async work(app, { invitation }) {
    for (const letter of await writeRefusals(app, invitation as InvitationId)) await app.mail.send(letter)
  },
}
