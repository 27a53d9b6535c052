/** The parts that the forms of the check page share. */
import type { ComponentChildren } from 'preact'
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Form, Input, Radios, Select } from '../../design/index.ts'
import type { Act } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import type { ChangeKind } from './changes.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { type Item, type ItemId, itemsOf } from './draft.ts'

/** What each act is called in a list. */
export const actWords: Readonly<Record<Act, string>> = {
  done: 'Done: it has been carried out',
  ongoing: 'Ongoing: it is being done and goes on',
  planned: 'Planned: it is to be done',
  position: 'Position: a view, with no act of its own',
  context: 'Context: background',
}

interface ChangeFormProps {
  readonly view: CheckView
  readonly change: ChangeKind
  readonly item?: ItemId | undefined
  /** The page of the check that is shown afterwards, when it is not the one with the item. */
  readonly back?: string | undefined
  readonly children: ComponentChildren
  readonly classes?: string | undefined
}

/** A form that makes one change; it carries the version of the check that its page shows. */
export const ChangeForm = ({ view, change, item, back, children, classes }: ChangeFormProps) => (
  <Form action={urls.importChanges(view.found.id)} csrf={view.csrf} classes={classes}>
    <input type="hidden" name="change" value={change} />
    <input type="hidden" name="seen" value={view.read.draft.version} />
    <input type="hidden" name="page" value={view.page} />
    {item && <input type="hidden" name="item" value={item} />}
    {view.open && <input type="hidden" name="open" value={view.open} />}
    {back && <input type="hidden" name="back" value={back} />}
    {children}
  </Form>
)

interface ChangeButtonProps extends Omit<ChangeFormProps, 'children' | 'classes'> {
  readonly text: string
  /** Said after the text to those who cannot see what it stands beside. */
  readonly about: string
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly warning?: boolean | undefined
}

/** A change that needs nothing more than a press. */
export const ChangeButton = ({ text, about, fields = {}, warning, ...form }: ChangeButtonProps) => (
  <ChangeForm {...form} classes="heed-check-press">
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button classes={warning ? 'govuk-button--warning' : 'govuk-button--secondary'}>
      {text}
      <span class="govuk-visually-hidden"> ({about})</span>
    </Button>
  </ChangeForm>
)

/** The address of the check with one thing open for correction. */
export const openHref = (view: CheckView, open: string): string => `${urls.import(view.found.id)}?open=${open}#${open}`

/** The address of the check with nothing open, at an item. */
export const closedHref = (view: CheckView, item: string): string =>
  `${urls.import(view.found.id)}?page=${view.page}#${item}`

interface OpenLinkProps {
  readonly view: CheckView
  readonly id: ItemId
  readonly text?: string
  /** Said after the text to those who cannot see what it stands beside. */
  readonly about: string
}

/** Opens an item's forms; nothing while they are open. */
export const OpenLink = ({ view, id, text = 'Correct', about }: OpenLinkProps) =>
  view.open === id ? null : (
    <a class="govuk-link heed-check-correct" href={openHref(view, id)}>
      {text}
      <span class="govuk-visually-hidden"> {about}</span>
    </a>
  )

/** The end of a form that was opened: keeping what was filled in, or closing it. */
export const KeepOrClose = ({
  keep = 'Keep this correction',
  href,
}: {
  readonly keep?: string
  readonly href: string
}) => (
  <div class="govuk-button-group">
    <Button>{keep}</Button>
    <a class="govuk-link" href={href}>
      Close without a change
    </a>
  </div>
)

/** "Recommendation 2", or its place among those without a number. */
export function recommendationName(view: CheckView, id: ItemId): string {
  const all = itemsOf(view.read.draft, 'recommendation')
  const found = all.find(each => each.id === id)
  if (!found) return 'a recommendation that was removed'
  return found.number
    ? `Recommendation ${found.number}`
    : `Recommendation without a number (place ${all.indexOf(found) + 1})`
}

interface OfView {
  readonly view: CheckView
  readonly change: ChangeKind
  readonly item: Item | null
}

/** A list of the recommendations in the check. */
export const RecommendationSelect = ({ view, change, item, value }: OfView & { readonly value: string | null }) => (
  <Select
    name="recommendation"
    label="Recommendation"
    items={itemsOf(view.read.draft, 'recommendation').map(each => ({
      value: each.id,
      text: `${recommendationName(view, each.id)}: ${shortened(each.text, 60)}`,
    }))}
    value={valueIn(view, change, item).one('recommendation', value)}
    errorMessage={mistakeAt(view.mistakes, 'recommendation')}
  />
)

/** The beginning of a text, for lists. */
export const shortened = (text: string, length: number): string => {
  const points = [...text]
  return points.length > length ? `${points.slice(0, length).join('').trimEnd()}…` : text
}

/** The names that the document uses, another one, or none. */
export function AgencyRadios({ view, change, item, value }: OfView & { readonly value: string | null }) {
  const fields = valueIn(view, change, item)
  const names = [...new Set([...view.names.map(each => each.name), ...(value ? [value] : [])])]
  const listed = (
    <Select
      name="agency"
      label="Agency, as the document names it"
      items={names.map(name => ({ value: name, text: name }))}
      value={fields.one('agency', value)}
    />
  )
  const another = (
    <Input
      name="agency-name"
      label="Name of the agency"
      value={fields.one('agency-name', '')}
      errorMessage={mistakeAt(view.mistakes, 'agency-name')}
    />
  )
  return (
    <Radios
      name="agency-is"
      fieldset={{ legend: 'Who says it' }}
      classes="govuk-radios--small"
      value={fields.one('agency-is', value ? 'listed' : 'unknown')}
      items={[
        names.length > 0 && { value: 'listed', text: 'An agency that the document names', conditional: listed },
        { value: 'another', text: 'Another name', conditional: another },
        { value: 'unknown', text: 'It cannot be told' },
      ]}
    />
  )
}

export const ActSelect = ({ view, change, item, value }: OfView & { readonly value: Act }) => (
  <Select
    name="act"
    label="What it does"
    items={Object.entries(actWords).map(([act, text]) => ({ value: act, text }))}
    value={valueIn(view, change, item).one('act', value)}
    errorMessage={mistakeAt(view.mistakes, 'act')}
  />
)
