/** What a document tells of other or earlier reviews, whose recommendations are not its own. */
import { namedLabel } from './labels.ts'
import type { SourceLine } from './source-lines.ts'
import { othersRecommendations } from './vocabulary/labels.ts'

/** Leaves out what stands under a heading about other or earlier recommendations. */
export function withoutOthers(lines: readonly SourceLine[]): readonly SourceLine[] {
  const others = linesOfOthers(lines)
  return others.size === 0 ? lines : lines.filter(line => !others.has(line))
}

/** What stands under such a heading, with the heading: few lines, and none in most documents. */
export function linesOfOthers(lines: readonly SourceLine[]): ReadonlySet<SourceLine> {
  const others = new Set<SourceLine>()
  let skipping: number | null = null
  for (const line of lines) {
    if (line.kind === 'heading') {
      if (skipping !== null && line.level <= skipping) skipping = null
      if (skipping === null && line.level > 1 && isOfOthers(line)) skipping = line.level
    }
    if (skipping !== null) others.add(line)
  }
  return others
}

/** "Recommendation 4: Other children" is the review's own. */
function isOfOthers(line: SourceLine): boolean {
  return othersRecommendations.test(line.text) && namedLabel(line) === null
}
