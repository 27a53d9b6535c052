/** What this feature records, and the sentence of each. A page puts the person's name before it. */
import type { BoardId } from '../../access/actor.ts'
import type { Entry, Small } from '../../ledger/ledger.ts'
import type { FindingCode } from '../../reader/reading.ts'
import type { ImportId, RecommendationId, ReviewId } from '../../store/schema.ts'
import type { Facts, Sentences } from '../accounts/index.ts'
import type { ThingKind } from './hand.ts'
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

/** What was done by hand to a thing, as an entry of its recommendation. */
export const byHandDone = (
  { kind, id, boardId, reviewId, recommendationId }: HandMade,
  entry: string,
  fields: number | null = null,
): Entry => ({
  kind: entry,
  thing: recommendationId ? 'recommendation' : 'review',
  thingId: recommendationId ?? reviewId,
  boardId,
  reviewId,
  facts: { [kind]: id, ...(fields === null ? {} : { fields }) },
})

interface HandMade extends OfReview {
  readonly kind: ThingKind
  readonly id: string
  readonly recommendationId: RecommendationId | null
}

const things: Readonly<Record<ThingKind, string>> = {
  recommendation: 'the recommendation',
  part: 'a part',
  addressee: 'a body that is asked',
  statement: 'a statement',
  citation: 'a citation of guidance',
  finding: 'a finding',
}

const byHand: Sentences = Object.fromEntries(
  Object.entries(things).flatMap(([kind, what]) => [
    [`${kind}.added`, () => `added ${what} by hand`],
    [`${kind}.corrected`, ({ fields }: Facts) => `corrected ${what}: ${counted(fields, 'field', 'fields')}`],
    [`${kind}.withdrawn`, () => `withdrew ${what}`],
    [`${kind}.reinstated`, () => `put ${what} back`],
  ]),
)

const counted = (count: Small | undefined, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const sentences: Sentences = {
  ...byHand,
  'recommendation.saved': ({ parts, statements }) =>
    `saved the recommendation from an import, with ${counted(parts, 'part', 'parts')} and ${counted(statements, 'statement', 'statements')}`,
  'recommendation.added-to': ({ statements }) =>
    `added ${counted(statements, 'statement', 'statements')} from a later edition`,
  'statement.moved': ({ statements }) =>
    `moved ${counted(statements, 'statement', 'statements')} to another recommendation`,
  'statement.taken-in': ({ statements }) =>
    `moved ${counted(statements, 'statement', 'statements')} here from another recommendation`,
  'finding.dismissed': ({ code }) => `dismissed with a reason: ${findingWords[code as FindingCode] ?? 'a finding'}`,
  'finding.raised': ({ code }) => `raised again: ${findingWords[code as FindingCode] ?? 'a finding'}`,
}
