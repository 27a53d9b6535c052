import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { Agency, Succession } from './directory.ts'

type Before = Pick<Agency, 'id' | 'name' | 'successors' | 'predecessors'>

/** Whether it may be recorded that another body took an agency's place. The mistakes' field is `successor`. */
export function decideSuccession(agency: Before, successor: { readonly id: AgencyId }): Decided<null> {
  const field = 'successor'
  if (successor.id === agency.id) return refuse({ field, message: 'An agency cannot take its own place' })
  if (agency.successors.some(({ fromId, toId }) => fromId === agency.id && toId === successor.id))
    return refuse({ field, message: 'This is recorded already' })
  if (agency.predecessors.some(({ fromId }) => fromId === successor.id))
    return refuse({
      field,
      message: `${agency.name} took the place of this body, so it cannot be the other way round`,
    })
  return decide(null)
}

/**
 * The day on which an agency ended, by what took its place: the latest, since a body may end in steps; null when
 * nothing did.
 */
export const endOf = (id: AgencyId, successors: readonly Succession[]): PlainDate | null =>
  successors
    .filter(({ fromId }) => fromId === id)
    .map(({ on }) => on)
    .sort()
    .at(-1) ?? null
