/** One radio or one checkbox: the parts in which the two components are alike. */
import type { ComponentChildren } from 'preact'
import { type Attributes, classNames, idList } from './class-names.ts'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'

/** Something that can be chosen. */
export interface Choice {
  readonly value: string
  readonly text: ComponentChildren
  /**
   * By default `<idPrefix>` for the first and `<idPrefix>-<n>` for the others, so that an error can link to the first.
   */
  readonly id?: string | undefined
  readonly hint?: ComponentChildren
  /** Wins over the group's value or values. */
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  /** Shown below when it is chosen; always shown without JavaScript. */
  readonly conditional?: ComponentChildren
  readonly label?: { readonly classes?: string; readonly attributes?: Attributes } | undefined
  readonly attributes?: Attributes | undefined
}

/** A word such as "or" between two choices. */
export interface Divider {
  readonly divider: string
}

/** An item that is left out on a condition: `may && { … }`. */
export type Absent = false | null | undefined

interface Props {
  readonly kind: 'radios' | 'checkboxes'
  readonly item: Choice
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly describedBy?: string | undefined
  readonly behaviour?: 'exclusive' | undefined
}

/** The id of the nth choice, counted from 0 with the dividers. */
export const choiceId = (item: Choice, idPrefix: string, index: number) =>
  item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`)

/** A radio or a checkbox with its label, hint and what it reveals. */
export function ChoiceItem({ kind, item, id, name, checked, describedBy, behaviour }: Props) {
  const block = `govuk-${kind}`
  const hintId = item.hint ? `${id}-item-hint` : undefined
  const conditionalId = item.conditional ? `conditional-${id}` : undefined
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={conditionalId}
          data-behaviour={behaviour}
          aria-describedby={idList(describedBy, hintId)}
          {...item.attributes}
        />
        <Label for={id} {...item.label} classes={classNames(`${block}__label`, item.label?.classes)}>
          {item.text}
        </Label>
        {hintId && (
          <Hint id={hintId} classes={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {conditionalId && (
        <div
          class={classNames(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}
