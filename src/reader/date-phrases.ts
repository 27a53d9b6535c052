/** The forms in which a date, a month, a quarter, a season or a year is written. Dates are read day first. */
import { addDays, type PlainDate, plainDate } from '../core/plain-date.ts'

export interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
}

export interface DatePhrase {
  readonly from: number
  readonly to: number
  readonly period: Period
}

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const month = String.raw`(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
const day = String.raw`(?:[0-3]?\d)(?:st|nd|rd|th)?`
const year = String.raw`(?:19|20)\d\d`
const shortYear = String.raw`(?:(?:19|20)\d\d|[’']?\d\d)`
const financial = String.raw`(?:(?:19|20)\d\d\s?[/–-]\s?(?:(?:19|20)?\d\d)\b)`
const dash = String.raw`\s?(?:[-–/]|to|and|until|&)\s?`

/** Each form, the more particular first; the named groups say what it is made of. */
const forms: readonly (readonly [pattern: string, read: (groups: Groups) => Period | null])[] = [
  [String.raw`(?<iso>(?:19|20)\d\d-\d\d-\d\d)`, g => oneDay(...isoParts(g.iso ?? ''))],
  [
    String.raw`(?<d>[0-3]?\d)[/.](?<m>[01]?\d)[/.](?<y>(?:19|20)?\d\d)`,
    g => oneDay(fullYear(g.y), Number(g.m), Number(g.d)),
  ],
  [String.raw`(?<d>[0-3]?\d)-(?<m>[01]?\d)-(?<y>(?:19|20)\d\d)`, g => oneDay(fullYear(g.y), Number(g.m), Number(g.d))],
  [
    String.raw`(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?(?:the\s)?(?<d>${day})(?:\sof)?[\s-](?<mon>${month})[\s,-]{1,2}(?<y>${shortYear})\b`,
    g => oneDay(fullYear(g.y), monthOf(g.mon), Number.parseInt(g.d ?? '', 10)),
  ],
  [
    String.raw`(?<mon>${month})\s(?<d>${day}),?\s(?<y>${year})\b`,
    g => oneDay(fullYear(g.y), monthOf(g.mon), Number.parseInt(g.d ?? '', 10)),
  ],
  [
    String.raw`(?:q(?:uarter|tr)?\s?(?<q>[1-4])|(?<qw>first|second|third|fourth|final|last|1st|2nd|3rd|4th)\squarter)(?:\s?[-–/]\s?q?(?<q2>[1-4]))?,?\s(?:of\s|in\s)?(?:the\s)?(?:financial year\s)?(?<fy>${financial}|${year})`,
    g => quarter(g),
  ],
  [String.raw`(?<fy>${financial})[\s,(]{1,2}q(?:uarter\s?)?(?<q>[1-4])`, g => quarter(g)],
  [
    String.raw`(?<mon>${month})(?:\s(?<y>${year}))?${dash}(?<mon2>${month})[\s-](?<y2>${shortYear})\b`,
    g => monthsPeriod(g),
  ],
  [
    String.raw`(?<mon>${month})[\s-](?:of\s)?(?<y>(?:19|20)\d\d|[’']\d\d|(?<=-)\d\d)\b`,
    g => wholeMonths(fullYear(g.y), monthOf(g.mon), 1),
  ],
  [String.raw`(?<m>0[1-9]|1[0-2])/(?<y>(?:19|20)\d\d)`, g => wholeMonths(fullYear(g.y), Number(g.m), 1)],
  [
    String.raw`(?<season>spring|summer|autumn|winter)(?:\sof)?\s(?<y>${year})(?:[/–-]\d\d(?:\d\d)?)?\b(?!\sterm)`,
    g => season(g),
  ],
  [
    String.raw`(?:academic|school)\syear\s(?<y>${year})\s?[/–-]\s?(?:20)?\d\d\b`,
    g => wholeMonths(fullYear(g.y), 9, 12),
  ],
  [String.raw`(?<fy>${financial})`, g => financialYear(g.fy)],
  [String.raw`(?<y>${year})(?:\s(?:to|and)\s)(?<y2>${year})\b`, g => years(fullYear(g.y), fullYear(g.y2))],
  [String.raw`\b(?:fy\s?)(?<y>${year})\b`, g => wholeMonths(fullYear(g.y), 4, 12)],
  [String.raw`(?<y>${year})\b(?!\s?[/–-]\s?\d)`, g => years(fullYear(g.y), fullYear(g.y))],
]

type Groups = Readonly<Record<string, string | undefined>>

const compiled = forms.map(([pattern, read]) => ({
  pattern: new RegExp(
    String.raw`(?<![\p{L}\p{N}/.£$]|\d,|(?<!mid|early|late)-)${pattern}(?![\p{L}\p{N}%]|[/.]\d)`,
    'giu',
  ),
  read,
}))

/** The dates that stand in a text, in order; where two forms overlap the more particular one counts. */
export function datePhrases(text: string): DatePhrase[] {
  const found: DatePhrase[] = []
  for (const { pattern, read } of compiled) {
    for (const match of text.matchAll(pattern)) {
      const from = match.index
      const to = from + match[0].length
      if (found.some(other => from < other.to && to > other.from)) continue
      const period = read(match.groups ?? {})
      if (period) found.push({ from, to, period })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function oneDay(year: number, month: number, day: number): Period | null {
  const date = plainDate(year, month, day)
  return date && { from: date, to: date }
}

function isoParts(iso: string): [number, number, number] {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number)
  return [year, month, day]
}

/** "16" is 2016; a year of two digits is one of this century, unless that lies far ahead. */
function fullYear(written = ''): number {
  const digits = Number(written.replace(/\D/g, ''))
  if (digits >= 100) return digits
  return digits > 70 ? 1900 + digits : 2000 + digits
}

function monthOf(written = ''): number {
  return monthNames.indexOf(written.slice(0, 3).toLowerCase()) + 1
}

/** So many whole months; months beyond 12 are those of the next year. */
function wholeMonths(year: number, first: number, count: number): Period | null {
  const from = plainDate(year, first, 1)
  const last = first + count
  const next = plainDate(year + Math.floor((last - 1) / 12), ((last - 1) % 12) + 1, 1)
  return from && next && { from, to: addDays(next, -1) }
}

function years(first: number, last: number): Period | null {
  return last < first ? null : wholeMonths(first, 1, (last - first + 1) * 12)
}

/** "2016/17" is 1 April 2016 to 31 March 2017; "2016-19" runs on to March 2019. */
function financialYear(written = ''): Period | null {
  const [first = 0, second = 0] = written.split(/\s?[/–-]\s?/).map(Number)
  const end = second >= 100 ? second : Math.floor(first / 100) * 100 + second
  const count = end - first
  return count < 1 || count > 10 ? null : wholeMonths(first, 4, 12 * count)
}

const quarterWords: Readonly<Record<string, number>> = {
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

/** Quarters are those of the financial year: the first is April to June. */
function quarter(groups: Groups): Period | null {
  const first = Number(groups.q ?? quarterWords[groups.qw?.toLowerCase() ?? ''])
  const last = Number(groups.q2 ?? first)
  const start = Number((groups.fy ?? '').slice(0, 4))
  if (!first || last < first) return null
  const month = 4 + (first - 1) * 3
  return month > 12
    ? wholeMonths(start + 1, month - 12, 3 * (last - first + 1))
    : wholeMonths(start, month, 3 * (last - first + 1))
}

function monthsPeriod(groups: Groups): Period | null {
  const end = fullYear(groups.y2)
  const [first, last] = [monthOf(groups.mon), monthOf(groups.mon2)]
  const begin = groups.y ? fullYear(groups.y) : first > last ? end - 1 : end
  const count = (end - begin) * 12 + last - first + 1
  return count < 1 ? null : wholeMonths(begin, first, count)
}

const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, winter: 12 }

/** "Winter 2023" is December 2023 to February 2024. */
function season(groups: Groups): Period | null {
  return wholeMonths(fullYear(groups.y), seasons[groups.season?.toLowerCase() ?? ''] ?? 1, 3)
}
