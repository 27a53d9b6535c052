/** Which statements move together to another recommendation of the review, and what they take up there. */
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'
import type { Part, Statement } from './recommendation.ts'

/** A recommendation that a statement can be moved to. */
export interface Target {
  readonly id: RecommendationId
  readonly number: string | null
  readonly text: string
}

/** What a person asks for: where to, and whether all that the body says here goes along. */
export interface MoveAsked {
  readonly to: RecommendationId | null
  readonly all: boolean
}

export interface Moved {
  readonly id: StatementId
  readonly text: string
  readonly answersParts: readonly number[] | null
}

interface Grounds {
  readonly statement: StatementId
  /** What is said to the recommendation now, in order. */
  readonly statements: readonly Statement[]
  readonly targets: readonly Target[]
  readonly partsThere: readonly Part[]
}

/**
 * The statements that move, in order, each with the editions before and after it, so that none takes the place of one
 * under another recommendation.
 */
export function decideMove(
  { to, all }: MoveAsked,
  { statement, statements, targets, partsThere }: Grounds,
): Decided<readonly Moved[]> {
  if (!targets.some(({ id }) => id === to))
    return refuse({ field: 'to', message: 'Choose the recommendation that it answers' })
  const chosen = statements.filter(each => each.id === statement || (all && isOfSameBody(each, statement, statements)))
  const moving = withEditions(chosen, statements)
  return decide(
    statements
      .filter(({ id }) => moving.has(id))
      .map(({ id, text, answersParts }) => ({ id, text, answersParts: takenUp(answersParts, partsThere) })),
  )
}

/** The parts there are others, so a statement about some of these can be told to take up none of those. */
const takenUp = (answers: readonly number[] | null, there: readonly Part[]): readonly number[] | null =>
  there.length === 0 || answers?.length === 0 ? [] : null

function isOfSameBody(each: Statement, id: StatementId, statements: readonly Statement[]): boolean {
  const one = statements.find(other => other.id === id)
  const bodyOf = ({ agencyId, agencyAsWritten }: Statement) => agencyId ?? agencyAsWritten.trim().toLowerCase()
  return one !== undefined && bodyOf(one) === bodyOf(each)
}

function withEditions(chosen: readonly Statement[], statements: readonly Statement[]): ReadonlySet<string> {
  const moving = new Set<string>(chosen.map(({ id }) => id))
  for (let before = -1; before < moving.size; ) {
    before = moving.size
    for (const { id, followsId } of statements) {
      if (followsId && (moving.has(id) || moving.has(followsId))) moving.add(id).add(followsId)
    }
  }
  return moving
}
