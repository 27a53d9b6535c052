/** Instants as people read them, in the time of the United Kingdom. */
import { type PlainDate, writeDate } from './plain-date.ts'

const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})

/** The day in the United Kingdom on which an instant falls. */
export const dayOf = (instant: Date): PlainDate => day.format(instant) as PlainDate

/** As it is written for people: "14:05". */
export const writeTime = (instant: Date): string => clock.format(instant)

/** As it is written for people: "30 September 2018, 14:05". */
export const writeInstant = (instant: Date): string => `${writeDate(dayOf(instant))}, ${writeTime(instant)}`
