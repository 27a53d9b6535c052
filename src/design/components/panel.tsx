import { type ComponentChildren, h } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly title: ComponentChildren
  readonly children?: ComponentChildren
  readonly headingLevel?: 1 | 2 | 3 | 4 | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Says that something long is complete, at the top of its last page. */
export const Panel = ({ title, children, headingLevel = 1, classes, attributes }: Props) => (
  <div class={classNames('govuk-panel govuk-panel--confirmation', classes)} {...attributes}>
    {h(`h${headingLevel}`, { class: 'govuk-panel__title' }, title)}
    {children && <div class="govuk-panel__body">{children}</div>}
  </div>
)
