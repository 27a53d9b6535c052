/** A check as the register takes it: names matched, a later edition's repetitions left out. */
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { Reading, Span } from '../../reader/reading.ts'
import type { DocumentId, GroupId, ImportId, ReviewId } from '../../store/schema.ts'
import type { FindingInput, RecommendationInput, RegisterInput, StatementInput } from '../recommendations/index.ts'
import type { Comparison } from './comparison.ts'
import {
  type Draft,
  type FindingItem,
  type ItemId,
  itemsOf,
  type PartItem,
  type RecommendationItem,
  type StatementItem,
} from './draft.ts'

/** What a name as written stands for once it is settled. */
export interface Settled {
  readonly agencyId: AgencyId | null
  readonly groupId: GroupId | null
}

interface Grounds {
  readonly settle: (name: string) => Settled
  readonly comparison: Comparison | null
  /** What was noticed of the review as a whole by earlier editions: it is not said twice. */
  readonly noticed: readonly Pick<FindingInput, 'code' | 'message'>[]
  readonly reading: Pick<Reading, 'citations'>
  readonly into: {
    readonly reviewId: ReviewId
    readonly documentId: DocumentId
    readonly importId: ImportId
    readonly saidOn: PlainDate | null
  }
}

/** Everything that is saved of a check. */
export function registerInputOf(draft: Draft, grounds: Grounds): RegisterInput {
  const { settle, comparison, noticed, reading, into } = grounds
  const parts = Map.groupBy(itemsOf(draft, 'part'), part => part.recommendation)
  const statements = Map.groupBy(itemsOf(draft, 'statement'), statement => statement.recommendation)
  const findings = itemsOf(draft, 'finding')
  return {
    ...into,
    recommendations: itemsOf(draft, 'recommendation').map(each =>
      recommendationInput(each, {
        settle,
        comparison,
        parts: parts.get(each.id) ?? [],
        statements: statements.get(each.id) ?? [],
        findings: findings.filter(finding => finding.recommendation === each.id),
      }),
    ),
    findings: findings
      .filter(finding => finding.recommendation === null)
      .map(findingInput)
      .filter(({ code, message }) => !noticed.some(each => each.code === code && each.message === message)),
    citations: reading.citations.map(({ asWritten, guidance, edition, span }) => ({
      asWritten,
      guidance,
      edition,
      span,
    })),
  }
}

interface Under extends Pick<Grounds, 'settle' | 'comparison'> {
  readonly parts: readonly PartItem[]
  readonly statements: readonly StatementItem[]
  readonly findings: readonly FindingItem[]
}

function recommendationInput(recommendation: RecommendationItem, under: Under): RecommendationInput {
  const { id, number, text, spans, addressees } = recommendation
  const { settle, comparison, parts, statements, findings } = under
  const before = comparison?.recommendations.get(id)?.before ?? null
  const added = statements.filter(statement => comparison?.statements.get(statement.id)?.standing !== 'same')
  return {
    registered: before?.id ?? null,
    number,
    text,
    span: spanOf(spans),
    parts: parts.map(part => ({ registered: null, text: part.text, span: spanOf(part.spans) })),
    addressees: addressees.map(asWritten => ({ asWritten, ...settle(asWritten) })),
    statements: added.map(statement => statementInput(statement, under)),
    findings: findings.filter(finding => before === null || isAboutOne(finding, added)).map(findingInput),
  }
}

/** In a later edition only what its own new words raise is new. */
const isAboutOne = ({ span }: FindingItem, statements: readonly StatementItem[]): boolean =>
  span !== null && statements.some(({ spans }) => spans.some(([from, to]) => span[0] >= from && span[0] < to))

function statementInput(statement: StatementItem, { settle, comparison, parts }: Under): StatementInput {
  const { id, agency, text, act, answers, due, owner, status, manner, spans } = statement
  return {
    follows: comparison?.statements.get(id)?.before?.id ?? null,
    agencyId: agency === '' ? null : settle(agency).agencyId,
    agencyAsWritten: agency,
    text,
    act,
    answersParts: answers && placesOf(answers, parts),
    due,
    owner,
    status,
    reportedDone: manner?.finished === true,
    span: spanOf(spans),
  }
}

const placesOf = (answers: readonly ItemId[], parts: readonly PartItem[]): readonly number[] =>
  parts.flatMap((part, at) => (answers.includes(part.id) ? [at + 1] : []))

const findingInput = ({ code, message, span, dismissed }: FindingItem): FindingInput => ({
  code,
  message: message.length > longestMessage ? `${message.slice(0, longestMessage - 1)}…` : message,
  span,
  dismissed,
})

const longestMessage = 2000

/** Where the words stand: from the first on, as far as nothing but a break parts them. */
export function spanOf(spans: readonly Span[]): Span | null {
  const [first, ...rest] = spans
  if (!first) return null
  return rest.reduce<Span>((whole, next) => (next[0] - whole[1] <= 2 ? [whole[0], next[1]] : whole), first)
}
