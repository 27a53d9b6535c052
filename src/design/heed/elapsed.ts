import { daysBetween, type PlainDate } from '../../core/plain-date.ts'

const plural = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`

/** Whole calendar months from one date to a later one. */
function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}

/**
 * The time from one date to a later one: in days up to 90, then in whole months, then from two years on in whole years.
 */
export function writeElapsed(from: PlainDate, to: PlainDate): string {
  const days = daysBetween(from, to)
  if (days <= 90) return plural(days, 'day')
  const months = monthsBetween(from, to)
  return months < 24 ? plural(months, 'month') : plural(Math.floor(months / 12), 'year')
}
