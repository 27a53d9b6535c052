/**
 * The History of a review and of what belongs to it, with the names that ids stand for today. What saving an import
 * recorded thing by thing stands under the one entry that says that it was saved.
 */
import type { AgencyId, Person } from '../../access/actor.ts'
import type { Tx } from '../../app.ts'
import type { HistoryEntry } from '../../design/index.ts'
import { listHistory, type Recorded } from '../../ledger/ledger.ts'
import { allSentences } from '../../ledger/sentences.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import { tellHistory } from '../accounts/index.ts'
import { listNames } from './people-queries.ts'
import { listAgencyNames } from './release-queries.ts'
import { listNumbers } from './review-page-queries.ts'

type Told = Recorded & { readonly personName: string | null }

/** What happened to a thing or within a review, the latest first, as far as the person may see it. */
export async function historyOf(
  tx: Tx,
  person: Person,
  of: { thingId: string } | { reviewId: ReviewId },
): Promise<readonly HistoryEntry[]> {
  const entries = await named(tx, await listHistory(tx, of, mostRead), 'reviewId' in of)
  const told = (those: readonly Told[]) => tellHistory(those, allSentences(), person.id)
  const { whole, partsOf } = underImports(entries)
  return whole.slice(0, mostShown).flatMap(entry => {
    // Recorded together, they are told in the order in which they were.
    const parts = told(partsOf(entry).toReversed())
    return told([entry]).map(each => (parts.length > 0 ? { ...each, parts } : each))
  })
}

const mostShown = 100
/** The parts of what is shown are many times as many. */
const mostRead = 1000

/** Sets apart what was recorded of an import's saving while that saving is itself among the entries. */
function underImports(entries: readonly Told[]) {
  const savings = new Set(entries.filter(({ kind }) => kind === saved).map(({ thingId }) => thingId))
  const importOf = ({ facts }: Told) => (savings.has(String(facts.import)) ? String(facts.import) : null)
  const parts = Map.groupBy(entries, importOf)
  return {
    whole: parts.get(null) ?? [],
    partsOf: ({ kind, thingId }: Told) => (kind === saved ? (parts.get(thingId) ?? []) : []),
  }
}

const saved = 'import.saved'

/**
 * The entries with what ids stand for added to their facts: `personName` and `agencyName`, and where they are of
 * many things, `number`, which the thing has where it is a recommendation.
 */
async function named(tx: Tx, entries: readonly Told[], ofMany: boolean): Promise<readonly Told[]> {
  const idsOf = (name: string) => entries.flatMap(({ facts }) => (typeof facts[name] === 'string' ? facts[name] : []))
  const people = await listNames(tx, idsOf('person'))
  const agencies = await listAgencyNames(tx, idsOf('agency') as AgencyId[])
  const recommendations = entries.filter(({ thing }) => ofMany && thing === 'recommendation')
  const numbers = await listNumbers(
    tx,
    recommendations.map(({ thingId }) => thingId as RecommendationId),
  )
  const withNames = ({ facts, thingId }: Told) => ({
    ...facts,
    number: numbers.get(thingId) ?? null,
    personName: people.get(String(facts.person)) ?? null,
    agencyName: agencies.get(String(facts.agency)) ?? null,
  })
  return entries.map(entry => ({ ...entry, facts: withNames(entry) }))
}
