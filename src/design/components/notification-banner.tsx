import { type ComponentChildren, h } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  /** A string is set as the banner's heading line; anything else stands as it is. */
  readonly children: ComponentChildren
  readonly type?: 'success' | undefined
  readonly title?: ComponentChildren
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | undefined
  readonly titleId?: string | undefined
  readonly role?: 'alert' | 'region' | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** News that is not about this page's form: what was just done, or what is about to happen. */
export function NotificationBanner({ children, type, titleId = 'govuk-notification-banner-title', ...props }: Props) {
  const title = props.title ?? (type === 'success' ? 'Success' : 'Important')
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is one of two landmarks that take a label.
    <div
      class={classNames('govuk-notification-banner', type && `govuk-notification-banner--${type}`, props.classes)}
      role={props.role ?? (type === 'success' ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={props.disableAutoFocus}
      {...props.attributes}
    >
      <div class="govuk-notification-banner__header">
        {h(`h${props.titleHeadingLevel ?? 2}`, { class: 'govuk-notification-banner__title', id: titleId }, title)}
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
