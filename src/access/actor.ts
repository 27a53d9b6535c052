import type { Brand } from '../core/brand.ts'
import type { Role } from './permissions.ts'

export type PersonId = Brand<string, 'PersonId'>
export type BoardId = Brand<string, 'BoardId'>
export type AgencyId = Brand<string, 'AgencyId'>
export type SessionId = Brand<string, 'SessionId'>

/** One role of one person on one board, for an agency where the role is an agency's. */
export interface Post {
  readonly boardId: BoardId
  readonly role: Role
  readonly agencyId: AgencyId | null
}

/** A person who is signed in, and everything that the person may act as. */
export interface Person {
  readonly kind: 'person'
  readonly id: PersonId
  readonly name: string
  readonly sessionId: SessionId
  readonly posts: readonly Post[]
}

/**
 * Nobody in particular: sign-in and invitations ('gate'), making a board ('setup'), verifying the ledger ('auditor'),
 * ending a reading whose person may no longer do it ('caretaker'), noting who was refused ('doorkeeper').
 */
export interface Desk {
  readonly kind: 'gate' | 'setup' | 'auditor' | 'caretaker' | 'doorkeeper'
}

/** Applies redactions to a restored backup, with the standing of the support team of the boards, and for nobody. */
export interface Restorer {
  readonly kind: 'restorer'
  readonly posts: readonly Post[]
}

export type Actor = Person | Desk | Restorer

export const gate: Desk = { kind: 'gate' }
export const setup: Desk = { kind: 'setup' }
export const auditor: Desk = { kind: 'auditor' }
export const caretaker: Desk = { kind: 'caretaker' }
export const doorkeeper: Desk = { kind: 'doorkeeper' }

export const restorerOf = (boardIds: readonly BoardId[]): Restorer => ({
  kind: 'restorer',
  posts: boardIds.map(boardId => ({ boardId, role: 'support officer', agencyId: null })),
})
