/** When an edition of a response was made, as far as the document says so itself. */
import { type PlainDate, readPlainDate } from '../../core/plain-date.ts'
import { datesIn } from '../../reader/dates.ts'
import { type Draft, findItem, itemsOf, reviewItemId } from './draft.ts'

const telling = /\b(?:published|updated|issued|reissued|version|dated|date|as at|as of|revised|approved|agreed)\b/i
/** A line of a title page, and not a sentence. */
const shortLine = 80

/**
 * The latest whole day that a title line or a line on its version names; the day of the case is none. Null when none
 * is told.
 */
export function editionDate(draft: Draft): PlainDate | null {
  const considered = findItem(draft, 'review', reviewItemId)?.facts.consideredOn
  const days = itemsOf(draft, 'passage')
    .filter(({ role, text }) => role === 'front matter' && (text.length <= shortLine || telling.test(text)))
    .flatMap(({ text }) => datesIn(text))
    .flatMap(({ range }) => (range.from !== null && range.from === range.to ? (readPlainDate(range.from) ?? []) : []))
    .filter(day => day !== considered)
  return days.reduce<PlainDate | null>((latest, day) => (latest === null || day > latest ? day : latest), null)
}
