import { type Attributes, classNames } from './class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

/** One option; its value is its text unless one is given. */
export interface SelectOption {
  readonly text: string
  readonly value?: string | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

interface Props extends FieldProps {
  readonly items: readonly SelectOption[]
  /** The value of the chosen option. */
  readonly value?: string | null | undefined
}

/** One choice out of a long list. */
export function Select(props: Props) {
  const { id, describedBy } = fieldIds(props)
  return (
    <Field field={props}>
      <select
        class={classNames('govuk-select', props.classes, props.errorMessage && 'govuk-select--error')}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={describedBy}
        {...props.attributes}
      >
        {props.items.map(item => (
          <option
            value={item.value}
            selected={item.selected ?? (Boolean(props.value) && (item.value ?? item.text) === props.value)}
            disabled={item.disabled}
            {...item.attributes}
          >
            {item.text}
          </option>
        ))}
      </select>
    </Field>
  )
}
