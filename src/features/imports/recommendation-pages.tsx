/** A recommendation at the right: its words, parts, addressees, findings, and what was said to it. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Fact, Input, Joined, Select, Tag, Textarea } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { type FindingItem, itemsOf, type PartItem, type RecommendationItem } from './draft.ts'
import { FindingLine } from './finding-pages.tsx'
import {
  AgencyRadios,
  ChangeButton,
  ChangeForm,
  closedHref,
  KeepOrClose,
  OpenLink,
  openHref,
  RecommendationSelect,
  recommendationName,
  shortened,
} from './form-parts.tsx'
import { nameKey } from './remark-decide.ts'
import type { Understood } from './sections.ts'
import { Doubts, NumberLink, StandingTag, StatementCard } from './statement-pages.tsx'

interface Props {
  readonly view: CheckView
  readonly understood: Understood
}

/** Everything about one recommendation. */
export function RecommendationSection({ view, understood }: Props) {
  const { recommendation, parts, responses } = understood
  const title = recommendationName(view, recommendation.id)
  const findings = view.findings.filter(finding => finding.recommendation === recommendation.id)
  return (
    <section aria-labelledby={`${recommendation.id}-title`}>
      <h3 class="govuk-heading-m" id={`${recommendation.id}-title`}>
        {title}
      </h3>
      <RecommendationCard view={view} recommendation={recommendation} />
      {parts.map((part, at) => (
        <PartCard view={view} part={part} at={at} />
      ))}
      <AddPart view={view} recommendation={recommendation} />
      <Findings view={view} findings={findings} title={title} />
      {responses.map(({ agency, statements }, at) => (
        <div>
          <ResponseHeading view={view} recommendation={recommendation} agency={agency} at={at} />
          {statements.map(statement => (
            <StatementCard view={view} statement={statement} />
          ))}
        </div>
      ))}
      {responses.length === 0 && <Fact>Nothing was said to it in this document</Fact>}
    </section>
  )
}

function RecommendationCard({ view, recommendation }: { view: CheckView; recommendation: RecommendationItem }) {
  const { id, text, addressees } = recommendation
  const name = recommendationName(view, id)
  return (
    <Joined id={id} doubtful={view.doubts.some(doubt => doubt.item === id)}>
      <div class="heed-check-line">
        <NumberLink view={view} id={id} />
        <Tag>Asked</Tag>
        <StandingTag view={view} id={id} />
        <OpenLink view={view} id={id} about={name} />
      </div>
      <p class="heed-check-words">{text}</p>
      <p class="heed-check-facts">
        {addressees.length > 0 ? `Put to: ${addressees.join('; ')}` : 'Put to: nobody is named'}
      </p>
      <Doubts view={view} id={id} settle />
      {view.open === id && <RecommendationForms view={view} recommendation={recommendation} />}
    </Joined>
  )
}

interface FormProps {
  readonly view: CheckView
  readonly recommendation: RecommendationItem
}

function RecommendationForms({ view, recommendation }: FormProps) {
  const others = itemsOf(view.read.draft, 'recommendation').filter(each => each.id !== recommendation.id)
  const name = recommendationName(view, recommendation.id)
  return (
    <div class="heed-check-forms">
      <CorrectForm view={view} recommendation={recommendation} />
      {others.length > 0 && (
        <ChangeForm view={view} change="recommendation.merge" item={recommendation.id}>
          <Select
            name="into"
            label="Merge it into another"
            hint="Its parts and what was said to it go along."
            items={others.map(each => ({
              value: each.id,
              text: `${recommendationName(view, each.id)}: ${shortened(each.text, 50)}`,
            }))}
            errorMessage={mistakeAt(view.mistakes, 'into')}
          />
          <Button classes="govuk-button--secondary">Merge</Button>
        </ChangeForm>
      )}
      <ChangeButton
        view={view}
        change="recommendation.remove"
        item={recommendation.id}
        text="This is no recommendation: list all its words as not placed"
        about={name}
      />
    </div>
  )
}

function CorrectForm({ view, recommendation }: FormProps) {
  const { id, number, text, addressees } = recommendation
  const fields = valueIn(view, 'recommendation.correct', recommendation)
  return (
    <ChangeForm view={view} change="recommendation.correct" item={id}>
      <Input
        name="number"
        label="Number"
        classes="govuk-input--width-5"
        value={fields.one('number', number)}
        errorMessage={mistakeAt(view.mistakes, 'number')}
      />
      <Textarea
        name="text"
        label="What is recommended, without its parts"
        rows={6}
        value={fields.one('text', text)}
        errorMessage={mistakeAt(view.mistakes, 'text')}
      />
      <Textarea
        name="addressees"
        label="Bodies that it is put to"
        hint="One on each line, as the document names them."
        rows={3}
        value={fields.one('addressees', addressees.join('\n'))}
        errorMessage={mistakeAt(view.mistakes, 'addressees')}
      />
      <RegisterChoice view={view} recommendation={recommendation} />
      <KeepOrClose href={closedHref(view, id)} />
    </ChangeForm>
  )
}

/** In a later edition: which recommendation of the register it is. */
function RegisterChoice({ view, recommendation }: FormProps) {
  const { comparison } = view
  if (!comparison) return null
  const before = comparison.recommendations.get(recommendation.id)?.before ?? null
  const known = [...comparison.recommendations.values()].flatMap(each => each.before ?? [])
  const all = [
    ...new Map([...known, ...comparison.goneRecommendations].map(each => [each.id as string, each])).values(),
  ]
  return (
    <Select
      name="register"
      label="Which recommendation of the register it is"
      items={[
        {
          value: 'compared',
          text: before ? `As compared: ${before.number ?? ''} ${shortened(before.text, 50)}` : 'As compared: a new one',
        },
        { value: 'new', text: 'A new one' },
        ...all.map(each => ({ value: each.id, text: `${each.number ?? ''} ${shortened(each.text, 50)}`.trim() })),
      ]}
      value={valueIn(view, 'recommendation.correct', recommendation).one('register', recommendation.register)}
    />
  )
}

