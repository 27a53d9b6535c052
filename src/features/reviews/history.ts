/** The History of a review and of what belongs to it, with the names that ids stand for today. */
import type { AgencyId, Person } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { HistoryEntry } from '../../design/index.ts'
import { listHistory, type Recorded, type Small } from '../../ledger/ledger.ts'
import { allSentences } from '../../ledger/sentences.ts'
import type { ReviewId } from '../../store/schema.ts'
import { tellHistory } from '../accounts/index.ts'
import { listNames } from './people-queries.ts'
import { listAgencyNames } from './release-queries.ts'

type Told = Recorded & { readonly personName: string | null }

/** What happened to a thing or within a review, the latest first, as far as the person may see it. */
export async function historyOf(
  tx: Tx,
  person: Person,
  of: { thingId: string } | { reviewId: ReviewId },
): Promise<readonly HistoryEntry[]> {
  return tellHistory(await named(tx, await listHistory(tx, of)), allSentences(), person.id)
}

/** The entries with `personName` and `agencyName` added to the facts that name a person or an agency by id. */
async function named(tx: Tx, entries: readonly Told[]): Promise<readonly Told[]> {
  const idsOf = (name: string) => entries.flatMap(({ facts }) => (typeof facts[name] === 'string' ? facts[name] : []))
  const people = await listNames(tx, idsOf('person'))
  const agencies = await listAgencyNames(tx, idsOf('agency') as AgencyId[])
  const withNames = (facts: Readonly<Record<string, Small>>) => ({
    ...facts,
    personName: people.get(String(facts.person)) ?? null,
    agencyName: agencies.get(String(facts.agency)) ?? null,
  })
  return entries.map(entry => ({ ...entry, facts: withNames(entry.facts) }))
}
