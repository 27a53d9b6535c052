import type { Decided } from '../core/refusals.ts'

/** What was decided. What is refused while the demo is made is a fault of the demo's. */
export function settled<T>(decided: Decided<T, unknown>): T {
  if (decided.ok) return decided.value
  throw new Error(`the demo cannot be made: ${decided.mistakes.map(({ message }) => message).join('; ')}`)
}
