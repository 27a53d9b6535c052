import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** One step on the way to this page; without an `href` it is the page itself. */
export interface Crumb {
  readonly text: ComponentChildren
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface Props {
  readonly items: readonly Crumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Where this page stands. Use it or a back link, not both. */
export const Breadcrumbs = ({ items, collapseOnMobile, labelText = 'Breadcrumb', classes, attributes }: Props) => (
  <nav
    class={classNames('govuk-breadcrumbs', classes, collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile')}
    {...attributes}
    aria-label={labelText}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map(item =>
        item.href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={item.href} {...item.attributes}>
              {item.text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {item.text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
