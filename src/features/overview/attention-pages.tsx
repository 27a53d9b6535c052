/** What needs attention first on a board. */
import type { PlainDate } from '../../core/plain-date.ts'
import { dueFact, Fact, Heading, Link, List, Paragraph, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import type { Waiting } from './attention-queries.ts'
import type { ImportCounts } from './counts-queries.ts'

export interface AttentionProps {
  readonly board: Board
  readonly waiting: readonly Waiting[]
  /** Whether only what waits for the person's own agency is told. */
  readonly isOwnAgency: boolean
  /** Null for who may not check imports. */
  readonly imports: ImportCounts | null
  readonly today: PlainDate
}

export const Attention = (props: AttentionProps & { readonly isEmpty: boolean }) => {
  const { board, waiting, isOwnAgency, today, isEmpty } = props
  const links = importLinks(props)
  if (isEmpty && links.length === 0) return null
  return (
    <>
      <Heading level={2}>What needs attention first</Heading>
      {links.length > 0 && <List items={links} />}
      {waiting.length > 0 ? (
        <Table
          caption={isOwnAgency ? 'What waits for your agency' : 'What waits in the register'}
          rows={waiting}
          columns={columns(today)}
        />
      ) : (
        !isEmpty && (
          <Paragraph>
            {isOwnAgency
              ? 'Nothing that was put to your agency is overdue or without an answer.'
              : 'Nothing is overdue, nothing is without a response and nobody who was asked is silent.'}
          </Paragraph>
        )
      )}
      {waiting.length > 0 && (
        <Paragraph>
          <Link href={urls.register(board.slug, '?show=statements&due=overdue&sort=due')}>All overdue promises</Link>
        </Paragraph>
      )}
    </>
  )
}

function importLinks({ board, imports }: AttentionProps) {
  const { toCheck = 0, failed = 0 } = imports ?? {}
  const list = (name: string, words: string) => <Link href={`${urls.imports(board.slug)}?list=${name}`}>{words}</Link>
  return [
    ...(toCheck > 0
      ? [list('check', `${toCheck} ${toCheck === 1 ? 'import waits' : 'imports wait'} to be checked`)]
      : []),
    ...(failed > 0 ? [list('failed', `${failed} ${failed === 1 ? 'import' : 'imports'} could not be read`)] : []),
  ]
}

const shortened = (text: string) => (text.length > 160 ? `${text.slice(0, text.lastIndexOf(' ', 160))} …` : text)

const columns = (today: PlainDate) => [
  {
    head: 'What',
    rowHeader: true,
    cell: (row: Waiting) => (
      <>
        <Link
          href={`${urls.recommendation(row.recommendationId)}${row.statementId ? `#statement-${row.statementId}` : ''}`}
        >
          {row.number ? `Recommendation ${row.number}` : 'A recommendation'}, {row.reviewTitle}
        </Link>
        <br />
        <span class="govuk-!-font-weight-regular">{shortened(row.words)}</span>
      </>
    ),
  },
  {
    head: 'Who',
    cell: (row: Waiting) => row.body || (row.kind === 'unanswered' ? 'Nobody is named' : 'It cannot be told'),
  },
  { head: 'Why', cell: (row: Waiting) => <Fact inline>{why(row, today)}</Fact> },
]

function why({ kind, dueTo }: Waiting, today: PlainDate): string {
  if (kind === 'overdue' && dueTo) return dueFact(dueTo, today)
  return kind === 'unanswered' ? 'No response at all' : 'Asked, and silent'
}
