/** What a person should look at before the reading is saved. */
import { type Draft, type ItemId, itemsOf, type RecommendationItem, type StatementItem } from './draft.ts'

export type DoubtKind = 'unplaced' | 'no-agency' | 'parts-unknown' | 'no-number' | 'same-number'

/** One thing to look at. */
export interface Doubt {
  readonly item: ItemId
  readonly kind: DoubtKind
}

/** Everything doubtful, in the order of the source. What a person has looked at is doubtful no more. */
export function doubtsOf(draft: Draft): readonly Doubt[] {
  const partsIn = new Set(itemsOf(draft, 'part').map(part => part.recommendation))
  const recommendations = itemsOf(draft, 'recommendation')
  const found = [
    ...itemsOf(draft, 'passage')
      .filter(passage => passage.role === 'unplaced')
      .map(({ id, order }) => ({ item: id, kind: 'unplaced' as const, order })),
    ...itemsOf(draft, 'statement').flatMap(each => aboutStatement(each, partsIn)),
    ...recommendations.flatMap(each => aboutRecommendation(each, recommendations)),
  ]
  return found.sort((a, b) => a.order - b.order).map(({ item, kind }) => ({ item, kind }))
}

type Placed = Doubt & { readonly order: number }

function aboutStatement({ id, agency, answers, seen, ...statement }: StatementItem, partsIn: ReadonlySet<ItemId>) {
  const found: Placed[] = []
  const { order } = statement
  if (seen) return found
  if (agency === '') found.push({ item: id, kind: 'no-agency', order })
  if (answers === null && partsIn.has(statement.recommendation)) found.push({ item: id, kind: 'parts-unknown', order })
  return found
}

function aboutRecommendation({ id, number, seen, order }: RecommendationItem, all: readonly RecommendationItem[]) {
  const found: Placed[] = []
  if (seen) return found
  if (number === null && all.some(each => each.number !== null)) found.push({ item: id, kind: 'no-number', order })
  if (number !== null && all.some(each => each.id !== id && each.number === number)) {
    found.push({ item: id, kind: 'same-number', order })
  }
  return found
}

/** How far the check is: of all sentences and passages, how many stand in their place, and how many things to look at. */
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
  `${placed} of ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} placed, ${doubts} to look at`
