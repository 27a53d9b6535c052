/** The sentences that people read as History: one for each kind of entry, told by the feature that records it. */
import type { Small } from './ledger.ts'

export type Telling = (facts: Readonly<Record<string, Small>>) => string
export type Tellings = Readonly<Record<string, Telling>>

const told = new Map<string, Telling>()

/** Makes the sentences of a feature known to every page that shows History. */
export function tell(sentences: Tellings): void {
  for (const [kind, sentence] of Object.entries(sentences)) told.set(kind, sentence)
}

/** The sentences of every kind of entry that the house records. */
export const allSentences = (): Tellings => Object.fromEntries(told)
