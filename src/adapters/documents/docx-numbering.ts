/** The numbers and bullets that Word makes for lists and numbered headings. */
import type { NumberingLink } from './docx-styles.ts'
import { lettersOf, romanOf } from './markers.ts'
import { attributeOf } from './xml-text.ts'
import { childNamed, childrenNamed, settingOf, switchOf, type XmlElement } from './xml-tree.ts'

interface Level {
  readonly start: number
  readonly format: string
  /** "%1.%2" with the numbers of this level and those above. */
  readonly pattern: string
  /** Whether all numbers in it are written as digits. */
  readonly legal: boolean
  /** The level (from 1) after which it starts again; 0 is never; null is after any higher one. */
  readonly restart: number | null
}

interface List {
  readonly id: string
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
}

export interface Numbering {
  /** The marker of the next paragraph in that list; null when the list is not there or shows nothing. */
  next(link: NumberingLink): { readonly marker: string; readonly bullet: boolean } | null
}

/** The lists of word/numbering.xml; none when there is no such part. */
export function readNumbering(root: XmlElement | null): Numbering {
  const lists = readLists(childNamed(root ?? undefined, 'w:numbering'))
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return {
    next({ numId, level }) {
      const list = lists.get(numId)
      const found = list?.levels.get(level)
      if (!list || !found) return null
      const counts = counters.get(list.id) ?? []
      counters.set(list.id, counts)
      if (!started.has(numId)) for (const [at, start] of list.starts) counts[at] = start - 1
      started.add(numId)
      counts[level] = (counts[level] ?? found.start - 1) + 1
      restartBelow(counts, level, list)
      const bullet = found.format === 'bullet'
      const marker = bullet ? '•' : writeMarker(found, counts, list)
      return marker === '' ? null : { marker, bullet }
    },
  }
}

function restartBelow(counts: number[], level: number, list: List): void {
  for (let below = level + 1; below < counts.length; below++) {
    const { restart, start } = list.levels.get(below) ?? { restart: null, start: 1 }
    if (restart === null || (restart > 0 && level < restart)) counts[below] = start - 1
  }
}

function writeMarker({ pattern, legal }: Level, counts: readonly number[], list: List): string {
  return pattern
    .replace(/%([1-9])/g, (_, digit) => {
      const at = Number(digit) - 1
      const level = list.levels.get(at)
      const count = counts[at] ?? level?.start ?? 1
      return writeCount(Math.max(count, level?.start ?? 0), legal ? 'decimal' : (level?.format ?? 'decimal'))
    })
    .trim()
}

function writeCount(count: number, format: string): string {
  if (format === 'lowerLetter') return repeatedLetter(count)
  if (format === 'upperLetter') return repeatedLetter(count).toUpperCase()
  if (format === 'lowerRoman') return romanOf(count)
  if (format === 'upperRoman') return romanOf(count).toUpperCase()
  if (format === 'decimalZero') return String(count).padStart(2, '0')
  if (format === 'ordinal') return `${count}${ordinalEnding(count)}`
  if (format === 'decimalEnclosedParen') return `(${count})`
  return format === 'none' ? '' : String(count)
}

/** Word goes on after "z" with "aa", "bb" and not with "ab". */
function repeatedLetter(count: number): string {
  return count < 1 ? String(count) : lettersOf(((count - 1) % 26) + 1).repeat(Math.min(20, Math.ceil(count / 26)))
}

function ordinalEnding(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][count % 10] ?? 'th'
}

function readLists(root: XmlElement | undefined): Map<string, List> {
  const abstracts = new Map<string, XmlElement>()
  const byStyle = new Map<string, XmlElement>()
  for (const abstract of childrenNamed(root, 'w:abstractNum')) {
    abstracts.set(attributeOf(abstract.attributes, 'abstractNumId') ?? '', abstract)
    const style = settingOf(abstract, 'w:styleLink')
    if (style) byStyle.set(style, abstract)
  }
  const lists = new Map<string, List>()
  for (const number of childrenNamed(root, 'w:num')) {
    const named = abstracts.get(settingOf(number, 'w:abstractNumId') ?? '')
    const abstract = byStyle.get(settingOf(named, 'w:numStyleLink') ?? '') ?? named
    if (abstract) lists.set(attributeOf(number.attributes, 'numId') ?? '', readList(number, abstract))
  }
  return lists
}

function readList(number: XmlElement, abstract: XmlElement): List {
  const levels = new Map<number, Level>()
  const starts = new Map<number, number>()
  for (const level of childrenNamed(abstract, 'w:lvl')) levels.set(levelAt(level), readLevel(level))
  for (const override of childrenNamed(number, 'w:lvlOverride')) {
    const level = childNamed(override, 'w:lvl')
    const start = settingOf(override, 'w:startOverride')
    if (level) levels.set(levelAt(override), readLevel(level))
    if (start !== undefined) starts.set(levelAt(override), integer(start, 1))
  }
  return { id: attributeOf(abstract.attributes, 'abstractNumId') ?? '', levels, starts }
}

const levelAt = (element: XmlElement): number => integer(attributeOf(element.attributes, 'ilvl'), 0)

function readLevel(level: XmlElement): Level {
  const restart = settingOf(level, 'w:lvlRestart')
  return {
    start: integer(settingOf(level, 'w:start'), 0),
    format: formatOf(level),
    pattern: settingOf(level, 'w:lvlText') ?? '',
    legal: switchOf(level, 'w:isLgl') ?? false,
    restart: restart === undefined ? null : integer(restart, 0),
  }
}

/** A format that came after the first edition stands inside a choice, and its plain fallback in another branch. */
function formatOf(level: XmlElement): string {
  const choice = childNamed(level, 'mc:AlternateContent')
  return settingOf(level, 'w:numFmt') ?? settingOf(childNamed(choice, 'mc:Fallback'), 'w:numFmt') ?? 'decimal'
}

function integer(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^-?\d{1,6}$/.test(text) ? Number(text) : otherwise
}
