/** What the page of a recommendation makes of its records: who answered what, and what is missing. */
import type { Addressee, AskedBody, Part, Statement } from './recommendation.ts'

export interface Answer {
  /** What the body is called: as the directory has it, else as it is written; "" when it cannot be told. */
  readonly body: string
  /** Those that count now, in order. */
  readonly statements: readonly Told[]
}

/** A statement with those that it took the place of, the latest first. */
export interface Told {
  readonly statement: Statement
  readonly before: readonly Statement[]
}

export interface Thread {
  readonly answers: readonly Answer[]
  readonly isUnanswered: boolean
  /** Bodies that are asked and have said nothing. */
  readonly silent: readonly AskedBody[]
  /** Parts that no statement takes up; none as long as there is no response at all. */
  readonly partsLeft: readonly Part[]
  /** How many statements do not tell which part they take up. */
  readonly untold: number
}

interface Records {
  readonly parts: readonly Part[]
  readonly addressees: readonly Addressee[]
  readonly asked: readonly AskedBody[]
  /** In the order in which they were said. */
  readonly statements: readonly Statement[]
}

/** Who answered what, and what is missing, by the records as they stand. */
export function threadOf({ parts, asked, statements }: Records): Thread {
  const followed = new Set(statements.flatMap(({ followsId }) => followsId ?? []))
  const now = statements.filter(({ id }) => !followed.has(id))
  const isTakenUp = (position: number) => now.some(each => takesUp(each, position))
  return {
    answers: answersOf(now, new Map(statements.map(each => [each.id, each]))),
    isUnanswered: statements.length === 0,
    silent: asked.filter(({ isHeard, isDismissed }) => !isHeard && !isDismissed),
    partsLeft: statements.length === 0 ? [] : parts.filter(({ position }) => !isTakenUp(position)),
    untold: now.filter(({ answersParts }) => answersParts === null).length,
  }
}

/** Whoever only welcomes the whole takes up none of its parts. */
const takesUp = ({ answersParts, act }: Statement, position: number): boolean =>
  answersParts?.length === 0 ? act !== 'position' && act !== 'context' : (answersParts?.includes(position) ?? false)

/** Under each body what it says, in the order in which the bodies speak first. */
function answersOf(now: readonly Statement[], all: ReadonlyMap<string, Statement>): readonly Answer[] {
  const byBody = Map.groupBy(now, each => each.agencyId ?? each.agencyAsWritten.trim().toLowerCase())
  return [...byBody.values()].map(statements => ({
    body: statements[0]?.agencyName ?? statements[0]?.agencyAsWritten ?? '',
    statements: statements.map(statement => ({ statement, before: earlier(statement, all) })),
  }))
}

function earlier(statement: Statement, all: ReadonlyMap<string, Statement>): readonly Statement[] {
  const found: Statement[] = []
  let next = statement.followsId && all.get(statement.followsId)
  while (next && !found.includes(next) && next !== statement) {
    found.push(next)
    next = next.followsId && all.get(next.followsId)
  }
  return found
}
