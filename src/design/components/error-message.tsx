import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly children: ComponentChildren
  readonly id?: string | undefined
  /** Read before the message, "Error" by default; empty for none. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What is wrong with one answer and how to put it right. */
export const ErrorMessage = ({ id, visuallyHiddenText = 'Error', classes, attributes, children }: Props) => (
  <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
    {visuallyHiddenText && <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>} {children}
  </p>
)
