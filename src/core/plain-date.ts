/** A calendar date without a time or a zone, as "2018-09-30". */
export type PlainDate = string & { readonly brand: 'PlainDate' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** The date, or null when the text is no day of the calendar ("2024-02-30"). */
export function readPlainDate(text: string): PlainDate | null {
  const [, year, month, day] = pattern.exec(text) ?? []
  if (!year || !month || !day) return null
  return plainDate(Number(year), Number(month), Number(day))
}

/** The date of a year, month (1 to 12) and day, or null when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): PlainDate | null {
  const instant = new Date(Date.UTC(year, month - 1, day))
  const exists =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day
  return exists ? (instant.toISOString().slice(0, 10) as PlainDate) : null
}

/** The date so many days later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as PlainDate
}

/** Whole days from one date to another; negative when the second is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

const months = 'January February March April May June July August September October November December'.split(' ')

/** As it is written for people: "30 September 2018". */
export function writeDate(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}
