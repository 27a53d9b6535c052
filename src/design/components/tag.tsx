import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly children: ComponentChildren
  /** For instance `govuk-tag--grey`. The word alone must say the state. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A state in a word. */
export const Tag = ({ children, classes, attributes }: Props) => (
  <strong class={classNames('govuk-tag', classes)} {...attributes}>
    {children}
  </strong>
)
