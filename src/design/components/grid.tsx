import type { ComponentChildren } from 'preact'

const widths = ['full', 'one-half', 'one-third', 'two-thirds', 'one-quarter', 'three-quarters'] as const

interface ColumnProps {
  readonly width: (typeof widths)[number]
  readonly children: ComponentChildren
}

/** Columns beside each other, below each other on a narrow screen. */
export const GridRow = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="govuk-grid-row">{children}</div>
)

/** One of those columns. */
export const GridColumn = ({ width, children }: ColumnProps) => (
  <div class={`govuk-grid-column-${width}`}>{children}</div>
)
