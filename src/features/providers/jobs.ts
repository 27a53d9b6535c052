/** Letters of this feature. */
import type { PersonId } from '../../access/actor.ts'
import type { Worker } from '../../app.ts'
import type { RequestId } from '../../store/schema.ts'
import { sendToSome } from '../accounts/index.ts'
import {
  confirmedQueue,
  linkedQueue,
  requestQueue,
  writeConfirmed,
  writeLinked,
  writeRequest,
} from './letter-commands.ts'

/** Tells somebody that an account was linked to theirs. */
export const tellLinked: Worker = {
  queue: linkedQueue,
  triedFor: 'a day',
  async work(app, { person }) {
    await app.mail.send(await writeLinked(app, person as PersonId))
  },
}

/** Tells a board's administrators of a request; tried again only while none of them could be told. */
export const tellRequest: Worker = {
  queue: requestQueue,
  triedFor: 'a day',
  async work(app, { request }) {
    await sendToSome(app, await writeRequest(app, request as RequestId))
  },
}

/** Tells somebody that they may sign in now. */
export const tellConfirmed: Worker = {
  queue: confirmedQueue,
  triedFor: 'a day',
  async work(app, { request }) {
    const letter = await writeConfirmed(app, request as RequestId)
    if (letter) await app.mail.send(letter)
  },
}
