/** The tables and views of migrations 0003, 0006, 0008 and 0009: the register. */
import type { Generated } from 'kysely'
import type { AgencyId, PersonId } from '../access/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Act, FindingCode } from '../reader/reading.ts'
import type { Instant, Later, OfReview, Optional, SourceSpan } from './columns.ts'
import type {
  AddresseeId,
  CitationId,
  DocumentId,
  FindingId,
  GroupId,
  ImportId,
  PartId,
  RecommendationId,
  StatementId,
} from './ids.ts'

export interface RegisterTables {
  recommendation: OfReview & {
    id: RecommendationId
    document_id: DocumentId | null
    position: number
    number: string | null
    text: string
    created_at: Instant
    withdrawn_at: Later
  } & SourceSpan
  recommendation_part: OfReview & {
    id: PartId
    recommendation_id: RecommendationId
    document_id: Optional<DocumentId>
    position: number
    text: string
    withdrawn_at: Later
  } & SourceSpan
  addressee: OfReview & {
    id: AddresseeId
    recommendation_id: RecommendationId
    document_id: Optional<DocumentId>
    position: number
    as_written: string
    agency_id: AgencyId | null
    group_id: GroupId | null
    withdrawn_at: Later
  }
  statement: OfReview & {
    id: StatementId
    recommendation_id: RecommendationId
    document_id: DocumentId | null
    import_id: ImportId | null
    position: number
    agency_id: AgencyId | null
    agency_as_written: string
    text: string
    act: Act
    answers_parts: number[] | null
    due_as_written: string | null
    due_from: PlainDate | null
    due_to: PlainDate | null
    owner: string | null
    status: string | null
    reported_done: Generated<boolean>
    said_on: PlainDate | null
    follows_id: Optional<StatementId>
    created_at: Instant
    withdrawn_at: Later
  } & SourceSpan
  finding: OfReview & {
    id: FindingId
    document_id: DocumentId | null
    recommendation_id: RecommendationId | null
    statement_id: Optional<StatementId>
    addressee_id: Optional<AddresseeId>
    agency_id: Optional<AgencyId>
    code: FindingCode
    message: string
    created_at: Instant
    dismissed_at: Later
    dismissed_by: PersonId | null
    dismissed_reason: string | null
    added_by: Optional<PersonId>
    withdrawn_at: Later
  } & SourceSpan
  citation: OfReview & {
    id: CitationId
    document_id: Optional<DocumentId>
    as_written: string
    guidance: string
    edition: string | null
    withdrawn_at: Later
  } & SourceSpan
  correction: OfReview & {
    id: string
    thing: string
    thing_id: string
    field: string
    was: string | null
    became: string | null
    reason: string
    person_id: PersonId
    corrected_at: Instant
  }
  /** A view: recommendations to which nothing at all was said. */
  unanswered_recommendation: OfReview & { id: RecommendationId; is_dismissed: boolean }
  /** A view: each body that a recommendation asks, once, and whether anything was heard from it. */
  asked_body: OfReview & {
    recommendation_id: RecommendationId
    addressee_id: AddresseeId
    position: number
    as_written: string
    agency_id: AgencyId | null
    group_id: GroupId | null
    is_heard: boolean
    is_dismissed: boolean
  }
  /** A view: promises that stand, and what they lack. Overdue is whose `due_to` lies before today. */
  open_promise: OfReview & {
    id: StatementId
    recommendation_id: RecommendationId
    agency_id: AgencyId | null
    due_from: PlainDate | null
    due_to: PlainDate | null
    is_dateless: boolean
    is_ownerless: boolean
    is_lateness_dismissed: boolean
  }
}
