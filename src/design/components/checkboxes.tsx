import { type Absent, type Choice, ChoiceItem, choiceId, type Divider } from './choice.tsx'
import { classNames, idList } from './class-names.ts'
import { FieldGroup, type FieldGroupProps } from './field.tsx'

/** Something that can be ticked; `exclusive` unticks the others ("None of these"). */
export interface Tickable extends Choice {
  readonly name?: string | undefined
  readonly behaviour?: 'exclusive' | undefined
}

interface Props extends FieldGroupProps {
  readonly name: string
  /** An item that is false or null is left out; the others keep their ids. */
  readonly items: readonly (Tickable | Divider | Absent)[]
  readonly idPrefix?: string | undefined
  /** The values of the ticked items. */
  readonly values?: readonly string[] | undefined
}

/** Any number of choices out of several. */
export function Checkboxes({ name, items, idPrefix = name, values = [], ...group }: Props) {
  const describedBy = idList(
    group.describedBy,
    group.hint && `${idPrefix}-hint`,
    group.errorMessage && `${idPrefix}-error`,
  )
  return (
    <FieldGroup group={group} id={idPrefix}>
      <div class={classNames('govuk-checkboxes', group.classes)} {...group.attributes} data-module="govuk-checkboxes">
        {items.map((item, index) =>
          !item ? null : 'divider' in item ? (
            <div class="govuk-checkboxes__divider">{item.divider}</div>
          ) : (
            <ChoiceItem
              kind="checkboxes"
              item={item}
              id={choiceId(item, idPrefix, index)}
              name={item.name ?? name}
              checked={item.checked ?? values.includes(item.value)}
              behaviour={item.behaviour}
              // Without a fieldset nothing else would say the group's hint and error.
              describedBy={group.fieldset ? undefined : describedBy}
            />
          ),
        )}
      </div>
    </FieldGroup>
  )
}
