/** Everything that a person can change in a check, each change a value, and the one function that decides it. */
import type { Decided } from '../../core/refusals.ts'
import type { Act, Due, ReviewFacts } from '../../reader/reading.ts'
import type { Draft, ItemId, NameMeaning, PassageRole, RecommendationItem, StatementItem } from './draft.ts'
import type { Edits } from './edits.ts'
import { decidePassagePlacing, decidePassageSplit, decidePassagesPlaced, decideWordsTaken } from './passage-decide.ts'
import {
  decidePartAdded,
  decidePartCorrected,
  decidePartRemoved,
  decideRecommendationAdded,
  decideRecommendationCorrected,
  decideRecommendationMerged,
  decideRecommendationRemoved,
} from './recommendation-decide.ts'
import { decideFinding, decideName, decideNames, decideReviewFacts, decideSeen } from './remark-decide.ts'
import type { SourceText } from './spans.ts'
import {
  decideResponseMoved,
  decideStatementCorrected,
  decideStatementMatched,
  decideStatementMerged,
  decideStatementSplit,
  decideStatementUnplaced,
} from './statement-decide.ts'

/** What a statement becomes. */
export interface StatementWords {
  readonly text: string
  readonly act: Act
  readonly agency: string
  readonly recommendation: ItemId
  readonly answers: readonly ItemId[] | null
  readonly due: Due | null
  readonly owner: string | null
  readonly status: string | null
}

/** Where words that stand nowhere are put. */
export type Placing =
  | { readonly as: 'statement'; readonly recommendation: ItemId; readonly agency: string; readonly act: Act }
  | { readonly as: 'part'; readonly recommendation: ItemId }
  | { readonly as: 'more of a recommendation'; readonly recommendation: ItemId }
  | { readonly as: 'new recommendation'; readonly number: string | null }
  | { readonly as: PassageRole }

export type Change =
  | { readonly kind: 'statement.correct'; readonly item: ItemId; readonly words: StatementWords }
  | { readonly kind: 'statement.split'; readonly item: ItemId; readonly pieces: string }
  | { readonly kind: 'statement.merge'; readonly item: ItemId; readonly next: ItemId }
  | { readonly kind: 'statement.match'; readonly item: ItemId; readonly register: StatementItem['register'] }
  | { readonly kind: 'statement.unplace'; readonly item: ItemId }
  | {
      readonly kind: 'response.move'
      readonly from: { readonly recommendation: ItemId; readonly agency: string }
      readonly to: { readonly recommendation: ItemId; readonly agency: string }
    }
  | {
      readonly kind: 'recommendation.correct'
      readonly item: ItemId
      readonly number: string | null
      readonly text: string
      readonly addressees: readonly string[]
      readonly register: RecommendationItem['register']
    }
  | { readonly kind: 'recommendation.add'; readonly number: string | null; readonly text: string }
  | { readonly kind: 'recommendation.merge'; readonly item: ItemId; readonly into: ItemId }
  | { readonly kind: 'recommendation.remove'; readonly item: ItemId }
  | { readonly kind: 'part.correct'; readonly item: ItemId; readonly text: string }
  | { readonly kind: 'part.add'; readonly recommendation: ItemId; readonly text: string }
  | { readonly kind: 'part.remove'; readonly item: ItemId }
  | { readonly kind: 'passage.place'; readonly item: ItemId; readonly placing: Placing }
  | { readonly kind: 'passages.place'; readonly items: readonly ItemId[]; readonly role: PassageRole }
  | { readonly kind: 'passage.split'; readonly item: ItemId; readonly pieces: string }
  | { readonly kind: 'words.take'; readonly from: number; readonly to: number }
  | { readonly kind: 'item.seen'; readonly item: ItemId; readonly seen: boolean }
  | { readonly kind: 'name.decide'; readonly name: string; readonly meaning: NameMeaning | null }
  | {
      readonly kind: 'names.decide'
      readonly meanings: readonly { readonly name: string; readonly meaning: NameMeaning }[]
    }
  | { readonly kind: 'finding.dismiss'; readonly item: ItemId; readonly reason: string | null }
  | { readonly kind: 'review.correct'; readonly facts: ReviewFacts }

export type ChangeKind = Change['kind']

type Deciders = {
  readonly [K in ChangeKind]: (draft: Draft, change: Extract<Change, { kind: K }>, source: SourceText) => Decided<Edits>
}

const deciders: Deciders = {
  'statement.correct': decideStatementCorrected,
  'statement.split': decideStatementSplit,
  'statement.merge': decideStatementMerged,
  'statement.match': decideStatementMatched,
  'statement.unplace': decideStatementUnplaced,
  'response.move': decideResponseMoved,
  'recommendation.correct': decideRecommendationCorrected,
  'recommendation.add': decideRecommendationAdded,
  'recommendation.merge': decideRecommendationMerged,
  'recommendation.remove': decideRecommendationRemoved,
  'part.correct': decidePartCorrected,
  'part.add': decidePartAdded,
  'part.remove': decidePartRemoved,
  'passage.place': decidePassagePlacing,
  'passages.place': decidePassagesPlaced,
  'passage.split': decidePassageSplit,
  'words.take': decideWordsTaken,
  'item.seen': decideSeen,
  'name.decide': decideName,
  'names.decide': decideNames,
  'finding.dismiss': decideFinding,
  'review.correct': decideReviewFacts,
}

export const changeKinds = Object.keys(deciders) as readonly ChangeKind[]

/** What a change does to the draft, or the mistakes that stand in its way. No change loses a word of the source. */
export function decideChange<K extends ChangeKind>(
  draft: Draft,
  change: Extract<Change, { kind: K }>,
  source: SourceText,
): Decided<Edits> {
  const decider = deciders[change.kind as K]
  return decider(draft, change, source)
}
