/** Guidance that has moved on since documents of the board cited it, and the reviews that rely on it. */
import type { PlainDate } from '../../core/plain-date.ts'
import { writeDate } from '../../core/plain-date.ts'
import { EmptyState, Fact, Heading, Link, ListSentence, Paragraph, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, PageLinks } from '../accounts/index.ts'
import { editionName, type StaleEdition, whatItIsNow } from './guidance.ts'
import type { Citing } from './guidance-queries.ts'

export interface GuidanceProps {
  readonly board: Board
  readonly stale: readonly StaleEdition[]
  readonly citing: readonly Citing[]
  readonly page: number
  readonly today: PlainDate
}

/** How many rows the list has over all its pages: each edition once for each review. */
export const countCiting = (stale: readonly StaleEdition[]): number =>
  stale.reduce((sum, { reviews }) => sum + reviews, 0)

export const GuidancePage = (props: GuidanceProps) => (
  <>
    <Heading level={1} caption={props.board.name}>
      Guidance that has moved on
    </Heading>
    <Paragraph>
      What documents in the register cite, by the data on editions that ships with Heed, as it stands on{' '}
      {writeDate(props.today)}.
    </Paragraph>
    {props.citing.length === 0 ? <NothingStale {...props} /> : <Editions {...props} />}
  </>
)

const NothingStale = ({ board, page }: GuidanceProps) =>
  page > 1 ? (
    <EmptyState
      title="This page of the list is empty"
      action={{ href: urls.guidance(board.slug), text: 'See the first page' }}
    />
  ) : (
    <EmptyState title="No document cites an edition that Heed knows to be superseded or withdrawn">
      When a new edition comes out, everything that relies on the one before stands here.
    </EmptyState>
  )

function Editions({ board, stale, citing, page }: GuidanceProps) {
  const total = countCiting(stale)
  const standing = ({ guidance, edition }: Citing) =>
    stale.find(each => each.guidance === guidance && each.edition === edition)
  return (
    <>
      <ListSentence>
        {stale.length} {stale.length === 1 ? 'edition' : 'editions'}, {total}{' '}
        {total === 1 ? 'time relied on' : 'times relied on'}, each edition once for each review
      </ListSentence>
      <Table
        caption="Guidance that has moved on"
        captionClasses="govuk-visually-hidden"
        rows={citing.map(each => ({ ...each, now: standing(each) }))}
        columns={[
          { head: 'Guidance', rowHeader: true, cell: ({ now }) => now && editionName(now) },
          { head: 'Today', cell: ({ now }) => now && <Fact inline>{whatItIsNow(now)}</Fact> },
          { head: 'Review', cell: row => <Link href={urls.review(row.reviewId)}>{row.reviewTitle}</Link> },
          { head: 'Mentions', numeric: true, cell: row => row.mentions },
        ]}
      />
      <PageLinks page={page} total={total} href={at => `${urls.guidance(board.slug)}?page=${at}`} />
    </>
  )
}
