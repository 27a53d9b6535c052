/** The reviews of a board. */
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  type ChosenFilter,
  EmptyState,
  FilterBar,
  Heading,
  Link,
  ListSentence,
  Paragraph,
  Select,
  Table,
  writeNumber,
} from '../../design/index.ts'
import { reviewTypes } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import { type Board, PageLinks } from '../accounts/index.ts'

export { StandingTag } from './form-parts.tsx'

import { StandingTag } from './form-parts.tsx'
import type { ListedReview, ReviewFilter, ReviewSort } from './list-queries.ts'
import { typeNames } from './reviews.ts'

const sortWords: Readonly<Record<ReviewSort, string>> = {
  considered: 'the latest considered first',
  title: 'by title',
  added: 'the latest added first',
}

const standingNames = { restricted: 'Restricted', released: 'Released' } as const

interface Props {
  readonly board: Board
  readonly reviews: readonly ListedReview[]
  readonly total: number
  readonly page: number
  readonly chosen: Choice
  readonly mayCreate: boolean
  readonly mayImport: boolean
  readonly mayHold: boolean
}

export const ReviewsPage = (props: Props) => (
  <>
    <Heading level={1} caption={props.board.name}>
      Reviews
    </Heading>
    {props.mayCreate && (
      <div class="govuk-button-group">
        <Button href={urls.newImport(props.board.slug)}>Import a response</Button>
        <Button href={urls.newReview(props.board.slug)} classes="govuk-button--secondary">
          Add a review by hand
        </Button>
      </div>
    )}
    {(props.total > 0 || props.chosen.type || props.chosen.standing) && <Filters {...props} />}
    {props.reviews.length === 0 ? <Nothing {...props} /> : <List {...props} />}
    {props.mayHold && (
      <Paragraph>
        <Link href={urls.legalHolds(props.board.slug)}>Legal holds on the board’s reviews</Link>
      </Paragraph>
    )}
  </>
)

type Choice = ReviewFilter & { readonly sort: ReviewSort }

function addressOf(slug: string, { type, standing, sort }: Choice, page = 1): string {
  const query = new URLSearchParams()
  if (type) query.set('type', type)
  if (standing) query.set('standing', standing)
  if (sort !== 'considered') query.set('sort', sort)
  if (page > 1) query.set('page', String(page))
  const text = query.toString()
  return urls.reviews(slug) + (text && `?${text}`)
}

function Filters({ board, chosen: { sort, ...filter } }: Props) {
  const chosen: ChosenFilter[] = []
  const without = (less: Partial<ReviewFilter>) => addressOf(board.slug, { ...filter, sort, ...less })
  if (filter.type) chosen.push({ label: 'Kind', text: typeNames[filter.type], removeHref: without({ type: null }) })
  if (filter.standing)
    chosen.push({ label: 'Standing', text: standingNames[filter.standing], removeHref: without({ standing: null }) })
  return (
    <FilterBar action={urls.reviews(board.slug)} chosen={chosen} clearHref={urls.reviews(board.slug)}>
      <Select
        name="type"
        label="Kind of review"
        items={[{ text: 'All kinds', value: '' }, ...reviewTypes.map(type => ({ text: typeNames[type], value: type }))]}
        value={filter.type}
      />
      <Select
        name="standing"
        label="Standing"
        items={[
          { text: 'Both', value: '' },
          { text: standingNames.restricted, value: 'restricted' },
          { text: standingNames.released, value: 'released' },
        ]}
        value={filter.standing}
      />
      <Select
        name="sort"
        label="Order"
        items={Object.entries(sortWords).map(([value, text]) => ({
          text: text.charAt(0).toUpperCase() + text.slice(1),
          value,
        }))}
        value={sort}
      />
    </FilterBar>
  )
}

function Nothing({ board, total, page, chosen: filter, mayImport }: Props) {
  if (filter.type || filter.standing || total > 0 || page > 1)
    return (
      <EmptyState
        title="No review is as you asked"
        action={{ href: urls.reviews(board.slug), text: 'Show all reviews' }}
      >
        <Paragraph>Take a filter away to see more.</Paragraph>
      </EmptyState>
    )
  return mayImport ? (
    <EmptyState
      title="No review is in the register yet"
      action={{ href: urls.newImport(board.slug), text: 'Import a response' }}
    >
      <Paragraph>
        Upload a published response or report. Heed reads it, you check it, and the review is made from it.
      </Paragraph>
    </EmptyState>
  ) : (
    <EmptyState title="There is no review that you can see">
      <Paragraph>
        You see a review when it is released to you, or when you are put on its panel. The partnership support team does
        both.
      </Paragraph>
    </EmptyState>
  )
}

const List = ({ board, reviews, total, page, chosen: { sort, ...filter } }: Props) => (
  <>
    <ListSentence>
      {writeNumber(total)} {total === 1 ? 'review' : 'reviews'}, {sortWords[sort]}
    </ListSentence>
    <Table
      caption="Reviews"
      captionClasses="govuk-visually-hidden"
      rows={reviews}
      columns={[
        { head: 'Review', cell: each => <Link href={urls.review(each.id)}>{each.title}</Link>, rowHeader: true },
        { head: 'Kind', cell: each => typeNames[each.type] },
        { head: 'Considered on', cell: each => (each.consideredOn ? writeDate(each.consideredOn) : 'Not known') },
        { head: 'Standing', cell: each => <StandingTag standing={each.standing} /> },
        { head: 'Recommendations', cell: each => <Count review={each} board={board} />, numeric: true },
        { head: 'Unanswered', cell: each => <Count review={each} board={board} of="unanswered" />, numeric: true },
        { head: 'Overdue promises', cell: each => <Count review={each} board={board} of="overdue" />, numeric: true },
      ]}
    />
    <PageLinks page={page} total={total} href={to => addressOf(board.slug, { ...filter, sort }, to)} />
  </>
)

interface CountProps {
  readonly review: ListedReview
  readonly board: Board
  readonly of?: 'unanswered' | 'overdue'
}

/** A count that links to what it counts, in the register. */
function Count({ review, board, of }: CountProps) {
  const count = of ? review[of] : review.recommendations
  if (count === 0) return <>0</>
  const asked = {
    unanswered: '&finding=unanswered',
    overdue: '&show=statements&due=overdue',
    all: '',
  }[of ?? 'all']
  return <Link href={urls.register(board.slug, `?review=${review.id}${asked}`)}>{writeNumber(count)}</Link>
}
