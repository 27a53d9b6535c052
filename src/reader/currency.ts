/** Findings about guidance and bodies that are no longer current. */

import { writeDate } from '../core/plain-date.ts'
import type { Answered } from './answers.ts'
import type { Found } from './findings.ts'
import { spansOfWords } from './merging.ts'
import type { BodyMention, Citation, Finding, Span } from './reading.ts'
import type { SourceLine } from './source-lines.ts'
import { pattern } from './vocabulary/pattern.ts'

/** One finding for each edition and for each body, where it is first named. */
export function currencyFindings({
  citations,
  bodies,
  lines,
  recommendations,
}: Pick<Found, 'citations' | 'bodies' | 'lines' | 'recommendations'>): Finding[] {
  const under = (span: Span): string | null => recommendationAt(recommendations, span)
  const stale = citations
    .filter(({ standing }) => standing === 'superseded' || standing === 'withdrawn')
    .filter(each => !isHistory(each, lines))
  const never = citations.filter(each => each.standing === 'never-existed' && !isHistory(each, lines))
  return [
    ...firstOfEach(stale).map(
      (each): Finding => ({
        code: 'superseded-guidance',
        recommendation: under(each.span),
        message: supersededMessage(each),
        span: each.span,
      }),
    ),
    ...firstOfEach(never).map(
      (each): Finding => ({
        code: 'never-existed',
        recommendation: under(each.span),
        message: `“${each.asWritten}” was never published.`,
        span: each.span,
      }),
    ),
    ...firstOfBody(bodies).map(
      (each): Finding => ({
        code: 'abolished-body',
        recommendation: under(each.span),
        message: bodyMessage(each),
        span: each.span,
      }),
    ),
  ]
}

function supersededMessage({ asWritten, supersededBy, current }: Citation): string {
  if (!current) return `“${asWritten}” has no current edition.`
  const between = supersededBy && supersededBy !== current ? ` in ${supersededBy}` : ''
  return `“${asWritten}” was superseded${between}; the current edition is that of ${current}.`
}

function bodyMessage({ asWritten, standing, on, successor }: BodyMention): string {
  return `${asWritten} was ${standing}${on ? ` on ${writeDate(on)}` : ''}${successor ? `; its successor is ${successor}` : ''}.`
}

function firstOfEach(citations: readonly Citation[]): Citation[] {
  return [
    ...new Map([...citations].reverse().map(each => [`${each.guidance} ${each.edition}`, each])).values(),
  ].reverse()
}

function firstOfBody(bodies: readonly BodyMention[]): BodyMention[] {
  const gone = bodies.filter(({ standing }) => standing !== 'current')
  return [...new Map([...gone].reverse().map(each => [each.successor ?? each.asWritten, each])).values()].reverse()
}

/** Words that speak about an edition as past, and rely on nothing in it. */
const history = pattern('i')`
    \b(?:that|which) (?:had )?(?:cited|referred to|quoted)\b|\bin force at the time\b|\bthen[- ](?:current|
    applicable)\b|\bat (?:the|that) time\b|\breplac(?:ed|es)\b|\bsupersed(?:ed|es)\b|\bprevious(?:ly)? (?:edition|
    version)|\bearlier (?:edition|version)|\bold(?:er)? (?:edition|version)|\bno longer\b|\bhistor|
    \bnever (?:been )?(?:issued|existed|published|written)\b|\b(?:does|did) not exist\b|\bno such\b
  `

function isHistory({ span }: Citation, lines: readonly SourceLine[]): boolean {
  const line = lines.find(({ laid }) => span[0] >= laid.start && span[0] <= laid.end)
  if (!line) return false
  const at = span[0] - line.laid.start
  const begin = Math.max(0, line.text.lastIndexOf('. ', at))
  const stop = line.text.indexOf('. ', at + (span[1] - span[0]))
  return history.test(line.text.slice(begin, stop < 0 ? undefined : stop + 1))
}

/** The recommendation under which a place stands, or null. */
function recommendationAt(recommendations: readonly Answered[], [from]: Span): string | null {
  const holds = ([start, end]: Span): boolean => from >= start && from < end
  const found = recommendations.find(
    each =>
      spansOfWords(each).some(holds) || each.answers.some(answer => answer.statements.some(({ span }) => holds(span))),
  )
  return found?.number ?? null
}
