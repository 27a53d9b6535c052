/** Headings, paragraphs, lists and links in GOV.UK's sizes. */
import { type ComponentChildren, h } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface HeadingProps {
  readonly children: ComponentChildren
  /** The heading's place in the page's outline. */
  readonly level: 1 | 2 | 3 | 4
  /** By default l, m, s, s for levels 1 to 4. */
  readonly size?: 'xl' | 'l' | 'm' | 's' | undefined
  /** Said above the words, in grey: what the thing belongs to. */
  readonly caption?: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
}

const sizes = { 1: 'l', 2: 'm', 3: 's', 4: 's' } as const

/** A heading. The caption is part of it, so that the outline says both. */
export function Heading({ children, level, size = sizes[level], caption, id, classes }: HeadingProps) {
  const words = caption
    ? [<span class={`govuk-caption-${size === 's' ? 'm' : size}`}>{caption}</span>, children]
    : children
  return h(`h${level}`, { class: classNames(`govuk-heading-${size}`, classes), id }, words)
}

interface TextProps {
  readonly children: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A paragraph. */
export const Paragraph = ({ children, classes, attributes }: TextProps) => (
  <p class={classNames('govuk-body', classes)} {...attributes}>
    {children}
  </p>
)

/** The first paragraph of a page, larger. */
export const Lead = ({ children }: { readonly children: ComponentChildren }) => <p class="govuk-body-l">{children}</p>

interface ListProps {
  readonly items: readonly ComponentChildren[]
  readonly type?: 'bullet' | 'number' | 'plain' | undefined
  readonly spaced?: boolean | undefined
  readonly classes?: string | undefined
}

/** A list, with bullets unless told otherwise. */
export function List({ items, type = 'bullet', spaced, classes }: ListProps) {
  const names = classNames(
    'govuk-list',
    type !== 'plain' && `govuk-list--${type}`,
    spaced && 'govuk-list--spaced',
    classes,
  )
  const lines = items.map(item => <li>{item}</li>)
  return type === 'number' ? <ol class={names}>{lines}</ol> : <ul class={names}>{lines}</ul>
}

interface LinkProps extends TextProps {
  readonly href: string
}

/** A link. */
export const Link = ({ href, children, classes, attributes }: LinkProps) => (
  <a class={classNames('govuk-link', classes)} href={href} {...attributes}>
    {children}
  </a>
)

/** An e-mail address, which stays whole in a table. */
export const EmailAddress = ({ address }: { readonly address: string }) => <span class="heed-email">{address}</span>

/** Words for screen readers only. */
export const VisuallyHidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="govuk-visually-hidden">{children}</span>
)
