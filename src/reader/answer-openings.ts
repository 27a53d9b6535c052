/** Headings over answers to a recommendation that stands elsewhere. */
import { beginsByAsking } from './asking.ts'
import { namedLabel, tidyNumber } from './labels.ts'
import type { Listed } from './recommendation-lists.ts'
import type { SourceLine } from './source-lines.ts'
import { responseToOne } from './vocabulary/labels.ts'

export interface AnswerHead extends Listed {
  readonly answersOnly: true
}

/** The heads of answers among lines; `numbers` are those of the recommendations that the document holds. */
export const answerHeads = (lines: readonly SourceLine[], numbers: ReadonlySet<string | null>): AnswerHead[] =>
  lines.flatMap((line, at) => answerOpening(line) ?? headingOfAnswer(line, lines[at + 1], numbers) ?? [])

/** Whether a recommendation's label is that of an answer. */
export const isAnswerLabel = (line: SourceLine): boolean => responseToOne.test(line.text)

/** "Response to Recommendation 2" heads answers, wherever the recommendation stands. */
function answerOpening(line: SourceLine): AnswerHead | null {
  const groups = line.text.length < 140 ? responseToOne.exec(line.text)?.groups : undefined
  const label = namedLabel(line)
  const bare = label && line.text.slice(label.textFrom).trim() === '' ? label.number : undefined
  const number = groups?.number ?? groups?.other ?? bare
  return number
    ? { line, number: tidyNumber(number), textFrom: line.text.length, announcedBy: null, answersOnly: true }
    : null
}

/** "What we are doing – recommendation 1", over no words that ask. */
function headingOfAnswer(
  line: SourceLine,
  next: SourceLine | undefined,
  numbers: ReadonlySet<string | null>,
): AnswerHead | null {
  const number = line.kind === 'heading' ? endingWithNumber.exec(line.text)?.groups?.number : undefined
  if (!number || !numbers.has(number) || !next || next.kind === 'heading' || beginsByAsking(next.text)) return null
  return { line, number, textFrom: line.text.length, announcedBy: null, answersOnly: true }
}

const endingWithNumber =
  /^.{3,70}?(?:\s[–—-]|:|\()\s*rec(?:ommendation)?\b\.?\s?(?:no\.?\s?)?(?<number>\d+(?:\.\d+)*[a-z]?)\)?$/i
