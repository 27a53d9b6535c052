/** What was noticed of a review as a whole: what is none, what was misread and what was missed. */
import { Button, EmptyState, Heading, Paragraph, Said } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Review, ShownCorrection } from '../reviews/index.ts'
import { CorrectionList, WithdrawnList } from './correction-list.tsx'
import { FindingList } from './finding-pages.tsx'
import type { Finding } from './finding-queries.ts'
import type { Withdrawn } from './recommendation.ts'

/** What the page is called. */
export const findingsTitle = 'Noticed of the review as a whole'

const said = {
  added: 'The finding is added',
  corrected: 'The finding is corrected. What it said before is kept below',
  withdrawn: 'The finding is withdrawn. It no longer counts, and can be put back',
  reinstated: 'The finding is put back, and counts again',
  dismissed: 'It is dismissed, with your reason',
  raised: 'It counts again',
}

interface Props {
  readonly saidCode: string | null
  readonly review: Review
  readonly findings: readonly Finding[]
  readonly withdrawn: readonly Withdrawn[]
  readonly corrections: readonly ShownCorrection[]
}

export const ReviewFindingsPage = ({ saidCode, review, findings, withdrawn, corrections }: Props) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={review.title}>
      {findingsTitle}
    </Heading>
    <Paragraph>
      What is out of date or wrong in words that belong to no single recommendation. Dismiss what does not matter;
      correct what was misread; add what was missed.
    </Paragraph>
    <Button href={urls.newReviewFinding(review.id)} classes="govuk-button--secondary">
      Add a finding by hand
    </Button>
    {findings.length === 0 && <EmptyState title="Nothing was noticed of the review as a whole" />}
    <FindingList findings={findings} statements={[]} mayCorrect />
    <WithdrawnList withdrawn={withdrawn} />
    <CorrectionList corrections={corrections} />
  </>
)
