import { classNames } from './class-names.ts'
import { fieldIds } from './field.tsx'
import { Hint } from './hint.tsx'
import { Textarea, type TextareaProps } from './textarea.tsx'

interface Props extends Omit<TextareaProps, 'after'> {
  readonly maxlength?: number | undefined
  readonly maxwords?: number | undefined
  /** Per cent of the limit from which the count is shown. */
  readonly threshold?: number | undefined
  readonly countMessage?: { readonly classes?: string } | undefined
}

/** Several lines of text with a limit, counted while typing when there is JavaScript. */
export function CharacterCount({ maxlength, maxwords, threshold, countMessage, ...props }: Props) {
  const { id } = fieldIds(props)
  const unit = maxwords ? 'words' : 'characters'
  const limit = maxwords ?? maxlength
  return (
    <Textarea
      {...props}
      describedBy={`${id}-info`}
      classes={classNames('govuk-js-character-count', props.classes)}
      formGroup={{
        classes: classNames('govuk-character-count', props.formGroup?.classes),
        attributes: {
          'data-module': 'govuk-character-count',
          'data-maxlength': maxlength,
          'data-maxwords': maxwords,
          'data-threshold': threshold,
          'data-count-type': maxwords ? 'words' : undefined,
          ...props.formGroup?.attributes,
        },
      }}
      after={
        <Hint id={`${id}-info`} classes={classNames('govuk-character-count__message', countMessage?.classes)}>
          {limit === undefined ? null : `You can enter up to ${limit} ${unit}`}
        </Hint>
      }
    />
  )
}
