import { type ComponentChildren, h } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** Something that can be done with a row or a card. */
export interface SummaryAction {
  readonly href: string
  readonly text: ComponentChildren
  /** Says what the action is about: "Change" + "due date". */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** One thing and what is known of it. */
export interface SummaryRow {
  readonly key: ComponentChildren
  readonly value: ComponentChildren
  readonly actions?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
}

/** Sets the list in a card with a title of its own. */
export interface SummaryCard {
  readonly title?: ComponentChildren
  readonly headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined
  readonly actions?: readonly SummaryAction[] | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface Props {
  readonly rows: readonly SummaryRow[]
  readonly card?: SummaryCard | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface ActionProps {
  readonly action: SummaryAction
  readonly cardTitle: ComponentChildren
}

const ActionLink = ({ action, cardTitle }: ActionProps) => (
  <a class={classNames('govuk-link', action.classes)} href={action.href} {...action.attributes}>
    {action.text}
    {(action.visuallyHiddenText || cardTitle) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
        {cardTitle && <> ({cardTitle})</>}
      </span>
    )}
  </a>
)

function RowActions({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle: ComponentChildren }) {
  const [only, ...others] = actions
  return (
    <dd class="govuk-summary-list__actions">
      {only && others.length === 0 ? (
        <ActionLink action={only} cardTitle={cardTitle} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {actions.map(action => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} cardTitle={cardTitle} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

function CardActions({ actions, cardTitle }: { actions: readonly SummaryAction[]; cardTitle: ComponentChildren }) {
  const [only, ...others] = actions
  if (!only) return null
  if (others.length === 0) {
    return (
      <div class="govuk-summary-card__actions">
        <ActionLink action={only} cardTitle={cardTitle} />
      </div>
    )
  }
  return (
    <ul class="govuk-summary-card__actions">
      {actions.map(action => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} cardTitle={cardTitle} />
        </li>
      ))}
    </ul>
  )
}

const Card = ({ card, children }: { readonly card: SummaryCard; readonly children: ComponentChildren }) => (
  <div class={classNames('govuk-summary-card', card.classes)} {...card.attributes}>
    <div class="govuk-summary-card__title-wrapper">
      {card.title && h(`h${card.headingLevel ?? 2}`, { class: 'govuk-summary-card__title' }, card.title)}
      {card.actions && <CardActions actions={card.actions} cardTitle={card.title} />}
    </div>
    <div class="govuk-summary-card__content">{children}</div>
  </div>
)

/** What is known of one thing, a row for each part, with what can be done beside it. */
export function SummaryList({ rows, card, classes, attributes }: Props) {
  const anyActions = rows.some(row => row.actions && row.actions.length > 0)
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {rows.map(row => (
        <div
          class={classNames(
            'govuk-summary-list__row',
            anyActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
            row.classes,
          )}
        >
          <dt class="govuk-summary-list__key">{row.key}</dt>
          <dd class="govuk-summary-list__value">{row.value}</dd>
          {row.actions && row.actions.length > 0 && <RowActions actions={row.actions} cardTitle={card?.title} />}
        </div>
      ))}
    </dl>
  )
  return card ? <Card card={card}>{list}</Card> : list
}
