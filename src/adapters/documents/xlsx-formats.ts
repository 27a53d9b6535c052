/** How a spreadsheet shows its numbers: what is a date, and what a number looks like. */
import { attributeOf } from './xml-text.ts'
import { childNamed, childrenNamed, type XmlElement } from './xml-tree.ts'

/** Writes a cell's number as the sheet shows it; `style` is the cell's style index. */
export type WriteNumber = (value: number, style: number) => string

const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm',
  19: 'h:mm:ss',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
}

/** The number formats of a workbook; `from1904` says that its days count from 1 January 1904. */
export function readFormats(styles: XmlElement | null, from1904: boolean): WriteNumber {
  const sheet = childNamed(styles ?? undefined, 'styleSheet')
  const own = new Map<number, string>()
  for (const { attributes } of childrenNamed(childNamed(sheet, 'numFmts'), 'numFmt')) {
    own.set(Number(attributeOf(attributes, 'numFmtId')), attributeOf(attributes, 'formatCode') ?? '')
  }
  const shapes = childrenNamed(childNamed(sheet, 'cellXfs'), 'xf').map(({ attributes }) => {
    const id = Number(attributeOf(attributes, 'numFmtId') ?? 0)
    return shapeOf(own.get(id) ?? builtIn[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? 'dd/mm/yyyy' : ''))
  })
  return (value, style) => write(value, shapes[style] ?? plain, from1904)
}

interface Moment {
  readonly kind: 'moment'
  readonly day: boolean
  readonly month: boolean
  readonly year: boolean
  readonly time: boolean
}

interface Figure {
  readonly kind: 'figure'
  /** null: as many as the number has. */
  readonly decimals: number | null
  readonly grouped: boolean
  readonly percent: boolean
  /** "£" before it, or nothing. */
  readonly sign: string
}

const plain: Figure = { kind: 'figure', decimals: null, grouped: false, percent: false, sign: '' }

function shapeOf(format: string): Moment | Figure {
  const first = format.split(';')[0] ?? ''
  const letters = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/general/.test(letters)) return plain
  const time = /h|s|\[m/.test(letters)
  const [day, year] = [/d/.test(letters), /y/.test(letters)]
  const month = /m/.test(letters) && (!time || day || year)
  if (day || month || year || time) return { kind: 'moment', day, month, year, time }
  if (!/[0#?]/.test(letters)) return plain
  const decimals = /\.([0#?]+)/.exec(letters)?.[1]?.length ?? 0
  return {
    kind: 'figure',
    decimals,
    grouped: letters.includes(','),
    percent: letters.includes('%'),
    sign: /[£$€]/.exec(first)?.[0] ?? '',
  }
}

function write(value: number, shape: Moment | Figure, from1904: boolean): string {
  if (shape.kind === 'figure') return writeNumber(value, shape)
  const whole = Math.floor(value)
  // Day 60 is a 29 February 1900 that never was; days before it count one less.
  const days = from1904 ? whole + 1462 : whole
  if (value < 0 || days > 2_958_465) return writeNumber(value, plain)
  const date = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * 86_400_000)
  const parts = [...writeDay(date, shape), ...writeTime(value - whole, shape)]
  return parts.join(' ')
}

const months = 'January February March April May June July August September October November December'.split(' ')

function writeDay(date: Date, { day, month, year }: Moment): string[] {
  const name = months[date.getUTCMonth()] ?? ''
  const two = (number: number) => String(number).padStart(2, '0')
  if (day && month && !year) return [`${date.getUTCDate()} ${name}`]
  if (day) return [`${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`]
  if (month) return [year ? `${name} ${date.getUTCFullYear()}` : name]
  return year ? [String(date.getUTCFullYear())] : []
}

function writeTime(part: number, { time, day, year }: Moment): string[] {
  const minutes = Math.round(part * 1440)
  if (!time || (minutes === 0 && (day || year))) return []
  return [`${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`]
}

function writeNumber(value: number, { decimals, grouped, percent, sign }: Figure): string {
  if (!Number.isFinite(value)) return ''
  const shown = percent ? value * 100 : value
  const ending = percent ? '%' : ''
  if (decimals === null) return String(Number(shown.toPrecision(12)))
  const fixed = Math.abs(shown).toFixed(Math.min(decimals, 20))
  const written = grouped ? fixed.replace(/\B(?=(\d{3})+(?!\d))/g, ',') : fixed
  return `${shown < 0 ? '-' : ''}${sign}${written}${ending}`
}
