import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** A place in the service. `current` is this page, `active` the section that this page is in. */
export interface NavigationItem {
  readonly text: ComponentChildren
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

interface Props {
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly navigation?: readonly NavigationItem[] | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly navigationId?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  /** Stands after the navigation, on its line when `endAlign` is "inline". */
  readonly end?: ComponentChildren
  readonly endAlign?: 'inline' | undefined
}

function Item({ item }: { readonly item: NavigationItem }) {
  const marked = item.active || item.current
  const current = marked ? (item.current ? 'page' : 'true') : undefined
  // The strong element marks the place for people who override colours.
  const words = marked ? <strong class="govuk-service-navigation__active-fallback">{item.text}</strong> : item.text
  return (
    <li class={classNames('govuk-service-navigation__item', marked && 'govuk-service-navigation__item--active')}>
      {item.href ? (
        <a class="govuk-service-navigation__link" href={item.href} aria-current={current} {...item.attributes}>
          {words}
        </a>
      ) : (
        <span class="govuk-service-navigation__text" aria-current={current}>
          {words}
        </span>
      )}
    </li>
  )
}

const ServiceName = ({ name, url }: { readonly name: string; readonly url: string | undefined }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

function Menu({ navigation = [], menuButtonText = 'Menu', navigationId = 'navigation', ...props }: Props) {
  const collapses = props.collapseNavigationOnMobile ?? navigation.length > 1
  const label = props.menuButtonLabel === menuButtonText ? undefined : props.menuButtonLabel
  return (
    <nav
      aria-label={props.navigationLabel ?? menuButtonText}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {collapses && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it is also hidden, until the script that works it shows it.
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={navigationId}
          aria-label={label}
          hidden
          aria-hidden="true"
        >
          {menuButtonText}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={navigationId}>
        {navigation.map(item => (
          <Item item={item} />
        ))}
      </ul>
    </nav>
  )
}

/** The service's name and the ways through it, at the top of every page. */
export function ServiceNavigation(props: Props) {
  const { serviceName, serviceUrl, end } = props
  const shared = {
    class: classNames('govuk-service-navigation', props.classes),
    'data-module': 'govuk-service-navigation',
    ...props.attributes,
  }
  const inline = end && props.endAlign === 'inline' && 'govuk-service-navigation__inlining-container'
  const inside = (
    <div class={classNames('govuk-width-container', inline)}>
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={serviceUrl} />}
        {props.navigation && props.navigation.length > 0 && <Menu {...props} />}
      </div>
      {end}
    </div>
  )
  return serviceName || end ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...shared}>
      {inside}
    </section>
  ) : (
    <div {...shared}>{inside}</div>
  )
}
