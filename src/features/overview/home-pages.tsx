/** Where a signed-in person begins, and the home of a board: counts that link to what they count. */
import { Button, CountLink, CountList, EmptyState, Heading, Link, List, Paragraph, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import type { AgencyCounts, BoardCounts } from './counts-queries.ts'

interface HomeProps {
  readonly boards: readonly { readonly board: Board; readonly counts: BoardCounts }[]
}

export const HomePage = ({ boards }: HomeProps) => (
  <>
    <Heading level={1}>Your boards</Heading>
    {boards.length === 0 ? (
      <EmptyState title="You have no role on a board">
        A board’s administrator gives roles. If you expected one, ask the person who invited you.
      </EmptyState>
    ) : (
      <Table
        caption="What each board’s register holds of what you may see"
        rows={boards}
        columns={[
          {
            head: 'Board',
            rowHeader: true,
            cell: ({ board }) => <Link href={urls.board(board.slug)}>{board.name}</Link>,
          },
          { head: 'Recommendations', numeric: true, cell: ({ counts }) => counts.recommendations },
          { head: 'Unanswered', numeric: true, cell: ({ counts }) => counts.unanswered },
          { head: 'With silent bodies', numeric: true, cell: ({ counts }) => counts.silent },
          { head: 'Overdue promises', numeric: true, cell: ({ counts }) => counts.overdue },
        ]}
      />
    )}
  </>
)

interface BoardProps {
  readonly board: Board
  readonly counts: BoardCounts
  /** Editions cited that are out of date today, with the reviews that cite them. */
  readonly staleEditions: readonly {
    readonly title: string
    readonly edition: string
    readonly current: string | null
  }[]
  /** Null for who may not check imports. */
  readonly toCheck: number | null
  readonly mayImport: boolean
  readonly seesReviews: boolean
}

export const BoardPage = (props: BoardProps) => (
  <>
    <Heading level={1}>{props.board.name}</Heading>
    {props.mayImport && (
      <>
        <Button href={urls.newImport(props.board.slug)}>Import a response</Button>
        {props.toCheck !== null && props.toCheck > 0 && (
          <Paragraph>
            <Link href={urls.imports(props.board.slug)}>
              {props.toCheck} {props.toCheck === 1 ? 'import waits' : 'imports wait'} to be checked
            </Link>
          </Paragraph>
        )}
      </>
    )}
    {props.counts.recommendations === 0 ? <NothingYet {...props} /> : <Counts {...props} />}
  </>
)

function NothingYet({ mayImport, seesReviews }: BoardProps) {
  if (mayImport) {
    return (
      <EmptyState title="Nothing is in the register yet">
        Import a published response, action plan or report. Heed reads who promised what; you check it beside the source
        and save it. The counts of what is silent, without a date or overdue then stand here.
      </EmptyState>
    )
  }
  return seesReviews ? (
    <EmptyState title="There is nothing in the register that you may see">
      A review is shown to its panel and, once it is released, to the bodies that were asked. If you expected one, ask
      the board’s support team.
    </EmptyState>
  ) : (
    <EmptyState title="What you can do here">
      Your role sees no reviews. The agencies, groups and people of the board are in the menu above.
    </EmptyState>
  )
}

function Counts({ board, counts, staleEditions }: BoardProps) {
  const { slug } = board
  const of = counts.promises
  const statements = (query: string) => urls.register(slug, `?show=statements&${query}`)
  return (
    <>
      <Heading level={2}>What was asked</Heading>
      <CountList>
        <CountLink voice="fact" count={counts.recommendations} text="recommendations" href={urls.register(slug)}>
          {counts.restricted} restricted and {counts.released} released reviews
        </CountLink>
        <CountLink
          voice="fact"
          count={counts.unanswered}
          of={counts.recommendations}
          text="without any response"
          href={urls.register(slug, '?finding=unanswered')}
        />
        <CountLink
          voice="fact"
          count={counts.silent}
          of={counts.recommendations}
          text="with a body that was asked and is silent"
          href={urls.register(slug, '?finding=silent-addressee')}
        />
      </CountList>
      <Heading level={2}>What was promised</Heading>
      <CountList>
        <CountLink
          voice="claim"
          count={counts.promises}
          text="promises that nobody has reported done"
          href={statements('act=planned')}
        >
          What agencies say, as it was published
        </CountLink>
        <CountLink
          voice="fact"
          count={counts.overdue}
          of={of}
          text="whose due date has passed"
          href={statements('due=overdue&sort=due')}
        />
        <CountLink voice="fact" count={counts.dateless} of={of} text="without a date" href={statements('due=none')} />
        <CountLink
          voice="fact"
          count={counts.ownerless}
          of={of}
          text="without an owner"
          href={statements('finding=no-owner')}
        />
      </CountList>
      <Heading level={2}>What was judged</Heading>
      <Paragraph>No response has been assessed by the Board in Heed. Until it is, a promise kept is a claim.</Paragraph>
      <StaleEditions board={board} staleEditions={staleEditions} />
    </>
  )
}

const StaleEditions = ({ board, staleEditions }: Pick<BoardProps, 'board' | 'staleEditions'>) => (
  <>
    <Heading level={2}>Guidance that has moved on</Heading>
    {staleEditions.length === 0 ? (
      <Paragraph>No document in the register cites an edition that Heed knows to be superseded or withdrawn.</Paragraph>
    ) : (
      <List
        type="bullet"
        items={staleEditions.map(({ title, edition, current }) => (
          <Link href={urls.register(board.slug, '?finding=superseded-guidance')}>
            {title}, {edition}
            {current ? `: now ${current}` : ': withdrawn'}
          </Link>
        ))}
      />
    )}
  </>
)

interface AgencyProps {
  readonly agencyId: string
  readonly name: string
  readonly boards: readonly AgencyCounts[]
}

export const AgencyRegisterPage = ({ agencyId, name, boards }: AgencyProps) => (
  <>
    <Heading level={1} caption={name}>
      What it was asked and what it said
    </Heading>
    {boards.length === 0 ? (
      <EmptyState title="This agency sits on none of your boards">
        What it was asked and what it said elsewhere is for those boards to show.
      </EmptyState>
    ) : (
      <Table caption="By board, of what you may see" rows={boards} columns={agencyColumns(agencyId)} />
    )}
  </>
)

function agencyColumns(agencyId: string) {
  const link = (row: AgencyCounts, query: string, count: number) => (
    <Link href={urls.register(row.slug, `?${query}${query ? '&' : ''}agency=${agencyId}`)}>{count}</Link>
  )
  return [
    {
      head: 'Board',
      rowHeader: true,
      cell: (row: AgencyCounts) => <Link href={urls.board(row.slug)}>{row.boardName}</Link>,
    },
    { head: 'Asked', numeric: true, cell: (row: AgencyCounts) => link(row, '', row.asked) },
    { head: 'Silent', numeric: true, cell: (row: AgencyCounts) => link(row, 'finding=silent-addressee', row.silent) },
    { head: 'Statements', numeric: true, cell: (row: AgencyCounts) => link(row, 'show=statements', row.statements) },
    { head: 'Open promises', numeric: true, cell: (row: AgencyCounts) => row.promises },
    {
      head: 'Without a date',
      numeric: true,
      cell: (row: AgencyCounts) => link(row, 'show=statements&due=none', row.dateless),
    },
    {
      head: 'Overdue',
      numeric: true,
      cell: (row: AgencyCounts) => link(row, 'show=statements&due=overdue', row.overdue),
    },
  ]
}
