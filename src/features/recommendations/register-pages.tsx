/** The register: recommendations, or what was said to them, filtered, sorted and paged. */
import type { PlainDate } from '../../core/plain-date.ts'
import {
  ActTag,
  type ChosenFilter,
  type Column,
  DueDate,
  EmptyState,
  FilterBar,
  Heading,
  Link,
  ListSentence,
  Select,
  type SelectOption,
  Table,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, PageLinks } from '../accounts/index.ts'
import { type RegisterFilter, registerHref, writeFilter } from './register-filter.ts'
import type { Choices, Page, RecommendationRow, StatementRow } from './register-queries.ts'
import { actWords, dueWords, findingWords, sortWords } from './register-words.ts'

export interface RegisterProps {
  readonly board: Board
  readonly filter: RegisterFilter
  readonly choices: Choices
  readonly page: number
  readonly today: PlainDate
  readonly mayImport: boolean
  readonly list:
    | { readonly show: 'recommendations'; readonly found: Page<RecommendationRow> }
    | { readonly show: 'statements'; readonly found: Page<StatementRow> }
}

export function RegisterPage(props: RegisterProps) {
  const { board, filter, page, list } = props
  const { total } = list.found
  const files = (['csv', 'xlsx'] as const).map(kind => ({
    text: kind === 'csv' ? 'Download as csv' : 'Download as Excel (xlsx)',
    href: urls.registerFile(board.slug, kind, writeFilter(filter)),
  }))
  return (
    <>
      <Heading level={1} caption={board.name}>
        Recommendations
      </Heading>
      <Shows board={board} filter={filter} />
      {(total > 0 || chosen(board, filter, props.choices).length > 0) && <Filters {...props} />}
      {total === 0 ? (
        <NothingFound {...props} />
      ) : (
        <>
          <ListSentence downloads={files}>{sentence(props)}</ListSentence>
          {list.show === 'recommendations' ? (
            <RecommendationTable rows={list.found.rows} />
          ) : (
            <StatementTable rows={list.found.rows} today={props.today} />
          )}
          <PageLinks page={page} total={total} href={at => registerHref(board.slug, filter, at)} />
        </>
      )}
    </>
  )
}

const showWords = { recommendations: 'What was asked', statements: 'What was said' } as const

