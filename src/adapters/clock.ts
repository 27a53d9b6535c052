import type { Clock } from '../app.ts'
import type { PlainDate } from '../core/plain-date.ts'

const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

/** The machine's clock; the day is the United Kingdom's. */
export const machineClock: Clock = {
  now: () => new Date(),
  today: () => londonDay.format(new Date()) as PlainDate,
}
