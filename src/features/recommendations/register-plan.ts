/** What saving an import comes to: the rows that are added to the register. Nothing that is registered is touched. */
import { type Decided, decide, type Mistake, refuse } from '../../core/refusals.ts'
import { type FindingCode, findingCodes, type Span } from '../../reader/reading.ts'
import type { AddresseeId, CitationId, FindingId, PartId, RecommendationId, StatementId } from '../../store/schema.ts'
import type {
  AddresseeInput,
  CitationInput,
  FindingInput,
  PartInput,
  RecommendationInput,
  RegisterInput,
  StatementInput,
} from './register-input.ts'
import { longest } from './register-input.ts'

/** A recommendation of the register, as far as saving needs it. */
export interface Known {
  readonly id: RecommendationId
  readonly parts: readonly KnownPart[]
  readonly addressees: readonly KnownAddressee[]
  /** The highest position of a statement; 0 when there is none. */
  readonly lastStatement: number
}

interface KnownPart {
  readonly id: PartId
  readonly position: number
  readonly text: string
  readonly isWithdrawn: boolean
}
export type KnownAddressee = AddresseeInput & { readonly id: AddresseeId; readonly position: number }

type Under<T> = T & { readonly recommendationId: RecommendationId; readonly position: number }

export interface NewRecommendation {
  readonly id: RecommendationId
  readonly position: number
  readonly number: string | null
  readonly text: string
  readonly span: Span | null
}
export type NewPart = Under<{ readonly id: PartId; readonly text: string; readonly span: Span | null }>
export type NewAddressee = Under<AddresseeInput & { readonly id: AddresseeId }>
export type NewStatement = Under<StatementInput & { readonly id: StatementId }>

export interface NewFinding extends FindingInput {
  readonly id: FindingId
  readonly recommendationId: RecommendationId | null
  readonly statementId: StatementId | null
  readonly addresseeId: AddresseeId | null
}

/** The rows of one saving. */
export interface Plan {
  readonly recommendations: readonly NewRecommendation[]
  readonly parts: readonly NewPart[]
  readonly addressees: readonly NewAddressee[]
  readonly statements: readonly NewStatement[]
  readonly findings: readonly NewFinding[]
  readonly citations: readonly (CitationInput & { readonly id: CitationId })[]
  /** What each recommendation got, for the ledger. */
  readonly under: readonly {
    readonly id: RecommendationId
    readonly isNew: boolean
    readonly parts: number
    readonly statements: number
  }[]
}

/** What the register has of the review. */
export interface Register {
  readonly known: readonly Known[]
  /** The highest position of a recommendation; 0 when there is none. */
  readonly lastRecommendation: number
}

type NewId = <Id extends string>() => Id

/** Lays out what is to be added. Refuses what is longer than the register can hold, by the name of what it is. */
export function planSaving(input: RegisterInput, register: Register, newId: NewId): Decided<Plan> {
  const mistakes = input.recommendations.flatMap(tooLong)
  if (mistakes.length > 0) return refuse(...mistakes)
  const known = new Map(register.known.map(each => [each.id, each]))
  let position = register.lastRecommendation
  const each = input.recommendations.map(recommendation => {
    const before = recommendation.registered ? known.get(recommendation.registered) : undefined
    return planUnder(recommendation, { before: before ?? null, position: before ? 0 : ++position, newId })
  })
  const findings = input.findings
    .filter(isKept)
    .map(finding => ({ ...unattached, ...finding, id: newId<FindingId>(), recommendationId: null }))
  return decide({
    recommendations: each.flatMap(one => one.recommendation ?? []),
    parts: each.flatMap(one => one.parts),
    addressees: each.flatMap(one => one.addressees),
    statements: each.flatMap(one => one.statements),
    findings: [...each.flatMap(one => one.findings), ...findings],
    citations: input.citations.map(citation => ({ ...citation, id: newId<CitationId>() })),
    under: each.map(one => ({
      id: one.id,
      isNew: one.recommendation !== null,
      parts: one.parts.length,
      statements: one.statements.length,
    })),
  })
}

interface Place {
  readonly before: Known | null
  readonly position: number
  readonly newId: NewId
}

function planUnder(recommendation: RecommendationInput, { before, position, newId }: Place) {
  const id = before?.id ?? newId<RecommendationId>()
  const { number, text, span } = recommendation
  const { added: parts, positions } = planParts(recommendation.parts, { id, before, newId })
  const addressees = planAddressees(recommendation.addressees, { id, before, newId })
  const first = (before?.lastStatement ?? 0) + 1
  const statements = recommendation.statements.map(
    (statement, i): NewStatement => ({
      ...statement,
      answersParts: inRegister(statement.answersParts, positions),
      id: newId<StatementId>(),
      recommendationId: id,
      position: first + i,
    }),
  )
  const asked = [...(before?.addressees ?? []), ...addressees]
  const findings = recommendation.findings
    .filter(isKept)
    .flatMap(finding => attach(finding, { statements, asked }))
    .map((finding): NewFinding => ({ ...finding, id: newId<FindingId>(), recommendationId: id }))
  return {
    id,
    recommendation: before ? null : { id, position, number, text, span },
    parts,
    addressees,
    statements,
    findings,
  }
}

