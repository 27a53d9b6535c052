import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** A link in the footer. */
export interface FooterLink {
  readonly text: string
  readonly href: string
  readonly attributes?: Attributes | undefined
}

interface Props {
  readonly links?: readonly FooterLink[] | undefined
  readonly children?: ComponentChildren
  readonly visuallyHiddenTitle?: string | undefined
  readonly classes?: string | undefined
  readonly containerClasses?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The foot of every page. GOV.UK's without its crown, licence and copyright, which are for its own services only. */
export const Footer = ({ links, children, visuallyHiddenTitle = 'Support links', ...props }: Props) => (
  <div class={classNames('govuk-footer', props.classes)} {...props.attributes}>
    <div class={classNames('govuk-width-container', props.containerClasses)}>
      <div class="govuk-footer__meta">
        <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
          {(links || children) && <h2 class="govuk-visually-hidden">{visuallyHiddenTitle}</h2>}
          {links && links.length > 0 && (
            <ul class="govuk-footer__inline-list">
              {links.map(link => (
                <li class="govuk-footer__inline-list-item">
                  <a class="govuk-footer__link" href={link.href} {...link.attributes}>
                    {link.text}
                  </a>
                </li>
              ))}
            </ul>
          )}
          {children && <div class="govuk-footer__meta-custom">{children}</div>}
        </div>
      </div>
    </div>
  </div>
)
