/** The rules for changing recommendations and their parts. */
import { type Decided, type Mistake, refuse } from '../../core/refusals.ts'
import {
  type Draft,
  findItem,
  type Item,
  type ItemId,
  itemsOf,
  type PartItem,
  partsOf,
  type RecommendationItem,
  statementsOf,
} from './draft.ts'
import { type Edits, edits, newIds } from './edits.ts'
import { areAlike } from './likeness.ts'
import { type SourceText, sortedSpans } from './spans.ts'
import { gone, unplaced } from './statement-decide.ts'

/** The most characters that each field may have. */
export const longestRecommendation = { number: 20, text: 20_000, part: 5000, addressee: 300 } as const

interface Corrected {
  readonly item: ItemId
  readonly number: string | null
  readonly text: string
  readonly addressees: readonly string[]
  readonly register: RecommendationItem['register']
}

/** Corrects a number, words, addressees, or which recommendation of the register it is. */
export function decideRecommendationCorrected(
  draft: Draft,
  { item, number, text, addressees, register }: Corrected,
): Decided<Edits> {
  const recommendation = findItem(draft, 'recommendation', item)
  if (!recommendation) return gone('text', 'recommendation')
  const mistakes = wrongText(text, 'recommendation')
  if (addressees.some(name => [...name].length > longestRecommendation.addressee)) {
    const message = `Each body must be ${longestRecommendation.addressee} characters or fewer`
    mistakes.push({ field: 'addressees', message })
  }
  if (mistakes.length > 0) return refuse(...mistakes)
  return edits([{ ...recommendation, number, text, addressees: [...new Set(addressees)], register, seen: true }])
}

const wrongText = (text: string, what: string): Mistake[] =>
  text.trim() === '' ? [{ field: 'text', message: `Enter the words of the ${what}` }] : []

/** A recommendation that is written by hand stands after all others. */
export function decideRecommendationAdded(
  draft: Draft,
  { number, text }: { readonly number: string | null; readonly text: string },
): Decided<Edits> {
  const mistakes = wrongText(text, 'recommendation')
  if (mistakes.length > 0) return refuse(...mistakes)
  const order = Math.max(0, ...itemsOf(draft, 'recommendation').map(each => each.order)) + 1
  return edits([newRecommendation({ id: newIds(draft)('r'), order, number, text, spans: [] })])
}

/** A recommendation that the reader did not see. */
export const newRecommendation = (
  words: Pick<RecommendationItem, 'id' | 'order' | 'number' | 'text' | 'spans'>,
): RecommendationItem => ({
  kind: 'recommendation',
  version: 0,
  addressees: [],
  register: 'compared',
  seen: true,
  ...words,
})

/**
 * Two become one: a recommendation that stands twice keeps its words once, one that was cut apart gets all its words.
 */
export function decideRecommendationMerged(
  draft: Draft,
  change: { readonly item: ItemId; readonly into: ItemId },
): Decided<Edits> {
  const merged = findItem(draft, 'recommendation', change.item)
  const into = findItem(draft, 'recommendation', change.into)
  if (!merged) return gone('into', 'recommendation')
  if (!into || into.id === merged.id) return refuse({ field: 'into', message: 'Choose another recommendation' })
  const [first, second] = into.order <= merged.order ? [into, merged] : [merged, into]
  const whole: RecommendationItem = {
    ...into,
    number: into.number ?? merged.number,
    text: areAlike(first.text, second.text) ? into.text : `${first.text} ${second.text}`,
    spans: sortedSpans([...into.spans, ...merged.spans]),
    addressees: [...new Set([...into.addressees, ...merged.addressees])],
    seen: true,
  }
  const followers = [...partsOf(draft, merged.id), ...statementsOf(draft, merged.id)]
  const moved = followers.map(each => ({ ...each, recommendation: into.id }))
  const detached = findingsAbout(draft, merged.id).map(each => ({ ...each, recommendation: into.id }))
  return edits([whole, ...unsureOfWhole(draft, merged.id, into.id, moved), ...detached], [merged.id])
}

/** Statements that took up a whole recommendation, which is now a half of one, may take up less than the whole. */
function unsureOfWhole(draft: Draft, from: ItemId, into: ItemId, moved: readonly Item[]): readonly Item[] {
  const gainsParts = partsOf(draft, into).length > 0 || partsOf(draft, from).length > 0
  return moved.map(each =>
    each.kind === 'statement' && gainsParts && each.answers?.length === 0 ? { ...each, answers: null } : each,
  )
}

const findingsAbout = (draft: Draft, id: ItemId) =>
  itemsOf(draft, 'finding').filter(finding => finding.recommendation === id)

/** Its words, its parts and all that was said to it become words that stand nowhere. */
export function decideRecommendationRemoved(
  draft: Draft,
  { item }: { readonly item: ItemId },
  source: SourceText,
): Decided<Edits> {
  const recommendation = findItem(draft, 'recommendation', item)
  if (!recommendation) return gone('remove', 'recommendation')
  const decided = unplaced(draft, [recommendation, ...partsOf(draft, item), ...statementsOf(draft, item)], source)
  if (!decided.ok) return decided
  const findings = findingsAbout(draft, item).map(finding => finding.id)
  return edits(decided.value.put, [...(decided.value.drop ?? []), ...findings])
}

/** Corrects the words of a part. */
export function decidePartCorrected(
  draft: Draft,
  { item, text }: { readonly item: ItemId; readonly text: string },
): Decided<Edits> {
  const part = findItem(draft, 'part', item)
  if (!part) return gone('text', 'part')
  const mistakes = wrongText(text, 'part')
  return mistakes.length > 0 ? refuse(...mistakes) : edits([{ ...part, text }])
}

/** Adds a part that is written by hand, after the others. */
export function decidePartAdded(
  draft: Draft,
  { recommendation: id, text }: { readonly recommendation: ItemId; readonly text: string },
): Decided<Edits> {
  const recommendation = findItem(draft, 'recommendation', id)
  if (!recommendation) return gone('text', 'recommendation')
  const mistakes = wrongText(text, 'part')
  if (mistakes.length > 0) return refuse(...mistakes)
  const order = Math.max(recommendation.order, ...partsOf(draft, id).map(part => part.order)) + 1
  const part: PartItem = {
    kind: 'part',
    id: newIds(draft)('p'),
    version: 0,
    order,
    recommendation: id,
    text,
    spans: [],
  }
  return edits([part])
}

/** Its words become words that stand nowhere, and no statement takes it up any more. */
export function decidePartRemoved(
  draft: Draft,
  { item }: { readonly item: ItemId },
  source: SourceText,
): Decided<Edits> {
  const part = findItem(draft, 'part', item)
  if (!part) return gone('remove', 'part')
  const decided = unplaced(draft, [part], source)
  if (!decided.ok) return decided
  const others = partsOf(draft, part.recommendation).length > 1
  const answering = statementsOf(draft, part.recommendation).filter(each => each.answers?.includes(item))
  const changed = answering.map(each => {
    const left = each.answers?.filter(id => id !== item) ?? []
    return { ...each, answers: left.length > 0 ? left : others ? null : [] }
  })
  return edits([...decided.value.put, ...changed], decided.value.drop)
}
