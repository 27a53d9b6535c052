/** Rows of one cell that go across a table: a recommendation over its actions, a body over its own, or a title. */
import type { Layout } from './table-columns.ts'
import { isBodyName, isReference } from './table-looks.ts'
import { filledCells, type LinedRow, linesOfRow, widthOf } from './table-rows.ts'
import { groupWords } from './vocabulary/groups.ts'
import { asks, recommendationLabel, shortLabel } from './vocabulary/labels.ts'

export type Banner =
  | { readonly kind: 'agency' | 'title' }
  /** Whether it says so itself ("Recommendation 3: …") rather than by what it asks. */
  | { readonly kind: 'recommendation'; readonly labelled: boolean }

/** A row whose one cell goes across, or stands in a first column that holds only numbers otherwise. */
export function isBanner(row: LinedRow, { roles }: Layout): boolean {
  const filled = filledCells(row)
  const [only] = filled
  if (filled.length !== 1 || !only) return false
  if (only.columns > 2 || (only.columns > 1 && only.columns === widthOf([row]) && roles.size <= 3)) return true
  const text = only.lines[0]?.text ?? ''
  if (only.column !== 0 || isReference(text)) return false
  return row.cells.length === 1 || roles.get(0) !== 'recommendation' || isBodyName(text)
}

/** What a banner says. */
export function bannerOf(row: LinedRow): Banner {
  const text = linesOfRow(row)
    .map(line => line.text)
    .join(' ')
    .replace(/^[*_\s]+|[*_\s:]+$/g, '')
  if (recommendationLabel.test(text) || shortLabel.test(text)) return { kind: 'recommendation', labelled: true }
  if (isNamed(text)) return { kind: 'agency' }
  if (/^recommendations? for\b/i.test(text)) return { kind: 'title' }
  if (asks.test(text) || /^rec/i.test(text)) return { kind: 'recommendation', labelled: false }
  return { kind: 'title' }
}

/** "Elm Council", "Actions for Elm Council", "All agencies". */
function isNamed(text: string): boolean {
  const name = text.replace(
    /^(?:(?:single[- ]agency )?(?:actions?|recommendations?|plan) (?:for|of|by)|lead(?: agency)?:|agency:)\s+(?:the\s)?/i,
    '',
  )
  return isBodyName(name) || (name.length < 40 && groupWords.exec(name)?.[0].length === name.length)
}
