/** A reading as a page of plain text, for people at a terminal. */
import type { Reading } from './reading.ts'

/** Recommendation by recommendation: who said how much, and what was found. Ends with a line break. */
export function summaryOf(reading: Reading): string {
  const lines = reading.recommendations.map(
    each => `Recommendation ${each.number ?? '(without a number)'}: ${each.text}`,
  )
  return `${lines.join('\n')}\n`
}
