/** Where a text speaks of a time, and from when to when that is: a small grammar of dates as plans are written. */
import { addDays, type PlainDate, plainDate } from '../core/plain-date.ts'
import { datePhrases, type Period } from './date-phrases.ts'

export interface DateMention {
  /** With the words that bound it: "by the end of March 2024", "from January 2022". */
  readonly asWritten: string
  readonly from: number
  readonly to: number
  readonly range: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  /** How it is bounded: a plain time, a last day, or a first day. */
  readonly bound: 'in' | 'by' | 'from'
}

const lead =
  /(?:\b(?:by|before|from|until|till|up to|no later than|not later than|on or before|prior to|after|since|in|on|during|throughout|within|over|for|at|end|starting|commencing|with effect from|as of|due|deadline)\b:?\s+)?(?:the\s+)?((?:end|close|beginning|start|middle)\s+of\s+(?:the\s+)?)?(?:(?:early|mid|late)[\s-]+)?$/i

const quick = /\d{2}/

/** The times that a text names with a date of their own, in order. What is relative ("within three months") is none. */
export function datesIn(text: string): DateMention[] {
  if (!quick.test(text)) return []
  return datePhrases(text).map(phrase => bounded(text, phrase.from, phrase.to, phrase.period))
}

function bounded(text: string, from: number, to: number, period: Period): DateMention {
  const before = text.slice(0, from)
  const words = (lead.exec(before)?.[0] ?? '').toLowerCase()
  const inner = narrowed(words, period)
  const start = from - words.length
  const [bound, range] = boundedRange(words, inner, /\bend of\b/.test(words))
  const asWritten = text.slice(bound === 'in' ? from - partLength(words) : start, to).trim()
  return { asWritten, from, to, range, bound }
}

/** The length of "early " or "end of " at the end of what stands before a date. */
function partLength(words: string): number {
  return /(?:early|mid|late)[\s-]+$|(?:end|close|beginning|start|middle) of (?:the )?$/.exec(words)?.[0].length ?? 0
}

function boundedRange(
  words: string,
  { from, to }: Period,
  atEnd: boolean,
): [DateMention['bound'], DateMention['range']] {
  if (/\b(?:before|prior to)\s/.test(words) && !/on or before/.test(words))
    return ['by', { from: null, to: addDays(from, -1) }]
  if (/\b(?:by|until|till|up to|later than|on or before|deadline|due)\b/.test(words)) return ['by', { from: null, to }]
  if (/\b(?:from|after|since|starting|commencing|as of)\b/.test(words)) return ['from', { from, to: null }]
  return atEnd ? ['by', { from: null, to }] : ['in', { from, to }]
}

/** "early 2022" is its first third, "mid" its second, "late" its last. */
function narrowed(words: string, period: Period): Period {
  const part = /(early|mid|late|beginning|start|middle)\b[^a-z]*(?:of (?:the )?)?$/.exec(words)?.[1]
  if (!part) return period
  const third = part === 'late' ? 2 : part === 'mid' || part === 'middle' ? 1 : 0
  return thirdOf(period, third)
}

function thirdOf({ from, to }: Period, third: number): Period {
  const [year = 0, month = 0] = from.split('-').map(Number)
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const first = plainDate(year, month, 1 + third * 10) ?? from
    return { from: first, to: third === 2 ? to : addDays(first, 9) }
  }
  const months = monthsBetween(from, to)
  const each = months / 3
  if (!Number.isInteger(each)) return { from, to }
  return { from: monthStart(year, month + third * each), to: addDays(monthStart(year, month + (third + 1) * each), -1) }
}

function monthsBetween(from: PlainDate, to: PlainDate): number {
  const [year = 0, month = 0] = from.split('-').map(Number)
  const [endYear = 0, endMonth = 0] = to.split('-').map(Number)
  return (endYear - year) * 12 + endMonth - month + 1
}

function monthStart(year: number, month: number): PlainDate {
  const years = Math.floor((month - 1) / 12)
  return plainDate(year + years, month - years * 12, 1) ?? (`${year}-01-01` as PlainDate)
}
