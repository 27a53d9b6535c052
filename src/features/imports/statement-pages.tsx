/** A statement at the right: what was understood, joined to its words, and the forms that correct it. */
import { mistakeAt } from '../../core/form-fields.ts'
import type { PlainDate } from '../../core/plain-date.ts'
import {
  ActTag,
  Button,
  Checkboxes,
  DateInput,
  DueDate,
  Input,
  Joined,
  Radios,
  Tag,
  Textarea,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type CheckView, nextDoubt, valueIn } from './check-view.ts'
import type { DoubtKind } from './doubts.ts'
import { findItem, type ItemId, type PartItem, partsOf, type StatementItem } from './draft.ts'
import {
  ActSelect,
  AgencyRadios,
  ChangeButton,
  ChangeForm,
  closedHref,
  KeepOrClose,
  OpenLink,
  RecommendationSelect,
  shortened,
} from './form-parts.tsx'
import { wordsId } from './source-pages.tsx'
import { sourceText, wordsOfSpans } from './spans.ts'
import { nextStatement } from './statement-decide.ts'

/** Why a thing is to be looked at. */
const doubtWords: Readonly<Record<DoubtKind, string>> = {
  unplaced: 'These words stand nowhere yet',
  'no-agency': 'It cannot be told which agency says this',
  'part-open': 'No statement takes up one of its parts, and of some it cannot be told which they take up',
  'no-number': 'This recommendation has no number, and others have one',
  'same-number': 'Another recommendation has the same number',
}

interface ItemProps {
  readonly view: CheckView
  readonly id: ItemId
}

/** The number of an item, which leads to its words. */
export const NumberLink = ({ view, id }: ItemProps) => (
  <a class="heed-check-number" href={`#${wordsId(id)}`}>
    <span class="govuk-visually-hidden">Words of number </span>
    {view.numbers.get(id)}
  </a>
)

/** Why a person should look at an item, with the way to the next such item. */
export function Doubts({ view, id, settle }: ItemProps & { readonly settle?: boolean }) {
  const doubts = view.doubts.filter(doubt => doubt.item === id)
  if (doubts.length === 0) return null
  const next = nextDoubt(view, id)
  return (
    <div class="heed-check-doubts">
      {doubts.map(doubt => (
        <p class="heed-check-doubt">
          <strong>To look at:</strong> {doubtWords[doubt.kind]}
        </p>
      ))}
      {settle && (
        <ChangeButton
          view={view}
          change="item.seen"
          item={id}
          text="It is right as it is"
          about={`number ${view.numbers.get(id)}`}
        />
      )}
      {next && (
        <a
          class="govuk-link"
          href={`${urls.import(view.found.id)}?page=${next.page}#${next.item}`}
          data-next-doubt={next.item}
        >
          Next to look at
          <span class="govuk-visually-hidden"> after number {view.numbers.get(id)}</span>
        </a>
      )}
    </div>
  )
}

const letters = 'abcdefghijklmnopqrstuvwxyz'

/** "part a", "parts a and c": by the order in which the parts stand. */
function partNames(parts: readonly PartItem[], answers: readonly ItemId[]): string {
  const names = parts.flatMap((part, at) => (answers.includes(part.id) ? [letters[at] ?? String(at + 1)] : []))
  return `${names.length === 1 ? 'part' : 'parts'} ${names.join(', ').replace(/, ([^,]+)$/, ' and $1')}`
}

function Answers({ view, statement }: { readonly view: CheckView; readonly statement: StatementItem }) {
  const parts = partsOf(view.read.draft, statement.recommendation)
  if (parts.length === 0) return null
  const { answers } = statement
  const words =
    answers === null
      ? 'Takes up: cannot be told'
      : answers.length === 0
        ? 'Takes up the whole'
        : `Takes up ${partNames(parts, answers)}`
  return <p class="heed-check-facts">{words}</p>
}

/** Whether the register has it already. */
export function StandingTag({ view, id }: ItemProps) {
  const compared = view.comparison?.statements.get(id) ?? view.comparison?.recommendations.get(id)
  if (!compared) return null
  const colours = { new: 'govuk-tag--green', changed: 'govuk-tag--yellow', same: 'govuk-tag--grey' } as const
  const words = { new: 'New in this edition', changed: 'Changed in this edition', same: 'In the register already' }
  return <Tag classes={colours[compared.standing]}>{words[compared.standing]}</Tag>
}

/** One statement, or its forms when it is open. */
export function StatementCard({ view, statement }: { readonly view: CheckView; readonly statement: StatementItem }) {
  const { id, act, due, owner, status, text } = statement
  const number = view.numbers.get(id)
  return (
    <Joined id={id} doubtful={view.doubts.some(doubt => doubt.item === id)}>
      <div class="heed-check-line">
        <NumberLink view={view} id={id} />
        <ActTag act={act} />
        <StandingTag view={view} id={id} />
        <OpenLink view={view} id={id} about={`statement ${number}`} />
      </div>
      <p class="heed-check-words">{text}</p>
      {(act === 'planned' || due) && (
        <p class="heed-check-facts">
          Due: <DueDate due={due} today={view.today} settled={isSettled(statement)} />
        </p>
      )}
      {owner && <p class="heed-check-facts">Owner: {owner}</p>}
      {status && <p class="heed-check-facts">Status in the document: {status}</p>}
      <Answers view={view} statement={statement} />
      <Doubts view={view} id={id} settle />
      {view.open === id && <StatementForms view={view} statement={statement} />}
    </Joined>
  )
}

/** Whether no due date can pass any more: nothing is promised, or the plan says that it is finished. */
const isSettled = ({ act, manner }: StatementItem) => act !== 'planned' || manner?.finished === true

interface FormProps {
  readonly view: CheckView
  readonly statement: StatementItem
}

