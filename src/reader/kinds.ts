/** What kind of document it is. */

import type { Answered } from './answers.ts'
import { withoutAddresses } from './letters.ts'
import type { Kind } from './reading.ts'
import type { SourceLine } from './source-lines.ts'
import { pattern } from './vocabulary/pattern.ts'

const minutes =
  /\bminutes\b(?!\s+(?:after|before|later|of))|^(?:apologies|in attendance|members present|present)\b\s*:/i
const plan = pattern('i')`
    \baction[- ]plan\b|\bimprovement plan\b|\bprogress\b|\bimplementation (?:of|plan|
    report)\b|\bmonitoring (?:report|of)\b|\baction (?:log|tracker)\b|\btracker\b
  `
const response =
  /\bresponses?\b|\brepl(?:y|ies)\b|\banswers? (?:to|from|of)\b|\bactions? taken\b|\bwhat (?:we|has|have|partners|agencies|the \w+) (?:did|done|been done|has|have|will|is|are)\b|\bresponding\b|\breturns? (?:from|of|by)\b|\bimprovement report\b|\bstatement in response\b/i
const report = pattern('i')`
    \b(?:overview|review|final|executive|learning|practice review|summary) report\b|\bexecutive summary\b|
    \breport of the\b|\breport (?:on|into)\b
  `
const policy = /\b(?:policy|procedures?|protocol|guidance|strategy|standards|pathway|framework)\b/i
const review = /\breview\b/i

/** The kind that the title alone names, or null; what a document holds may still make another of it. */
export function kindOfTitle(lines: readonly SourceLine[], title: string | null): Kind | null {
  const heads = [...titleLines(lines), ...(title ? [title] : [])]
  const says = (pattern: RegExp): boolean => heads.some(text => pattern.test(text))
  if (says(minutes)) return 'unknown'
  if (says(plan)) return 'action-plan'
  if (says(response)) return 'response'
  return says(report) ? 'report' : null
}

/** The kind of a document, by its title first and by what was found in it else. */
export function kindOf(lines: readonly SourceLine[], title: string | null, recommendations: readonly Answered[]): Kind {
  const titles = titleLines(lines)
  if (titles.some(text => minutes.test(text))) return 'unknown'
  const heads = [...titles, ...(title ? [title] : [])]
  const answered = recommendations.filter(each => each.answers.some(answer => answer.statements.length > 0))
  const tables = answered.some(each => each.answers.some(answer => answer.fromTable))
  const says = (pattern: RegExp): boolean => heads.some(text => pattern.test(text))
  if (says(plan) && (tables || answered.length > 0 || recommendations.length === 0)) return 'action-plan'
  if (says(response)) return 'response'
  if (says(report)) return 'report'
  if (says(plan)) return 'action-plan'
  if (says(policy) && !says(review)) return 'policy'
  return kindFound(recommendations, { tables, answered: answered.length, review: says(review) })
}

function kindFound(
  recommendations: readonly Answered[],
  found: { tables: boolean; answered: number; review: boolean },
): Kind {
  if (found.tables) return 'action-plan'
  if (found.answered > 0) return 'response'
  return recommendations.length > 0 || found.review ? 'report' : 'unknown'
}

function firstOutsideTables(lines: readonly SourceLine[], most: number): SourceLine[] {
  const found: SourceLine[] = []
  for (const line of lines) {
    if (found.length === most) break
    if (line.kind !== 'table') found.push(line)
  }
  return found
}

/** The lines at the top that could be its title: headings and short lines, up to the first sentence. */
export function titleLines(lines: readonly SourceLine[]): string[] {
  const top = firstOutsideTables(withoutAddresses(lines), 10)
  const sentence = top.findIndex(line => line.kind !== 'heading' && /[.!?:]$/.test(line.text) && line.text.length > 60)
  const titles = (sentence < 0 ? top : top.slice(0, sentence)).map(line => line.text)
  const table = lines.find(line => line.kind === 'table')
  return titles.length > 0 || !table || isHeadOfColumns(table, lines)
    ? titles
    : lines.slice(0, 3).map(line => line.text)
}

/** A table that begins with a row of several cells has no title above its columns. */
const isHeadOfColumns = ({ laid }: SourceLine, lines: readonly SourceLine[]): boolean =>
  lines.some(
    each =>
      each.laid.block === laid.block &&
      each.laid.cell?.row === laid.cell?.row &&
      each.laid.cell?.cell !== laid.cell?.cell,
  )
