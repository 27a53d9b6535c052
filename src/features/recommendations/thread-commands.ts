/** What the page of a recommendation shows, in one unit of work. */
import type { Person } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import type { HistoryEntry } from '../../design/index.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'
import type { Board } from '../accounts/index.ts'
import { findBoardById } from '../partnership/index.ts'
import {
  findReview,
  historyOf,
  listCorrections,
  type Review,
  type ShownCorrection,
  subjectOf,
} from '../reviews/index.ts'
import { type Finding, listFindingsOf } from './finding-queries.ts'
import type { HandAct } from './hand-commands.ts'
import { recommendation as lifecycle, stateOfThing } from './lifecycle.ts'
import type { Addressee, AskedBody, Part, Recommendation, Statement, Withdrawn } from './recommendation.ts'
import {
  findNeighbours,
  findRecommendation,
  findRecommendationOf,
  listAddressees,
  listAskedBodies,
  listParts,
  listStatementsTo,
  listThingIds,
  listWithdrawn,
} from './recommendation-queries.ts'

/** The records of a recommendation, with the review and the board that they are of. */
export interface Records {
  readonly board: Board
  readonly review: Review
  readonly recommendation: Recommendation
  readonly parts: readonly Part[]
  readonly addressees: readonly Addressee[]
  readonly asked: readonly AskedBody[]
  readonly statements: readonly Statement[]
}

/** Throws Unseen where it cannot be seen, and Forbidden. */
export async function loadRecords(
  tx: Tx,
  person: Person,
  id: RecommendationId,
  permission: 'register.see' | 'register.correct',
): Promise<Records> {
  const recommendation = await findRecommendation(tx, id)
  const review = await findReview(tx, recommendation.reviewId)
  authorise(person, permission, await subjectOf(tx, person, review))
  return {
    board: await findBoardById(tx, review.boardId),
    review,
    recommendation,
    parts: await listParts(tx, id),
    addressees: await listAddressees(tx, id),
    asked: await listAskedBodies(tx, id),
    statements: await listStatementsTo(tx, id),
  }
}

interface Neighbour {
  readonly id: RecommendationId
  readonly number: string | null
}

export interface ThreadView extends Records {
  readonly mayCorrect: boolean
  readonly mayReinstate: boolean
  readonly mayImport: boolean
  readonly before: Neighbour | null
  readonly after: Neighbour | null
  readonly findings: readonly Finding[]
  readonly corrections: readonly ShownCorrection[]
  /** What can be put back; nothing for whoever may not. */
  readonly withdrawn: readonly Withdrawn[]
  /** Null for whoever may not see it. */
  readonly history: readonly HistoryEntry[] | null
}

/** Everything that the page of a recommendation shows. */
export const showThread = (app: App, person: Person, id: RecommendationId): Promise<ThreadView> =>
  app.db.as(person, async tx => {
    const records = await loadRecords(tx, person, id, 'register.see')
    const subject = await subjectOf(tx, person, records.review)
    const state = stateOfThing(records.recommendation)
    const may = (act: HandAct) => can(person, lifecycle.acts[act].by, subject) && allows(lifecycle, state, act)
    const mayCorrect = may('correct')
    return {
      ...records,
      ...(await findNeighbours(tx, records.recommendation)),
      mayCorrect,
      mayReinstate: may('reinstate'),
      mayImport: can(person, 'document.upload', subject),
      findings: await listFindingsOf(tx, id),
      withdrawn: mayCorrect ? await listWithdrawn(tx, id) : [],
      corrections: await listCorrections(tx, await listThingIds(tx, id)),
      history: can(person, 'history.see', subject) ? await historyOf(tx, person, { thingId: id }) : null,
    }
  })

/** On which page a statement stands. Throws Unseen. */
export const findPageOf = (app: App, person: Person, id: StatementId): Promise<RecommendationId> =>
  app.db.as(person, tx => findRecommendationOf(tx, id))
