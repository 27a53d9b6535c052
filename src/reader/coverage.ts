/** What of a text is left over: every word must stand in exactly one place of a reading. */
import type { Passage, Span } from './reading.ts'
import { passageOf, type SourceLine } from './source-lines.ts'

/** The stretches of the lines that no span covers and that hold a letter or a figure. */
export function uncovered(
  lines: readonly SourceLine[],
  spans: readonly Span[],
): { line: SourceLine; passage: Passage }[] {
  if (lines.length === 0) return []
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  const gaps: { line: SourceLine; passage: Passage }[] = []
  let at = 0
  for (const line of lines) {
    while (at > 0 && (sorted[at - 1]?.[1] ?? 0) > line.laid.start) at--
    let open = line.laid.start
    for (; at < sorted.length; at++) {
      const [from, to] = sorted[at] ?? [0, 0]
      if (from >= line.laid.end) break
      if (from > open) takeGap(gaps, line, open, from)
      open = Math.max(open, to)
    }
    if (open < line.laid.end) takeGap(gaps, line, open, line.laid.end)
  }
  return gaps
}

/** From and to count code points of the whole text. */
function takeGap(gaps: { line: SourceLine; passage: Passage }[], line: SourceLine, from: number, to: number): void {
  const passage = passageOf(line, unitsIn(line, from), unitsIn(line, to))
  if (/[A-Za-z0-9]/.test(passage.text) || /[\p{L}\p{N}]/u.test(passage.text)) gaps.push({ line, passage })
}

/** How many UTF-16 units of the line stand before a place that counts code points. */
function unitsIn({ text, laid }: SourceLine, place: number): number {
  const points = place - laid.start
  if (text.length === laid.end - laid.start) return points
  return Array.from(text).slice(0, points).join('').length
}
