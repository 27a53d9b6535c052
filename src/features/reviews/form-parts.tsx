/** What several forms of reviews and of the register share. */
import type { ComponentChildren } from 'preact'
import type { Ask } from '../../app.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { writeInstant } from '../../core/instants.ts'
import type { Mistake } from '../../core/refusals.ts'
import {
  Button,
  ButtonGroup,
  CharacterCount,
  DateInput,
  type DatePart,
  Form,
  Heading,
  Link,
  Tag,
} from '../../design/index.ts'
import { type FormView, Reading, viewOf } from '../accounts/index.ts'
import { longestFact, type Standing } from './reviews.ts'

/** A form as it is first shown: with what is known already, and after a mistake with what was typed. */
export function formView(ask: Ask, fields: Readonly<Record<string, string>>, mistakes: readonly Mistake[]): FormView {
  const view = viewOf(ask, mistakes)
  return ask.method === 'GET' ? { ...view, form: new URLSearchParams(fields) } : view
}

interface FieldProps {
  readonly view: FormView
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
}

/** Several lines of text, counted against the limit. */
export const TextField = ({ view, name, label, hint, longest, rows }: FieldProps & TextLimits) => (
  <CharacterCount
    name={name}
    label={label}
    hint={hint}
    rows={rows ?? 5}
    maxlength={longest}
    threshold={75}
    value={view.form.get(name) ?? ''}
    errorMessage={mistakeAt(view.mistakes, name)}
  />
)
interface TextLimits {
  readonly longest: number
  readonly rows?: number
}

/** A date in three boxes. */
export const DateField = ({ view, name, label, hint }: FieldProps) => (
  <DateInput
    id={name}
    namePrefix={name}
    fieldset={{ legend: label }}
    hint={hint ?? 'For example, 27 3 2026'}
    values={dateValues(view.form, name)}
    errorMessage={mistakeAt(view.mistakes, `${name}-day`)}
  />
)

const dateValues = (form: URLSearchParams, name: string): Readonly<Record<DatePart, string>> => ({
  day: form.get(`${name}-day`) ?? '',
  month: form.get(`${name}-month`) ?? '',
  year: form.get(`${name}-year`) ?? '',
})

/** Why it is done, for those who read the History later. */
export const ReasonField = ({ view, label = 'Why', hint }: Partial<FieldProps> & Pick<FieldProps, 'view'>) => (
  <TextField
    view={view}
    name="reason"
    label={label}
    hint={hint ?? 'It is kept, and shown to those who see the review'}
    longest={longestFact.reason}
    rows={3}
  />
)

/** "Ada Marsh, 3 May 2026, 10:15am"; somebody, for whoever may not know of the person. */
export const writeWho = (name: string | null, at: Date): string => `${name ?? 'Somebody'}, ${writeInstant(at)}`

/** Whether a review is restricted or released, as a word and a tag. */
export const StandingTag = ({ standing }: { readonly standing: Standing }) =>
  standing === 'restricted' ? <Tag>Restricted</Tag> : <Tag classes="govuk-tag--grey">Released</Tag>

interface ConfirmProps {
  readonly csrf: string
  readonly action: string
  readonly title: string
  readonly caption: string
  readonly children: ComponentChildren
  /** What was chosen on the page before; sent again with the confirmation. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>
  readonly button: string
  readonly isWarning?: boolean
  readonly backHref: string
}

/** Asks once more before something is done, and says exactly what it does. */
export const ConfirmPage = ({ csrf, fields = {}, children, ...page }: ConfirmProps) => (
  <Reading>
    <Heading level={1} caption={page.caption}>
      {page.title}
    </Heading>
    {children}
    <Form action={page.action} csrf={csrf}>
      <input type="hidden" name="confirmed" value="yes" />
      {Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map(value => <input type="hidden" name={name} value={value} />),
      )}
      <ButtonGroup>
        <Button classes={page.isWarning ? 'govuk-button--warning' : undefined} preventDoubleClick>
          {page.button}
        </Button>
        <Link href={page.backHref}>Go back, nothing changes</Link>
      </ButtonGroup>
    </Form>
  </Reading>
)
