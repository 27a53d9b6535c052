/** What the document says of the review itself, and how it stands to what the register has. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Claim, DateInput, EmptyState, Fact, Input, Select, SummaryList, Textarea } from '../../design/index.ts'
import type { ReviewFacts } from '../../reader/reading.ts'
import { typeNames } from '../reviews/index.ts'
import { type CheckView, valueIn } from './check-view.ts'
import type { Comparison } from './comparison.ts'
import { findItem, reviewItemId } from './draft.ts'
import { ChangeForm, shortened } from './form-parts.tsx'
import { dayValues } from './statement-pages.tsx'

/** The facts of the review as they stand in the check. */
export const factsOf = (view: CheckView): ReviewFacts | null =>
  findItem(view.read.draft, 'review', reviewItemId)?.facts ?? null

/** A form for what the document says of the review. */
export function ReviewFactsPage({ view }: { readonly view: CheckView }) {
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

const countOf = (standings: Comparison['statements'], standing: 'new' | 'changed' | 'same') =>
  [...standings.values()].filter(each => each.standing === standing).length

/** What is new, changed and gone against the register. */
export function ComparisonPage({ view }: { readonly view: CheckView }) {
  const { comparison } = view
  if (!comparison) return <EmptyState title="The register has nothing of this review yet" />
  const { recommendations, statements, goneRecommendations, goneStatements } = comparison
  const recommended = [...recommendations.values()]
  const count = (standing: 'new' | 'changed' | 'same') => recommended.filter(each => each.standing === standing).length
  const row = (key: string, standing: 'new' | 'changed' | 'same') => ({
    key,
    value: `${count(standing)} recommendations, ${countOf(statements, standing)} statements`,
  })
  const changed = [...statements].filter(([, each]) => each.standing === 'changed')
  return (
    <>
      <p class="govuk-body">
        This is a later edition of a response that stands in the register. Saving adds what is new and what is changed
        as dated statements. Nothing that stands there is overwritten or taken away.
      </p>
      <SummaryList
        rows={[
          row('New', 'new'),
          row('Changed', 'changed'),
          row('The same', 'same'),
          { key: 'Gone', value: `${goneRecommendations.length} recommendations, ${goneStatements.length} statements` },
        ]}
      />
      {changed.length > 0 && <h2 class="govuk-heading-m">Changed</h2>}
      {changed.map(([id, { before }]) => {
        const now = findItem(view.read.draft, 'statement', id)
        return now && before ? <Changed was={before.text} now={now.text} by={now.agency} /> : null
      })}
      {goneStatements.length + goneRecommendations.length > 0 && <h2 class="govuk-heading-m">Gone</h2>}
      {goneRecommendations.map(each => (
        <Fact>
          Recommendation {each.number} is not in this edition: {shortened(each.text, 200)}
        </Fact>
      ))}
      {goneStatements.map(({ under, statement }) => (
        <>
          <Fact>Not repeated under recommendation {under.number}</Fact>
          <Claim by={statement.agency || 'Nobody named'} on={statement.saidOn}>
            {statement.text}
          </Claim>
        </>
      ))}
    </>
  )
}

const Changed = ({ was, now, by }: { readonly was: string; readonly now: string; readonly by: string }) => (
  <div class="heed-check-finding">
    <p class="heed-check-facts">{by || 'Nobody named'}, before:</p>
    <blockquote class="heed-check-quote">{was}</blockquote>
    <p class="heed-check-facts">In this edition:</p>
    <blockquote class="heed-check-quote">{now}</blockquote>
  </div>
)
