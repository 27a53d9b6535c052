/**
 * What an import hands over to be saved: everything matched to the board's directory and, for a later edition, to the
 * register.
 */
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { FindingCode, Span } from '../../reader/reading.ts'
import type {
  DocumentId,
  GroupId,
  ImportId,
  PartId,
  RecommendationId,
  ReviewId,
  StatementId,
} from '../../store/schema.ts'
import type { StatementWords } from './recommendation.ts'

/** The most characters that each field of the register may have. */
export const longest = {
  number: 20,
  recommendation: 20_000,
  part: 5000,
  addressee: 300,
  statement: 20_000,
  agency: 300,
  due: 200,
  owner: 300,
  status: 200,
  message: 2000,
  reason: 1000,
  citation: 300,
  guidance: 100,
  edition: 60,
} as const

export interface RegisterInput {
  readonly reviewId: ReviewId
  readonly documentId: DocumentId
  readonly importId: ImportId
  /** The date of the edition, when it is known: when its statements were said. */
  readonly saidOn: PlainDate | null
  /** In the order of the document. */
  readonly recommendations: readonly RecommendationInput[]
  /** Findings of the whole document; those of one recommendation stand with it. */
  readonly findings: readonly FindingInput[]
  readonly citations: readonly CitationInput[]
}

export interface RecommendationInput {
  /**
   * The recommendation of the register that it is, in a later edition; null: it is new. What is registered is never
   * overwritten: then number, text and span are not used, and only parts and addressees that it lacks are added.
   */
  readonly registered: RecommendationId | null
  readonly number: string | null
  readonly text: string
  readonly span: Span | null
  readonly parts: readonly PartInput[]
  readonly addressees: readonly AddresseeInput[]
  /** Those to be saved. What a later edition only repeats is best left out; what it changes says what it follows. */
  readonly statements: readonly StatementInput[]
  readonly findings: readonly FindingInput[]
}

export interface PartInput {
  /** The part of the register that it is; null: the one with the same words if there is one, else it is new. */
  readonly registered: PartId | null
  readonly text: string
  readonly span: Span | null
}

/** A body that the recommendation is put to: the agency or the group of the directory that it is, or neither. */
export interface AddresseeInput {
  readonly asWritten: string
  readonly agencyId: AgencyId | null
  readonly groupId: GroupId | null
}

export interface StatementInput extends StatementWords {
  /** The earlier statement of the register that it repeats or changes; from then on that one counts no more as open. */
  readonly follows: StatementId | null
  readonly span: Span | null
}

/**
 * A finding as the check left it. What can be computed from the register itself (`unanswered`, `silent-addressee`,
 * `no-date`, `overdue`) is stored only when it was dismissed, so that the reason counts from then on.
 */
export interface FindingInput {
  readonly code: FindingCode
  readonly message: string
  readonly span: Span | null
  /** Why it was dismissed, or null. */
  readonly dismissed: string | null
}

export interface CitationInput {
  readonly asWritten: string
  readonly guidance: string
  readonly edition: string | null
  readonly span: Span
}

/** What was saved, for the page that says so. */
export interface Saved {
  readonly recommendations: number
  readonly statements: number
}
