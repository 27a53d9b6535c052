/** Recommendations that ask the same as another. */
import type { Answered } from './answers.ts'
import { likeness } from './content-words.ts'
import type { Finding } from './reading.ts'

const alike = 0.85
/** Comparing each with each is for lists that a person could have written. */
const most = 500

/** A finding for each recommendation that repeats an earlier one. */
export function duplicateFindings(recommendations: readonly Answered[]): Finding[] {
  if (recommendations.length > most) return []
  return recommendations.flatMap((each, at) => {
    const earlier = recommendations.slice(0, at).find(other => likeness(whole(other), whole(each)) >= alike)
    if (!earlier) return []
    const name = ({ number }: Answered, place: number): string => number ?? String(place + 1)
    const same = name(earlier, recommendations.indexOf(earlier))
    const message = `Recommendation ${name(each, at)} asks the same as recommendation ${same}.`
    return [{ code: 'duplicate-recommendation' as const, recommendation: each.number, message, span: each.span }]
  })
}

const whole = ({ text, parts }: Answered): string => [text, ...parts].join(' ')
