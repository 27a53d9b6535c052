import { type Absent, type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx'
import { classNames } from './class-names.ts'
import { FieldGroup, type FieldGroupProps } from './field.tsx'

interface Props extends FieldGroupProps {
  readonly name: string
  /** An item that is false or null is left out; the others keep their ids. */
  readonly items: readonly (Choice | Divider | Absent)[]
  readonly idPrefix?: string | undefined
  /** The value of the chosen item. */
  readonly value?: string | null | undefined
}

/** One choice out of several. */
export function Radios({ name, items, idPrefix = name, value, ...group }: Props) {
  return (
    <FieldGroup group={group} id={idPrefix}>
      <div class={classNames('govuk-radios', group.classes)} {...group.attributes} data-module="govuk-radios">
        {items.map((item, index) =>
          !item ? null : 'divider' in item ? (
            <div class="govuk-radios__divider">{item.divider}</div>
          ) : (
            <ChoiceItem
              kind="radios"
              item={item}
              id={choiceId(item, idPrefix, index)}
              name={name}
              checked={item.checked ?? (Boolean(value) && item.value === value)}
            />
          ),
        )}
      </div>
    </FieldGroup>
  )
}
