/** Recommendations that ask the same as another. */
import type { Answered } from './answers.ts'
import { likeness } from './content-words.ts'
import type { Finding } from './reading.ts'

const same = 0.85
/** Comparing each with each is for lists that a person could have written. */
const most = 500

/** A finding for each recommendation that repeats an earlier one. */
export function duplicateFindings(recommendations: readonly Answered[]): Finding[] {
  if (recommendations.length > most) return []
  return recommendations.flatMap((each, at) => {
    const earlier = recommendations.slice(0, at).find(other => likeness(whole(other), whole(each)) >= same)
    if (!earlier) return []
    const message = `Recommendation ${each.number ?? at + 1} asks the same as recommendation ${earlier.number ?? recommendations.indexOf(earlier) + 1}.`
    return [{ code: 'duplicate-recommendation' as const, recommendation: each.number, message, span: each.span }]
  })
}

const whole = ({ text, parts }: Answered): string => [text, ...parts].join(' ')
