/** The ids of things that are stored; those of people, boards and agencies stand in access/actor.ts. */
import type { Brand } from '../core/brand.ts'

export type GroupId = Brand<string, 'GroupId'>
export type MembershipId = Brand<string, 'MembershipId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type LinkId = Brand<string, 'LinkId'>
export type RuleId = Brand<string, 'RuleId'>
export type RequestId = Brand<string, 'RequestId'>
export type RecoveryId = Brand<string, 'RecoveryId'>
export type PasskeyId = Brand<string, 'PasskeyId'>
export type ReviewId = Brand<string, 'ReviewId'>
export type DocumentId = Brand<string, 'DocumentId'>
export type ImportId = Brand<string, 'ImportId'>
export type LegalHoldId = Brand<string, 'LegalHoldId'>
export type RedactionId = Brand<string, 'RedactionId'>
export type RecommendationId = Brand<string, 'RecommendationId'>
export type PartId = Brand<string, 'PartId'>
export type AddresseeId = Brand<string, 'AddresseeId'>
export type StatementId = Brand<string, 'StatementId'>
export type FindingId = Brand<string, 'FindingId'>
export type CitationId = Brand<string, 'CitationId'>
