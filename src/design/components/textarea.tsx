import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

/** Props of `Textarea`, which the character count builds on. */
export interface TextareaProps extends FieldProps {
  readonly value?: string | undefined
  /** Lines high, 5 by default. */
  readonly rows?: number | undefined
  readonly autocomplete?: string | undefined
  readonly spellcheck?: boolean | undefined
  /** Stands after the text box inside the form group. */
  readonly after?: ComponentChildren
}

/** Several lines of text. */
export function Textarea(props: TextareaProps) {
  const { id, describedBy } = fieldIds(props)
  return (
    <Field field={props}>
      <textarea
        class={classNames('govuk-textarea', props.errorMessage && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={describedBy}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
      {props.after}
    </Field>
  )
}
