/** When a legal hold may be lifted, and when it is to be looked at again. */
import type { PersonId } from '../../access/actor.ts'
import { type ActOf, allows } from '../../core/lifecycle.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import type { LegalHold } from './legal-holds.ts'
import { legalHold as lifecycle, stateOfLegalHold } from './lifecycle.ts'

/** What of a hold decides what may become of it. */
export type HoldState = Pick<LegalHold, 'liftingAskedBy' | 'liftingAskedAt' | 'liftedAt'>

/** Whether an act can be done to it as it stands. */
export const allowsAct = (hold: HoldState, act: ActOf<typeof lifecycle>): boolean =>
  allows(lifecycle, stateOfLegalHold(hold), act)

/** A day that is still to come. */
export const decideLookingAgain = (on: PlainDate, today: PlainDate): Decided<PlainDate> =>
  on > today ? decide(on) : refuse({ field: 'again-day', message: 'The day to look at it again must be in the future' })

/** The act as its state allows it; the second person is another than the one who asked. */
export function decideHoldAct(hold: HoldState, act: ActOf<typeof lifecycle>, by: PersonId): Decided<null> {
  if (!allowsAct(hold, act)) return refuse({ field: 'lifting', message: changed })
  if (act === 'lift' && hold.liftingAskedBy === by)
    return refuse({ field: 'lifting', message: 'You asked for it to be lifted, so somebody else must agree' })
  return decide(null)
}

const changed = 'The hold was changed meanwhile: look at how it stands now'
