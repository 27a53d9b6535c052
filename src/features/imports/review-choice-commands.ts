import type { Person } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { ImportId, ReviewId } from '../../store/schema.ts'
import { reviewFor } from '../reviews/index.ts'
import { holdCheck } from './check-commands.ts'
import { setReview } from './import-queries.ts'
import { lifecycle } from './lifecycle.ts'

/**
 * Says which review of the board a document is of, after it was uploaded for another or for a new one (null). What it
 * is held against changes with it; nothing is saved.
 */
export const chooseReview = (
  app: App,
  person: Person,
  id: ImportId,
  reviewId: ReviewId | null,
): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const { found } = await holdCheck(tx, person, id)
    const act = 'choose its review'
    const mistake = (message: string) => refuse({ field: 'chosen', message })
    if (!allows(lifecycle, found.state, act)) return mistake('This import was saved or discarded already')
    if (reviewId === found.reviewId) return decide(null)
    const { by, entry: kind } = lifecycle.acts[act]
    if (reviewId) {
      const review = await reviewFor(tx, person, reviewId, by)
      if (review.boardId !== found.boardId) return mistake('Choose a review of this board')
    }
    const { boardId } = found
    await setReview(tx, found, reviewId)
    const facts = { isNew: reviewId === null }
    await record(app, tx, person, [{ kind, thing: 'import', thingId: id, boardId, reviewId, facts }])
    return decide(null)
  })
