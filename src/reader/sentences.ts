/** Where sentences begin and end: abbreviations, initials, numbers, quotations and brackets do not mislead it. */
import { matchesOf } from './matches.ts'
import { pattern } from './vocabulary/pattern.ts'

/** From and to within the text, as JavaScript counts; `to` is not included, and neither end is white space. */
export type Stretch = readonly [from: number, to: number]

const abbreviated = pattern('i')`
    (?:^|[\s("“‘'])(?:e\.g|i\.e|c\.f|cf|etc|viz|vs|approx|incl|inc|ltd|dr|mr|mrs|ms|mx|prof|rev|st|no|nos|para|
    paras|pp|p|ch|sect|sec|s|ss|reg|regs|art|fig|app|dept|hon|ref|rec|recs|tel|ext|[A-Za-z])\.$
  `
/** After these a capital letter does begin a sentence, since they also end one. */
const mayEnd = /(?:etc|ltd|inc)\.$/i
const ending = /[.?!]+["”’')\]*†‡]*\s+/g
const beginning = /^["“‘'([*]*(?:\p{Lu}|\d)|^\((?:[a-h]|[ivx]{1,4})\)\s+\p{Lu}/u

/** The sentences of a text, in order; together they hold every word of it. */
export function sentences(text: string): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  for (const match of matchesOf(ending, text)) {
    const to = match.index + match[0].trimEnd().length
    const next = match.index + match[0].length
    if (!endsSentence(text, from, match.index + 1, next)) continue
    found.push([from, to])
    from = next
  }
  if (from < text.length) found.push([from, text.length])
  return found
}

function endsSentence(text: string, from: number, stop: number, next: number): boolean {
  const rest = text.slice(next, next + 12)
  if (!beginning.test(rest)) return false
  const before = text.slice(Math.max(from, stop - 12), stop)
  if (abbreviated.test(before) && !(mayEnd.test(before) && /^\p{Lu}/u.test(rest))) return false
  return !isListNumber(text.slice(from, stop))
}

/** "1." or "2.3." at the head of a line is its number and no sentence. */
function isListNumber(text: string): boolean {
  return /^\(?(?:\d+(?:\.\d+)*|[ivx]+|[a-z])\)?\.$/i.test(text.trim())
}
