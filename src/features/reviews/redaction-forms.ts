/** What the form that asks for a redaction brings. */
import { formReader } from '../../core/form-fields.ts'
import type { Decided } from '../../core/refusals.ts'
import { longestFact } from './reviews.ts'

export interface RedactionAsked {
  readonly extent: 'file' | 'words'
  /** Each once; none for a whole file. */
  readonly words: readonly string[]
  readonly reason: string
}

/** How many words or names one redaction may have, and how short and long each may be, in characters. */
export const mostWords = 20
const shortestWords = 2
export const longestWords = 200

/** A whole file, or words, one name or phrase on each line. */
export function readRedaction(form: URLSearchParams): Decided<RedactionAsked> {
  const read = formReader(form)
  const extent = read.choice('extent', ['words', 'file'], 'Choose what is to be redacted')
  const lines = (form.get('words') ?? '').split('\n').map(line => line.replace(/\s+/g, ' ').trim())
  const words = [...new Set(lines.filter(line => line !== ''))]
  if (extent === 'words') {
    if (words.length === 0) read.say('words', 'Enter the words to blank, one name or phrase on each line')
    if (words.length > mostWords) read.say('words', `Enter ${mostWords} names or phrases or fewer at once`)
    if (words.some(each => [...each].length < shortestWords || [...each].length > longestWords))
      read.say('words', `Each name or phrase must be between ${shortestWords} and ${longestWords} characters`)
  }
  const reason = read.text('reason', {
    missing: 'Enter why it must be redacted, without the words themselves',
    longest: longestFact.reason,
    label: 'The reason',
  })
  return read.settle(() => ({ extent: extent ?? 'words', words: extent === 'words' ? words : [], reason }))
}
