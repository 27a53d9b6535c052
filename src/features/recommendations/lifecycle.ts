import type { PersonId } from '../../access/actor.ts'
import type { Table } from '../../access/deeds.ts'
import type { StateOf } from '../../core/lifecycle.ts'

const by = 'register.correct'

/** What stands in the register, of whatever kind. What is withdrawn no longer counts, and can be put back. */
const registered = <K extends string>(kind: K) =>
  ({
    begins: 'in the register',
    acts: {
      correct: { by, entry: `${kind}.corrected` },
      withdraw: { by, entry: `${kind}.withdrawn` },
      reinstate: { by, entry: `${kind}.reinstated` },
    },
    states: {
      'in the register': { correct: 'in the register', withdraw: 'withdrawn' },
      withdrawn: { reinstate: 'in the register' },
    },
  }) as const satisfies Table

export const recommendation = registered('recommendation')
export const part = registered('part')
export const addressee = registered('addressee')
export const citation = registered('citation')

const said = registered('statement')

/** A statement can be moved to another recommendation of its review as well. */
export const statement = {
  ...said,
  acts: { ...said.acts, move: { by, entry: 'statement.moved' } },
  states: { ...said.states, 'in the register': { ...said.states['in the register'], move: 'in the register' } },
} as const satisfies Table

/** Which state of its table a thing of the register is in. */
export const stateOfThing = ({ withdrawnAt }: { readonly withdrawnAt: Date | null }): StateOf<typeof statement> =>
  withdrawnAt ? 'withdrawn' : 'in the register'

const noticed = registered('finding')

/**
 * What the reader noticed, what follows from the records, and what a person wrote. A dismissal passes over what holds
 * and does not matter; what should never have been written is withdrawn.
 */
export const finding = {
  begins: 'noticed',
  acts: {
    ...noticed.acts,
    dismiss: { by, entry: 'finding.dismissed' },
    raise: { by, entry: 'finding.raised' },
  },
  states: {
    noticed: { correct: 'noticed', dismiss: 'dismissed' },
    written: { correct: 'written', withdraw: 'withdrawn' },
    dismissed: { raise: 'noticed' },
    withdrawn: { reinstate: 'written' },
  },
} as const satisfies Table

interface FindingMarks {
  /** Who wrote it; null for what Heed noticed. */
  readonly addedBy: PersonId | null
  readonly dismissedAt: Date | null
  readonly withdrawnAt?: Date | null
}

/** Which state of its table a finding is in. */
export function stateOfFinding({ addedBy, dismissedAt, withdrawnAt }: FindingMarks): StateOf<typeof finding> {
  if (withdrawnAt) return 'withdrawn'
  if (dismissedAt) return 'dismissed'
  return addedBy ? 'written' : 'noticed'
}
