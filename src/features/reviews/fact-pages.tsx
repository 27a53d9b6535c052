/** Adding a review by hand, and correcting its facts. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, CharacterCount, DateInput, Form, Heading, Link, Paragraph, Select } from '../../design/index.ts'
import { reviewTypes } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, LineField, Reading } from '../accounts/index.ts'
import { longestFact, noFacts, type Review, type ReviewFacts, typeNames } from './reviews.ts'

interface NewProps {
  readonly view: FormView
  readonly board: Board
}

export const NewReviewPage = ({ view, board }: NewProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Add a review by hand
    </Heading>
    <Paragraph>
      If you have the published response or the report, <Link href={urls.newImport(board.slug)}>import it</Link>{' '}
      instead: its recommendations are read from it. A review that you add here is restricted until you release it.
    </Paragraph>
    <Form action={urls.reviews(board.slug)} csrf={view.csrf}>
      <FactFields view={view} facts={{ ...noFacts, title: '' }} />
      <Button preventDoubleClick>Add the review</Button>
    </Form>
  </Reading>
)

interface CorrectionProps extends NewProps {
  readonly review: Review
}

export const CorrectionPage = ({ view, review }: CorrectionProps) => (
  <Reading>
    <Heading level={1} caption={review.title}>
      Correct the facts
    </Heading>
    <Paragraph>What it said before is kept, with your name, the time and the reason.</Paragraph>
    <Form action={urls.reviewCorrections(review.id)} csrf={view.csrf}>
      <FactFields view={view} facts={review} />
      <ReasonField view={view} label="Why are they corrected?" />
      <Button preventDoubleClick>Save the correction</Button>
    </Form>
  </Reading>
)

interface ReasonProps {
  readonly view: FormView
  readonly label: string
  readonly hint?: string
}

/** Why something is done. */
export const ReasonField = ({ view, label, hint }: ReasonProps) => (
  <CharacterCount
    name="reason"
    label={label}
    hint={hint}
    rows={3}
    maxlength={longestFact.reason}
    value={view.form.get('reason') ?? ''}
    errorMessage={mistakeAt(view.mistakes, 'reason')}
  />
)

interface FieldsProps {
  readonly view: FormView
  readonly facts: ReviewFacts
}

const FactFields = ({ view, facts }: FieldsProps) => (
  <>
    <LineField
      view={view}
      name="title"
      label="Title"
      hint="As it is published, without a real name. Up to 300 characters."
      value={facts.title}
    />
    <LineField
      view={view}
      name="subject"
      label="Pseudonym of the subject (optional)"
      hint="Such as Child A. Up to 120 characters."
      value={facts.subject ?? ''}
    />
    <Select
      name="type"
      label="Kind of review"
      items={[...reviewTypes].map(value => ({ text: typeNames[value], value }))}
      value={view.form.get('type') ?? facts.type}
      errorMessage={mistakeAt(view.mistakes, 'type')}
    />
    <ConsideredField view={view} facts={facts} />
    <LineField
      view={view}
      name="leadReviewer"
      label="Lead reviewer (optional)"
      hint="Up to 300 characters."
      value={facts.leadReviewer ?? ''}
    />
    <TextField view={view} name="legalBasis" label="Legal basis (optional)" value={facts.legalBasis ?? ''} />
    <TextField view={view} name="methodology" label="Methodology (optional)" value={facts.methodology ?? ''} />
  </>
)

function ConsideredField({ view, facts }: FieldsProps) {
  const [year, month, day] = (facts.consideredOn ?? '').split('-').map(part => part.replace(/^0/, ''))
  const typed = (part: string, known: string | undefined) => view.form.get(`considered-${part}`) ?? known ?? ''
  return (
    <DateInput
      id="considered"
      namePrefix="considered"
      fieldset={{ legend: 'When the Board considered it (optional)' }}
      hint="For example, 27 3 2024"
      values={{ day: typed('day', day), month: typed('month', month), year: typed('year', year) }}
      errorMessage={mistakeAt(view.mistakes, 'considered')}
    />
  )
}

interface TextProps {
  readonly view: FormView
  readonly name: 'legalBasis' | 'methodology'
  readonly label: string
  readonly value: string
}

const TextField = ({ view, name, label, value }: TextProps) => (
  <CharacterCount
    name={name}
    label={label}
    rows={3}
    maxlength={longestFact[name]}
    value={view.form.get(name) ?? value}
    errorMessage={mistakeAt(view.mistakes, name)}
  />
)
