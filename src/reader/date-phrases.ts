/** The forms in which a date, a month, a quarter, a season or a year is written. Dates are read day first. */

import { matchesOf } from './matches.ts'
import {
  christmas,
  days,
  easter,
  financialYear,
  oneDay,
  type Period,
  quarters,
  season,
  wholeMonths,
  wholeYears,
} from './periods.ts'
import { source } from './vocabulary/pattern.ts'

export type { Period } from './periods.ts'

export interface DatePhrase {
  readonly from: number
  readonly to: number
  readonly period: Period
}

/**
 * How a document counts: whose quarters, the year of a quarter that stands alone, and whether "Feb 26" is a month and a
 * year.
 */
export interface Counting {
  readonly quarters: 'financial' | 'calendar'
  readonly planYear: number | null
  readonly shortYears: boolean
}

const usual: Counting = { quarters: 'financial', planYear: null, shortYears: false }

const month = source`
  (?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|
  nov(?:ember)?|dec(?:ember)?)\b\.?
`
const day = String.raw`[0-3]?\d(?:st|nd|rd|th)?`
const year = String.raw`(?:19|20)\d\d`
const anyYear = String.raw`(?:(?:19|20)\d\d|[’']?\d\d)`
const financial = String.raw`(?:19|20)\d\d\s?[/–-]\s?(?:19|20)?\d\d\b`
const upTo = String.raw`\s?(?:[-–/]|to|and|until|&)\s?`
const firstDay = String.raw`(?<d>${day})(?:\s(?<mon>${month})(?:\s(?<y>${year}))?)?`
const weekday = String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?`
const quarterWord = 'first|second|third|fourth|final|last|1st|2nd|3rd|4th'

type Groups = Readonly<Record<string, string | undefined>>
type Form = readonly [pattern: string, read: (groups: Groups, counting: Counting) => Period | null]

/** Each form with what it means; where two fit the same words, the one that stands first counts. */
const forms: readonly Form[] = [
  // 2024-03-31
  [String.raw`(?<y>${year})-(?<m>\d\d)-(?<d>\d\d)`, g => oneDay(yearOf(g.y), Number(g.m), Number(g.d))],
  // 31/03/2024, 31.3.24, 31-03-2024
  [
    String.raw`(?<d>[0-3]?\d)[/.](?<m>[01]?\d)[/.](?<y>(?:19|20)?\d\d)`,
    g => oneDay(yearOf(g.y), Number(g.m), Number(g.d)),
  ],
  [String.raw`(?<d>[0-3]?\d)-(?<m>[01]?\d)-(?<y>(?:19|20)?\d\d)`, g => oneDay(yearOf(g.y), Number(g.m), Number(g.d))],
  // 1 September to 19 December 2025, 1-5 March 2024
  [String.raw`${firstDay}${upTo}(?:the\s)?(?<d2>${day})\s(?<mon2>${month})\s(?<y2>${year})\b`, dayRange],
  // Friday 31st of March 2024, 31 Mar 24
  [
    String.raw`${weekday}(?:the\s)?(?<d>${day})(?:\sof)?[\s-](?<mon>${month})[\s,-]{1,2}(?<y>${anyYear})\b`,
    g => oneDay(yearOf(g.y), monthOf(g.mon), dayOf(g.d)),
  ],
  // March 31, 2024
  [String.raw`(?<mon>${month})\s(?<d>${day}),?\s(?<y>${year})\b`, g => oneDay(yearOf(g.y), monthOf(g.mon), dayOf(g.d))],
  // Q3 2023/24, Quarter 4 of 2021/22, the third quarter of 2019-20, Q1-Q2 2023/24; then 2023/24 Q3
  [
    source`
      (?:q(?:uarter|tr)?\s?(?<q>[1-4])|(?<qw>${quarterWord})\squarter)(?:\s?[-–/]\s?q?(?<q2>[1-4]))?,?\s(?:of\s|
      in\s|\()?(?:the\s)?(?:financial\syear\s)?(?<fy>${financial}|${year}|\d\d\s?[/–-]\s?\d\d\b)
    `,
    quarterOf,
  ],
  [String.raw`(?<fy>${financial})[\s,(]{1,2}q(?:uarter\s?)?(?<q>[1-4])`, quarterOf],
  // January to March 2022, November 2022 - February 2023
  [String.raw`(?<mon>${month})(?:\s(?<y>${year}))?${upTo}(?<mon2>${month})[\s-](?<y2>${anyYear})\b`, monthRange],
  // March 2024, Mar-24, March '24; in a column of dates also Mar 24
  [
    String.raw`(?<mon>${month})[\s-](?:of\s)?(?<y>${year}|[’']\d\d|(?<=-)\d\d)\b`,
    g => wholeMonths(yearOf(g.y), monthOf(g.mon), 1),
  ],
  [
    String.raw`(?<mon>${month})\s(?<short>\d\d)\b`,
    (g, { shortYears }) => (shortYears ? wholeMonths(yearOf(g.short), monthOf(g.mon), 1) : null),
  ],
  // 03/2024
  [`(?<m>0[1-9]|1[0-2])/(?<y>${year})`, g => wholeMonths(yearOf(g.y), Number(g.m), 1)],
  // spring 2024, winter 2023/24; a term is none
  [
    String.raw`(?<season>spring|summer|autumn|winter)(?:\sof)?\s(?<y>${year})(?:[/–-]\d\d(?:\d\d)?)?\b(?!\sterm)`,
    g => season(g.season ?? '', yearOf(g.y)),
  ],
  [String.raw`(?:academic|school)\syear\s(?<y>${year})\s?[/–-]\s?(?:20)?\d\d\b`, g => wholeMonths(yearOf(g.y), 9, 12)],
  [String.raw`\bterm,?\s(?:of\s)?${year}(?:[/–-]\d\d)?`, () => null],
  // Easter 2026, Christmas 2025
  [
    String.raw`(?<feast>easter|christmas)\s(?<y>${year})\b`,
    g => (g.feast === 'easter' ? easter : christmas)(yearOf(g.y)),
  ],
  // 2023/24, FY2023
  [`(?<fy>${financial})`, g => financialYear(g.fy ?? '')],
  [String.raw`fy\s?(?<y>${year})\b`, g => wholeMonths(yearOf(g.y), 4, 12)],
  // 2018 to 2020, 2018
  [String.raw`(?<y>${year})\s(?:to)\s(?<y2>${year})\b`, g => wholeYears(yearOf(g.y), yearOf(g.y2))],
  [String.raw`(?<y>${year})\b(?!\s?[/–-]\s?\d)`, g => wholeYears(yearOf(g.y), yearOf(g.y))],
  // Q2, in a plan for one year
  [
    String.raw`q(?:uarter\s|tr\s)?(?<q>[1-4])\b`,
    (g, counting) =>
      counting.planYear === null ? null : quarters(Number(g.q), Number(g.q), counting.planYear, counting.quarters),
  ],
]

const alternatives = forms.map(([pattern], at) => `(?<form${at}>${pattern})`).join('|')
/** No date goes on from a word or a number before it, or into one behind it. */
const anyForm = new RegExp(
  String.raw`(?<![a-z\d/.£$]|\d,|(?<!mid|early|late)-)(?:${alternatives})(?![a-z\d%]|[/.]\d)`,
  'g',
)
/** Every form holds one of these: the year in full or with a stroke, a month, or a quarter. */
const quick =
  /\b(?:19|20)\d\d|\d\s?[/.–-]\s?\d|[’']\d\d|q(?:uarter |tr )?[1-4]|quarter|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i

/** The dates that stand in a text, in order. */
export function datePhrases(text: string, counting: Counting = usual): DatePhrase[] {
  if (!quick.test(text)) return []
  const found: DatePhrase[] = []
  // Small letters once for the whole text are cheaper than a pattern that does not care about case.
  for (const match of matchesOf(anyForm, text.toLowerCase())) {
    const groups = match.groups ?? {}
    const form = forms.findIndex((_, at) => groups[`form${at}`] !== undefined)
    const period = forms[form]?.[1](groups, counting)
    if (period) found.push({ from: match.index, to: match.index + match[0].length, period })
  }
  return found
}

/** "16" is 2016; a year of two digits is one of this century, unless that lies far ahead. */
function yearOf(written = ''): number {
  const digits = Number(written.replace(/\D/g, ''))
  if (digits >= 100) return digits
  return digits > 70 ? 1900 + digits : 2000 + digits
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function monthOf(written = ''): number {
  return monthNames.indexOf(written.slice(0, 3).toLowerCase()) + 1
}

const dayOf = (written = ''): number => Number.parseInt(written, 10)

function dayRange(g: Groups): Period | null {
  const lastYear = yearOf(g.y2)
  const lastMonth = monthOf(g.mon2)
  const firstMonth = g.mon ? monthOf(g.mon) : lastMonth
  const firstYear = g.y ? yearOf(g.y) : firstMonth > lastMonth ? lastYear - 1 : lastYear
  return days(oneDay(firstYear, firstMonth, dayOf(g.d)), oneDay(lastYear, lastMonth, dayOf(g.d2)))
}

const quarterNumbers: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
  last: 4,
}

function quarterOf(g: Groups, counting: Counting): Period | null {
  const first = Number(g.q ?? quarterNumbers[g.qw?.toLowerCase() ?? ''])
  const year = g.fy ?? ''
  const kind = /^\d{4}$/.test(year) ? counting.quarters : 'financial'
  const begins = Number(/^\d+/.exec(year)?.[0])
  return quarters(first, Number(g.q2 ?? first), begins < 100 ? 2000 + begins : begins, kind)
}

function monthRange(g: Groups): Period | null {
  const end = yearOf(g.y2)
  const [first, last] = [monthOf(g.mon), monthOf(g.mon2)]
  const begin = g.y ? yearOf(g.y) : first > last ? end - 1 : end
  return wholeMonths(begin, first, (end - begin) * 12 + last - first + 1)
}
