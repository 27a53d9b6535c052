import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** A link to the page before or after. */
export interface PageLink {
  readonly href: string
  readonly text?: ComponentChildren
  /** Said below the link when there are no page numbers, such as the other page's title. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A numbered page. */
export interface PageNumber {
  readonly number: number | string
  readonly href: string
  readonly current?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Stands for the pages between two numbers. */
export interface PageGap {
  readonly ellipsis: true
}

interface Props {
  readonly items?: readonly (PageNumber | PageGap)[] | undefined
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}

const Arrow = ({ direction }: { readonly direction: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[direction]} />
  </svg>
)

interface ArrowLinkProps {
  readonly link: PageLink
  readonly direction: 'prev' | 'next'
  /** Whether it stands alone, without page numbers beside it. */
  readonly block: boolean
}

function ArrowLink({ link, direction, block }: ArrowLinkProps) {
  const word = direction === 'prev' ? 'Previous' : 'Next'
  const decorated = block && !link.labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={direction} {...link.attributes}>
        {(block || direction === 'prev') && <Arrow direction={direction} />}
        <span class={classNames('govuk-pagination__link-title', decorated)}>
          {link.text ?? (
            <>
              {word}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && direction === 'next' && <Arrow direction={direction} />}
      </a>
    </div>
  )
}

const NumberItem = ({ item }: { readonly item: PageNumber }) => (
  <li class={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
    <a
      class="govuk-link govuk-pagination__link"
      href={item.href}
      aria-label={item.visuallyHiddenText ?? `Page ${item.number}`}
      aria-current={item.current ? 'page' : undefined}
      {...item.attributes}
    >
      {item.number}
    </a>
  </li>
)

const GapItem = () => <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>

/** The way through a list that is shown in pages. */
export function Pagination({ items, previous, next, landmarkLabel = 'Pagination', classes, attributes }: Props) {
  const block = !items && Boolean(next || previous)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel}
      {...attributes}
    >
      {previous && <ArrowLink link={previous} direction="prev" block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map(item => ('ellipsis' in item ? <GapItem /> : <NumberItem item={item} />))}
        </ul>
      )}
      {next && <ArrowLink link={next} direction="next" block={block} />}
    </nav>
  )
}
