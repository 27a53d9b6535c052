import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly summary: ComponentChildren
  readonly children?: ComponentChildren
  readonly open?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Something that most people need not read, behind a line that says what it is. */
export const Details = ({ summary, children, open, id, classes, attributes }: Props) => (
  <details id={id} class={classNames('govuk-details', classes)} {...attributes} open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
