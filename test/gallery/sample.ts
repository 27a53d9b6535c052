/** What the gallery shows: fictional promises of fictional bodies. */
import type { PlainDate } from '../../src/core/plain-date.ts'
import type { Due, ShownAct } from '../../src/design/index.ts'

/** A day that is known to be one. */
export const day = (text: string) => text as PlainDate

export const today = day('2026-11-23')

export interface SamplePromise {
  readonly id: string
  readonly text: string
  readonly body: string
  readonly due: Due | null
  readonly count: number
  readonly act: ShownAct
}

export const promises: readonly SamplePromise[] = [
  {
    id: '1.1',
    text: 'Train every ward manager in the handover protocol',
    body: 'Northshire NHS Foundation Trust',
    due: { asWritten: '31 March 2027', from: day('2027-03-31'), to: day('2027-03-31') },
    count: 3,
    act: 'planned',
  },
  {
    id: '1.2',
    text: 'Review how absence from school is recorded',
    body: 'Northshire County Council',
    due: { asWritten: 'September 2026', from: day('2026-09-01'), to: day('2026-09-30') },
    count: 12,
    act: 'ongoing',
  },
  { id: '2.1', text: 'Publish the lessons', body: 'Northshire Police', due: null, count: 1204, act: 'done' },
]
