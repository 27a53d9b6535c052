/** What a document tells of other or earlier reviews, whose recommendations are not its own. */
import { namedLabel } from './labels.ts'
import type { SourceLine } from './source-lines.ts'
import { othersRecommendations } from './vocabulary/labels.ts'

/** Leaves out what stands under a heading about other or earlier recommendations. */
export function withoutOthers(lines: readonly SourceLine[]): SourceLine[] {
  let skipping: number | null = null
  return lines.filter(line => {
    if (line.kind === 'heading') {
      if (skipping !== null && line.level <= skipping) skipping = null
      if (skipping === null && line.level > 1 && isOfOthers(line)) skipping = line.level
    }
    return skipping === null
  })
}

/** "Recommendation 4: Other children" is the review's own. */
function isOfOthers(line: SourceLine): boolean {
  return othersRecommendations.test(line.text) && namedLabel(line) === null
}
