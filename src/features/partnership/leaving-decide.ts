import type { AgencyId } from '../../access/actor.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { decideEnding } from './people-decide.ts'
import type { Post } from './people-queries.ts'

/** What somebody leaves: one agency, or the board altogether. */
export type Left = AgencyId | 'board'

type Held = Pick<Post, 'id' | 'role' | 'agencyId' | 'personName'>

/** The roles that end when the person leaves. A board keeps at least one administrator. The mistake is at `left`. */
export function decideLeaving<P extends Held>(
  held: readonly P[],
  left: Left | null,
  administrators: number,
): Decided<readonly P[]> {
  const ending = held.filter(({ agencyId }) => left === 'board' || (left !== null && agencyId === left))
  if (ending.length === 0) return refuse({ field: 'left', message: 'Choose what the person leaves' })
  const only = ending.map(post => decideEnding(post, administrators)).find(each => !each.ok)
  if (only && !only.ok) return refuse(...only.mistakes.map(({ message }) => ({ field: 'left', message })))
  return decide(ending)
}
