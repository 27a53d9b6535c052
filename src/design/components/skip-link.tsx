import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly href: string
  readonly children: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Takes the keyboard past the navigation. First in `body`. */
export const SkipLink = ({ href, children, classes, attributes }: Props) => (
  <a href={href} class={classNames('govuk-skip-link', classes)} {...attributes} data-module="govuk-skip-link">
    {children}
  </a>
)
