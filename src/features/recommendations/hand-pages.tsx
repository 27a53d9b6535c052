/** The forms for making, correcting and withdrawing by hand. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Form, Heading, InsetText, Link, Paragraph, Radios, Select } from '../../design/index.ts'
import { shippedGuidance } from '../../reader/guidance-data.ts'
import { type FormView, LineField, Reading } from '../accounts/index.ts'
import { ReasonField, TextField } from '../reviews/index.ts'
import type { Around, ThingKind } from './hand.ts'
import type { Turn } from './hand-commands.ts'
import { longest } from './register-input.ts'
import { findingWords } from './register-words.ts'
import { StatementFields } from './statement-form.tsx'

/** What each kind of thing is called in a heading. */
export const thingNames: Readonly<Record<ThingKind, string>> = {
  recommendation: 'recommendation',
  part: 'part of the recommendation',
  addressee: 'body that is asked',
  statement: 'statement',
  citation: 'citation of guidance',
  finding: 'finding',
}

export interface FieldsProps {
  readonly view: FormView
  readonly around: Around
  /** The thing's own id where it is corrected. */
  readonly id: string | null
}

const RecommendationFields = ({ view }: FieldsProps) => (
  <>
    <LineField view={view} name="number" label="Number (optional)" hint="As it is written, such as 3 or 2.1" />
    <TextField view={view} name="text" label="What is recommended" longest={longest.recommendation} rows={8} />
  </>
)

const PartFields = ({ view }: FieldsProps) => (
  <TextField view={view} name="text" label="What this part asks" longest={longest.part} />
)

const AddresseeFields = ({ view, around: { agencies, groups } }: FieldsProps) => (
  <>
    <Select
      name="body"
      label="The body in the board’s directory"
      hint="Silence is told for the body that you choose; of a group, for each of its members"
      items={[
        { text: 'None of these', value: '' },
        ...agencies.map(({ id, name }) => ({ text: name, value: `agency:${id}` })),
        ...groups.map(({ id, name }) => ({ text: `${name} (a group)`, value: `group:${id}` })),
      ]}
      value={view.form.get('body')}
      errorMessage={mistakeAt(view.mistakes, 'body')}
    />
    <LineField
      view={view}
      name="asWritten"
      label="The body as the document writes it"
      hint="May be left empty where a body is chosen above. Up to 300 characters."
    />
  </>
)

const CitationFields = ({ view }: FieldsProps) => {
  const chosen = view.form.get('guidance') ?? ''
  const known = shippedGuidance().guidance.map(({ id, title }) => ({ text: title, value: id }))
  const isUnknown = chosen !== '' && !known.some(({ value }) => value === chosen)
  return (
    <>
      <Select
        name="guidance"
        label="Guidance or law"
        items={[
          { text: 'Choose one', value: '' },
          ...(isUnknown ? [{ text: `${chosen} (not in the list of guidance)`, value: chosen }] : []),
          ...known,
        ]}
        value={chosen}
        errorMessage={mistakeAt(view.mistakes, 'guidance')}
      />
      <LineField
        view={view}
        name="edition"
        label="Edition (optional)"
        hint="Its year, such as 2018. Leave it empty where the document names none."
      />
      <LineField
        view={view}
        name="asWritten"
        label="As the document writes it (optional)"
        hint="Up to 300 characters."
      />
    </>
  )
}

const FindingFields = ({ view, around: { codes, statements } }: FieldsProps) => (
  <>
    <Radios
      name="code"
      fieldset={{ legend: 'What is wrong or missing' }}
      hint="No response, a silent body, no date and a passed date are told by the register itself."
      items={codes.map(code => ({ value: code, text: findingWords[code] }))}
      value={view.form.get('code')}
      errorMessage={mistakeAt(view.mistakes, 'code')}
    />
    <TextField view={view} name="message" label="What you noticed, in words" longest={longest.message} />
    {statements.length > 0 && (
      <Select
        name="statement"
        label="Statement that it is about (optional)"
        hint="A promise without an owner or an end is one of these."
        items={[
          { text: 'The recommendation as a whole', value: '' },
          ...statements.map(({ id, text }) => ({ text: text.length > 80 ? `${text.slice(0, 79)}…` : text, value: id })),
        ]}
        value={view.form.get('statement')}
        errorMessage={mistakeAt(view.mistakes, 'statement')}
      />
    )}
  </>
)

