/** Entries of the ledger as the sentences that people read. */

import type { PersonId } from '../../access/actor.ts'
import { writeInstant } from '../../core/instants.ts'
import type { HistoryEntry } from '../../design/index.ts'
import type { Recorded } from '../../ledger/ledger.ts'
import type { Sentences } from './entries.ts'

/** Who did what nobody signed in has done: setting up boards, recovering accounts. */
const operator = 'Whoever runs this installation'
/** Who asked for access and has no account. */
const stranger = 'Somebody without an account'

type Told = Pick<Recorded, 'kind' | 'facts' | 'personId' | 'recordedAt'> & { readonly personName: string | null }

/** The sentences of those entries whose kind is among `sentences`; the reader is called "You". */
export function tellHistory(
  entries: readonly Told[],
  sentences: Sentences,
  reader: PersonId | null = null,
): readonly HistoryEntry[] {
  return entries.flatMap(({ kind, facts, personId, personName, recordedAt }) => {
    const sentence = Object.hasOwn(sentences, kind) ? sentences[kind] : undefined
    if (!sentence) return []
    const nobody = facts?.by === 'stranger' ? stranger : operator
    const who = personId === null ? nobody : personId === reader ? 'You' : (personName ?? 'Somebody')
    return [
      { at: writeInstant(recordedAt), instant: recordedAt.toISOString(), sentence: `${who} ${sentence(facts ?? {})}` },
    ]
  })
}
