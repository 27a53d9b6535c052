/** What the colours or figures of a document's own legend mean, and whether a status says that a thing is finished. */

import { finishedStatus, lateStatus, unfinishedStatus } from './vocabulary/columns.ts'
import { source } from './vocabulary/pattern.ts'

/**
 * By the value in small letters ("blue", "1"): whether the legend says that it means finished (true), late (false) or
 * neither (null).
 */
export type Legend = ReadonlyMap<string, boolean | null>

const value = 'blue|green|amber|red|gr[ea]y|purple|white|yellow|black|[brag]|[1-9]'
const entry = new RegExp(
  source`
    (?<=^|[\s:;,.(“"/])(${value})\s*(?:[–—=:)-]|\bmeans\b|\bis\b|\bindicates\b)\s*([^;.\n|]{3,160}?)(?=[;.|]|$|
    ,\s*(?:and\s)?(?:${value})\s*(?:[–—=:-]|means|is)\s)
  `,
  'giu',
)

/** "Key: C = completed; D = delayed": letters of the document's own, where it says that they are a key. */
const headed = /^\W*(?:key|legend|status(?: key| codes?)?|codes?)\b/i
const letterEntry = /(?<=[\s:;,(])([A-Z]{1,2})\s*[=–]\s*([^;,|\n]{3,60})/g
/** "Key: C complete, OT on track". */
const bareLetterEntry = /(?<=[:;,(]\s?)([A-Z]{1,2})\s(\p{Ll}[^;,|\n]{2,60})/gu

/**
 * Reads legends such as "Blue – finished; Green – on track" or "1 = fully achieved, 2 = on track" from lines of text.
 */
export function legendIn(texts: readonly string[]): Legend {
  const found = new Map<string, boolean | null>()
  for (const text of texts) {
    if (!/\b(?:blue|green|amber|red|key|legend|rag|brag|ratings?|scores?|categor\w+)\b/i.test(text)) continue
    const entries = [...text.matchAll(entry), ...(headed.test(text) ? lettersIn(text) : [])]
    for (const [, name = '', meaning = ''] of entries) found.set(name.toLowerCase(), saysFinished(meaning))
  }
  for (const [name, meaning] of stackedIn(texts)) found.set(name, saysFinished(meaning))
  return found
}

function lettersIn(text: string): RegExpExecArray[] {
  const bare = [...text.matchAll(bareLetterEntry)]
  return [...text.matchAll(letterEntry), ...(bare.length > 1 ? bare : [])]
}

/** A legend in a table of its own: a value in each row and its meaning beside it, two rows at least. */
function stackedIn(texts: readonly string[]): [name: string, meaning: string][] {
  const found = texts.flatMap((text, at): [string, string, number][] => {
    const meaning = texts[at + 1] ?? ''
    const entry = alone.test(text) && meaning.length <= 160 && /\p{L}{2}/u.test(meaning) && !alone.test(meaning)
    return entry ? [[text.trim().toLowerCase(), meaning, at]] : []
  })
  const neighbours = found.filter(([, , at]) => found.some(([, , other]) => Math.abs(other - at) === 2))
  return neighbours.map(([name, meaning]) => [name, meaning])
}

const alone = new RegExp(`^(?:${value})$`, 'i')

/** Whether a row of a table is a legend: it tells what two values or more mean. */
export function isLegend(text: string): boolean {
  return text.length < 600 && /\b(?:green|amber|red|blue|[1-4])\b/i.test(text) && legendIn([`Key: ${text}`]).size >= 2
}

/**
 * Whether words say that a thing is finished ("Completed 25/03/2019": true) or late or not begun (false); null when
 * neither.
 */
export function saysFinished(text: string): boolean | null {
  if (lateStatus.test(text.replace(notLate, ''))) return false
  return finishedStatus.test(text) && !unfinishedStatus.test(text) ? true : null
}

const notLate = /\b(?:not|isn[’']t|never|nothing) (?:yet )?(?:late|overdue|delayed|behind|slipp\w+)\b/gi

/** What a status cell says, in words or by the legend; a colour may stand by its first letter. */
export function statusSays(status: string, legend: Legend): boolean | null {
  const written = status.trim().toLowerCase().replace(/[.!]$/, '')
  const known =
    legend.get(written) ??
    legend.get(written.charAt(0)) ??
    [...legend].find(([name]) => written.length === 1 && name.startsWith(written))?.[1]
  if (known === undefined && /^(?:still |remains )?open$/.test(written)) return false
  // Boards that rate in blue, red, amber and green close an action with blue.
  return known ?? (/^(?:y|yes|✓|✔|blue|100 ?%?)$/.test(written) ? true : saysFinished(written))
}

const colour = /^(?:blue|green|amber|red|gr[ea]y|purple|white|yellow|black)$/i

/** Whether the rows of a table, by the words of their cells, tell what colours mean and nothing else. */
export function isLegendTable(rows: readonly (readonly string[])[]): boolean {
  const entries = rows.filter(([first = '', second]) => colour.test(first) && second !== undefined)
  return entries.length >= 2 && entries.length >= rows.length - 2 && entries.every(cells => cells.length <= 3)
}
