import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly children?: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Help beside a form control, read with it through `aria-describedby`. */
export const Hint = ({ id, classes, attributes, children }: Props) => (
  <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
)
