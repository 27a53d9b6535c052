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
  Object.entries(things).flatMap(([kind, thing]) => {
    const what = (facts: Facts) => (kind === 'recommendation' ? named(facts) : `${thing}${under(facts)}`)
    return [
      [`${kind}.added`, (facts: Facts) => `added ${what(facts)} by hand`],
      [`${kind}.corrected`, (facts: Facts) => `corrected ${what(facts)}: ${counted(facts.fields, 'field', 'fields')}`],
      [`${kind}.withdrawn`, (facts: Facts) => `withdrew ${what(facts)}`],
      [`${kind}.reinstated`, (facts: Facts) => `put ${what(facts)} back`],
    ]
  }),
)

/** The recommendation by its number, which a page adds to the facts where it shows more than one recommendation. */
const named = ({ number }: Facts) => (number ? `recommendation ${number}` : 'the recommendation')
const under = (facts: Facts) => (facts.number ? ` under ${named(facts)}` : '')

const whichFinding = ({ code }: Facts) => findingWords[code as FindingCode] ?? 'a finding'

const counted = (count: Small | undefined, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const sentences: Sentences = {
  ...byHand,
  'recommendation.saved': facts => {
    const { parts, statements } = facts
    return `saved ${named(facts)} from an import, with ${counted(parts, 'part', 'parts')} and ${counted(statements, 'statement', 'statements')}`
  },
  'recommendation.added-to': facts =>
    `added ${counted(facts.statements, 'statement', 'statements')} from a later edition${under(facts)}`,
  'statement.moved': ({ statements }) =>
    `moved ${counted(statements, 'statement', 'statements')} to another recommendation`,
  'statement.taken-in': ({ statements }) =>
    `moved ${counted(statements, 'statement', 'statements')} here from another recommendation`,
  'finding.dismissed': facts => `dismissed with a reason${under(facts)}: ${whichFinding(facts)}`,
  'finding.raised': facts => `raised again${under(facts)}: ${whichFinding(facts)}`,
}
