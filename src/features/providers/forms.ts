/** What the forms of this feature bring. */
import type { BoardId } from '../../access/actor.ts'
import { formReader } from '../../core/form-fields.ts'
import { isId } from '../../core/ids.ts'
import type { Decided } from '../../core/refusals.ts'
import { longestReason } from './request-decide.ts'

export interface RequestInput {
  readonly boardId: BoardId
  readonly reason: string
}

/** Which board is asked for access, and what is said to it. */
export function readRequest(form: URLSearchParams): Decided<RequestInput> {
  const read = formReader(form)
  const board = form.get('board')
  if (!isId(board)) read.say('board', 'Choose a board')
  const reason = read.text('reason', { longest: longestReason, label: 'What you say to the board' })
  return read.settle(() => ({ boardId: board as BoardId, reason }))
}
