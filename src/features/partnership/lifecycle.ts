import type { Table } from '../../access/deeds.ts'
import type { StateOf } from '../../core/lifecycle.ts'

/** An agency's seat on a board. */
export const seat = {
  begins: 'on the board',
  acts: {
    rename: { by: 'agency.manage', entry: 'agency.renamed' },
    remove: { by: 'agency.manage', entry: 'agency.removed' },
    'add again': { by: 'agency.manage', entry: 'agency.added' },
  },
  states: {
    'on the board': { rename: 'on the board', remove: 'left' },
    left: { 'add again': 'on the board' },
  },
} as const satisfies Table

/** Which state of the table an agency's seat is in. */
export const stateOfSeat = ({ leftAt }: { readonly leftAt: Date | null }): StateOf<typeof seat> =>
  leftAt ? 'left' : 'on the board'

/** A group of agencies that are asked together. */
export const group = {
  begins: 'kept',
  acts: {
    change: { by: 'group.manage', entry: 'group.changed' },
    'add a name': { by: 'group.manage', entry: 'group.alias-added' },
    'remove a name': { by: 'group.manage', entry: 'group.alias-removed' },
    end: { by: 'group.manage', entry: 'group.ended' },
  },
  states: {
    kept: { change: 'kept', 'add a name': 'kept', 'remove a name': 'kept', end: 'ended' },
    ended: {},
  },
} as const satisfies Table

/** Which state of the table a group is in. */
export const stateOfGroup = ({ endedAt }: { readonly endedAt: Date | null }): StateOf<typeof group> =>
  endedAt ? 'ended' : 'kept'

/** A role that a person has on a board. One that ended is given anew, not taken up again. */
export const post = {
  begins: 'held',
  acts: { end: { by: 'people.manage', entry: 'post.ended' } },
  states: { held: { end: 'ended' }, ended: {} },
} as const satisfies Table

/** Which state of the table a role is in. */
export const stateOfPost = ({ endedAt }: { readonly endedAt: Date | null }): StateOf<typeof post> =>
  endedAt ? 'ended' : 'held'
