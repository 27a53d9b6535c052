import * as d from '../../src/design/index.ts'
import { promises, type SamplePromise, today } from './sample.ts'

const columns: readonly d.Column<SamplePromise>[] = [
  { head: 'Number', cell: p => p.id, rowHeader: true, sort: { href: '?sort=number', direction: 'ascending' } },
  { head: 'Promise', cell: p => <d.Link href={`/statements/${p.id}`}>{p.text}</d.Link> },
  { head: 'Agency', cell: p => p.body, sort: { href: '?sort=agency', direction: 'none' } },
  { head: 'Kind', cell: p => <d.ActTag act={p.act} /> },
  { head: 'Due', cell: p => <d.DueDate due={p.due} today={today} /> },
  { head: 'Updates', cell: p => d.writeNumber(p.count), numeric: true },
]

const Counts = () => (
  <>
    <d.CountList>
      <d.CountLink count={41} text="recommendations" href="/r" />
      <d.CountLink count={12} text="promises overdue" href="/o" voice="fact">
        oldest since 1 March 2025
      </d.CountLink>
      <d.CountLink count={7} of={9} text="promises that agencies say are done" href="/d" voice="claim" />
      <d.CountLink count={0} text="answers found acceptable" href="/a" voice="assessment" />
    </d.CountList>
  </>
)

const Filters = () => (
  <>
    <d.FilterBar
      action="/register"
      clearHref="/register"
      chosen={[
        { label: 'Agency', text: 'Northshire Police', removeHref: '/register?act=planned' },
        { label: 'Kind', text: 'planned', removeHref: '/register?agency=police' },
      ]}
    >
      <d.Select name="agency" label="Agency" items={[{ text: 'All' }, { text: 'Northshire Police' }]} />
      <d.Input name="words" label="Words" />
      <d.Select name="kind" label="Kind" items={[{ text: 'All' }, { text: 'Planned' }]} />
    </d.FilterBar>
  </>
)

const Promises = () => (
  <>
    <d.ListSentence
      downloads={[
        { text: 'Download as Excel', href: '/register.xlsx' },
        { text: 'Download as CSV', href: '/register.csv' },
      ]}
    >
      3 promises of all agencies, by number
    </d.ListSentence>
    <d.Table
      caption="Promises"
      captionClasses="govuk-visually-hidden"
      columns={columns}
      rows={promises}
      rowId={p => `p${p.id}`}
      stickyHeader
    />
    <d.Pagination
      previous={{ href: '?page=1' }}
      next={{ href: '?page=3' }}
      items={[
        { number: 1, href: '?page=1' },
        { number: 2, href: '?page=2', current: true },
        { number: 3, href: '?page=3' },
        { ellipsis: true },
        { number: 24, href: '?page=24' },
      ]}
    />
  </>
)

const Matrix = () => (
  <>
    <d.EmptyState title="No promises are overdue" action={{ href: '/register', text: 'See all promises' }}>
      <d.Paragraph>Every promise with a due date is either done or not yet due.</d.Paragraph>
    </d.EmptyState>
    <d.ScrollRegion label="Who answered what">
      <d.Table
        caption="Who answered what"
        classes="heed-matrix"
        stickyHeader
        columns={[
          { head: 'Agency', cell: p => p.body, rowHeader: true },
          ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map(n => ({
            head: `Recommendation ${n}`,
            cell: (p: SamplePromise) => <d.Link href={`/m/${p.id}/${n}`}>silent {n} days</d.Link>,
          })),
        ]}
        rows={promises}
      />
    </d.ScrollRegion>
  </>
)

/** What a register is made of. */
export const Register = () => (
  <>
    <d.Heading level={2}>A register</d.Heading>
    <Counts />
    <Filters />
    <Promises />
    <Matrix />
  </>
)
