/**
 * What a document says of its own times: whose quarters it counts, when its terms are, and from which day its deadlines
 * run.
 */

import { addDays, type PlainDate, plainDate } from '../core/plain-date.ts'
import { datePhrases, type Period } from './date-phrases.ts'
import { numbersInWords } from './vocabulary/grammar.ts'
import { pattern } from './vocabulary/pattern.ts'

export interface Calendar {
  /** Quarters are the financial year's unless the document says that they are the calendar year's. */
  readonly quarters: 'financial' | 'calendar'
  /** When a term is ("autumn term"), by its name in small letters. */
  readonly terms: ReadonlyMap<string, Period>
  /** The first calendar year of the financial year that the whole plan is for, else null: "Q2" alone is then a date. */
  readonly planYear: number | null
  /** The days from which relative deadlines run, by the word for them: "publication". */
  readonly anchors: ReadonlyMap<string, PlainDate>
}

/** The calendar of a document that says nothing of its own. */
export const plainCalendar: Calendar = { quarters: 'financial', terms: new Map(), planYear: null, anchors: new Map() }

/** Reads the calendar from a document's lines; `titles` are those at its top. */
export function calendarOf(texts: readonly string[], titles: readonly string[]): Calendar {
  const calendarQuarters = texts.some(
    text =>
      /quarter/i.test(text) &&
      /\bquarters?\b[^.]{0,60}\bcalendar year\b|\bcalendar[- ]year quarters?\b|\bcalendar quarters\b/i.test(text),
  )
  return {
    quarters: calendarQuarters ? 'calendar' : 'financial',
    terms: new Map(texts.flatMap(termsIn)),
    planYear: planYear(titles),
    anchors: new Map(texts.flatMap(anchorsIn)),
  }
}

const term = pattern('gi')`
    \b((?:autumn|spring|summer|winter|lent|
    michaelmas)\s(?:half[- ])?term)\b[”"’']?(?:\s\d{4}(?:/\d\d)?)?\s*(?:means|refers to|is taken to be|is|runs?|=|
    :|\(|–|-)\s*(?:from\s)?
  `

function termsIn(text: string): [string, Period][] {
  if (!/\bterm\b/i.test(text)) return []
  return [...text.matchAll(term)].flatMap(match => {
    const behind = match.index + match[0].length
    const phrase = datePhrases(text).find(({ from }) => from >= behind && from <= behind + 3)
    return phrase && phrase.period.from !== phrase.period.to ? [[(match[1] ?? '').toLowerCase(), phrase.period]] : []
  })
}

/** The financial year in the titles, when there is just one: "Action plan 2025/26". */
function planYear(titles: readonly string[]): number | null {
  const years = titles.flatMap(title => [...title.matchAll(/\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/g)])
  const found = new Set(
    years.filter(([, first, second]) => Number(first) % 100 === Number(second) - 1).map(([, first]) => Number(first)),
  )
  return found.size === 1 ? ([...found][0] ?? null) : null
}

const anchor = pattern('gi')`
    \b(?:date of )?(publication|publish(?:ed)?|issued?|agreed|approved|sign-off)\b(?:\sby\s[^.:]{0,60})?(?:\son|
    \s?:|\sdate:?)\s?
  `
const anchorNames: Readonly<Record<string, string>> = {
  publish: 'publication',
  published: 'publication',
  issue: 'publication',
  issued: 'publication',
  agreed: 'agreement',
  approved: 'agreement',
  'sign-off': 'agreement',
}

function anchorsIn(text: string): [string, PlainDate][] {
  if (text.length > 600 || !/\d{4}/.test(text)) return []
  return [...text.matchAll(anchor)].flatMap(match => {
    const behind = match.index + match[0].length
    const phrase = datePhrases(text).find(({ from }) => from >= behind && from <= behind + 2)
    const name = (match[1] ?? '').toLowerCase()
    return phrase ? [[anchorNames[name] ?? name, phrase.period.to]] : []
  })
}

const relative = pattern('gi')`
    \bwithin\s(?:the\s(?:next|first)\s)?(\w+)\s(days?|weeks?|months?|years?)\s(?:of|from|after|
    following)\s(?:the\s)?(?:date\sof\s)?(?:the\s|this\s)?(?:report[’']?s?\s|plan[’']?s?\s|
    review[’']?s?\s)?(publication|agreement|approval)\b
  `

export interface RelativeDate {
  readonly from: number
  readonly to: number
  readonly last: PlainDate
}

/** "Within three months of publication", where the document says when that was. */
export function relativeDates(text: string, calendar: Calendar): RelativeDate[] {
  if (calendar.anchors.size === 0 || !/\bwithin\b/i.test(text)) return []
  return [...text.matchAll(relative)].flatMap(match => {
    const [whole, number = '', unit = '', event = ''] = match
    const start = calendar.anchors.get(event.toLowerCase() === 'approval' ? 'agreement' : event.toLowerCase())
    const count = /^\d+$/.test(number) ? Number(number) : numbersInWords.indexOf(number.toLowerCase()) + 1
    const last = start && count > 0 ? later(start, count, unit.toLowerCase().replace(/s$/, '')) : null
    return last ? [{ from: match.index, to: match.index + whole.length, last }] : []
  })
}

function later(start: PlainDate, count: number, unit: string): PlainDate | null {
  if (unit === 'day') return addDays(start, count)
  if (unit === 'week') return addDays(start, 7 * count)
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number)
  const months = month - 1 + count * (unit === 'year' ? 12 : 1)
  for (let last = day; last > 27; last--) {
    const found = plainDate(year + Math.floor(months / 12), (months % 12) + 1, last)
    if (found) return found
  }
  return plainDate(year + Math.floor(months / 12), (months % 12) + 1, Math.min(day, 28))
}