function PartCard({ view, part, at }: { readonly view: CheckView; readonly part: PartItem; readonly at: number }) {
  const name = `Part ${'abcdefghijklmnopqrstuvwxyz'[at] ?? at + 1}`
  const isOpen = view.open === part.id
  return (
    <Joined id={part.id}>
      <div class="heed-check-line">
        <NumberLink view={view} id={part.id} />
        <Tag classes="govuk-tag--grey">{name}</Tag>
        <OpenLink view={view} id={part.id} about={`${name} of ${recommendationName(view, part.recommendation)}`} />
      </div>
      <p class="heed-check-words">{part.text}</p>
      {isOpen && (
        <div class="heed-check-forms">
          <ChangeForm view={view} change="part.correct" item={part.id}>
            <PartText view={view} change="part.correct" part={part} />
            <Button>Keep this correction</Button>
          </ChangeForm>
          <ChangeButton
            view={view}
            change="part.remove"
            item={part.id}
            text="This is no part: list its words as not placed"
            about={name}
          />
        </div>
      )}
    </Joined>
  )
}

const PartText = ({
  view,
  change,
  part,
}: {
  view: CheckView
  change: 'part.correct' | 'part.add'
  part: PartItem | null
}) => (
  <Textarea
    name="text"
    label="What the part asks for"
    rows={3}
    value={valueIn(view, change, part).one('text', part?.text)}
    errorMessage={mistakeAt(view.mistakes, 'text')}
  />
)

function AddPart({ view, recommendation }: FormProps) {
  const open = `${recommendation.id}.part`
  if (view.open !== open) {
    return (
      <p class="govuk-body" id={open}>
        <a class="govuk-link" href={openHref(view, open)}>
          Add a part<span class="govuk-visually-hidden"> to {recommendationName(view, recommendation.id)}</span>
        </a>
      </p>
    )
  }
  return (
    <div class="heed-check-forms" id={open}>
      <ChangeForm view={view} change="part.add" item={recommendation.id}>
        <PartText view={view} change="part.add" part={null} />
        <Button>Add the part</Button>
      </ChangeForm>
    </div>
  )
}

function Findings({ view, findings, title }: { view: CheckView; findings: readonly FindingItem[]; title: string }) {
  if (findings.length === 0) return null
  return (
    <section aria-label={`Findings about ${title}`}>
      {findings.map(finding => (
        <FindingLine view={view} finding={finding} />
      ))}
    </section>
  )
}

interface ResponseProps extends FormProps {
  readonly agency: string
  readonly at: number
}

/** Who speaks, what the directory knows of the name, and a form that moves the whole response. */
function ResponseHeading({ view, recommendation, agency, at }: ResponseProps) {
  const open = `${recommendation.id}.says-${at}`
  const used = view.names.find(each => each.key === nameKey(agency))
  const isKnown = used && (used.decided ?? used.known)
  return (
    <>
      <h4 class="govuk-heading-s" id={`${recommendation.id}-says-${at}`}>
        {agency === '' ? 'Said, but it cannot be told by whom' : `${agency} says`}
      </h4>
      <p class="heed-check-facts" id={open}>
        {agency !== '' && !isKnown && (
          <>
            Nobody in the directory has this name.{' '}
            <a class="govuk-link" href={urls.importNames(view.found.id)}>
              Say who it is
              <span class="govuk-visually-hidden">: {agency}</span>
            </a>{' '}
          </>
        )}
        {view.open !== open && (
          <a class="govuk-link" href={openHref(view, open)}>
            Move all of it
            <span class="govuk-visually-hidden"> that {agency || 'nobody named'} says</span>
          </a>
        )}
      </p>
      {view.open === open && (
        <div class="heed-check-forms">
          <ChangeForm view={view} change="response.move">
            <input type="hidden" name="from-recommendation" value={recommendation.id} />
            <input type="hidden" name="from-agency" value={agency} />
            <AgencyRadios view={view} change="response.move" item={null} value={agency} />
            <RecommendationSelect view={view} change="response.move" item={null} value={recommendation.id} />
            <Button>Move all that was said</Button>
          </ChangeForm>
        </div>
      )}
    </>
  )
}

/** A form for a recommendation that the reader did not see. */
export function AddRecommendation({ view }: { readonly view: CheckView }) {
  if (view.open !== 'add') {
    return (
      <p class="govuk-body" id="add">
        <a class="govuk-link" href={openHref(view, 'add')}>
          Add a recommendation by hand
        </a>
      </p>
    )
  }
  const fields = valueIn(view, 'recommendation.add', null)
  return (
    <div class="heed-check-forms" id="add">
      <ChangeForm view={view} change="recommendation.add">
        <Input
          name="number"
          label="Number"
          classes="govuk-input--width-5"
          value={fields.one('number', '')}
          errorMessage={mistakeAt(view.mistakes, 'number')}
        />
        <Textarea
          name="text"
          label="What is recommended"
          value={fields.one('text', '')}
          errorMessage={mistakeAt(view.mistakes, 'text')}
        />
        <Button>Add the recommendation</Button>
      </ChangeForm>
    </div>
  )
}
