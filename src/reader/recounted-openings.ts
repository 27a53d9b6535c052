/** Recommendations that a paper recounts in its own words: "Recommendation 2 called on the Police to …". */
import { isAsked } from './asking.ts'
import { tidyNumber } from './labels.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import type { Unlabelled } from './unlabelled-openings.ts'
import { ordinals } from './vocabulary/references.ts'

export interface Recounted extends Unlabelled {
  readonly answerFrom?: number
}

const recounted =
  /^(?:\d+(?:\.\d+)*\.?\s+)?(?:the )?recommendation (?<number>\d+(?:\.\d+)*[a-z]?|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:(?:called|calls) (?:on|for|upon)|asked|asks|said|says|required|requires|requested|wanted|wants|was|is|recommended)(?: that| for)?:?)\s+(?=\S)/i

/** Paragraphs that begin by saying what a numbered recommendation asked, two or more. */
export function recountedOpenings(lines: readonly SourceLine[]): Recounted[] {
  const found = lines.flatMap(line => {
    const match = line.kind === 'heading' ? null : recounted.exec(line.text)
    const words = match ? line.text.slice(match[0].length) : ''
    if (!match || !isAsked(capital(words))) return []
    return [{ ...withAnswer(line, match[0].length), number: tidyNumber(match.groups?.number ?? '') }]
  })
  return found.length > 1 ? found : []
}

const ordinal = new RegExp(
  String.raw`^\W*(?<word>${ordinals.join('|')}|firstly|secondly|thirdly|fourthly|finally|lastly)(?: (?:it|they|the \w+) (?:asked|said|recommended)(?: us| that)?)?[,:]\s+(?=(?:to|that)\s)`,
  'i',
)

/** "First, to change … We have …", "Second, to …", where a paragraph before says that a review asked for them. */
export function ordinalOpenings(lines: readonly SourceLine[]): Recounted[] {
  const found = lines.flatMap((line, at) => {
    const match = line.kind === 'heading' ? null : ordinal.exec(line.text)
    return match ? [{ line, at, from: match[0].length, word: match.groups?.word?.toLowerCase() ?? '' }] : []
  })
  const [first, second] = found
  if (!first || !second || !/^first(?:ly)?$/.test(first.word)) return []
  const before = lines.slice(0, first.at).map(({ text }) => text)
  const announced = before.some(text => /\b(?:asked|recommend\w*|called for)\b/i.test(text))
  return announced ? found.map(({ line, from }, at) => ({ ...withAnswer(line, from), number: String(at + 1) })) : []
}

/** The first sentence asks; what stands behind it in the same line answers. */
function withAnswer(line: SourceLine, textFrom: number): Recounted {
  const [, answer] = sentences(line.text.slice(textFrom))
  const nothing = { line, number: null, textFrom, announcedBy: null }
  if (!answer) return nothing
  return { ...nothing, textTo: textFrom + answer[0], answerFrom: textFrom + answer[0] }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