interface Owner {
  readonly id: RecommendationId
  readonly before: Known | null
  readonly newId: NewId
}

/** The parts by their places in the register. Where none of them stands there any more, it cannot be told. */
function inRegister(parts: StatementInput['answersParts'], positions: readonly (number | null)[]) {
  const found = parts?.flatMap(part => positions[part - 1] ?? []) ?? null
  return parts?.length && !found?.length ? null : found
}

/**
 * The parts that the register lacks, and where each part of the input stands in it, from 1: null where it was
 * withdrawn.
 */
function planParts(parts: readonly PartInput[], { id, before, newId }: Owner) {
  const had = before?.parts ?? []
  let last = Math.max(0, ...had.map(part => part.position))
  const added: NewPart[] = []
  const positions = parts.map(({ registered, text, span }) => {
    const same = had.find(part => (registered ? part.id === registered : fold(part.text) === fold(text)))
    if (same) return same.isWithdrawn ? null : same.position
    added.push({ id: newId<PartId>(), recommendationId: id, position: ++last, text, span })
    return last
  })
  return { added, positions }
}

function planAddressees(asked: readonly AddresseeInput[], { id, before, newId }: Owner): readonly NewAddressee[] {
  const had = before?.addressees ?? []
  let last = Math.max(0, ...had.map(each => each.position))
  return asked
    .filter(each => !had.some(other => isSameBody(each, other)))
    .map(each => ({ ...each, id: newId<AddresseeId>(), recommendationId: id, position: ++last }))
}

const isSameBody = (a: AddresseeInput, b: AddresseeInput): boolean =>
  fold(a.asWritten) === fold(b.asWritten) ||
  (a.agencyId !== null && a.agencyId === b.agencyId) ||
  (a.groupId !== null && a.groupId === b.groupId)

const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase()

/** What the register itself tells at any time; stored only with the reason for which it was dismissed. */
export const computedCodes: readonly FindingCode[] = ['unanswered', 'silent-addressee', 'no-date', 'overdue']

const ofWords: readonly FindingCode[] = ['superseded-guidance', 'never-existed', 'abolished-body', 'stale-tense']

/** What a person can write about a recommendation: what the register cannot tell by itself. */
export const handCodes: readonly FindingCode[] = findingCodes.filter(
  code => code !== 'no-recommendations' && !computedCodes.includes(code),
)

/** What a person can write of a review as a whole: what is wrong in words that belong to no recommendation. */
export const wholeCodes: readonly FindingCode[] = handCodes.filter(code => ofWords.includes(code))

const isKept = ({ code, dismissed }: FindingInput): boolean => dismissed !== null || !computedCodes.includes(code)

const unattached = { statementId: null, addresseeId: null }

interface Around {
  readonly statements: readonly NewStatement[]
  readonly asked: readonly (AddresseeInput & { readonly id: AddresseeId })[]
}

type Attached = Omit<NewFinding, 'id' | 'recommendationId'>

/** Ties a finding to the statement whose words raised it, or to each body that it calls silent. */
function attach(finding: FindingInput, { statements, asked }: Around): readonly Attached[] {
  if (finding.code === 'silent-addressee') {
    const silent = asked.filter(
      each =>
        !statements.some(
          said =>
            (each.agencyId !== null && said.agencyId === each.agencyId) ||
            fold(said.agencyAsWritten) === fold(each.asWritten),
        ),
    )
    return silent.map(each => ({ ...finding, statementId: null, addresseeId: each.id }))
  }
  const from = finding.span?.[0]
  const raisedBy = statements.find(({ span }) => from !== undefined && span && span[0] <= from && from < span[1])
  return [{ ...finding, statementId: raisedBy?.id ?? null, addresseeId: null }]
}

const over = (text: string | null, most: number) => text !== null && [...text].length > most

function tooLong({ number, text, parts, addressees, statements }: RecommendationInput): readonly Mistake[] {
  const name = number === null ? 'A recommendation' : `Recommendation ${number}`
  const say = (what: string, most: number): Mistake => ({
    field: 'register',
    message: `${name}: ${what} must be ${most} characters or fewer`,
  })
  const fields: readonly (readonly [string, number, readonly (string | null)[]])[] = [
    ['its number', longest.number, [number]],
    ['its words', longest.recommendation, [text]],
    ['each part', longest.part, parts.map(part => part.text)],
    ['each body that it is put to', longest.addressee, addressees.map(each => each.asWritten)],
    ['each statement', longest.statement, statements.map(each => each.text)],
    ['each agency’s name', longest.agency, statements.map(each => each.agencyAsWritten)],
    ['each due date as written', longest.due, statements.map(each => each.due?.asWritten ?? null)],
    ['each owner', longest.owner, statements.map(each => each.owner)],
    ['each status', longest.status, statements.map(each => each.status)],
  ]
  return fields.flatMap(([what, most, values]) => (values.some(value => over(value, most)) ? [say(what, most)] : []))
}
