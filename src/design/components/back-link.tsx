import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly href: string
  readonly children?: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The link back to the page before, "Back" unless other words are given. Stands before `main`. */
export const BackLink = ({ href, children, classes, attributes }: Props) => (
  <a href={href} class={classNames('govuk-back-link', classes)} {...attributes}>
    {children ?? 'Back'}
  </a>
)
