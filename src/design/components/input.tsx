import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

/** Words set against the input's edge, such as a unit. Hidden from screen readers, so the label says them too. */
export interface Affix {
  readonly text: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Props of `Input`, which the date input and the password input build on. */
export interface InputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'number' | 'password' | 'search' | 'tel' | 'url' | undefined
  readonly value?: string | undefined
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'none' | 'sentences' | 'words' | 'characters' | undefined
  readonly pattern?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly prefix?: Affix | undefined
  readonly suffix?: Affix | undefined
  readonly inputWrapper?: { readonly classes?: string; readonly attributes?: Attributes } | undefined
  /** Stands after the input inside its wrapper. */
  readonly after?: ComponentChildren
}

const AffixItem = ({ affix, type }: { readonly affix: Affix; readonly type: 'prefix' | 'suffix' }) => (
  <div class={classNames(`govuk-input__${type}`, affix.classes)} aria-hidden="true" {...affix.attributes}>
    {affix.text}
  </div>
)

function InputElement(props: InputProps) {
  const { id, describedBy } = fieldIds(props)
  return (
    <input
      class={classNames('govuk-input', props.classes, props.errorMessage && 'govuk-input--error')}
      id={id}
      name={props.name}
      type={props.type ?? 'text'}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={describedBy}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      {...props.attributes}
    />
  )
}

/** A line of text. */
export function Input(props: InputProps) {
  const { prefix, suffix, after, inputWrapper } = props
  const wrapped = prefix || suffix || after
  return (
    <Field field={props}>
      {wrapped ? (
        <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...inputWrapper?.attributes}>
          {prefix && <AffixItem affix={prefix} type="prefix" />}
          <InputElement {...props} />
          {suffix && <AffixItem affix={suffix} type="suffix" />}
          {after}
        </div>
      ) : (
        <InputElement {...props} />
      )}
    </Field>
  )
}
