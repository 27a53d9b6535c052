import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** One column: its heading, and what it shows of a row. */
export interface Column<Row> {
  readonly head: ComponentChildren
  readonly cell: (row: Row) => ComponentChildren
  /** The heading as plain words, said beside each value on a phone; needed when `head` is not a string. */
  readonly label?: string | undefined
  /** Aligned to the right, in tabular figures. */
  readonly numeric?: boolean | undefined
  /** Whether this column names the row. */
  readonly rowHeader?: boolean | undefined
  readonly classes?: string | undefined
  /** Makes the heading a link that sorts the list, and says how it is sorted now. */
  readonly sort?: { readonly href: string; readonly direction: 'ascending' | 'descending' | 'none' } | undefined
}

interface Props<Row> {
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly caption?: ComponentChildren
  /** For instance `govuk-table__caption--m`, or `govuk-visually-hidden` when a heading says the same. */
  readonly captionClasses?: string | undefined
  /** On a narrow screen each row becomes a card with the headings beside the values, or the table stays one. */
  readonly onPhone?: 'cards' | 'table' | undefined
  /** Keeps the headings in sight while the rows scroll. */
  readonly stickyHeader?: boolean | undefined
  /** The id of a row, so that something can link to it. */
  readonly rowId?: ((row: Row) => string) | undefined
  readonly rowClasses?: ((row: Row) => string | undefined) | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

// A table whose rows are laid out as cards is no longer a table to some screen readers unless its roles are said.
const roles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

type Part = keyof typeof roles

function Head<Row>({ column, part }: { readonly column: Column<Row>; readonly part: (part: Part) => Attributes }) {
  const { head, sort, numeric, classes } = column
  return (
    <th
      scope="col"
      {...part('columnheader')}
      class={classNames('govuk-table__header', numeric && 'govuk-table__header--numeric', classes)}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a class="heed-sort" href={sort.href}>
          {head}
        </a>
      ) : (
        head
      )}
    </th>
  )
}

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly part: (part: Part) => Attributes
  readonly label: string | undefined
}

function Cell<Row>({ column, row, part, label }: CellProps<Row>) {
  const { rowHeader, numeric, classes, cell } = column
  if (rowHeader) {
    return (
      <th scope="row" {...part('rowheader')} class={classNames('govuk-table__header', classes)} data-label={label}>
        {cell(row)}
      </th>
    )
  }
  return (
    <td
      {...part('cell')}
      class={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', classes)}
      data-label={label}
    >
      {cell(row)}
    </td>
  )
}

/** Rows that are compared, with typed columns. */
export function Table<Row>(props: Props<Row>) {
  const { columns, rows, caption, onPhone = 'cards', rowId, rowClasses } = props
  const cards = onPhone === 'cards'
  const part = (name: Part): Attributes => (cards ? roles[name] : {})
  const extra = classNames(cards && 'heed-table--cards', props.stickyHeader && 'heed-table--sticky')
  const label = (column: Column<Row>) =>
    cards ? (column.label ?? (typeof column.head === 'string' ? column.head : undefined)) : undefined
  return (
    <table class={classNames('govuk-table', extra, props.classes)} {...part('table')} {...props.attributes}>
      {caption && <caption class={classNames('govuk-table__caption', props.captionClasses)}>{caption}</caption>}
      {columns.some(column => column.head) && (
        <thead class="govuk-table__head" {...part('group')}>
          <tr class="govuk-table__row" {...part('row')}>
            {columns.map(column => (
              <Head column={column} part={part} />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" {...part('group')}>
        {rows.map(row => (
          <tr class={classNames('govuk-table__row', rowClasses?.(row))} id={rowId?.(row)} {...part('row')}>
            {columns.map(column => (
              <Cell column={column} row={row} part={part} label={label(column)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface ScrollProps {
  /** What is inside, for those who cannot see it. */
  readonly label: string
  readonly children: ComponentChildren
}

/** A region of its own that scrolls sideways, reachable by keyboard, so that a wide table does not widen the page. */
export const ScrollRegion = ({ label, children }: ScrollProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1).
  <section class="heed-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)
