/** Whether a stranger may ask a board for access. */
import type { BoardId } from '../../access/actor.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { stateOfRequest } from './lifecycle.ts'

/** In milliseconds: how long a request waits, and how long after a refusal the same board is not asked again. */
const day = 86_400_000
export const requestLasts = 30 * day
const afterRefusal = 7 * day

/** So many boards one person may wait for, and so many people one board. */
export const [mostWaiting, mostOfBoard] = [5, 200]
/** So often in a day one person may ask, whatever becomes of it. */
const mostInDay = 10

export const longestReason = 500

interface Before {
  readonly boardId: BoardId
  readonly outcome: 'confirmed' | 'refused' | null
  readonly askedAt: Date
  readonly expiresAt: Date
  readonly decidedAt: Date | null
}

interface Asking {
  readonly boardId: BoardId
  /** What the same person asked before. */
  readonly before: readonly Before[]
  /** How many wait for the board. */
  readonly waiting: number
  readonly now: Date
}

const no = (message: string) => refuse({ field: 'board', message })

/** The mistake is at the field `board`. */
export function decideAsking({ boardId, before, waiting, now }: Asking): Decided<null> {
  const open = before.filter(each => stateOfRequest(each, now) === 'waiting')
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
  if (open.some(each => each.boardId === boardId))
    return no('You have asked this board already, and it has not decided')
  if (
    before.some(each => each.boardId === boardId && each.outcome === 'refused' && since(each.decidedAt) < afterRefusal)
  )
    return no('This board refused within the last 7 days. Write to its administrators')
  if (open.length >= mostWaiting)
    return no(`You wait for ${mostWaiting} boards already. Wait until one of them decides`)
  if (before.filter(each => since(each.askedAt) < day).length >= mostInDay)
    return no('You have asked too often today. Try again tomorrow')
  if (waiting >= mostOfBoard) return no('Too many people wait for this board. Write to its administrators')
  return decide(null)
}
