/** The numbers and bullets that an OpenDocument file makes for lists and headings. */
import { type NumberStyle, writeNumber } from './markers.ts'
import { attributeOf } from './xml-text.ts'
import { childElements, type XmlElement } from './xml-tree.ts'

interface ListLevel {
  readonly bullet: boolean
  readonly format: NumberStyle | null
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** How many levels' numbers it shows. */
  readonly shows: number
}

export interface ListStyles {
  /** The marker of the next entry at that level (from 0); `start` is a number that the entry itself begins with. */
  next(counts: number[], style: string | undefined, level: number, start?: number): string
  /** The number of the next heading of that level (from 0), or "" when headings are not numbered. */
  nextHeading(level: number): string
}

const formats: Readonly<Record<string, NumberStyle>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

type Levels = ReadonlyMap<number, ListLevel>

/** The list styles and the outline among the styles of a file. */
export function readListStyles(elements: readonly XmlElement[]): ListStyles {
  const styles = new Map<string, Levels>()
  let outline: Levels = new Map()
  for (const element of elements) {
    if (element.name === 'text:list-style')
      styles.set(attributeOf(element.attributes, 'name') ?? '', readLevels(element))
    if (element.name === 'text:outline-style') outline = readLevels(element)
  }
  const headings: number[] = []
  return {
    next: (counts, style, level, start) => count(counts, styles.get(style ?? '') ?? new Map(), level, start) || '•',
    nextHeading: level => (outline.get(level)?.format ? count(headings, outline, level) : ''),
  }
}

function count(counts: number[], levels: Levels, level: number, start?: number): string {
  const found = levels.get(level)
  counts.length = Math.min(counts.length, level + 1)
  counts[level] = start ?? (counts[level] ?? (found?.start ?? 1) - 1) + 1
  if (!found || found.bullet) return found ? '•' : ''
  if (found.format === null) return (found.prefix + found.suffix).trim()
  const numbers: string[] = []
  for (let at = level - found.shows + 1; at <= level; at++) {
    const above = levels.get(at)
    if (above?.format) numbers.push(writeNumber(counts[at] ?? above.start, above.format))
  }
  return (found.prefix + numbers.join('.') + found.suffix).trim()
}

function readLevels(style: XmlElement): Levels {
  const levels = new Map<number, ListLevel>()
  for (const { name, attributes } of childElements(style)) {
    const number = (wanted: string, otherwise: number) =>
      Math.min(999, Number(attributeOf(attributes, wanted) ?? otherwise) || otherwise)
    levels.set(number('level', 1) - 1, {
      bullet: name === 'text:list-level-style-bullet' || name === 'text:list-level-style-image',
      format: formats[attributeOf(attributes, 'num-format') ?? ''] ?? null,
      prefix: attributeOf(attributes, 'num-prefix') ?? '',
      suffix: attributeOf(attributes, 'num-suffix') ?? '',
      start: number('start-value', 1),
      shows: Math.max(1, Math.min(10, number('display-levels', 1))),
    })
  }
  return levels
}
