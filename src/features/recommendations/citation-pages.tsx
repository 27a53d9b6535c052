/** The mentions of guidance in a review: which are none, which were misread and which were missed. */
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { Button, EmptyState, Fact, Heading, Link, Paragraph, Said, Table, VisuallyHidden } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type EditionToday, isOutOfDate, type Review, type ShownCorrection, standingWords } from '../reviews/index.ts'
import type { Citation } from './citation-queries.ts'
import { CorrectionList } from './correction-list.tsx'
import { sourceAt, Ways } from './thread-parts.tsx'

const said = {
  added: 'The citation is added',
  corrected: 'The citation is corrected. What it said before is kept below',
  withdrawn: 'The citation is withdrawn. It no longer counts, and can be put back',
  reinstated: 'The citation is put back, and counts again',
}

type Shown = Citation & EditionToday

/** What the page is called. */
export const citationsTitle = 'Guidance that is cited'

interface Props {
  readonly saidCode: string | null
  readonly review: Review
  readonly citations: readonly Shown[]
  readonly corrections: readonly ShownCorrection[]
}

export const CitationsPage = ({ saidCode, review, citations, corrections }: Props) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={review.title}>
      {citationsTitle}
    </Heading>
    <Paragraph>
      Each mention of guidance or law in the documents of this review. Withdraw one that is none; correct one whose
      edition was misread; add one that was missed.
    </Paragraph>
    <Button href={urls.newCitation(review.id)} classes="govuk-button--secondary">
      Add a citation by hand
    </Button>
    {citations.length === 0 ? (
      <EmptyState title="No document of this review cites guidance that Heed knows" />
    ) : (
      <Table
        caption="Citations"
        captionClasses="govuk-visually-hidden"
        rows={citations}
        columns={[
          { head: 'Guidance', cell: each => each.title, rowHeader: true },
          { head: 'Edition', cell: each => each.edition ?? 'None named' },
          { head: 'As written', cell: each => <AsWritten of={each} /> },
          { head: 'Today', cell: each => <Standing of={each} /> },
          { head: 'What to do', cell: each => <Doings of={each} /> },
        ]}
      />
    )}
    <CorrectionList corrections={corrections} />
  </>
)

function AsWritten({ of: { source, asWritten } }: { readonly of: Shown }) {
  const at = sourceAt(source)
  return at ? <Link href={at.href}>{asWritten}</Link> : <>{asWritten} (added by hand)</>
}

function Standing({ of: { withdrawnAt, standing, current } }: { readonly of: Shown }) {
  if (withdrawnAt) return <>Withdrawn from the register on {writeDate(dayOf(withdrawnAt))}</>
  if (!isOutOfDate(standing)) return <>{standingWords[standing]}</>
  return (
    <Fact inline>
      {standingWords[standing]}
      {current && `, the current edition is ${current}`}
    </Fact>
  )
}

const Doings = ({ of: { id, asWritten, withdrawnAt } }: { readonly of: Shown }) =>
  withdrawnAt ? (
    <Link href={urls.thingReinstatement('citation', id)} classes="govuk-body-s">
      Put it back<VisuallyHidden>: {asWritten}</VisuallyHidden>
    </Link>
  ) : (
    <Ways kind="citation" id={id} about={asWritten} mayCorrect />
  )
