/** Attempts at what a person may not see: written down without telling the person that there is anything. */
import { gate, type Person } from '../../access/actor.ts'
import { type App, personOf, type Route } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { findKnownThing } from './attempt-queries.ts'
import { Unseen } from './unseen.ts'

/**
 * The same routes. Where one throws Unseen although the thing exists, the attempt becomes an entry of the thing's
 * review, in
 * a unit of work of its own: the first one was undone with the refusal. The person is told the same either way.
 */
export const noted = (routes: readonly Route[]): readonly Route[] =>
  routes.map(route => ({
    ...route,
    handle: async ask => {
      try {
        return await route.handle(ask)
      } catch (refusal) {
        if (refusal instanceof Unseen) await noteAttempt(ask.app, personOf(ask), refusal)
        throw refusal
      }
    },
  }))

class NothingThere extends Error {}

/**
 * What does not exist costs the same work, which is then undone, so that the time that a refusal takes tells nothing.
 */
async function noteAttempt(app: App, person: Person, { thing, id }: Unseen): Promise<void> {
  const written = app.db.as(gate, async tx => {
    const known = await findKnownThing(tx, id)
    const boardId = known?.boardId ?? person.posts[0]?.boardId ?? null
    const reviewId = known?.reviewId ?? null
    await record(app, tx, person, [{ kind: `${thing}.refused`, thing, thingId: id, boardId, reviewId }])
    if (!known) throw new NothingThere()
  })
  await written.catch(error => {
    if (!(error instanceof NothingThere)) throw error
  })
}
