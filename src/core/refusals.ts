/** What is thrown, and mapped to a page once: what cannot be found, may not be done or has changed meanwhile. */

/** It does not exist, or this person may not know that it does: the two are the same. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/**
 * The same, where it was asked for by its id: to the person it is as anything that is not found, and which thing it
 * was is for the ledger alone.
 */
export class Unseen extends NotFound {
  readonly thing: string
  readonly id: string
  constructor(thing: string, id: string) {
    super(`no such ${thing}`)
    this.thing = thing
    this.id = id
  }
}

/** It can be seen, and may not be done by this person. `permission` is the row of the table that refused. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
  readonly permission: string
  constructor(permission: string) {
    super(`not permitted: ${permission}`)
    this.permission = permission
  }
}

/** Somebody else changed it since the page was shown. */
export class Stale extends Error {
  override readonly name = 'Stale'
}

/** A mistake in what was typed: the field that it is in, and a sentence that says what to do. */
export interface Mistake {
  readonly field: string
  readonly message: string
}

/** What a rule decides: a value with what is to be recorded, or the mistakes that stand in the way. */
export type Decided<Value, Entry = never> =
  | { readonly ok: true; readonly value: Value; readonly entries: readonly Entry[] }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] }

export const decide = <Value, Entry = never>(value: Value, entries: readonly Entry[] = []): Decided<Value, Entry> => ({
  ok: true,
  value,
  entries,
})
export const refuse = (...mistakes: readonly Mistake[]): Decided<never, never> => ({ ok: false, mistakes })
