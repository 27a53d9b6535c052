import type { ComponentChildren } from 'preact'
import { Details } from '../components/details.tsx'
import { Heading, List } from '../components/typography.tsx'

/** One entry of the ledger, as people read it. */
export interface HistoryEntry {
  /** Its day and time, as they are written: "30 September 2018, 14:05". */
  readonly at: string
  /** The instant for machines, ISO 8601. */
  readonly instant?: string | undefined
  /** One plain sentence: who did what. */
  readonly sentence: ComponentChildren
  /** Why, where a reason was given. */
  readonly reason?: ComponentChildren
  /** What was recorded as part of it, behind a line that counts it; in its own order. */
  readonly parts?: readonly HistoryEntry[]
}

interface Props {
  readonly entries: readonly HistoryEntry[]
  readonly headingLevel?: 2 | 3 | undefined
  readonly title?: string | undefined
}

/** What happened to the thing on this page, newest first, as the ledger holds it. */
export const History = ({ entries, headingLevel = 2, title = 'History' }: Props) => (
  <section class="heed-history" aria-labelledby="history">
    <Heading level={headingLevel} size="m" id="history">
      {title}
    </Heading>
    {entries.length === 0 ? (
      <p class="govuk-body">Nothing has happened yet.</p>
    ) : (
      <ol class="heed-history__list">
        {entries.map(entry => (
          <li class="heed-history__entry">
            <time class="heed-history__at" dateTime={entry.instant}>
              {entry.at}
            </time>
            <div class="heed-history__words">
              {entry.sentence}
              {entry.reason && <div class="heed-history__reason">{entry.reason}</div>}
              {entry.parts && entry.parts.length > 0 && <Parts of={entry.parts} />}
            </div>
          </li>
        ))}
      </ol>
    )}
  </section>
)

const Parts = ({ of }: { readonly of: readonly HistoryEntry[] }) => (
  <Details
    classes="heed-history__parts"
    summary={of.length === 1 ? 'The entry within it' : `The ${of.length} entries within it`}
  >
    <List items={of.map(({ sentence }) => sentence)} />
  </Details>
)
