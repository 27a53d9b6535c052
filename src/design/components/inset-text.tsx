import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly children: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Words set apart from those around them. */
export const InsetText = ({ children, id, classes, attributes }: Props) => (
  <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
)
