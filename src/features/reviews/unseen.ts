/**
 * What a person asked for by its id and cannot see: because there is no such thing, or because it is not theirs to see.
 */
import { NotFound } from '../../core/refusals.ts'

export type AskedThing = 'review' | 'document' | 'recommendation' | 'statement'

/** The same to the person as anything that is not found. Which thing it was is for the ledger alone. */
export class Unseen extends NotFound {
  readonly thing: AskedThing
  readonly id: string
  constructor(thing: AskedThing, id: string) {
    super(`no such ${thing}`)
    this.thing = thing
    this.id = id
  }
}
