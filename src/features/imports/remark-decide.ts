/** The rules for what people remark on: that they have looked, what a name means, findings, and what the review is. */
import { type Decided, refuse } from '../../core/refusals.ts'
import type { ReviewFacts } from '../../reader/reading.ts'
import { type Draft, findItem, type ItemId, itemsOf, type NameMeaning, reviewItemId } from './draft.ts'
import { type Edits, edits, newIds } from './edits.ts'
import { gone } from './statement-decide.ts'

/** A person has looked at what is doubtful about a statement or a recommendation, and leaves it as it is. */
export function decideSeen(
  draft: Draft,
  { item, seen }: { readonly item: ItemId; readonly seen: boolean },
): Decided<Edits> {
  const found = findItem(draft, 'statement', item) ?? findItem(draft, 'recommendation', item)
  return found ? edits([{ ...found, seen }]) : gone('seen', 'statement')
}

/** Names that differ in nothing but case and white space are one name. */
export const nameKey = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase()

export function decideName(
  draft: Draft,
  { name, meaning }: { readonly name: string; readonly meaning: NameMeaning | null },
): Decided<Edits> {
  const known = itemsOf(draft, 'name').find(each => nameKey(each.name) === nameKey(name))
  if (meaning && 'name' in meaning && meaning.name.trim() === '') {
    return refuse({ field: 'new-name', message: 'Enter the full name of the new body' })
  }
  if (known) return edits([{ ...known, meaning }])
  return edits([{ kind: 'name', id: newIds(draft)('n'), version: 0, order: 0, name, meaning }])
}

/** Dismisses a finding with a reason, or takes the dismissal back when the reason is null. */
export function decideFinding(
  draft: Draft,
  { item, reason }: { readonly item: ItemId; readonly reason: string | null },
): Decided<Edits> {
  const finding = findItem(draft, 'finding', item)
  if (!finding) return gone('reason', 'finding')
  if (reason !== null && reason.trim() === '') {
    return refuse({ field: 'reason', message: 'Enter why this finding does not hold' })
  }
  return edits([{ ...finding, dismissed: reason }])
}

export function decideReviewFacts(draft: Draft, { facts }: { readonly facts: ReviewFacts }): Decided<Edits> {
  const review = findItem(draft, 'review', reviewItemId)
  return review ? edits([{ ...review, facts }]) : gone('title', 'review')
}
