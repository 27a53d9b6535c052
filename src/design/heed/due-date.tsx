import { addDays, type PlainDate, writeDate } from '../../core/plain-date.ts'
import { writeElapsed } from './elapsed.ts'
import { Fact } from './voices.tsx'

/** When something is due: the words of the source, and the days that they come to. Null where no day can be told. */
export interface Due {
  readonly asWritten: string
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

interface Props {
  readonly due: Due | null
  readonly today: PlainDate
  /** Whether it no longer matters how long is left, because it is finished or withdrawn. */
  readonly settled?: boolean | undefined
}

/** How the due date stands to today: "passed 14 days ago", "today", "in 3 months". */
export function dueFact(to: PlainDate, today: PlainDate): string {
  if (to === today) return 'Due today'
  return to < today ? `Due date passed ${writeElapsed(to, today)} ago` : `Due in ${writeElapsed(today, to)}`
}

/** The source's words without what only leads up to the day: "by 30 September 2026", "To be done on 1 May 2025." */
const plainly = (asWritten: string): string =>
  asWritten
    .trim()
    .toLowerCase()
    .replace(/^(\w+ ){0,3}?(by|on|before|until|no later than)( the)? (?=\d)/, '')
    .replace(/(\d)(st|nd|rd|th)\b( of)?/, '$1')
    .replace(/[.;]$/, '')

/** The days in words, or null when the source's words say the same. */
function days({ asWritten, from, to }: Due): string | null {
  if (!to) return null
  const last = writeDate(to)
  const words = from && from !== to ? `${writeDate(from)} to ${last}` : last
  return plainly(asWritten) === words.toLowerCase() ? null : words
}

/** Whether the source's words are a whole month that the days only repeat: "September 2018". */
function isWholeMonth({ asWritten, from, to }: Due): boolean {
  if (!from || !to || !from.endsWith('-01') || !addDays(to, 1).endsWith('-01')) return false
  return writeDate(from).slice(2).toLowerCase() === asWritten.trim().toLowerCase()
}

/** When it is due as the source says it, the days that this comes to, and as a fact whether they have passed. */
export function DueDate({ due, today, settled }: Props) {
  if (!due) return <Fact inline>No date given</Fact>
  const inDays = isWholeMonth(due) ? null : days(due)
  return (
    <span class="heed-due">
      <span class="heed-due__written">{due.asWritten}</span>
      {inDays && <span class="heed-due__days"> ({inDays})</span>}{' '}
      {!settled && <Fact inline>{due.to ? dueFact(due.to, today) : 'No day that can pass'}</Fact>}
    </span>
  )
}
