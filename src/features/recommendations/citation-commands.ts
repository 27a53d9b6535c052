import type { Person } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { editionToday, listCorrections, reviewFor } from '../reviews/index.ts'
import { listCitations } from './citation-queries.ts'
import { citation } from './lifecycle.ts'

/** Every mention of guidance in a review, for one who may correct them, with how each edition stands today. */
export const showCitations = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, citation.acts.correct.by)
    const citations = await listCitations(tx, id)
    return {
      review,
      board: await findBoardById(tx, review.boardId),
      citations: citations.map(each => ({
        ...each,
        ...editionToday(each.guidance, each.edition, app.clock.today()),
      })),
      corrections: await listCorrections(
        tx,
        citations.map(each => each.id),
      ),
    }
  })
