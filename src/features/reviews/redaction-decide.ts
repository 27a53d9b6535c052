/** Who may ask for a redaction, and who may agree to it. */
import type { PersonId } from '../../access/actor.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { namesOfHolds, type StandingHold } from './legal-holds.ts'
import { redaction as lifecycle, stateOfRedaction } from './lifecycle.ts'

export type Extent = 'file' | 'words'

/** What of a redaction decides what may become of it. */
export interface RedactionState {
  readonly askedBy: PersonId
  readonly agreedAt: Date | null
  readonly refusedAt: Date | null
}

/** Whether it waits for a second person. */
export const isWaiting = (redaction: RedactionState): boolean => allows(lifecycle, stateOfRedaction(redaction), 'agree')

/** Whether legal holds forbid it, whoever agrees: a whole file is never redacted while one stands. */
export const isForbidden = (extent: Extent, holds: readonly StandingHold[]): boolean =>
  extent === 'file' && holds.length > 0

/** What stands against a redaction at the moment at which it is agreed to. */
interface Agreeing {
  readonly by: PersonId
  readonly isBeingRead: boolean
  /** The legal holds that stand on the reviews that it reaches. */
  readonly holds: readonly StandingHold[]
  /** Whether the second person says that a copy of the originals is kept elsewhere. */
  readonly isKept: boolean
}

/**
 * The second person is another than the one who asked; and nothing is being read meanwhile, which would bring words
 * back. Under a legal hold no whole file goes; words do, which may protect somebody, once a copy is kept elsewhere.
 */
export function decideAgreement(
  redaction: RedactionState & { readonly extent: Extent },
  { by, isBeingRead, holds, isKept }: Agreeing,
): Decided<null> {
  if (!isWaiting(redaction)) return refuse({ field: 'agreement', message: 'This redaction was decided already' })
  if (redaction.askedBy === by)
    return refuse({ field: 'agreement', message: 'You asked for it, so somebody else must agree' })
  if (isBeingRead)
    return refuse({ field: 'agreement', message: 'The document is being read just now. Try again in a minute' })
  if (isForbidden(redaction.extent, holds))
    return refuse({ field: 'agreement', message: `A legal hold stands (${namesOfHolds(holds)}): nothing is destroyed` })
  if (holds.length > 0 && !isKept)
    return refuse({ field: 'kept', message: 'Confirm that a copy of the originals is kept as evidence elsewhere' })
  return decide(null)
}

/** Whoever has the permission may refuse; the person who asked takes it back in this way. */
export const decideRefusal = (redaction: RedactionState): Decided<null> =>
  allows(lifecycle, stateOfRedaction(redaction), 'refuse')
    ? decide(null)
    : refuse({ field: 'agreement', message: 'This redaction was decided already' })
