/** The tables of boards, agencies, people, sign-in and the ledger. */
import type { ColumnType, Generated } from 'kysely'
import type { AgencyId, BoardId, PersonId, SessionId } from '../access/actor.ts'
import type { Purpose } from '../access/passkeys.ts'
import type { Role } from '../access/permissions.ts'
import type { PlainDate } from '../core/plain-date.ts'
import type { Instant, Json, Later } from './columns.ts'
import type { GroupId, InvitationId, LinkId, MembershipId, PasskeyId, RecoveryId, ReviewId, RuleId } from './ids.ts'

export interface HouseTables {
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
  group_alias: { id: string; group_id: GroupId; board_id: BoardId; alias: string; created_at: Instant }
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
    rule_id: ColumnType<RuleId | null, RuleId | null | undefined, RuleId | null>
    ended_by_rule: Generated<boolean>
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
    proven_at: Later
    totp_pending: ColumnType<string | null, string | null | undefined, string | null>
    link_id: ColumnType<LinkId | null, LinkId | null | undefined, never>
    factor_by_provider: Generated<boolean>
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
    refused_at: Later
  }
  password_recovery: {
    id: RecoveryId
    person_id: PersonId | null
    token_hash: string | null
    asked_at: Instant
    expires_at: Instant
    used_at: Later
  }
  passkey: {
    id: PasskeyId
    person_id: PersonId
    credential_id: string
    public_key: string
    counter: number
    transports: string
    name: string
    added_at: Instant
    used_at: Later
  }
  passkey_challenge: {
    hash: string
    purpose: Purpose
    person_id: PersonId | null
    session_id: SessionId | null
    expires_at: Instant
  }
  asking: { key: string; count: number; ends_at: Instant }
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
}
