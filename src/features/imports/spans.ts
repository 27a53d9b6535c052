/** Stretches of a document's text, in code points: what an item of the check holds of the source. */
import type { Span } from '../../reader/reading.ts'

/** The text of a document, ready to be cut by code points. */
export interface SourceText {
  /** Its code points. */
  readonly points: readonly string[]
}

/** The text that spans count in. */
export const sourceText = (text: string): SourceText => ({ points: Array.from(text) })

/** One word of the source and where it stands. */
export interface PlacedWord {
  readonly text: string
  readonly span: Span
}

/** The words of the spans, in order. What stands between two spans parts two words. */
export function placedWords({ points }: SourceText, spans: readonly Span[]): readonly PlacedWord[] {
  const words: PlacedWord[] = []
  for (const [from, to] of spans) {
    let start = -1
    for (let at = from; at <= to; at++) {
      const isBlank = at === to || /\s/u.test(points[at] ?? ' ')
      if (!isBlank && start < 0) start = at
      if (isBlank && start >= 0) {
        words.push({ text: points.slice(start, at).join(''), span: [start, at] })
        start = -1
      }
    }
  }
  return words
}

/** What the spans say, white space folded. */
export const wordsOfSpans = (source: SourceText, spans: readonly Span[]): string =>
  placedWords(source, spans)
    .map(word => word.text)
    .join(' ')

/** The fewest spans that hold the words: those that only white space parts become one. */
export function spansOfWords(source: SourceText, words: readonly PlacedWord[]): readonly Span[] {
  const spans: Span[] = []
  for (const { span } of words) {
    const last = spans.at(-1)
    if (last && span[0] >= last[1] && isBlank(source, last[1], span[0])) spans[spans.length - 1] = [last[0], span[1]]
    else spans.push(span)
  }
  return spans
}

function isBlank({ points }: SourceText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!/\s/u.test(points[at] ?? '')) return false
  return true
}

/** In the order of the text. */
export const sortedSpans = (spans: readonly Span[]): readonly Span[] => spans.toSorted((a, b) => a[0] - b[0])

/** Keeps of every span what no earlier call was given, so that no word is held twice. */
export function spanKeeper(length: number): (spans: readonly Span[]) => readonly Span[] {
  const held = new Uint8Array(length)
  return spans =>
    spans.flatMap(([from, to]) => {
      const free: Span[] = []
      let start = -1
      for (let at = Math.max(0, from); at <= Math.min(to, length); at++) {
        const isFree = at < Math.min(to, length) && held[at] === 0
        if (isFree && start < 0) start = at
        if (!isFree && start >= 0) {
          free.push([start, at])
          start = -1
        }
      }
      for (const [a, b] of free) held.fill(1, a, b)
      return free
    })
}

/**
 * What of a stretch no span holds, less the white space at its ends; empty stretches are left out. The spans that are
 * taken stand in the order of the text.
 */
export function freeWithin(source: SourceText, within: Span, taken: readonly Span[]): readonly Span[] {
  const free: Span[] = []
  let open = within[0]
  for (const [from, to] of taken) {
    if (from >= within[1]) break
    if (to <= within[0]) continue
    if (from > open) free.push([open, from])
    open = Math.max(open, to)
  }
  if (open < within[1]) free.push([open, within[1]])
  return free.flatMap(span => {
    const words = placedWords(source, [span])
    const [first, last] = [words[0], words.at(-1)]
    return first && last ? [[first.span[0], last.span[1]] as const] : []
  })
}
