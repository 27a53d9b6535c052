/** The rows of every table, as both engines give them: dates as text, instants as Date, json as values. */
import type { ColumnType, Generated } from 'kysely'
import type { AgencyId, BoardId, PersonId, SessionId } from '../access/actor.ts'
import type { Role } from '../access/permissions.ts'
import type { Brand } from '../core/brand.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Act, FindingCode, ReviewType } from '../reader/reading.ts'

export type GroupId = Brand<string, 'GroupId'>
export type MembershipId = Brand<string, 'MembershipId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type ReviewId = Brand<string, 'ReviewId'>
export type DocumentId = Brand<string, 'DocumentId'>
export type ImportId = Brand<string, 'ImportId'>
export type RedactionId = Brand<string, 'RedactionId'>
export type RecommendationId = Brand<string, 'RecommendationId'>
export type PartId = Brand<string, 'PartId'>
export type AddresseeId = Brand<string, 'AddresseeId'>
export type StatementId = Brand<string, 'StatementId'>
export type FindingId = Brand<string, 'FindingId'>

/** Read as a value; written as a string of JSON. */
type Json = ColumnType<unknown, string | null, string | null>
type Instant = ColumnType<Date, Date, Date>
type Optional<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>
type Later = ColumnType<Date | null, Date | null | undefined, Date | null>

export interface Schema {
  board: {
    id: BoardId
    slug: string
    name: string
    short_name: string
    marking: string
    second_factor_required: boolean
    created_at: Instant
  }
  agency: { id: AgencyId; name: string; ended_on: PlainDate | null; created_at: Instant }
  agency_former_name: { id: string; agency_id: AgencyId; name: string; until_on: PlainDate; created_at: Instant }
  agency_alias: { id: string; agency_id: AgencyId; board_id: BoardId; alias: string; created_at: Instant }
  agency_succession: {
    id: string
    agency_id: AgencyId
    successor_id: AgencyId
    happened_on: PlainDate
    created_at: Instant
    withdrawn_at: Later
  }
  board_agency: { board_id: BoardId; agency_id: AgencyId; joined_at: Instant; left_at: Later }
  board_group: {
    id: GroupId
    board_id: BoardId
    name: string
    purpose: Generated<string>
    created_at: Instant
    ended_at: Later
  }
  person: {
    id: PersonId
    name: string
    email: string
    password_hash: string
    totp_secret: string | null
    totp_confirmed_at: Later
    totp_last_step: number | null
    created_at: Instant
  }
  membership: {
    id: MembershipId
    board_id: BoardId
    person_id: PersonId
    agency_id: AgencyId | null
    role: Role
    started_at: Instant
    ended_at: Later
  }
  group_member: { group_id: GroupId; board_id: BoardId; agency_id: AgencyId; joined_at: Instant; left_at: Later }
  session: {
    id: SessionId
    token_hash: string
    person_id: PersonId
    stage: 'password' | 'full'
    device: string
    started_at: Instant
    seen_at: Instant
    expires_at: Instant
    ended_at: Later
    totp_pending: ColumnType<string | null, string | null | undefined, string | null>
  }
  invitation: {
    id: InvitationId
    token_hash: string
    board_id: BoardId
    agency_id: AgencyId | null
    role: Role
    name: string
    email: string
    invited_by: PersonId | null
    invited_at: Instant
    expires_at: Instant
    accepted_at: Later
    withdrawn_at: Later
    sent_at: Later
    failed_at: Later
  }
  sign_in_failure: { id: string; key: string; failed_at: Instant }
  ledger_head: { chain: string; length: number; hash: string }
  ledger_entry: {
    id: string
    chain: string
    position: number
    board_id: BoardId | null
    review_id: ReviewId | null
    thing: string
    thing_id: string
    kind: string
    person_id: PersonId | null
    facts: Json
    recorded_at: Instant
    previous_hash: string
    hash: string
  }
  review: {
    id: ReviewId
    board_id: BoardId
    title: string
    subject: string | null
    type: ReviewType
    standing: 'restricted' | 'released'
    considered_on: PlainDate | null
    legal_basis: string | null
    lead_reviewer: string | null
    methodology: string | null
    created_by: PersonId
    created_at: Instant
  }
  panel_member: { review_id: ReviewId; board_id: BoardId; person_id: PersonId; joined_at: Instant; left_at: Later }
  review_exclusion: {
    review_id: ReviewId
    board_id: BoardId
    person_id: PersonId
    reason: string
    excluded_by: PersonId
    excluded_at: Instant
    lifted_at: Later
  }
  review_release: {
    review_id: ReviewId
    board_id: BoardId
    agency_id: AgencyId
    released_at: Instant
    withdrawn_at: Later
  }
  document: {
    id: DocumentId
    board_id: BoardId
    review_id: ReviewId | null
    file_name: string
    media_type: string
    sha256: string
    size_bytes: number
    scan: 'clean' | 'not scanned'
    uploaded_by: PersonId
    uploaded_at: Instant
    redacted_at: Later
    held: Generated<boolean>
  }
  document_text: { document_id: DocumentId; board_id: BoardId; text: string }
  stored_file: { document_id: DocumentId; board_id: BoardId; bytes: Buffer }
  import: {
    id: ImportId
    board_id: BoardId
    review_id: ReviewId | null
    document_id: DocumentId
    standing: Generated<'restricted' | 'released'>
    state: 'waiting' | 'reading' | 'ready' | 'failed' | 'saved' | 'discarded'
    progress: Generated<number>
    failure: string | null
    text: string | null
    reading: Json | null
    draft: Json | null
    version: Generated<number>
    started_by: PersonId
    started_at: Instant
    changed_at: Instant
    saved_by: PersonId | null
    saved_at: Later
  }
  redaction: {
    id: RedactionId
    board_id: BoardId
    review_id: ReviewId | null
    document_id: DocumentId
    extent: 'file' | 'words'
    reason: string
    asked_by: PersonId
    asked_at: Instant
    agreed_by: PersonId | null
    agreed_at: Later
    refused_by: PersonId | null
    refused_at: Later
  }
  redaction_words: { redaction_id: RedactionId; board_id: BoardId; words: string }
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
  } & SourceSpan
  citation: OfReview & {
    id: string
    document_id: DocumentId
    as_written: string
    guidance: string
    edition: string | null
    span_from: number
    span_to: number
  }
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

interface OfReview {
  board_id: BoardId
  review_id: ReviewId
}

/** Where it stands in the document's text, in code points; null for what was entered by hand. */
interface SourceSpan {
  span_from: number | null
  span_to: number | null
}
