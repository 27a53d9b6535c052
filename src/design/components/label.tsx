import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** A label with more to say than its words. */
export interface LabelOptions {
  readonly text: ComponentChildren
  /** For instance `govuk-label--m`. */
  readonly classes?: string | undefined
  /** Wraps it in the page's `h1`, for a page that asks one thing. */
  readonly isPageHeading?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

/** What form components take as their label: plain words, or words with options. */
export type LabelContent = string | LabelOptions

/** The label as options, whichever way it was given. */
export const labelOptions = (label: LabelContent): LabelOptions => (typeof label === 'string' ? { text: label } : label)

interface Props extends Omit<LabelOptions, 'text'> {
  readonly for?: string | undefined
  readonly children: ComponentChildren
}

/** The label of one form control. */
export function Label({ classes, attributes, for: control, isPageHeading, children }: Props) {
  if (!children) return null
  const label = (
    <label class={classNames('govuk-label', classes)} {...attributes} for={control}>
      {children}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
