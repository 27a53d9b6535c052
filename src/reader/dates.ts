/**
 * Where a text speaks of a time, and from when to when that is, with the words that bound it ("by", "before", "early").
 */

import { addDays, type PlainDate } from '../core/plain-date.ts'
import { type Calendar, plainCalendar, relativeDates } from './calendar.ts'
import { datePhrases } from './date-phrases.ts'
import { type Period, thirdOf } from './periods.ts'
import { pattern } from './vocabulary/pattern.ts'

export interface DateMention {
  /** With the words that bound it: "by the end of March 2024", "from January 2022". */
  readonly asWritten: string
  /** Where the date itself stands, without those words. */
  readonly from: number
  readonly to: number
  readonly range: { readonly from: PlainDate | null; readonly to: PlainDate | null }
  /** How it is bounded: a plain time, a last day, or a first day. */
  readonly bound: 'in' | 'by' | 'from'
}

/**
 * The times that a text names, in order. What is relative ("within three months") is one only by the document's
 * calendar.
 */
export function datesIn(text: string, calendar: Calendar = plainCalendar, shortYears = false): DateMention[] {
  const { quarters, planYear } = calendar
  const plain = datePhrases(text, { quarters, planYear, shortYears }).map(phrase =>
    bounded(text, phrase.from, phrase.to, phrase.period),
  )
  const terms = calendar.terms.size === 0 ? [] : termsNamed(text, calendar)
  const relative = relativeDates(text, calendar).map(
    ({ from, to, last }): DateMention => ({
      asWritten: text.slice(from, to),
      from,
      to,
      range: { from: null, to: last },
      bound: 'by',
    }),
  )
  return terms.length + relative.length === 0
    ? plain
    : [...plain, ...terms, ...relative].sort((a, b) => a.from - b.from)
}

function termsNamed(text: string, { terms }: Calendar): DateMention[] {
  const small = text.toLowerCase()
  return [...terms].flatMap(([name, period]) => {
    const from = small.indexOf(name)
    return from < 0 ? [] : [bounded(text, from, from + name.length, period)]
  })
}

/** The words before a date that bound it: a preposition, "the end of", "early". */
const lead = pattern('i')`
    (?:\b(?:by|before|from|until|till|up to|no later than|not later than|on or before|prior to|after|since|in|on|
    during|throughout|within|over|for|at|starting|commencing|with effect from|as of|due|
    deadline|end(?:s|ing) on)\b:?\s+)?(?:the\s+)?(?:(?:end|close|beginning|start|middle)\s+(?:of\s+)?(?:the\s+)?)?(?:(?:early|mid|
    late)[\s-]+)?$
  `
const part = /(?:early|mid|late)[\s-]+$|(?:beginning|start|middle|end|close)\s(?:of\s)?(?:the\s)?$/

function bounded(text: string, from: number, to: number, period: Period): DateMention {
  const words = (lead.exec(text.slice(0, from))?.[0] ?? '').toLowerCase()
  const inner = narrowed(words, period)
  const { bound, range } = boundedRange(words, inner)
  const partLength = part.exec(words)?.[0].length ?? 0
  const start = bound === 'in' ? from - partLength : from - words.length
  return { asWritten: text.slice(start, to).trim(), from, to, range, bound }
}

/** "early 2022" is its first third, "mid" its second, "late" its last. */
function narrowed(words: string, period: Period): Period {
  const word = /(early|mid|late|beginning|start|middle)\b[^a-z]*(?:of\s)?(?:the\s)?$/.exec(words)?.[1]
  if (!word) return period
  return thirdOf(period, word === 'late' ? 2 : word === 'mid' || word === 'middle' ? 1 : 0)
}

function boundedRange(words: string, { from, to }: Period): Pick<DateMention, 'bound' | 'range'> {
  const atEnd = /\b(?:end|close)\s/.test(words)
  if (/\b(?:before|prior to)\s/.test(words) && !/on or before/.test(words))
    return { bound: 'by', range: { from: null, to: addDays(atEnd ? to : from, -1) } }
  if (/\b(?:by|until|till|up to|later than|on or before|deadline|due|end(?:s|ing) on)\b/.test(words))
    return { bound: 'by', range: { from: null, to } }
  if (/\b(?:from|after|since|starting|commencing|as of)\b/.test(words))
    return { bound: 'from', range: { from, to: null } }
  return atEnd ? { bound: 'by', range: { from: null, to } } : { bound: 'in', range: { from, to } }
}
