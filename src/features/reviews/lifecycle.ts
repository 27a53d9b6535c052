import type { Table } from '../../access/deeds.ts'
import type { StateOf } from '../../core/lifecycle.ts'

/** Who may see a review: its panel and the support team alone, or the agencies that it is released to as well. */
export const standing = {
  begins: 'restricted',
  acts: {
    correct: { by: 'review.change', entry: 'review.corrected' },
    release: { by: 'review.release', entry: 'review.released' },
    'take back': { by: 'review.release', entry: 'review.taken-back' },
  },
  states: {
    restricted: { correct: 'restricted', release: 'released' },
    released: { correct: 'released', release: 'released', 'take back': 'restricted' },
  },
} as const satisfies Table

/** A person's place around one review. */
export const place = {
  begins: 'none',
  acts: {
    'join the panel': { by: 'review.change', entry: 'panel.joined' },
    'leave the panel': { by: 'review.change', entry: 'panel.left' },
    exclude: { by: 'review.exclude', entry: 'exclusion.made' },
    lift: { by: 'review.exclude', entry: 'exclusion.lifted' },
  },
  states: {
    none: { 'join the panel': 'on the panel', exclude: 'excluded' },
    'on the panel': { 'leave the panel': 'none', exclude: 'excluded' },
    excluded: { lift: 'none' },
  },
} as const satisfies Table

/** Which state of the table somebody's place is in. */
export const stateOfPlace = (
  id: string,
  around: { readonly panel: readonly { id: string }[]; readonly exclusions: readonly { id: string }[] },
): StateOf<typeof place> => {
  const isIn = (list: readonly { id: string }[]) => list.some(each => each.id === id)
  return isIn(around.exclusions) ? 'excluded' : isIn(around.panel) ? 'on the panel' : 'none'
}

/** A document that came in. */
export const document = {
  begins: 'being checked',
  acts: {
    save: { by: 'import.check', entry: 'import.saved' },
    discard: { by: 'import.check', entry: 'import.discarded' },
    redact: { by: 'redaction.agree', entry: 'redaction.agreed' },
  },
  states: {
    'being checked': { save: 'in the register', discard: 'being checked', redact: 'redacted' },
    'in the register': { redact: 'redacted' },
    redacted: { redact: 'redacted' },
  },
} as const satisfies Table

/** Which state of the table a document is in. */
export const stateOfDocument = ({ redactedAt, held }: DocumentFacts): StateOf<typeof document> =>
  redactedAt ? 'redacted' : held ? 'being checked' : 'in the register'

interface DocumentFacts {
  readonly redactedAt: Date | null
  readonly held: boolean
}

/** That nothing of a review may be destroyed. Whoever lifts it is another person than the one who asked for that. */
export const legalHold = {
  begins: 'standing',
  acts: {
    keep: { by: 'hold.place', entry: 'hold.kept' },
    'ask to lift': { by: 'hold.place', entry: 'hold.lifting-asked' },
    lift: { by: 'hold.lift', entry: 'hold.lifted' },
    'refuse to lift': { by: 'hold.lift', entry: 'hold.lifting-refused' },
  },
  states: {
    standing: { keep: 'standing', 'ask to lift': 'to be lifted' },
    'to be lifted': { keep: 'to be lifted', lift: 'lifted', 'refuse to lift': 'standing' },
    lifted: {},
  },
} as const satisfies Table

/** Which state of the table a hold is in. */
export const stateOfLegalHold = ({ liftingAskedAt, liftedAt }: HoldFacts): StateOf<typeof legalHold> =>
  liftedAt ? 'lifted' : liftingAskedAt ? 'to be lifted' : 'standing'

interface HoldFacts {
  readonly liftingAskedAt: Date | null
  readonly liftedAt: Date | null
}

/** A request that words or a file be redacted everywhere. Whoever agrees is another person than the one who asked. */
export const redaction = {
  begins: 'asked',
  acts: {
    agree: { by: 'redaction.agree', entry: 'redaction.agreed' },
    refuse: { by: 'redaction.agree', entry: 'redaction.refused' },
  },
  states: {
    asked: { agree: 'agreed', refuse: 'refused' },
    agreed: {},
    refused: {},
  },
} as const satisfies Table

/** Which state of the table a redaction is in. */
export const stateOfRedaction = ({ agreedAt, refusedAt }: RedactionFacts): StateOf<typeof redaction> =>
  agreedAt ? 'agreed' : refusedAt ? 'refused' : 'asked'

interface RedactionFacts {
  readonly agreedAt: Date | null
  readonly refusedAt: Date | null
}
