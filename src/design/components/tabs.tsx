import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** One tab. Its id is the address that shows it: `#<id>`. */
export interface TabItem {
  readonly id: string
  readonly label: ComponentChildren
  /** A string becomes a paragraph. */
  readonly panel: ComponentChildren
  readonly attributes?: Attributes | undefined
  readonly panelAttributes?: Attributes | undefined
}

interface Props {
  readonly items: readonly TabItem[]
  /** The heading of the list of sections that it is without JavaScript. */
  readonly title?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const panelWords = (panel: ComponentChildren) => (typeof panel === 'string' ? <p class="govuk-body">{panel}</p> : panel)

/** Sections of which one is shown at a time; one below the other without JavaScript and on paper. */
export const Tabs = ({ items, title = 'Contents', id, classes, attributes }: Props) => (
  <div id={id} class={classNames('govuk-tabs', classes)} {...attributes} data-module="govuk-tabs">
    <h2 class="govuk-tabs__title">{title}</h2>
    {items.length > 0 && (
      <ul class="govuk-tabs__list">
        {items.map((item, index) => (
          <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
            <a class="govuk-tabs__tab" href={`#${item.id}`} {...item.attributes}>
              {item.label}
            </a>
          </li>
        ))}
      </ul>
    )}
    {items.map((item, index) => (
      <div
        class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
        id={item.id}
        {...item.panelAttributes}
      >
        {panelWords(item.panel)}
      </div>
    ))}
  </div>
)
