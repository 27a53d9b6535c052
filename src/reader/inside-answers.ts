/** Answers that stand in the same paragraph as the recommendation, behind its words. */
import { actOf } from './acts.ts'
import { isAsked, isPlainlyAsked } from './asking.ts'
import { finiteVerbs } from './clauses.ts'
import { reportedActs } from './reported-speech.ts'
import { sentences } from './sentences.ts'
import { tokens } from './tokens.ts'
import type { Unlabelled } from './unlabelled-openings.ts'
import { minuted } from './vocabulary/labels.ts'

/** A recommendation's beginning; `answerFrom` is where in its line the answer begins, when one stands there. */
export interface Answerable extends Unlabelled {
  readonly answerFrom?: number
}

/**
 * Parts words and answer where most recommendations of a list hold both: the words between quotation marks, or in the
 * first sentence, with nothing else between one recommendation and the next.
 */
export function withAnswersInside(found: readonly Answerable[]): Answerable[] {
  if (found.some(({ answerFrom }) => answerFrom !== undefined)) return [...found]
  for (const parted of [found.map(byQuotation), bySentences(found)]) {
    const least = Math.max(2, found.length / 2)
    if (parted.filter(each => each !== null).length >= least)
      return found.map((each, at) => parted[at] ?? byFirstSentence(each, false) ?? each)
  }
  return found.map(each => byReviewersWords(each) ?? each)
}

/** "The reviewer said that the Council should …" is told by others, and what stands behind it answers. */
function byReviewersWords(each: Unlabelled): Answerable | null {
  const words = each.line.text.slice(each.textFrom)
  const [, answer] = sentences(words)
  if (!answer || !reviewersWords.test(words)) return null
  const answerFrom = each.textFrom + answer[0]
  return { ...each, textTo: answerFrom, answerFrom }
}

const reviewersWords =
  /^(?:the |this )?(?:reviewers?|review|panel|authors?)\b[^.]{0,40}?\b(?:said|asked|recommended|wanted|thought|advised)\b/i

/** "The Council should answer the line." We tested it in May. */
function byQuotation(each: Unlabelled): Answerable | null {
  const match = /^["“]([^"”]{15,})["”][.;]?\s*/.exec(each.line.text.slice(each.textFrom))
  if (!match || each.line.quoted || each.textTo !== undefined) return null
  const textFrom = each.textFrom + 1
  const answerFrom = each.textFrom + match[0].length
  const rest = each.line.text.slice(answerFrom) === '' ? {} : { answerFrom }
  return { ...each, textFrom, textTo: textFrom + (match[1]?.length ?? 0), ...rest }
}

function bySentences(found: readonly Unlabelled[]): (Answerable | null)[] {
  const gaps = found.filter(({ line }, at) => (found[at + 1]?.line.at ?? line.at + 1) - line.at > 1)
  const parted = found.map(each => byFirstSentence(each, true))
  const isDone = parted.some(each => each && /\b(?:19|20)\d\d\b/.test(each.line.text.slice(each.answerFrom)))
  const most = parted.filter(each => each !== null).length * 2 >= found.length
  if (gaps.length > 0 || !isDone || !most) return found.map(() => null)
  return found.map(each => byFirstSentence(each, false))
}

const ofReview =
  /\b(?:(?<!\b(?:an?|our|its|their)\s)review|reviewers?|author|(?:the|this|that|overview) (?:report|panel)|this recommendation)\b/i

/** Whether a sentence tells of work, or of what somebody reported or was given to do. */
function tells(text: string): boolean {
  const words = tokens(text)
  return (
    ['done', 'ongoing'].includes(actOf(text)) ||
    minuted.test(text) ||
    reportedActs(words, finiteVerbs(words)).length > 0
  )
}

/** The first sentence asks, and what is behind it asks nothing, speaks of no review and tells of something done. */
function byFirstSentence(each: Unlabelled, strictly: boolean): Answerable | null {
  const words = each.line.text.slice(each.textFrom)
  const [first, ...rest] = sentences(words).map(([from, to]) => ({ from, text: words.slice(from, to) }))
  const [answer] = rest
  if (!first || !answer || !isAsked(first.text)) return null
  if (rest.some(({ text }) => isPlainlyAsked(text) && !minuted.test(text))) return null
  if (rest.some(({ text }) => ofReview.test(text))) return null
  if (strictly && !rest.some(({ text }) => tells(text))) return null
  const answerFrom = each.textFrom + answer.from
  return { ...each, textTo: answerFrom, answerFrom }
}
