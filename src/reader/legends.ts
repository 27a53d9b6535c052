/** What the colours or figures of a document's own legend mean, and whether a status says that a thing is finished. */

import { finishedStatus, lateStatus, unfinishedStatus } from './vocabulary/columns.ts'
import { source } from './vocabulary/pattern.ts'

/**
 * By the value in small letters ("blue", "1"): whether the legend says that it means finished (true), late (false) or
 * neither (null).
 */
export type Legend = ReadonlyMap<string, boolean | null>

const value = String.raw`blue|green|amber|red|gr[ea]y|purple|white|yellow|black|[brag]|[1-9]`
const entry = new RegExp(
  source`
    (?<=^|[\s:;,.(“"/])(${value})\s*(?:[–—=:)-]|\bmeans\b|\bis\b|\bindicates\b)\s*([^;.\n|]{3,160}?)(?=[;.|]|$|
    ,\s*(?:and\s)?(?:${value})\s*(?:[–—=:-]|means|is)\s)
  `,
  'giu',
)

/**
 * Reads legends such as "Blue – finished; Green – on track" or "1 = fully achieved, 2 = on track" from lines of text.
 */
export function legendIn(texts: readonly string[]): Legend {
  const found = new Map<string, boolean | null>()
  for (const text of texts) {
    if (!/\b(?:blue|green|amber|red|key|legend|rag|brag|ratings?|scores?|categor\w+)\b/i.test(text)) continue
    for (const [, name = '', meaning = ''] of text.matchAll(entry)) found.set(name.toLowerCase(), saysFinished(meaning))
  }
  return found
}

/**
 * Whether words say that a thing is finished ("Completed 25/03/2019": true) or late or not begun (false); null when
 * neither.
 */
export function saysFinished(text: string): boolean | null {
  if (lateStatus.test(text)) return false
  return finishedStatus.test(text) && !unfinishedStatus.test(text) ? true : null
}

/** What a status cell says, in words or by the legend; a colour may stand by its first letter. */
export function statusSays(status: string, legend: Legend): boolean | null {
  const written = status.trim().toLowerCase().replace(/[.!]$/, '')
  const known =
    legend.get(written) ??
    legend.get(written.charAt(0)) ??
    [...legend].find(([name]) => written.length === 1 && name.startsWith(written))?.[1]
  return known ?? saysFinished(written)
}
