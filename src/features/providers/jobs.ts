/** Letters of this feature. */
import type { PersonId } from '../../access/actor.ts'
import type { Worker } from '../../app.ts'
import { linkedQueue, writeLinked } from './letter-commands.ts'

/** Tells somebody that an account was linked to theirs. */
export const tellLinked: Worker = {
  queue: linkedQueue,
  triedFor: 'a day',
  async work(app, { person }) {
    await app.mail.send(await writeLinked(app, person as PersonId))
  },
}
