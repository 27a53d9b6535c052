/** How a later edition stands to what the register has of its review: what is new, changed and gone. */
import { Button, Claim, EmptyState, Fact, Select, SummaryList } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { CheckView } from './check-view.ts'
import type { Comparison, Standing } from './comparison.ts'
import { findItem, type ItemId, type StatementItem } from './draft.ts'
import { ChangeButton, ChangeForm, shortened } from './form-parts.tsx'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const counts = (recommendations: number, statements: number): string =>
  `${counted(recommendations, 'recommendation', 'recommendations')}, ${counted(statements, 'statement', 'statements')}`

/** Those items of a kind that stand so to the register. */
const those = <Thing,>(
  of: ReadonlyMap<ItemId, { readonly standing: Standing; readonly before: Thing | null }>,
  standing: Standing,
) => [...of].filter(([, each]) => each.standing === standing).map(([id, { before }]) => ({ id, before }))

interface Props {
  readonly view: CheckView
  readonly comparison: Comparison
}

export function ComparisonPage({ view }: { readonly view: CheckView }) {
  const { comparison } = view
  if (!comparison) return <EmptyState title="The register has nothing of this review yet" />
  const { recommendations, statements, goneRecommendations, goneStatements } = comparison
  const row = (key: string, standing: Standing) => ({
    key,
    value: counts(those(recommendations, standing).length, those(statements, standing).length),
  })
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
          { key: 'Gone', value: counts(goneRecommendations.length, goneStatements.length) },
        ]}
      />
      <New view={view} comparison={comparison} />
      <Changed view={view} comparison={comparison} />
      <Gone view={view} comparison={comparison} />
    </>
  )
}

/** Where an item is checked. */
const Checked = ({ view, id, about }: { readonly view: CheckView; readonly id: ItemId; readonly about: string }) => (
  <a class="govuk-link" href={`${urls.import(view.found.id)}?at=${id}#${id}`}>
    See it in the check<span class="govuk-visually-hidden">: {shortened(about, 60)}</span>
  </a>
)

function New({ view, comparison }: Props) {
  const { draft } = view.read
  const recommendations = those(comparison.recommendations, 'new').flatMap(
    ({ id }) => findItem(draft, 'recommendation', id) ?? [],
  )
  const statements = those(comparison.statements, 'new').flatMap(({ id }) => findItem(draft, 'statement', id) ?? [])
  if (recommendations.length + statements.length === 0) return null
  return (
    <section aria-labelledby="new">
      <h2 class="govuk-heading-m" id="new">
        New
      </h2>
      {recommendations.map(({ id, number, text }) => (
        <p class="govuk-body">
          Recommendation {number ?? 'without a number'}: {shortened(text, 200)}{' '}
          <Checked view={view} id={id} about={text} />
        </p>
      ))}
      {statements.map(({ id, agency, text, recommendation }) => (
        <>
          <Claim by={agency || 'Nobody named'} on={null}>
            {text}
          </Claim>
          <p class="govuk-body">
            To recommendation {findItem(draft, 'recommendation', recommendation)?.number ?? 'without a number'}.{' '}
            <Checked view={view} id={id} about={text} />
          </p>
        </>
      ))}
    </section>
  )
}

function Changed({ view, comparison }: Props) {
  const { draft } = view.read
  const recommendations = those(comparison.recommendations, 'changed')
  const statements = those(comparison.statements, 'changed')
  if (recommendations.length + statements.length === 0) return null
  return (
    <section aria-labelledby="changed">
      <h2 class="govuk-heading-m" id="changed">
        Changed
      </h2>
      {recommendations.map(({ id, before }) => {
        const now = findItem(draft, 'recommendation', id)
        return now && before ? (
          <Both name={`Recommendation ${before.number ?? ''}`} was={before.text} now={now.text}>
            <p class="govuk-body">
              The register keeps the words that it has.{' '}
              <a class="govuk-link" href={urls.thingCorrections('recommendation', before.id)}>
                Correct them there
              </a>{' '}
              if these are the right ones.
            </p>
          </Both>
        ) : null
      })}
      {statements.map(({ id, before }) => {
        const now = findItem(draft, 'statement', id)
        return now && before ? (
          <Both name={now.agency || 'Nobody named'} was={before.text} now={now.text}>
            <ChangeButton
              view={view}
              change="statement.match"
              item={id}
              back="comparison"
              fields={{ register: 'new' }}
              text="They are two different statements"
              about={shortened(now.text, 60)}
            />
          </Both>
        ) : null
      })}
    </section>
  )
}

interface BothProps {
  readonly name: string
  readonly was: string
  readonly now: string
  readonly children: preact.ComponentChildren
}

const Both = ({ name, was, now, children }: BothProps) => (
  <div class="heed-check-finding">
    <p class="heed-check-facts">{name}, before:</p>
    <blockquote class="heed-check-quote">{was}</blockquote>
    <p class="heed-check-facts">In this edition:</p>
    <blockquote class="heed-check-quote">{now}</blockquote>
    {children}
  </div>
)

function Gone({ view, comparison }: Props) {
  const { goneRecommendations, goneStatements } = comparison
  if (goneRecommendations.length + goneStatements.length === 0) return null
  return (
    <section aria-labelledby="gone">
      <h2 class="govuk-heading-m" id="gone">
        Gone
      </h2>
      <p class="govuk-body">
        What is not repeated stays in the register as it was said. Where this edition says it in other words, say which
        statement takes its place.
      </p>
      {goneRecommendations.map(each => (
        <Fact>
          Recommendation {each.number} is not in this edition: {shortened(each.text, 200)}
        </Fact>
      ))}
      {goneStatements.map(({ under, statement }) => (
        <div class="heed-check-finding">
          <Fact>Not repeated under recommendation {under.number}</Fact>
          <Claim by={statement.agency || 'Nobody named'} on={statement.saidOn}>
            {statement.text}
          </Claim>
          <Replacement
            view={view}
            gone={statement.id}
            candidates={candidatesOf({ view, comparison }, under.id, statement.agency)}
          />
        </div>
      ))}
    </section>
  )
}

/** The new statements of this edition under the same recommendation of the register, those of the same body first. */
function candidatesOf({ view, comparison }: Props, under: string, body: string): readonly StatementItem[] {
  const isOther = ({ agency }: StatementItem) => Number(agency.toLowerCase() !== body.toLowerCase())
  return those(comparison.statements, 'new')
    .flatMap(({ id }) => findItem(view.read.draft, 'statement', id) ?? [])
    .filter(({ recommendation }) => comparison.recommendations.get(recommendation)?.before?.id === under)
    .toSorted((a, b) => isOther(a) - isOther(b))
}

interface ReplacementProps {
  readonly view: CheckView
  readonly gone: string
  readonly candidates: readonly StatementItem[]
}

const Replacement = ({ view, gone, candidates }: ReplacementProps) =>
  candidates.length === 0 ? null : (
    <ChangeForm view={view} change="statement.match" back="comparison">
      <input type="hidden" name="register" value={gone} />
      <Select
        id={`item-${gone}`}
        name="item"
        label="It is now said as"
        items={candidates.map(({ id, agency, text }) => ({
          value: id,
          text: `${agency || 'Nobody named'}: ${shortened(text, 70)}`,
        }))}
      />
      <Button classes="govuk-button--secondary">It takes the place of this</Button>
    </ChangeForm>
  )
