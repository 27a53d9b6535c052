/** What a legal hold is: why one is placed, and what it says. */
import type { BoardId, PersonId } from '../../access/actor.ts'
import { dayOf } from '../../core/instants.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import type { LegalHoldId, ReviewId } from '../../store/schema.ts'

export const grounds = ['trial', 'inquest', 'inquiry', 'court', 'request', 'other'] as const
export type Ground = (typeof grounds)[number]

export const groundNames: Readonly<Record<Ground, string>> = {
  trial: 'Criminal investigation or trial',
  inquest: 'Inquest',
  inquiry: 'Public inquiry',
  court: 'Family or civil court proceedings',
  request: 'Complaint, claim or request for information',
  other: 'Another reason',
}

/** A hold that stands, as everybody who sees the review is told of it. */
export interface StandingHold {
  readonly id: LegalHoldId
  readonly ground: Ground
  readonly placedAt: Date
}

/** A hold with all that is known of it. Names are null where the acting person may not know of that person. */
export interface LegalHold extends StandingHold {
  readonly boardId: BoardId
  readonly reviewId: ReviewId
  readonly reason: string
  readonly lookAgainOn: PlainDate
  readonly placedByName: string | null
  readonly liftingReason: string | null
  readonly liftingAskedBy: PersonId | null
  readonly liftingAskedAt: Date | null
  readonly liftingAskedByName: string | null
  readonly liftedAt: Date | null
  readonly liftedByName: string | null
}

/** "Inquest, since 3 May 2026; Public inquiry, since 1 June 2026". */
export const namesOfHolds = (holds: readonly StandingHold[]): string =>
  holds.map(({ ground, placedAt }) => `${groundNames[ground]}, since ${writeDate(dayOf(placedAt))}`).join('; ')