const fieldsOf: Readonly<Record<ThingKind, (props: FieldsProps) => ReturnType<typeof PartFields>>> = {
  recommendation: RecommendationFields,
  part: PartFields,
  addressee: AddresseeFields,
  statement: StatementFields,
  citation: CitationFields,
  finding: FindingFields,
}

interface FormProps extends FieldsProps {
  readonly kind: ThingKind
  readonly caption: string
  readonly title: string
  readonly action: string
  /** How the thing stands; null where it is new. */
  readonly stamp: string | null
  readonly backHref: string
}

export function ThingFormPage({ kind, caption, title, action, stamp, backHref, ...fields }: FormProps) {
  const FieldsOfKind = fieldsOf[kind]
  return (
    <Reading>
      <Heading level={1} caption={caption}>
        {title}
      </Heading>
      {stamp !== null && (
        <Paragraph>
          What it says now is kept, with your name, the time and the reason. The words of the document stay as they are.
        </Paragraph>
      )}
      <Form action={action} csrf={fields.view.csrf}>
        {stamp !== null && <input type="hidden" name="seen" value={stamp} />}
        <FieldsOfKind {...fields} />
        <ReasonField
          view={fields.view}
          label={stamp === null ? 'Where is this from, and why is it added by hand?' : 'Why is it corrected?'}
        />
        <div class="govuk-button-group">
          <Button preventDoubleClick>{stamp === null ? 'Add to the register' : 'Save the correction'}</Button>
          <Link href={backHref}>Go back, nothing changes</Link>
        </div>
      </Form>
    </Reading>
  )
}

interface TurnProps {
  readonly view: FormView
  readonly kind: ThingKind
  readonly act: Turn
  readonly caption: string
  readonly action: string
  readonly words: string
  readonly backHref: string
}

const consequences: Readonly<Record<Turn, Readonly<Record<ThingKind, string>>>> = {
  withdraw: {
    recommendation: 'The recommendation and everything that was said to it no longer count anywhere.',
    part: 'The part is no longer shown or missed. Statements that take it up stay.',
    addressee: 'The body is no longer asked, so it is no longer called silent.',
    statement:
      'The statement no longer counts anywhere, and is not overdue. One that it took the place of counts again.',
    citation: 'The mention no longer counts among the guidance that the review relies on.',
    finding: 'The finding no longer counts anywhere, as if nobody had noticed it.',
  },
  reinstate: {
    recommendation: 'The recommendation counts again, with everything that was said to it.',
    part: 'The part is shown again, and missed where nothing takes it up.',
    addressee: 'The body is asked again, and called silent where it has said nothing.',
    statement:
      'The statement counts again, and can be overdue. One that it took the place of no longer counts as open.',
    citation: 'The mention counts again among the guidance that the review relies on.',
    finding: 'The finding counts again.',
  },
}

const turnWords = {
  withdraw: {
    kept: 'What it says is kept, with your name, the time and the reason, and it can be put back.',
    why: 'Why is it withdrawn?',
    press: 'Withdraw',
    classes: 'govuk-button--warning',
  },
  reinstate: {
    kept: 'That it was withdrawn stays in the history.',
    why: 'Why is it put back?',
    press: 'Put it back',
    classes: undefined,
  },
} as const

/** What the page for withdrawing a thing, or for putting it back, is called. */
export const turnTitle = (kind: ThingKind, act: Turn): string =>
  act === 'withdraw' ? `Withdraw the ${thingNames[kind]}` : `Put the ${thingNames[kind]} back`

export function TurnPage({ view, kind, act, caption, action, words, backHref }: TurnProps) {
  const { kept, why, press, classes } = turnWords[act]
  return (
    <Reading>
      <Heading level={1} caption={caption}>
        {turnTitle(kind, act)}
      </Heading>
      <InsetText>{words}</InsetText>
      <Paragraph>
        {consequences[act][kind]} {kept}
      </Paragraph>
      <Form action={action} csrf={view.csrf}>
        <ReasonField view={view} label={why} />
        <div class="govuk-button-group">
          <Button classes={classes} preventDoubleClick>
            {press}
          </Button>
          <Link href={backHref}>Go back, nothing changes</Link>
        </div>
      </Form>
    </Reading>
  )
}
