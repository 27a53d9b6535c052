/** The names in a text, with those that a document declares for itself. */
import { type NameMention, namesIn } from './names.ts'

/** The names that stand in a text, in order. */
export type Mentions = (text: string) => readonly NameMention[]

/** Names known by their words, and between them the declared ones. */
export function mentionsWith(declared: readonly string[]): Mentions {
  const longestFirst = [...new Set(declared)].sort((a, b) => b.length - a.length)
  if (longestFirst.length === 0) return namesIn
  return text => {
    const known = namesIn(text)
    const more = longestFirst
      .flatMap(name => placesOf(name, text))
      .filter(each => known.every(other => !overlaps(each, other) || holds(each, other)))
    if (more.length === 0) return known
    const kept = withoutOverlaps(more)
    const rest = known.filter(each => !kept.some(other => overlaps(each, other)))
    return [...rest, ...kept].sort((a, b) => a.from - b.from)
  }
}

function placesOf(name: string, text: string): NameMention[] {
  const found: NameMention[] = []
  const kind = namesIn(name).at(-1)?.kind ?? 'services'
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + name.length)) {
    const to = from + name.length
    const whole = !/[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[to] ?? '')
    if (whole) found.push({ name, from, to, kind, generic: false, unit: null })
  }
  return found
}

const overlaps = (a: NameMention, b: NameMention): boolean => a.from < b.to && b.from < a.to

/** "Elm Council, Adult Care" holds the names on both sides of its comma. */
const holds = (whole: NameMention, part: NameMention): boolean => whole.from <= part.from && part.to <= whole.to

function withoutOverlaps(mentions: readonly NameMention[]): NameMention[] {
  const kept: NameMention[] = []
  for (const mention of mentions) if (!kept.some(other => overlaps(mention, other))) kept.push(mention)
  return kept
}
