/** A mark of how something stood when a page showed it, which its form brings back. */
import { createHash } from 'node:crypto'
import { Stale } from '../../core/refusals.ts'

/** The mark of what can be changed of a thing: equal for equal values. */
export const stampOf = (values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22)

/** Throws Stale when a thing no longer has the mark that the page carried: somebody else changed it meanwhile. */
export function refuseStale(seen: string, present: string): void {
  if (seen !== present) throw new Stale('changed meanwhile')
}
