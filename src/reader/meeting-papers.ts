/** What a paper asks of the meeting before which it is laid, and no review has recommended. */
import { pattern, source } from './vocabulary/pattern.ts'

const meeting = source`
  ^(?:\d+(?:\.\d+)*\.?\s+)?(?:that )?(?:members|(?:the )?(?:[a-z’'-]+ ){0,3}(?:committee|panel|cabinet|board|council|
  executive|partnership))
`
const asked = new RegExp(
  source`
    ${meeting} (?:is|are) (?:asked|invited|recommended|requested) to:?(?:$|\s(?:note|consider|comment|discuss|agree|
    approve|endorse|receive|accept|sign off)\b)
  `,
  'i',
)
const resolved = new RegExp(
  source`${meeting} (?:(?:notes?|approves?|endorses?|receives?)|be (?:noted|approved|received))\b`,
  'i',
)
const thanked = pattern('i')`^(?:\d+(?:\.\d+)*\.?\s+)?the chair (?:thanked|closed)\b`

/** "4.1 The Committee is asked to note this report", "That Cabinet notes the progress", "The Chair thanked members". */
export const isPutToMeeting = (text: string): boolean => asked.test(text) || resolved.test(text) || thanked.test(text)
