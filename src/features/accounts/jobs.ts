import type { Worker } from '../../app.ts'
import type { InvitationId } from '../../store/schema.ts'
import { letterQueue, markNotSent, markSent, writeLetter } from './invitation-commands.ts'

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
