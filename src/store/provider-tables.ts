/** The tables of sign-in with an organisation's account. */
import type { Generated } from 'kysely'
import type { AgencyId, BoardId, PersonId } from '../access/actor.ts'
import type { Role } from '../access/permissions.ts'
import type { Instant, Later } from './columns.ts'
import type { LinkId, RequestId, RuleId } from './ids.ts'

export interface ProviderTables {
  provider_link: {
    id: LinkId
    person_id: PersonId
    issuer: string
    subject: string
    linked_at: Instant
    ended_at: Later
  }
  provider_attempt: {
    id: string
    token_hash: string
    browser_hash: string
    sealed: string
    begun_at: Instant
    expires_at: Instant
  }
  access_rule: {
    id: RuleId
    board_id: BoardId
    issuer: string
    claim: string | null
    value: string
    role: Role
    agency_id: AgencyId | null
    made_by: PersonId
    made_at: Instant
    ended_at: Later
  }
  access_request: {
    id: RequestId
    board_id: BoardId
    issuer: string
    subject: string
    name: string
    email: string
    email_verified: boolean
    reason: Generated<string>
    asked_at: Instant
    expires_at: Instant
    decided_at: Later
    decided_by: PersonId | null
    outcome: 'confirmed' | 'refused' | null
  }
}
