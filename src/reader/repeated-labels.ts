/**
 * Recommendations below a heading or behind a label that comes again and again ("You said", "What needs to change:"),
 * known by what stands there: that it asks.
 */
import { beginsByAsking } from './asking.ts'
import { numberOfTitle } from './labels.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import type { Unlabelled } from './unlabelled-openings.ts'

const label = /^(?<words>\p{Lu}[^:.?!]{2,50}?)(?:\s*[:?]|\.{2,3}|…)+\s+(?=\S)/u

/** What a meeting gives somebody to do, or decides, is no recommendation. */
const given = /^(?:actions?|ap|decisions?|resolved|agreed|tasks?)\b/i

/** What is asked behind the one label that asks each time it comes, or nearly; two or more. */
export function repeatedLabelOpenings(lines: readonly SourceLine[]): Unlabelled[] {
  const places = new Map<string, Unlabelled[]>()
  for (const [at, line] of lines.entries()) {
    const found = labelled(line, lines[at + 1])
    if (!found) continue
    const number = numberOfTitle(lines[at - 1])
    places.set(found.words, [...(places.get(found.words) ?? []), { ...found, number, announcedBy: null }])
  }
  const asking = [...places.values()].filter(entries => entries.length > 1 && share(entries) >= 2 / 3)
  return asking.sort((a, b) => b.length - a.length)[0] ?? []
}

interface Labelled {
  readonly words: string
  readonly line: SourceLine
  readonly textFrom: number
}

/** A heading over words, or a label in front of them. */
function labelled(line: SourceLine, next: SourceLine | undefined): Labelled | null {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  if (line.kind === 'heading')
    return next && next.kind !== 'heading' ? { words: plain(line.text), line: next, textFrom: 0 } : null
  const match = label.exec(line.text)
  if (match && given.test(match.groups?.words ?? '')) return null
  return match ? { words: plain(match.groups?.words ?? ''), line, textFrom: match[0].length } : null
}

function share(entries: readonly Unlabelled[]): number {
  const asking = entries.filter(({ line, textFrom }) => {
    const words = line.text.slice(textFrom)
    const [first = [0, 0]] = sentences(words)
    return first[1] > leastAsked && beginsByAsking(words)
  })
  return asking.length / entries.length
}

/** Shorter words ask nothing that could be answered. */
const leastAsked = 20
