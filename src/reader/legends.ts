/** What the colours or figures of a document's own legend mean, and whether a status says that a thing is finished. */
import { finishedStatus, unfinishedStatus } from './vocabulary/columns.ts'

/** By the value in small letters ("blue", "1"): whether the legend says that it means finished. */
export type Legend = ReadonlyMap<string, boolean>

const entry =
  /(?:^|[\s:;,.(“"])(blue|green|amber|red|gr[ea]y|purple|white|yellow|black|[brag]|[1-9])\s*(?:[–—=:)-]|\bmeans\b|\bis\b|\bindicates\b)\s*([^;.\n|]{3,160}?)(?=[;.]|$|,\s*(?:blue|green|amber|red|gr[ea]y|purple|white|yellow|black)\s*[–—=:-])/giu

/** Reads legends such as "Blue – finished; Green – on track" or "1 fully achieved; 2 on track" from lines of text. */
export function legendIn(texts: readonly string[]): Legend {
  const found = new Map<string, boolean>()
  for (const text of texts) {
    if (!/\b(?:blue|green|amber|red)\b|\b1\b.*\b2\b/i.test(text)) continue
    for (const [, value = '', meaning = ''] of text.matchAll(entry))
      found.set(value.toLowerCase(), saysFinished(meaning))
  }
  return found
}

/** Whether words say that a thing is finished: "Completed 25/03/2019", and not "partly completed". */
export function saysFinished(text: string): boolean {
  return finishedStatus.test(text) && !unfinishedStatus.test(text)
}

/** Whether a status cell says finished, in words or by the legend. */
export function isFinished(status: string, legend: Legend): boolean {
  const value = status.trim().toLowerCase().replace(/[.!]$/, '')
  return legend.get(value) ?? saysFinished(value)
}