const StatementForms = ({ view, statement }: FormProps) => (
  <div class="heed-check-forms">
    <CorrectForm view={view} statement={statement} />
    <SplitForm view={view} statement={statement} />
    <MoveButtons view={view} statement={statement} />
  </div>
)

function CorrectForm({ view, statement }: FormProps) {
  const change = 'statement.correct'
  const fields = valueIn(view, change, statement)
  const shared = { view, change, item: statement } as const
  return (
    <ChangeForm view={view} change={change} item={statement.id}>
      <Textarea
        name="text"
        label="What it says"
        rows={4}
        value={fields.one('text', statement.text)}
        errorMessage={mistakeAt(view.mistakes, 'text')}
      />
      <ActSelect {...shared} value={statement.act} />
      <AgencyRadios {...shared} value={statement.agency} />
      <RecommendationSelect {...shared} value={statement.recommendation} />
      <AnswersFields view={view} statement={statement} />
      <DueFields view={view} statement={statement} />
      <Input
        name="owner"
        label="Owner (a role, not a person)"
        value={fields.one('owner', statement.owner)}
        errorMessage={mistakeAt(view.mistakes, 'owner')}
      />
      <Input
        name="status"
        label="Status, as the document gives it"
        value={fields.one('status', statement.status)}
        errorMessage={mistakeAt(view.mistakes, 'status')}
      />
      <KeepOrClose href={closedHref(view, statement.id)} />
    </ChangeForm>
  )
}

function AnswersFields({ view, statement }: FormProps) {
  const parts = partsOf(view.read.draft, statement.recommendation)
  if (parts.length === 0) return null
  const fields = valueIn(view, 'statement.correct', statement)
  const { answers } = statement
  const kept = answers === null ? 'unknown' : answers.length === 0 ? 'whole' : 'parts'
  const items = parts.map((part, at) => ({
    value: part.id,
    text: `Part ${letters[at] ?? at + 1}: ${shortened(part.text, 80)}`,
  }))
  const which = (
    <Checkboxes
      name="part"
      idPrefix="answers-part"
      fieldset={{ legend: 'Which parts' }}
      values={fields.many('part', answers ?? [])}
      classes="govuk-checkboxes--small"
      items={items}
    />
  )
  return (
    <Radios
      name="answers"
      fieldset={{ legend: 'What it takes up' }}
      value={fields.one('answers', kept)}
      errorMessage={mistakeAt(view.mistakes, 'answers')}
      classes="govuk-radios--small"
      items={[
        { value: 'whole', text: 'The whole recommendation' },
        { value: 'parts', text: 'Some of its parts', conditional: which },
        { value: 'unknown', text: 'It cannot be told' },
      ]}
    />
  )
}

/** A date as its three boxes. */
export function dayValues(fields: ReturnType<typeof valueIn>, field: string, kept: PlainDate | null) {
  const [year, month, day] = kept?.split('-').map(part => String(Number(part))) ?? []
  return {
    day: fields.one(`${field}-day`, day),
    month: fields.one(`${field}-month`, month),
    year: fields.one(`${field}-year`, year),
  }
}

function DueFields({ view, statement }: FormProps) {
  const fields = valueIn(view, 'statement.correct', statement)
  const { due } = statement
  const day = (field: 'due-from' | 'due-to', legend: string, kept: PlainDate | null) => (
    <DateInput
      id={field}
      namePrefix={field}
      fieldset={{ legend }}
      values={dayValues(fields, field, kept)}
      errorMessage={mistakeAt(view.mistakes, field) ?? mistakeAt(view.mistakes, `${field}-day`)}
    />
  )
  return (
    <>
      <Input
        name="due"
        label="When it is due, in the document's words"
        hint="For example, September 2018. Leave it empty when no date is given."
        value={fields.one('due', due?.asWritten)}
        errorMessage={mistakeAt(view.mistakes, 'due')}
      />
      {day('due-from', 'First day (empty: Heed works both days out of the words)', due?.from ?? null)}
      {day('due-to', 'Last day', due?.to ?? null)}
    </>
  )
}

/** The words as the source has them, to be parted by line breaks. */
export function PiecesField({
  view,
  change,
  item,
}: {
  view: CheckView
  change: 'statement.split' | 'passage.split'
  item: StatementItem | { id: ItemId; spans: StatementItem['spans'] }
}) {
  const source = wordsOfSpans(sourceText(view.read.text), item.spans)
  const kept = findItem(view.read.draft, change === 'statement.split' ? 'statement' : 'passage', item.id)
  return (
    <Textarea
      name="pieces"
      label="Split it in two or more"
      hint="Put a line break where each new one begins. The words stay those of the source."
      rows={4}
      value={valueIn(view, change, kept).one('pieces', source)}
      errorMessage={mistakeAt(view.mistakes, 'pieces')}
    />
  )
}

const SplitForm = ({ view, statement }: FormProps) => (
  <ChangeForm view={view} change="statement.split" item={statement.id}>
    <PiecesField view={view} change="statement.split" item={statement} />
    <Button classes="govuk-button--secondary">Split</Button>
  </ChangeForm>
)

function MoveButtons({ view, statement }: FormProps) {
  const next = nextStatement(view.read.draft, statement)
  const about = `number ${view.numbers.get(statement.id)}`
  return (
    <div class="govuk-button-group">
      {next && (
        <ChangeButton
          view={view}
          change="statement.merge"
          item={statement.id}
          fields={{ next: next.id }}
          text="Merge with the next"
          about={`${about}: ${shortened(next.text, 60)}`}
        />
      )}
      <ChangeButton
        view={view}
        change="statement.unplace"
        item={statement.id}
        text="This is no statement: list its words as not placed"
        about={about}
      />
    </div>
  )
}
