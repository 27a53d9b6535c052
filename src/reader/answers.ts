/** What the reader knows of a response while it reads, beyond what a reading prints. */
import type { Body } from './directory.ts'
import type { Recommendation, Response } from './reading.ts'

export interface Answer extends Response {
  /** Every body that the row or heading names, the one that answers first. */
  readonly bodies: readonly Body[]
  readonly fromTable: boolean
  /** Whether a heading or a row says who answers. */
  readonly headed: boolean
  /**
   * Whether its row says, by status or completion, that it is finished (true) or that it is not (false); null when it
   * says neither.
   */
  readonly finished: boolean | null
  /** Where statements begin of which their own date says that they are finished. */
  readonly finishedAt?: readonly number[]
}

export interface Answered extends Omit<Recommendation, 'responses'> {
  readonly answers: readonly Answer[]
  /** The recommendation under which its answer stands, when one answer is given to several; else absent. */
  readonly answeredWith?: string
}

/** As a reading prints it: answers of one body in prose are one response, each row of a table is its own. */
export function printed({ answers, answeredWith, ...recommendation }: Answered): Recommendation {
  return {
    ...recommendation,
    responses: answers.map(({ bodies, headed, fromTable, finished, finishedAt: _, ...response }) => ({
      ...response,
      manner: { bodies: bodies.map(body => body.name), headed, fromTable, finished },
    })),
  }
}
