import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

/** One mistake, linked to the control where it can be mended. */
export interface SummarisedError {
  readonly text: ComponentChildren
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface Props {
  readonly errorList?: readonly SummarisedError[] | undefined
  readonly title?: ComponentChildren
  readonly description?: ComponentChildren
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Every mistake on the page at once, at the top of `main`, in the order of the controls. */
export const ErrorSummary = ({ title = 'There is a problem', description, errorList, ...rest }: Props) => (
  <div
    class={classNames('govuk-error-summary', rest.classes)}
    data-disable-auto-focus={rest.disableAutoFocus}
    {...rest.attributes}
    data-module="govuk-error-summary"
  >
    <div role="alert">
      <h2 class="govuk-error-summary__title">{title}</h2>
      <div class="govuk-error-summary__body">
        {description && <p>{description}</p>}
        {errorList && errorList.length > 0 && (
          <ul class="govuk-list govuk-error-summary__list">
            {errorList.map(error => (
              <li>
                {error.href ? (
                  <a href={error.href} {...error.attributes}>
                    {error.text}
                  </a>
                ) : (
                  error.text
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  </div>
)
