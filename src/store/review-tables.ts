/**
 * The tables of migrations 0002 and 0017: reviews, who may see them, documents, imports, redactions and legal holds.
 */
import type { Generated } from 'kysely'
import type { AgencyId, BoardId, PersonId } from '../access/actor.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { ReviewType } from '../reader/reading.ts'
import type { Instant, Json, Later } from './columns.ts'
import type { DocumentId, ImportId, LegalHoldId, RedactionId, ReviewId } from './ids.ts'

export interface ReviewTables {
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
  legal_hold: {
    id: LegalHoldId
    board_id: BoardId
    review_id: ReviewId
    ground: 'trial' | 'inquest' | 'inquiry' | 'court' | 'request' | 'other'
    reason: string
    look_again_on: PlainDate
    placed_by: PersonId
    placed_at: Instant
    lifting_reason: string | null
    lifting_asked_by: PersonId | null
    lifting_asked_at: Later
    lifted_by: PersonId | null
    lifted_at: Later
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
  /** `record` is what `redaction-record.ts` of the reviews describes. */
  redaction_record: { redaction_id: RedactionId; board_id: BoardId; record: Json; kept_at: Instant }
  redaction_words: { redaction_id: RedactionId; board_id: BoardId; words: string }
}
