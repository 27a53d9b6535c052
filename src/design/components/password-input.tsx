import { Button } from './button.tsx'
import { classNames } from './class-names.ts'
import { type FieldProps, fieldIds } from './field.tsx'
import { Input } from './input.tsx'

interface Props extends FieldProps {
  readonly value?: string | undefined
  readonly autocomplete?: 'current-password' | 'new-password' | undefined
}

/** A password, with a button to show it when there is JavaScript. */
export const PasswordInput = ({ autocomplete = 'current-password', ...props }: Props) => (
  <Input
    {...props}
    type="password"
    spellcheck={false}
    autocapitalize="none"
    autocomplete={autocomplete}
    classes={classNames('govuk-password-input__input govuk-js-password-input-input', props.classes)}
    inputWrapper={{ classes: 'govuk-password-input__wrapper' }}
    formGroup={{
      classes: classNames('govuk-password-input', props.formGroup?.classes),
      attributes: { 'data-module': 'govuk-password-input', ...props.formGroup?.attributes },
    }}
    after={
      <Button
        type="button"
        classes="govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle"
        attributes={{ 'aria-controls': fieldIds(props).id, 'aria-label': 'Show password', hidden: true }}
      >
        Show
      </Button>
    }
  />
)
