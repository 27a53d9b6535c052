/**
 * What is missing or out of date: one finding for each recommendation and code, in the order of the recommendations.
 */
import type { PlainDate } from '../core/plain-date.ts'
import type { Answered } from './answers.ts'
import { currencyFindings } from './currency.ts'
import type { Directory } from './directory.ts'
import { duplicateFindings } from './duplicates.ts'
import { promiseFindings, staleTense } from './promises.ts'
import type { BodyMention, Citation, Finding, Kind } from './reading.ts'
import { silenceFindings } from './silence.ts'
import type { SourceLine } from './source-lines.ts'

export interface Found {
  readonly kind: Kind
  readonly recommendations: readonly Answered[]
  readonly citations: readonly Citation[]
  readonly bodies: readonly BodyMention[]
  readonly directory: Directory
  readonly asOf: PlainDate
  readonly lines: readonly SourceLine[]
}

/** Every finding that the contract's rules raise. */
export function findingsOf(found: Found): Finding[] {
  const { recommendations, kind, asOf } = found
  if (recommendations.length === 0) return [noRecommendations, ...currencyFindings(found)]
  return [
    ...recommendations.flatMap(each => [
      ...silenceFindings(each, kind, found.directory),
      ...promiseFindings(each, asOf),
    ]),
    ...duplicateFindings(recommendations),
    ...staleTense(recommendations),
    ...currencyFindings(found),
  ]
}

const noRecommendations: Finding = {
  code: 'no-recommendations',
  recommendation: null,
  message: 'Nothing in this document reads as a recommendation.',
  span: null,
}
