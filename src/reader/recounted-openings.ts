/** Recommendations that a paper recounts in its own words: "Recommendation 2 called on the Police to …". */
import { beginsByAsking, isAsked, isPlainlyAsked } from './asking.ts'
import { numberLabel, tidyNumber } from './labels.ts'
import { sentences } from './sentences.ts'
import type { SourceLine } from './source-lines.ts'
import type { Unlabelled } from './unlabelled-openings.ts'
import { numbersInWords } from './vocabulary/grammar.ts'
import { source } from './vocabulary/pattern.ts'
import { ordinals } from './vocabulary/references.ts'

export interface Recounted extends Unlabelled {
  readonly answerFrom?: number
}

const recounted = new RegExp(
  source`
    ^(?:\d+(?:\.\d+)*\.?\s+)?(?:the )?recommendation (?<number>\d+(?:\.\d+)*[a-z]?|${numbersInWords.join('|')})\s
    (?:(?<asks>(?:calls|called) (?:on|for|upon)|(?:asks|asked|requires|required|requested|wants|wanted|recommended)
    (?: that| for| us to))|(?:asked|asks|said|says|required|requires|requested|wanted|wants|was|is|recommended)
    (?: that| for)?):?\s+(?=\S)
  `,
  'i',
)

/** "The review recommended that the Trust should …", "It asks that data be shared". */
const reviewsWords =
  /^\W*(?:(?:the|this) (?:review|report|panel|reviewers?|authors?|sar|dhr|dardr|scr|lcspr|cspr)|it) (?:also )?(?:recommended|asked|asks|wanted|wants|called for|calls for)(?: (?:us|schools|the \w+))? (?:that|to)\s+(?=\S)/i

/**
 * Paragraphs that begin by saying what a numbered recommendation, or the review, asked, two or more; the heading above
 * may give the number ("Discharge (recommendation 2)").
 */
export function recountedOpenings(lines: readonly SourceLine[]): Recounted[] {
  const found = lines.flatMap((line, at) => {
    if (line.kind === 'heading') return []
    const match = recounted.exec(line.text)
    const words = match ? line.text.slice(match[0].length) : ''
    if (match && (match.groups?.asks || isAsked(capital(words))))
      return [{ ...withAnswer(line, match[0].length), number: tidyNumber(match.groups?.number ?? '') }]
    const retold = reviewsWords.exec(line.text)?.[0].length ?? 0
    return retold > 0 ? [{ ...withAnswer(line, retold), number: numberInHeading(lines[at - 1]) }] : []
  })
  return found.length > 1 ? found : []
}

const numberInHeading = (line: SourceLine | undefined): string | null =>
  (line?.kind === 'heading' && /\brec(?:ommendation)?\.? (\d+(?:\.\d+)*[a-z]?)\b/i.exec(line.text)?.[1]) || null

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

/**
 * Numbered entries that go on, though not by ones ("2.", "6.", "9."), two or more, each of which begins by asking: one
 * body answers what it was asked among others. What stands behind the first sentence answers.
 */
export function askingEntries(lines: readonly SourceLine[]): Recounted[] {
  const entries = lines.flatMap(line => {
    const label = line.kind === 'heading' ? null : numberLabel(line)
    return label && /^\d{1,2}$/.test(label.number) ? [{ line, label, words: line.text.slice(label.textFrom) }] : []
  })
  const goesOn = entries.every(({ label }, at) => Number(label.number) > Number(entries[at - 1]?.label.number ?? 0))
  if (entries.length < 2 || !goesOn || !entries.every(({ words }) => beginsByAsking(words))) return []
  return entries.map(({ line, label: { number, textFrom } }) => {
    const parted = withAnswer(line, textFrom)
    const asksOn = parted.answerFrom !== undefined && isPlainlyAsked(line.text.slice(parted.answerFrom))
    return asksOn ? { line, number, textFrom, announcedBy: null } : { ...parted, number }
  })
}

/** The first sentence asks; what stands behind it in the same line answers. */
function withAnswer(line: SourceLine, textFrom: number): Recounted {
  const [, answer] = sentences(line.text.slice(textFrom))
  const nothing = { line, number: null, textFrom, announcedBy: null }
  if (!answer) return nothing
  return { ...nothing, textTo: textFrom + answer[0], answerFrom: textFrom + answer[0] }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
