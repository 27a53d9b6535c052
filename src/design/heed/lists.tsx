/** What stands around a list: its filters, the sentence that says what is shown, and what is said when it is empty. */
import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup } from '../components/button.tsx'
import { classNames } from '../components/class-names.ts'

/** A filter that is in force, with the address of the same list without it. */
export interface ChosenFilter {
  /** What it filters by: "Agency". */
  readonly label: string
  /** What was chosen: "Northshire Police". */
  readonly text: string
  readonly removeHref: string
}

interface FilterProps {
  readonly action: string
  /** POST where free text is searched, so that it stays out of addresses and logs. */
  readonly method?: 'get' | 'post' | undefined
  /** The controls. */
  readonly children: ComponentChildren
  readonly chosen: readonly ChosenFilter[]
  readonly clearHref: string
  /** Above the list, or in a column at its left. */
  readonly place?: 'top' | 'left' | undefined
  readonly title?: string | undefined
}

const ChosenFilters = ({ chosen, clearHref }: Pick<FilterProps, 'chosen' | 'clearHref'>) => (
  <div class="heed-filter__chosen">
    <h3 class="govuk-visually-hidden">Chosen filters</h3>
    <ul class="heed-filter__tags">
      {chosen.map(filter => (
        <li>
          <a class="heed-filter__tag" href={filter.removeHref}>
            <span class="govuk-visually-hidden">Remove this filter: </span>
            {filter.label}: {filter.text}
          </a>
        </li>
      ))}
    </ul>
    <a class="govuk-link heed-filter__clear" href={clearHref}>
      Clear all filters
    </a>
  </div>
)

/** The filters of a list. Those in force stand as tags that a click removes. */
export const FilterBar = ({ chosen, clearHref, place = 'top', title = 'Filter', ...form }: FilterProps) => (
  <section class={classNames('heed-filter', `heed-filter--${place}`)} aria-label={title}>
    <h2 class="govuk-heading-s heed-filter__title">{title}</h2>
    {chosen.length > 0 && <ChosenFilters chosen={chosen} clearHref={clearHref} />}
    <form action={form.action} method={form.method ?? 'get'} noValidate>
      <div class="heed-filter__fields">{form.children}</div>
      <ButtonGroup>
        <Button classes="govuk-button--secondary">Apply filters</Button>
      </ButtonGroup>
    </form>
  </section>
)

interface SentenceProps {
  /** "12 overdue actions of Northshire Police, oldest first". */
  readonly children: ComponentChildren
  readonly downloads?: readonly { readonly text: string; readonly href: string }[] | undefined
}

/** Says what the list below shows, with its downloads beside it. */
export const ListSentence = ({ children, downloads = [] }: SentenceProps) => (
  <div class="heed-list-sentence">
    <p class="heed-list-sentence__words">{children}</p>
    {downloads.length > 0 && (
      <ul class="heed-list-sentence__downloads">
        {downloads.map(({ text, href }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    )}
  </div>
)

interface EmptyProps {
  /** Why there is nothing: "No promises are overdue". */
  readonly title: string
  /** What to do. */
  readonly children?: ComponentChildren
  readonly action?: { readonly href: string; readonly text: string } | undefined
}

/** Stands where a list would, says why it is empty and what to do. */
export const EmptyState = ({ title, children, action }: EmptyProps) => (
  <div class="heed-empty">
    <p class="govuk-body govuk-!-font-weight-bold">{title}</p>
    {children && <div class="heed-empty__words">{children}</div>}
    {action && (
      <a class="govuk-link" href={action.href}>
        {action.text}
      </a>
    )}
  </div>
)
