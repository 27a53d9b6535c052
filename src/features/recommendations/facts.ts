/**
 * What follows from the records of a recommendation today, each fact as something that a person can dismiss with a
 * reason.
 */
import type { AgencyId } from '../../access/actor.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import type { FindingCode } from '../../reader/reading.ts'
import type { AddresseeId, StatementId } from '../../store/schema.ts'
import type { AskedBody, Statement } from './recommendation.ts'
import type { Thread } from './thread.ts'

/** One fact: what it says, and of which statement or body. */
export interface Fact {
  readonly code: Extract<FindingCode, 'unanswered' | 'silent-addressee' | 'no-date' | 'no-owner' | 'overdue'>
  readonly message: string
  readonly statementId: StatementId | null
  readonly addresseeId: AddresseeId | null
  readonly agencyId: AgencyId | null
}

const nothing = { statementId: null, addresseeId: null, agencyId: null }

/** What an open promise lacks or misses. */
export function factsOf(statement: Statement, today: PlainDate): readonly Fact[] {
  if (!statement.isOpen) return []
  const of = { ...nothing, statementId: statement.id }
  const isLate = statement.due?.to && statement.due.to < today && !statement.isLatenessDismissed
  return [
    ...(isLate ? [{ ...of, code: 'overdue', message: 'The due date of this promise has passed.' } as const] : []),
    ...(statement.isDateless ? [{ ...of, code: 'no-date', message: 'This promise has no date.' } as const] : []),
    ...(statement.isOwnerless
      ? [{ ...of, code: 'no-owner', message: 'Nobody is named who is to do this.' } as const]
      : []),
  ]
}

export const silenceOf = ({ addresseeId, agencyId, name }: AskedBody): Fact => ({
  ...nothing,
  addresseeId,
  agencyId,
  code: 'silent-addressee',
  message: `${name} was asked and has said nothing.`,
})

export const unanswered: Fact = { ...nothing, code: 'unanswered', message: 'Nobody has responded.' }

/** Every fact that is open on the page of a recommendation. */
export const allFacts = ({ answers, silent, isUnanswered }: Thread, today: PlainDate): readonly Fact[] => [
  ...(isUnanswered ? [unanswered] : []),
  ...silent.map(silenceOf),
  ...answers.flatMap(({ statements }) => statements.flatMap(({ statement }) => factsOf(statement, today))),
]

/** The words by which an address names a fact: ids alone. */
export function factQuery({ code, statementId, addresseeId, agencyId }: Fact): string {
  const named = { code, statement: statementId, addressee: addresseeId, agency: agencyId }
  const given = Object.entries(named).filter(
    (pair): pair is [string, NonNullable<(typeof pair)[1]>] => pair[1] !== null,
  )
  return `?${new URLSearchParams(given)}`
}

/** The open fact that an address or a form names, or null when it is open no more. */
export const findFact = (facts: readonly Fact[], given: URLSearchParams): Fact | null =>
  facts.find(
    ({ code, statementId, addresseeId, agencyId }) =>
      code === given.get('code') &&
      statementId === given.get('statement') &&
      addresseeId === given.get('addressee') &&
      agencyId === given.get('agency'),
  ) ?? null
