import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './class-names.ts'

interface Props {
  readonly children: ComponentChildren
  /** Makes it a link that looks like a button; then `name`, `value`, `type` and `disabled` are not used. */
  readonly href?: string | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly disabled?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly id?: string | undefined
  /** For instance `govuk-button--secondary` or `govuk-button--warning`. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const StartIcon = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

/** A button, or with `href` a link that looks like one. It submits its form unless `type` says otherwise. */
export function Button(props: Props) {
  const shared = {
    class: classNames('govuk-button', props.classes, props.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...props.attributes,
    id: props.id,
  }
  const words =
    props.isStartButton && typeof props.children !== 'string' ? <span>{props.children}</span> : props.children
  if (props.href) {
    return (
      <a href={props.href} role="button" draggable={false} {...shared}>
        {words}
        {props.isStartButton && <StartIcon />}
      </a>
    )
  }
  return (
    <button
      type={props.type ?? 'submit'}
      value={props.value}
      name={props.name}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      {words}
      {props.isStartButton && <StartIcon />}
    </button>
  )
}

/** Buttons and links beside each other. */
export const ButtonGroup = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="govuk-button-group">{children}</div>
)
