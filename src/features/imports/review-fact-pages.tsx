/** What the document says of the review itself. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, DateInput, Form, Input, Select, Textarea } from '../../design/index.ts'
import type { ReviewFacts } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import { typeNames } from '../reviews/index.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { findItem, reviewItemId } from './draft.ts'
import { ChangeForm } from './form-parts.tsx'
import { dayValues } from './statement-pages.tsx'

/** The facts of the review as they stand in the check. */
export const factsOf = (view: CheckView): ReviewFacts | null =>
  findItem(view.read.draft, 'review', reviewItemId)?.facts ?? null

/** Which review the document is of, and what it says of it. */
export const ReviewFactsPage = ({ view }: { readonly view: CheckView }) => (
  <>
    <ReviewChoice view={view} />
    <FactsForm view={view} />
  </>
)

const ReviewChoice = ({ view }: { readonly view: CheckView }) =>
  view.reviews.length === 0 ? null : (
    <Form action={urls.importReviewChoice(view.found.id)} csrf={view.csrf}>
      <Select
        name="chosen"
        label="Review that the document is of"
        hint="For a later edition of a response that is in the register, choose its review."
        items={[
          { value: 'new', text: 'A new review' },
          ...view.reviews.map(({ id, title, standing }) => ({ value: id, text: `${title} (${standing})` })),
        ]}
        value={view.found.reviewId ?? 'new'}
        errorMessage={mistakeAt(view.mistakes, 'chosen')}
      />
      <Button classes="govuk-button--secondary">Use this review</Button>
    </Form>
  )

/** A form for what the document says of the review. */
function FactsForm({ view }: { readonly view: CheckView }) {
  const facts = factsOf(view)
  if (!facts) return null
  const change = 'review.correct'
  const fields = valueIn(view, change, null)
  const line = (name: string, label: string, kept: string | null) => (
    <Input name={name} label={label} value={fields.one(name, kept)} errorMessage={mistakeAt(view.mistakes, name)} />
  )
  const lines = (name: string, label: string, kept: string | null) => (
    <Textarea
      name={name}
      label={label}
      rows={2}
      value={fields.one(name, kept)}
      errorMessage={mistakeAt(view.mistakes, name)}
    />
  )
  return (
    <ChangeForm view={view} change={change} back="review">
      <p class="govuk-body">
        {view.found.reviewTitle
          ? `The import is for “${view.found.reviewTitle}”, which keeps its own facts. These are the document’s.`
          : 'A new review is made with these facts when you save.'}
      </p>
      {line('title', 'Title', facts.title)}
      {line('subject', 'Pseudonym of the child, adult or family', facts.subject)}
      <Select
        name="type"
        label="Type of review"
        items={Object.entries(typeNames).map(([value, text]) => ({ value, text }))}
        value={fields.one('type', facts.type)}
        errorMessage={mistakeAt(view.mistakes, 'type')}
      />
      {line('board', 'Board or partnership, as written', facts.board)}
      <DateInput
        id="considered-on"
        namePrefix="considered-on"
        fieldset={{ legend: 'The day on which the case was considered' }}
        values={dayValues(fields, 'considered-on', facts.consideredOn)}
        errorMessage={mistakeAt(view.mistakes, 'considered-on-day')}
      />
      {lines('legal-basis', 'Legal basis, as written', facts.legalBasis)}
      {line('lead-reviewer', 'Lead reviewer', facts.leadReviewer)}
      {lines('methodology', 'Methodology, as written', facts.methodology)}
      <Button>Keep these facts</Button>
    </ChangeForm>
  )
}
