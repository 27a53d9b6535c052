/** What an agency was asked and what it said, on every board that the reader may see. */
import { EmptyState, Fact, Heading, Link, ListSentence, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { PageLinks } from '../accounts/index.ts'
import type { AgencyCounts, AskedRow } from './agency-queries.ts'

/** What the list is narrowed to. */
export interface AgencyFilter {
  /** The slug of a board; null for all of them. */
  readonly board: string | null
  readonly silentOnly: boolean
}

export interface AgencyProps {
  readonly agencyId: string
  readonly name: string
  readonly boards: readonly AgencyCounts[]
  readonly filter: AgencyFilter
  readonly asked: readonly AskedRow[]
  /** Over all pages. */
  readonly total: number
  readonly page: number
}

export const AgencyRegisterPage = (props: AgencyProps) => (
  <>
    <Heading level={1} caption={props.name}>
      What it was asked and what it said
    </Heading>
    {props.boards.length === 0 ? (
      <EmptyState title="This agency sits on none of your boards">
        What it was asked and what it said elsewhere is for those boards to show.
      </EmptyState>
    ) : (
      <>
        <Table caption="By board, of what you may see" rows={props.boards} columns={boardColumns(props.agencyId)} />
        <Heading level={2} id="asked">
          What it was asked
        </Heading>
        <Asked {...props} />
      </>
    )}
  </>
)

const listHref = (agencyId: string, { board, silentOnly }: AgencyFilter, page = 1): string => {
  const query = new URLSearchParams({
    ...(board ? { board } : {}),
    ...(silentOnly ? { show: 'silent' } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return `${urls.agencyRegister(agencyId, query.size > 0 ? `?${query}` : '')}#asked`
}

function boardColumns(agencyId: string) {
  const inRegister = (row: AgencyCounts, query: string, count: number) => (
    <Link href={urls.register(row.slug, `?${query}&agency=${agencyId}`)}>{count}</Link>
  )
  const below = (row: AgencyCounts, silentOnly: boolean, count: number) => (
    <Link href={listHref(agencyId, { board: row.slug, silentOnly })}>{count}</Link>
  )
  return [
    {
      head: 'Board',
      rowHeader: true,
      cell: (row: AgencyCounts) => <Link href={urls.board(row.slug)}>{row.boardName}</Link>,
    },
    { head: 'Asked', numeric: true, cell: (row: AgencyCounts) => below(row, false, row.asked) },
    { head: 'Silent', numeric: true, cell: (row: AgencyCounts) => below(row, true, row.silent) },
    {
      head: 'Statements',
      numeric: true,
      cell: (row: AgencyCounts) => inRegister(row, 'show=statements', row.statements),
    },
    { head: 'Promises', numeric: true, cell: (row: AgencyCounts) => inRegister(row, 'act=planned', row.planned) },
    { head: 'Without a date', numeric: true, cell: (row: AgencyCounts) => inRegister(row, 'due=none', row.dateless) },
    { head: 'Overdue', numeric: true, cell: (row: AgencyCounts) => inRegister(row, 'due=overdue', row.overdue) },
  ]
}

function Asked({ agencyId, name, boards, filter, asked, total, page }: AgencyProps) {
  const all = { board: null, silentOnly: false }
  const isNarrowed = filter.board !== null || filter.silentOnly
  const board = boards.find(({ slug }) => slug === filter.board)
  if (asked.length === 0) {
    const wholeList = { href: listHref(agencyId, all), text: 'See everything that it was asked' }
    return (
      <EmptyState
        title={
          filter.silentOnly ? `${name} is silent nowhere that you may see` : 'Nothing that you may see is put to it'
        }
        {...(isNarrowed || page > 1 ? { action: wholeList } : {})}
      >
        A recommendation stands here when it names the agency, or a group that it is in.
      </EmptyState>
    )
  }
  const where = board ? ` on ${board.boardName}` : ''
  return (
    <>
      <ListSentence>
        {total} {total === 1 ? 'recommendation' : 'recommendations'} to {name}
        {where}
        {filter.silentOnly ? ' on which it is silent' : ''}, by board and review.{' '}
        {isNarrowed && <Link href={listHref(agencyId, all)}>See everything that it was asked</Link>}
      </ListSentence>
      <Table
        caption="What it was asked"
        captionClasses="govuk-visually-hidden"
        rows={asked}
        columns={boards.length > 1 ? askedColumns : askedColumns.filter(({ head }) => head !== 'Board')}
      />
      <PageLinks page={page} total={total} href={at => listHref(agencyId, filter, at)} />
    </>
  )
}

const shortened = (text: string) => (text.length > 200 ? `${text.slice(0, text.lastIndexOf(' ', 200))} …` : text)

const askedColumns = [
  {
    head: 'Recommendation',
    rowHeader: true,
    cell: (row: AskedRow) => (
      <>
        <Link href={urls.recommendation(row.id)}>
          {row.number ? `Recommendation ${row.number}` : 'A recommendation without a number'}
        </Link>
        <br />
        <span class="govuk-!-font-weight-regular">{shortened(row.text)}</span>
      </>
    ),
  },
  { head: 'Board', cell: (row: AskedRow) => row.boardName },
  { head: 'Review', cell: (row: AskedRow) => <Link href={urls.review(row.reviewId)}>{row.reviewTitle}</Link> },
  { head: 'Asked', cell: (row: AskedRow) => (row.group ? `In ${row.group}` : 'By name') },
  { head: 'Said', cell: (row: AskedRow) => <SaidToIt row={row} /> },
  { head: 'Without a date', numeric: true, cell: (row: AskedRow) => row.dateless },
  { head: 'Overdue', numeric: true, cell: (row: AskedRow) => row.overdue },
]

const SaidToIt = ({ row }: { readonly row: AskedRow }) => {
  if (row.isSilent) return <Fact inline>Silent</Fact>
  if (row.statements === 0) return <>Nothing of its own</>
  return (
    <>
      {row.statements} {row.statements === 1 ? 'statement' : 'statements'}
    </>
  )
}
