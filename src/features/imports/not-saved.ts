import type { Mistake } from '../../core/refusals.ts'

/** Thrown inside the one transaction of a saving so that nothing of it is kept, and caught around it. */
export class NotSaved extends Error {
  override readonly name = 'NotSaved'
  readonly mistakes: readonly Mistake[]
  constructor(mistakes: readonly Mistake[]) {
    super('the check was not saved')
    this.mistakes = mistakes
  }
}
