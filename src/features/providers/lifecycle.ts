import type { Table } from '../../access/deeds.ts'

/** An account at a provider that a person signs in with. Only its owner links it and ends the link. */
export const link = {
  begins: 'linked',
  acts: { end: { by: 'owner', entry: 'account.provider-unlinked' } },
  states: { linked: { end: 'ended' }, ended: {} },
} as const satisfies Table
