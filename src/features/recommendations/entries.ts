/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { BoardId } from '../../access/actor.ts'
import type { Entry, Small } from '../../ledger/ledger.ts'
import type { FindingCode } from '../../reader/reading.ts'
import type { ImportId, RecommendationId, ReviewId } from '../../store/schema.ts'
import type { Sentences } from '../accounts/index.ts'
import { findingWords } from './register-words.ts'

interface OfReview {
  readonly boardId: BoardId
  readonly reviewId: ReviewId
}

interface Added {
  readonly id: RecommendationId
  readonly isNew: boolean
  readonly parts: number
  readonly statements: number
  readonly importId: ImportId
}

export const recommendationSaved = (of: OfReview, { id, isNew, parts, statements, importId }: Added): Entry => ({
  kind: isNew ? 'recommendation.saved' : 'recommendation.added-to',
  thing: 'recommendation',
  thingId: id,
  ...of,
  facts: { import: importId, parts, statements },
})

const counted = (count: Small | undefined, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const sentences: Sentences = {
  'recommendation.saved': ({ parts, statements }) =>
    `saved the recommendation from an import, with ${counted(parts, 'part', 'parts')} and ${counted(statements, 'statement', 'statements')}`,
  'recommendation.added-to': ({ statements }) =>
    `added ${counted(statements, 'statement', 'statements')} from a later edition`,
  'finding.dismissed': ({ code }) => `dismissed with a reason: ${findingWords[code as FindingCode] ?? 'a finding'}`,
  'finding.raised': ({ code }) => `raised again: ${findingWords[code as FindingCode] ?? 'a finding'}`,
}
