/** A day in three boxes of a form: "due" is due-day, due-month and due-year. */
import { type PlainDate, plainDate } from '../../core/plain-date.ts'
import type { Mistake } from '../../core/refusals.ts'

/** Null when all three are empty, or with the mistake said. */
export function readDay(form: URLSearchParams, name: string, say: (mistake: Mistake) => void): PlainDate | null {
  const [day, month, year] = ['day', 'month', 'year'].map(part => (form.get(`${name}-${part}`) ?? '').trim())
  if (!day && !month && !year) return null
  const date = [day, month, year].every(part => /^\d{1,4}$/.test(part ?? ''))
    ? plainDate(Number(year), Number(month), Number(day))
    : null
  if (date && date >= '1900-01-01' && date <= '2100-12-31') return date
  say({ field: `${name}-day`, message: 'Enter a real day, as in 27 3 2026' })
  return null
}

/** The day as the three boxes show it. */
export function dateFields(name: string, date: PlainDate | null): Readonly<Record<string, string>> {
  const [year = '', month = '', day = ''] = date?.split('-') ?? []
  const plain = (part: string) => part.replace(/^0/, '')
  return { [`${name}-day`]: plain(day), [`${name}-month`]: plain(month), [`${name}-year`]: year }
}