const Shows = ({ board, filter }: Pick<RegisterProps, 'board' | 'filter'>) => (
  <nav class="heed-check-parts" aria-label="Parts of the register">
    <ul>
      {(['recommendations', 'statements'] as const).map(show => (
        <li>
          <Link
            href={registerHref(board.slug, { ...filter, show, act: null, due: null })}
            attributes={filter.show === show ? { 'aria-current': 'page' } : {}}
          >
            {showWords[show]}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

const options = (words: Readonly<Record<string, string>>): readonly SelectOption[] => [
  { text: 'Any', value: '' },
  ...Object.entries(words).map(([value, text]) => ({ value, text })),
]
const named = (things: readonly { id: string; name: string }[]): readonly SelectOption[] => [
  { text: 'Any', value: '' },
  ...things.map(({ id, name }) => ({ value: id, text: name })),
]

function Filters({ board, filter, choices }: RegisterProps) {
  const reviews = choices.reviews.map(({ id, title }) => ({ id, name: title }))
  const ofStatements = filter.show === 'statements'
  return (
    <FilterBar
      action={urls.register(board.slug)}
      chosen={chosen(board, filter, choices)}
      clearHref={clearHref(board, filter)}
    >
      <input type="hidden" name="show" value={filter.show} />
      <Select id="review" name="review" label="Review" items={named(reviews)} value={filter.review} />
      <Select id="agency" name="agency" label="Agency" items={named(choices.agencies)} value={filter.agency} />
      {ofStatements && <Select id="act" name="act" label="What it does" items={options(actWords)} value={filter.act} />}
      {ofStatements && <Select id="due" name="due" label="Due date" items={options(dueWords)} value={filter.due} />}
      <Select id="finding" name="finding" label="Finding" items={options(findingWords)} value={filter.finding} />
      <Select id="sort" name="sort" label="Order" items={options(sortWords).slice(1)} value={filter.sort} />
    </FilterBar>
  )
}

const clearHref = ({ slug }: Board, { show, sort }: RegisterFilter) =>
  registerHref(slug, { show, sort, review: null, agency: null, act: null, due: null, finding: null })

function chosen({ slug }: Board, filter: RegisterFilter, { reviews, agencies }: Choices): readonly ChosenFilter[] {
  const { review, agency, act, due, finding } = filter
  const tag = (
    name: 'review' | 'agency' | 'act' | 'due' | 'finding',
    label: string,
    text: string | undefined | null,
  ) => (text ? [{ label, text, removeHref: registerHref(slug, { ...filter, [name]: null }) }] : [])
  return [
    ...tag('review', 'Review', reviews.find(({ id }) => id === review)?.title),
    ...tag('agency', 'Agency', agencies.find(({ id }) => id === agency)?.name),
    ...tag('act', 'What it does', act && actWords[act]),
    ...tag('due', 'Due date', due && dueWords[due]),
    ...tag('finding', 'Finding', finding && findingWords[finding]),
  ]
}

/** As within a sentence; what bears a name keeps it. */
const within = ({ label, text }: ChosenFilter): string =>
  label === 'Review' || label === 'Agency' ? text : text.charAt(0).toLowerCase() + text.slice(1)

/** "12 statements (Northshire Police; due date passed), by due date, oldest first". */
function sentence({ board, filter, choices, list }: RegisterProps): string {
  const { total } = list.found
  const one = list.show === 'recommendations' ? 'recommendation' : 'statement'
  const filters = chosen(board, filter, choices).map(within)
  const order = sortWords[filter.sort].charAt(0).toLowerCase() + sortWords[filter.sort].slice(1)
  return `${total} ${one}${total === 1 ? '' : 's'}${filters.length > 0 ? ` (${filters.join('; ')})` : ''}, ${order}`
}

function NothingFound({ board, filter, choices, mayImport }: RegisterProps) {
  if (chosen(board, filter, choices).length > 0) {
    return (
      <EmptyState
        title="Nothing in the register fits these filters"
        action={{ href: clearHref(board, filter), text: 'Clear all filters' }}
      >
        Take a filter away, or clear them all.
      </EmptyState>
    )
  }
  return mayImport ? (
    <EmptyState
      title="Nothing is in the register yet"
      action={{ href: urls.newImport(board.slug), text: 'Import a published response' }}
    >
      What a review asked, and what each body said, comes into the register when an import is saved.
    </EmptyState>
  ) : (
    <EmptyState title="There is nothing in the register that you may see">
      Reviews are shown to their panel and, once they are released, to the bodies that were asked. If you expected one
      here, ask the board’s support team.
    </EmptyState>
  )
}

const shortened = (text: string) => (text.length > 280 ? `${text.slice(0, text.lastIndexOf(' ', 280))} …` : text)

const recommendationName = (number: string | null) =>
  number ? `Recommendation ${number}` : 'A recommendation without a number'

const recommendationColumns: readonly Column<RecommendationRow>[] = [
  {
    head: 'Recommendation',
    rowHeader: true,
    cell: row => (
      <>
        <Link href={urls.recommendation(row.id)}>{recommendationName(row.number)}</Link>
        <br />
        <span class="govuk-!-font-weight-regular">{shortened(row.text)}</span>
      </>
    ),
  },
  { head: 'Review', cell: row => <Link href={urls.review(row.reviewId)}>{row.reviewTitle}</Link> },
  { head: 'Put to', cell: row => row.askedOf || 'Nobody is named' },
  { head: 'Said', numeric: true, cell: row => row.statements },
  { head: 'Silent', numeric: true, cell: row => row.silent },
  { head: 'Overdue', numeric: true, cell: row => row.overdue },
]

const RecommendationTable = ({ rows }: { readonly rows: readonly RecommendationRow[] }) => (
  <Table
    caption="Recommendations"
    captionClasses="govuk-visually-hidden"
    stickyHeader
    rows={rows}
    columns={recommendationColumns}
  />
)

const statementColumns = (today: PlainDate): readonly Column<StatementRow>[] => [
  {
    head: 'What was said',
    rowHeader: true,
    cell: row => (
      <span class="govuk-!-font-weight-regular">
        {shortened(row.text)}
        <br />
        <Link href={`${urls.recommendation(row.recommendationId)}#statement-${row.id}`}>
          {recommendationName(row.number)}, {row.reviewTitle}
        </Link>
      </span>
    ),
  },
  { head: 'By', cell: row => [row.agency || 'It cannot be told', row.owner].filter(Boolean).join(': ') },
  { head: 'What it does', cell: row => <ActTag act={row.act} /> },
  { head: 'Due', cell: row => <Due row={row} today={today} /> },
]

function Due({ row, today }: { readonly row: StatementRow; readonly today: PlainDate }) {
  const { dueAsWritten, dueFrom, dueTo } = row
  if (dueAsWritten === null && dueFrom === null && dueTo === null)
    return <>{row.act === 'planned' ? 'No date given' : ''}</>
  const due = { asWritten: dueAsWritten ?? '', from: dueFrom, to: dueTo }
  return <DueDate due={due} today={today} settled={!row.isOverdue && dueTo !== null && dueTo < today} />
}

const StatementTable = ({ rows, today }: { readonly rows: readonly StatementRow[]; readonly today: PlainDate }) => (
  <Table
    caption="What was said"
    captionClasses="govuk-visually-hidden"
    stickyHeader
    rows={rows}
    columns={statementColumns(today)}
  />
)
