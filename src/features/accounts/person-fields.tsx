/** Fields and frames that several pages of sign-in and accounts have. */
import type { ComponentChildren } from 'preact'
import { mistakeAt } from '../../core/form-fields.ts'
import type { Mistake } from '../../core/refusals.ts'
import { GridColumn, GridRow, Input, PasswordInput } from '../../design/index.ts'
import { shortestPassword } from './password-decide.ts'

/** What a page with a form is made from, whatever it asks for. */
export interface FormView {
  readonly csrf: string
  readonly mistakes: readonly Mistake[]
  /** What was typed, to be shown again. Passwords are never shown again. */
  readonly form: URLSearchParams
}

/** The reading column. */
export const Reading = ({ children }: { readonly children: ComponentChildren }) => (
  <GridRow>
    <GridColumn width="two-thirds">{children}</GridColumn>
  </GridRow>
)

interface FieldOfView {
  readonly view: FormView
  readonly name?: string
  readonly label: string
  readonly hint?: string
  readonly value?: string
}

export const EmailField = ({ view, name = 'email', label, hint, value }: FieldOfView) => (
  <Input
    name={name}
    label={label}
    hint={hint}
    type="email"
    autocomplete="email"
    spellcheck={false}
    value={view.form.get(name) ?? value}
    errorMessage={mistakeAt(view.mistakes, name)}
  />
)

export const LineField = ({ view, name = 'name', label, hint, value, autocomplete }: FieldOfView & Autocomplete) => (
  <Input
    name={name}
    label={label}
    hint={hint}
    autocomplete={autocomplete}
    value={view.form.get(name) ?? value}
    errorMessage={mistakeAt(view.mistakes, name)}
  />
)
interface Autocomplete {
  readonly autocomplete?: string
}

export const PresentPasswordField = ({ view, name = 'password', label }: FieldOfView) => (
  <PasswordInput name={name} label={label} errorMessage={mistakeAt(view.mistakes, name)} />
)

export const NewPasswordField = ({ view, label }: Pick<FieldOfView, 'view' | 'label'>) => (
  <PasswordInput
    name="password"
    label={label}
    hint={`Use ${shortestPassword} characters or more. Three or four random words are hard to guess and easy to keep.`}
    autocomplete="new-password"
    errorMessage={mistakeAt(view.mistakes, 'password')}
  />
)

/** The six figures that an authenticator app shows. */
export const CodeField = ({ view, hint }: { readonly view: FormView; readonly hint: string }) => (
  <Input
    name="code"
    label="Code"
    hint={hint}
    inputmode="numeric"
    autocomplete="one-time-code"
    classes="govuk-input--width-5"
    errorMessage={mistakeAt(view.mistakes, 'code')}
  />
)
