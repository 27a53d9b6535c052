/** Stretches of days: a day, months, quarters, seasons, years. Each is null where the calendar has no such days. */
import { addDays, type PlainDate, plainDate } from '../core/plain-date.ts'

/** The first and the last day of a stretch of time. */
export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** One day; null when the month has no such day. */
export function oneDay(year: number, month: number, day: number): Period | null {
  const date = plainDate(year, month, day)
  return date && { from: date, to: date }
}

/** From the first day of one stretch to the last of another; null when either is, or the second ends too early. */
export function days(first: Period | null, last: Period | null): Period | null {
  return first && last && first.from <= last.to ? { from: first.from, to: last.to } : null
}

/** So many whole months; months beyond 12 are those of the next year. */
export function wholeMonths(year: number, first: number, count: number): Period | null {
  const from = monthStart(year, first)
  const next = monthStart(year, first + count)
  return from && next && count > 0 ? { from, to: addDays(next, -1) } : null
}

function monthStart(year: number, month: number): PlainDate | null {
  const years = Math.floor((month - 1) / 12)
  return plainDate(year + years, month - years * 12, 1)
}

/** The years from the first to the last; null when that comes before. */
export function wholeYears(first: number, last: number): Period | null {
  return wholeMonths(first, 1, (last - first + 1) * 12)
}

/** "2016/17" is 1 April 2016 to 31 March 2017; "2016-19" runs on to March 2019. */
export function financialYear(written: string): Period | null {
  const [first = 0, second = 0] = written.split(/\s?[/–-]\s?/).map(Number)
  const end = second >= 100 ? second : Math.floor(first / 100) * 100 + second
  const count = end - first
  return count < 1 || count > 10 ? null : wholeMonths(first, 4, 12 * count)
}

/** Quarters from 1; those of a financial year begin in April. */
export function quarters(first: number, last: number, year: number, kind: 'financial' | 'calendar'): Period | null {
  const begins = kind === 'financial' ? 4 : 1
  return wholeMonths(year, begins + (first - 1) * 3, 3 * (last - first + 1))
}

const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

/** "Spring 2019" is March to May, "Winter 2023" December 2023 to February 2024. */
export function season(name: string, year: number): Period | null {
  return wholeMonths(year, seasons[name.toLowerCase()] ?? 1, 3)
}

/** Easter Sunday by the Gregorian calendar (J. Meeus, Astronomical Algorithms, 2nd edition 1998, chapter 8). */
export function easter(year: number): Period | null {
  const whole = (a: number, b: number) => Math.floor(a / b)
  const [golden, century, rest] = [year % 19, whole(year, 100), year % 100]
  const moved = whole(century - whole(century + 8, 25) + 1, 3)
  const epact = (19 * golden + century - whole(century, 4) - moved + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * whole(rest, 4) - epact - (rest % 4)) % 7
  const late = whole(golden + 11 * epact + 22 * weekday, 451)
  const days = epact + weekday - 7 * late + 114
  return oneDay(year, whole(days, 31), (days % 31) + 1)
}

export const christmas = (year: number): Period | null => oneDay(year, 12, 25)

/** The first (0), second (1) or last (2) third of a month or a year; of another stretch the whole. */
export function thirdOf(period: Period, third: 0 | 1 | 2): Period {
  const [year = 0, month = 0] = period.from.split('-').map(Number)
  const [endYear = 0, endMonth = 0] = period.to.split('-').map(Number)
  const months = (endYear - year) * 12 + endMonth - month + 1
  if (months === 1) {
    const first = addDays(period.from, third * 10)
    return { from: first, to: third === 2 ? period.to : addDays(first, 9) }
  }
  const each = months / 3
  return (Number.isInteger(each) && wholeMonths(year, month + third * each, each)) || period
}
