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

/** A name without the article before it. */
export const plainName = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the (?=.)/i, '')

/** Names that differ in nothing but case, white space, apostrophes and an article are one name. */
export const nameKey = (name: string): string => plainName(name).toLowerCase().replace(/[’‘`]/g, "'")

/** Says what a name stands for; null: what the directory says. */
export function decideName(
  draft: Draft,
  { name, meaning }: { readonly name: string; readonly meaning: NameMeaning | null },
): Decided<Edits> {
  const known = itemsOf(draft, 'name').find(each => nameKey(each.name) === nameKey(name))
  if (meaning && 'name' in meaning && meaning.name.trim() === '') {
    const field = meaning.kind === 'new group' ? 'new-group-name' : 'new-name'
    return refuse({ field, message: 'Enter the full name of the new body' })
  }
  if (known) return edits([{ ...known, meaning }])
  return edits([{ kind: 'name', id: newIds(draft)('n'), version: 0, order: 0, name, meaning }])
}

/** What several names stand for, decided at once. */
export function decideNames(
  draft: Draft,
  { meanings }: { readonly meanings: readonly { readonly name: string; readonly meaning: NameMeaning }[] },
): Decided<Edits> {
  if (meanings.length === 0) return refuse({ field: 'meaning-0', message: 'Say of one name at least who it is' })
  const known = new Map(itemsOf(draft, 'name').map(item => [nameKey(item.name), item]))
  const id = newIds(draft)
  return edits(
    meanings.map(({ name, meaning }) => {
      const before = known.get(nameKey(name))
      return before ? { ...before, meaning } : { kind: 'name', id: id('n'), version: 0, order: 0, name, meaning }
    }),
  )
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

/** Corrects what the document says of the review. */
export function decideReviewFacts(draft: Draft, { facts }: { readonly facts: ReviewFacts }): Decided<Edits> {
  const review = findItem(draft, 'review', reviewItemId)
  return review ? edits([{ ...review, facts }]) : gone('title', 'review')
}
