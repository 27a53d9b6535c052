import type { Person } from '../../access/actor.ts'
import type { App } from '../../app.ts'
import type { ReviewId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { listCorrections, reviewFor } from '../reviews/index.ts'
import { listWholeFindings, listWithdrawnWhole } from './finding-queries.ts'
import { finding } from './lifecycle.ts'

/** What was noticed of a review as a whole, for one who may correct it. */
export const showReviewFindings = (app: App, person: Person, id: ReviewId) =>
  app.db.as(person, async tx => {
    const review = await reviewFor(tx, person, id, finding.acts.correct.by)
    const findings = await listWholeFindings(tx, id)
    const withdrawn = await listWithdrawnWhole(tx, id)
    return {
      review,
      board: await findBoardById(tx, review.boardId),
      findings,
      withdrawn,
      corrections: await listCorrections(
        tx,
        [...findings, ...withdrawn].map(each => each.id),
      ),
    }
  })
