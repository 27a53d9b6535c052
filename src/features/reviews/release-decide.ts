/** To whom a review may be released. */
import type { AgencyId } from '../../access/actor.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'

/** What releasing to the chosen agencies changes. */
export interface ReleaseChange {
  readonly added: readonly AgencyId[]
  readonly withdrawn: readonly AgencyId[]
}

interface Present {
  /** The agencies that sit on the board. */
  readonly seated: readonly AgencyId[]
  /** The agencies that it is released to now; none while it is restricted. */
  readonly released: readonly AgencyId[]
}

/** One agency of the board or more; what was chosen before and is not now is taken back. */
export function decideRelease(chosen: readonly AgencyId[], { seated, released }: Present): Decided<ReleaseChange> {
  const wanted = [...new Set(chosen)]
  if (wanted.length === 0) return refuse({ field: 'agency', message: 'Choose the agencies that may see the review' })
  if (wanted.some(id => !seated.includes(id) && !released.includes(id)))
    return refuse({ field: 'agency', message: 'Choose only agencies that sit on the board' })
  const change = {
    added: wanted.filter(id => !released.includes(id)),
    withdrawn: released.filter(id => !wanted.includes(id)),
  }
  if (change.added.length + change.withdrawn.length === 0)
    return refuse({ field: 'agency', message: 'The review is released to exactly these agencies already' })
  return decide(change)
}
