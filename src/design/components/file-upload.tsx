import { classNames } from './class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

interface Props extends FieldProps {
  readonly multiple?: boolean | undefined
  /** Adds the area to drop files on, when there is JavaScript. */
  readonly javascript?: boolean | undefined
  /** What the browser offers first, for instance ".docx,.pdf". It checks nothing. */
  readonly accept?: string | undefined
  /** On the button of the area, "Choose file" by default. */
  readonly chooseText?: string | undefined
  /** Beside that button, "or drop file" by default. */
  readonly dropText?: string | undefined
}

/** One file or several. Its form needs `encType="multipart/form-data"`. */
export function FileUpload(props: Props) {
  const { id, describedBy } = fieldIds(props)
  const input = (
    <input
      class={classNames('govuk-file-upload', props.classes, props.errorMessage && 'govuk-file-upload--error')}
      id={id}
      name={props.name}
      type="file"
      disabled={props.disabled}
      multiple={props.multiple}
      accept={props.accept}
      aria-describedby={describedBy}
      {...props.attributes}
    />
  )
  return (
    <Field field={props}>
      {props.javascript ? (
        <div
          class="govuk-file-upload-wrapper"
          data-module="govuk-file-upload"
          {...{ 'data-i18n.choose-files-button': props.chooseText, 'data-i18n.drop-instruction': props.dropText }}
        >
          {input}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
