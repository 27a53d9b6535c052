import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** A legend with more to say than its words. */
export interface LegendOptions {
  readonly text: ComponentChildren
  /** For instance `govuk-fieldset__legend--m`. */
  readonly classes?: string | undefined
  readonly isPageHeading?: boolean | undefined
}

interface Props {
  readonly legend?: string | LegendOptions | undefined
  readonly children?: ComponentChildren
  readonly describedBy?: string | undefined
  readonly role?: 'group' | 'region' | 'none' | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Controls that answer one question together, with that question as the legend. */
export function Fieldset({ legend, describedBy, role, classes, attributes, children }: Props) {
  const { text, isPageHeading, ...words } = typeof legend === 'object' ? legend : { text: legend }
  return (
    <fieldset class={classNames('govuk-fieldset', classes)} role={role} aria-describedby={describedBy} {...attributes}>
      {text && (
        <legend class={classNames('govuk-fieldset__legend', words.classes)}>
          {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
        </legend>
      )}
      {children}
    </fieldset>
  )
}
