/** Which recommendation the first words of a line turn to: "On recommendation 2:", "As to the second one". */
import { contentWords, coverageOf } from './content-words.ts'
import { numberValue, tidyNumber } from './labels.ts'
import { ofAnother, ordinals, references } from './vocabulary/references.ts'

/** A recommendation that is told of elsewhere in the document. */
export interface Told {
  readonly number: string | null
  readonly text: string
}

export interface Reference {
  /** The numbers meant, the first first; at least one. */
  readonly numbers: readonly string[]
  /** Where the words behind the reference begin; 0 when it is part of the sentence that it begins. */
  readonly to: number
  /** Whether words such as "on" or "as to" turn to it, or nothing but a label's mark stands behind it. */
  readonly turns: boolean
}

/** A reference stands among the first words; to look for more is dear. */
const early = /^.{0,70}(?:\b[Rr]ec|\bREC|\bR\.?\s?\d|\(\d)/

/** What a text turns to first, or null when it turns to none; `told` are the document's recommendations in order. */
export function referenceIn(text: string, told: readonly Told[]): Reference | null {
  if (!early.test(text)) return null
  for (const [sign, pattern] of references) {
    const match = sign.test(text) ? pattern().exec(text) : null
    if (!match) continue
    const rest = text.slice(match[0].length)
    const mark = /^[*_”"’')\]]*\s*(?:[:.–—]|\s-(?=\s)|$)[*_]*\s*/.exec(rest)?.[0]
    const numbers = ofAnother.test(rest) ? [] : meant(match.groups ?? {}, told)
    if (numbers.length === 0) return null
    // "Visits (2)" turns to the second only as a label.
    if (match.groups?.titled !== undefined && mark === undefined) return null
    const to = mark === undefined ? 0 : match[0].length + mark.length
    return { numbers, to, turns: match.groups?.lead !== undefined || to > 0 }
  }
  return null
}

function meant(
  { numbers, ordinals, titled, topic }: Readonly<Record<string, string | undefined>>,
  told: readonly Told[],
) {
  if (numbers !== undefined) return listed(numbers).map(number => numberAmong(number, told))
  if (ordinals !== undefined) return ordinals.split(/\sand\s(?:the\s)?|,\s/).flatMap(word => byPlace(word, told))
  if (titled !== undefined) return listed(titled).map(number => numberAmong(number, told))
  return topic === undefined ? [] : byTopic(topic, told)
}

/** "2, 3 and 5" are three numbers, "2 to 4" are three too. */
function listed(written: string): string[] {
  return written.split(/\s?(?:,\sand\s|,|\band\b|&)\s?/i).flatMap(piece => {
    const [first = '', last] = piece
      .split(/\s?(?:\bto\b|–|-)\s?/i)
      .map(each => tidyNumber(each.replace(/recommendations?|\bthe\b|[()\s]/gi, '')))
    const [from, to] = [Number(first), Number(last)]
    if (!last || !(to > from) || to - from > 20) return first === '' ? [] : [first]
    return Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
  })
}

/** "2" among recommendations numbered (i), (ii) is "ii". */
function numberAmong(number: string, told: readonly Told[]): string {
  if (told.some(each => each.number === number)) return number
  const value = numberValue(number)
  return told.find(each => each.number !== null && value > 0 && numberValue(each.number) === value)?.number ?? number
}

function byPlace(word: string, told: readonly Told[]): string[] {
  const place = ordinals.indexOf(word.trim().toLowerCase())
  const number = (place < 0 ? told.at(-1) : told[place])?.number
  return number ? [number] : []
}

/** "The recommendation about the night line" is the one that speaks most of it. */
function byTopic(topic: string, told: readonly Told[]): string[] {
  const about = contentWords(topic)
  const shares = told.map(each => coverageOf(about, contentWords(each.text)))
  const best = Math.max(0, ...shares)
  const number = told[shares.indexOf(best)]?.number
  return best >= 0.5 && number && shares.filter(share => share === best).length === 1 ? [number] : []
}
