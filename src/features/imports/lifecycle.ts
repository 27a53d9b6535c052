import type { Table } from '../../access/deeds.ts'
import type { StateOf } from '../../core/lifecycle.ts'

const by = 'import.check'

/** An import, from the upload to the register. What was read is changed in the check, as often as need be. */
export const lifecycle = {
  begins: 'waiting',
  acts: {
    begin: { by: 'job', entry: null },
    finish: { by: 'job', entry: 'import.read' },
    fail: { by: 'job', entry: 'import.failed' },
    end: { by: 'job', entry: 'import.ended' },
    'read again': { by, entry: 'import.started' },
    change: { by, entry: null },
    'choose its review': { by, entry: 'import.review-chosen' },
    save: { by, entry: 'import.saved' },
    discard: { by, entry: 'import.discarded' },
    redact: { by: 'redaction.agree', entry: 'redaction.agreed' },
  },
  states: {
    waiting: { begin: 'reading', finish: 'ready', fail: 'failed', end: 'failed', discard: 'discarded' },
    // A reading that was cut off is begun again.
    reading: { begin: 'reading', finish: 'ready', fail: 'failed', end: 'failed', discard: 'discarded' },
    ready: { change: 'ready', 'choose its review': 'ready', save: 'saved', discard: 'discarded', redact: 'discarded' },
    failed: { 'read again': 'waiting', discard: 'discarded', redact: 'discarded' },
    saved: {},
    discarded: {},
  },
} as const satisfies Table

/** Whether what was read is kept in a state. */
export const isRead = (state: StateOf<typeof lifecycle>): boolean => state === 'ready' || state === 'saved'
