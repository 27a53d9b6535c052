/** Who may ask for a redaction, and who may agree to it. */
import type { PersonId } from '../../access/actor.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, refuse } from '../../core/refusals.ts'
import { redaction as lifecycle, stateOfRedaction } from './lifecycle.ts'

/** What of a redaction decides what may become of it. */
export interface RedactionState {
  readonly askedBy: PersonId
  readonly agreedAt: Date | null
  readonly refusedAt: Date | null
}

/** Whether it waits for a second person. */
export const isWaiting = (redaction: RedactionState): boolean => allows(lifecycle, stateOfRedaction(redaction), 'agree')

/**
 * The second person is another than the one who asked; and nothing is being read meanwhile, which would bring words
 * back.
 */
export function decideAgreement(
  redaction: RedactionState,
  { by, isBeingRead }: { readonly by: PersonId; readonly isBeingRead: boolean },
): Decided<null> {
  if (!isWaiting(redaction)) return refuse({ field: 'agreement', message: 'This redaction was decided already' })
  if (redaction.askedBy === by)
    return refuse({ field: 'agreement', message: 'You asked for it, so somebody else must agree' })
  if (isBeingRead)
    return refuse({ field: 'agreement', message: 'The document is being read just now. Try again in a minute' })
  return decide(null)
}

/** Whoever has the permission may refuse; the person who asked takes it back in this way. */
export const decideRefusal = (redaction: RedactionState): Decided<null> =>
  allows(lifecycle, stateOfRedaction(redaction), 'refuse')
    ? decide(null)
    : refuse({ field: 'agreement', message: 'This redaction was decided already' })
