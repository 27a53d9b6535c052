/** Attempts at what a person may not see or do: written down in one place, whichever page was asked for. */
import { doorkeeper, type Person } from '../../access/actor.ts'
import type { App, Ask, Route, Tx } from '../../app.ts'
import { record } from '../../ledger/ledger.ts'
import { type Refused, refusedOf } from './refusal.ts'
import { countAttempts, findKnown, findKnownBoard, isVisible, type Known } from './refusal-queries.ts'

/** So many attempts of one person are noted in an hour, and each at the same thing once: a script floods nothing. */
export const mostAttempts = 20
const hour = 3_600_000

class NotNoted extends Error {}

/**
 * Notes that a person was refused, in a unit of work of its own, for that of the act was undone with it. What is not
 * there costs the same work, which is then undone, so that the time that a refusal takes tells nothing. Throws nothing:
 * whoever is refused is told the same when the ledger cannot be written to.
 */
export async function noteRefusal({ app, person, params }: Ask, route: Route, refusal: unknown): Promise<void> {
  const refused = refusedOf(refusal, { path: route.path, params })
  if (!person || !refused) return
  try {
    await note(app, person, refused, await isSeen(app, person, refused))
  } catch (error) {
    if (error instanceof NotNoted) return
    app.log.error('attempt not noted', { name: error instanceof Error ? error.name : 'unknown' })
  }
}

/** What the person does see and is not found all the same has ended or was undone: that is no attempt at anything. */
const isSeen = (app: App, person: Person, { kind, thing, slug }: Refused): Promise<boolean> =>
  app.db.as(person, async tx => {
    if (kind === 'attempt.forbidden') return false
    return thing ? isVisible(tx, thing) : slug !== null && (await findKnownBoard(tx, slug)) !== null
  })

const knownOf = async (tx: Tx, { thing, slug }: Pick<Refused, 'thing' | 'slug'>): Promise<Known | null> => {
  if (thing) return findKnown(tx, thing)
  return slug === null ? null : findKnownBoard(tx, slug)
}

const note = (app: App, person: Person, refused: Refused, isSeen: boolean): Promise<void> =>
  app.db.as(doorkeeper, async tx => {
    const { kind, thing, slug, permission } = refused
    const known = await knownOf(tx, refused)
    const at = known ?? ownBoard(person)
    const about = thing ?? (slug === null ? { kind: 'person', id: person.id } : { kind: 'board', id: at.boardId })
    const since = new Date(app.clock.now().getTime() - hour)
    const before = await countAttempts(tx, person.id, { since, kind, thingId: about.id })
    const isLast = before.all + 1 === mostAttempts
    const facts = {
      ...(thing ? { thing: thing.kind } : {}),
      ...(permission ? { permission } : {}),
      ...(isLast ? { isLast } : {}),
    }
    await record(app, tx, person, [{ kind, thing: about.kind, thingId: about.id, facts, ...at }])
    const isThere = known !== null || about.kind === 'person'
    if (!isThere || isSeen || before.same > 0 || before.all >= mostAttempts) throw new NotNoted('nothing to note')
  })

/** What names no board is noted on the first of the person's own. */
function ownBoard({ posts: [first] }: Person): Known {
  if (!first) throw new NotNoted('no board to note it on')
  return { boardId: first.boardId, reviewId: null }
}
