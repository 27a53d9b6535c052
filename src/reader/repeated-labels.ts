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
  return [...mostThatAsk([...places.values()], asks)]
}

/** The longest of the runs of two or more entries that ask each time, or nearly; [] when none does. */
export function mostThatAsk<T>(runs: readonly (readonly T[])[], asks: (entry: T) => boolean): readonly T[] {
  const asking = runs.filter(run => run.length > 1 && run.filter(asks).length / run.length >= 2 / 3)
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

function asks({ line, textFrom }: Unlabelled): boolean {
  const words = line.text.slice(textFrom)
  const [first = [0, 0]] = sentences(words)
  return first[1] > leastAsked && beginsByAsking(words)
}

/** Shorter words ask nothing that could be answered. */
const leastAsked = 20
