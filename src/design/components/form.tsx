import type { ComponentChildren } from 'preact'
import type { Attributes } from './class-names.ts'

interface Props {
  readonly action: string
  /** The token that proves that the form is ours; it travels as the field `csrf`. */
  readonly csrf: string
  readonly children: ComponentChildren
  /** For file uploads. */
  readonly multipart?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/**
 * A form that changes something: POST, with its token, checked by the server alone so that every mistake is said at
 * once.
 */
export const Form = ({ action, csrf, children, multipart, id, classes, attributes }: Props) => (
  <form
    action={action}
    method="post"
    encType={multipart ? 'multipart/form-data' : undefined}
    id={id}
    class={classes}
    noValidate
    {...attributes}
  >
    <input type="hidden" name="csrf" value={csrf} />
    {children}
  </form>
)
