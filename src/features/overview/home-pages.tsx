/** Where a person with several boards begins. */
import type { AgencyId } from '../../access/actor.ts'
import { EmptyState, Heading, Link, Paragraph, Said, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import { arrivalWords } from './arrivals.ts'
import type { BoardCounts } from './counts-queries.ts'

interface Row {
  readonly board: Board
  readonly counts: BoardCounts
  /** How many imports wait to be checked; null for who may not import. */
  readonly toCheck: number | null
}

const link = ({ board }: Row, query: string, count: number) => (
  <Link href={urls.register(board.slug, query)}>{count}</Link>
)

/** The way to import, and to what waits to be checked. */
const Imports = ({ board: { slug, name }, toCheck }: Row) => (
  <>
    <Link href={urls.newImport(slug)} classes="heed-one-line">
      Import a response<span class="govuk-visually-hidden"> for {name}</span>
    </Link>
    {toCheck !== null && toCheck > 0 && (
      <>
        <br />
        <Link href={`${urls.imports(slug)}?list=check`}>
          {toCheck} to check<span class="govuk-visually-hidden"> for {name}</span>
        </Link>
      </>
    )}
  </>
)

interface HomeProps {
  readonly boards: readonly Row[]
  /** The agencies that the person answers for. */
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
  readonly saidCode: string | null
}

export const HomePage = ({ boards, agencies, saidCode }: HomeProps) => (
  <>
    <Said code={saidCode} words={arrivalWords} />
    <Heading level={1}>Your boards</Heading>
    {agencies.map(({ id, name }) => (
      <Paragraph>
        <Link href={urls.agencyRegister(id)}>What {name} was asked and what it said, on all your boards</Link>
      </Paragraph>
    ))}
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
          { head: 'Recommendations', numeric: true, cell: row => link(row, '', row.counts.recommendations) },
          {
            head: 'Unanswered',
            numeric: true,
            cell: row => link(row, '?finding=unanswered', row.counts.unanswered),
          },
          {
            head: 'With silent bodies',
            numeric: true,
            cell: row => link(row, '?finding=silent-addressee', row.counts.silent),
          },
          {
            head: 'Overdue promises',
            numeric: true,
            cell: row => link(row, '?show=statements&due=overdue&sort=due', row.counts.overdue),
          },
          ...(boards.some(({ toCheck }) => toCheck !== null)
            ? [{ head: 'Imports', cell: (row: Row) => (row.toCheck === null ? '' : <Imports {...row} />) }]
            : []),
        ]}
      />
    )}
  </>
)
