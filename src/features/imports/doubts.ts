/** What a person should look at before the reading is saved. */
import { type Draft, type ItemId, itemsOf, type RecommendationItem, type StatementItem } from './draft.ts'

export type DoubtKind = 'unplaced' | 'no-agency' | 'part-open' | 'no-number' | 'same-number'

/** One thing to look at. */
export interface Doubt {
  readonly item: ItemId
  readonly kind: DoubtKind
}

/** Everything doubtful, in the order of the source. What a person has looked at is doubtful no more. */
export function doubtsOf(draft: Draft): readonly Doubt[] {
  const open = withOpenParts(draft)
  const recommendations = itemsOf(draft, 'recommendation')
  const numbers = Map.groupBy(recommendations, each => each.number)
  const found = [
    ...itemsOf(draft, 'passage')
      .filter(passage => passage.role === 'unplaced')
      .map(({ id, order }) => ({ item: id, kind: 'unplaced' as const, order })),
    ...itemsOf(draft, 'statement').flatMap(aboutStatement),
    ...recommendations.flatMap(each => aboutRecommendation(each, numbers, open)),
  ]
  return found.sort((a, b) => a.order - b.order).map(({ item, kind }) => ({ item, kind }))
}

type Placed = Doubt & { readonly order: number }

const aboutStatement = ({ id, agency, seen, order }: StatementItem): readonly Placed[] =>
  agency === '' && !seen ? [{ item: id, kind: 'no-agency', order }] : []

/**
 * The recommendations with a part that no statement takes up, while of some statements it cannot be told what they
 * take up.
 */
function withOpenParts(draft: Draft): ReadonlySet<ItemId> {
  const statements = itemsOf(draft, 'statement')
  const taken = new Set(statements.flatMap(statement => statement.answers ?? []))
  const unsure = new Set(statements.filter(each => each.answers === null).map(each => each.recommendation))
  const left = itemsOf(draft, 'part').filter(part => !taken.has(part.id) && unsure.has(part.recommendation))
  return new Set(left.map(part => part.recommendation))
}

function aboutRecommendation(
  { id, number, seen, order }: RecommendationItem,
  numbers: ReadonlyMap<string | null, readonly RecommendationItem[]>,
  open: ReadonlySet<ItemId>,
): readonly Placed[] {
  if (seen) return []
  const sharing = numbers.get(number)?.length ?? 0
  const kinds: readonly (DoubtKind | false)[] = [
    number === null && numbers.size > 1 && 'no-number',
    number !== null && sharing > 1 && 'same-number',
    open.has(id) && 'part-open',
  ]
  return kinds.flatMap(kind => (kind ? [{ item: id, kind, order }] : []))
}

/**
 * How far the check is: of all sentences and passages, how many stand in their place, and how many things to look at.
 */
export interface Progress {
  readonly sentences: number
  readonly placed: number
  readonly doubts: number
}

/** Counts only what comes from the source. */
export function progressOf(draft: Draft): Progress {
  const counted = Object.values(draft.items).filter(item => 'spans' in item && item.spans.length > 0)
  const unplaced = counted.filter(item => item.kind === 'passage' && item.role === 'unplaced')
  const doubts = new Set(doubtsOf(draft).map(doubt => doubt.item)).size
  return { sentences: counted.length, placed: counted.length - unplaced.length, doubts }
}

/** "38 of 41 sentences placed, 3 to look at". */
export const writeProgress = ({ sentences, placed, doubts }: Progress): string =>
  `${placed} of ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} placed, ${doubts || 'nothing'} to look at`
