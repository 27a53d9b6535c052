import type { Table } from '../../access/deeds.ts'
import type { StateOf } from '../../core/lifecycle.ts'

/** An account at a provider that a person signs in with. Only its owner links it and ends the link. */
export const link = {
  begins: 'linked',
  acts: { end: { by: 'owner', entry: 'account.provider-unlinked' } },
  states: { linked: { end: 'ended' }, ended: {} },
} as const satisfies Table

/** What a stranger who came through a provider asks of a board. That it has run out follows from its day. */
export const request = {
  begins: 'waiting',
  acts: {
    confirm: { by: 'request.decide', entry: 'request.confirmed' },
    refuse: { by: 'request.decide', entry: 'request.refused' },
    'run out': { by: 'time', entry: null },
  },
  states: {
    waiting: { confirm: 'confirmed', refuse: 'refused', 'run out': 'expired' },
    confirmed: {},
    refused: {},
    expired: {},
  },
} as const satisfies Table

interface Asked {
  readonly outcome: 'confirmed' | 'refused' | null
  readonly expiresAt: Date
}

/** Which state of the table a request is in by now. */
export const stateOfRequest = ({ outcome, expiresAt }: Asked, now: Date): StateOf<typeof request> =>
  outcome ?? (expiresAt <= now ? 'expired' : 'waiting')

/** A rule by which a board gives a role. One that is to say something else is ended, and another made. */
export const rule = {
  begins: 'in force',
  acts: { end: { by: 'rule.manage', entry: 'rule.ended' } },
  states: { 'in force': { end: 'ended' }, ended: {} },
} as const satisfies Table
