import { classNames } from './class-names.ts'
import { Field, type FieldProps, fieldIds } from './field.tsx'

interface Props extends FieldProps {
  readonly multiple?: boolean | undefined
  /** Adds the area to drop files on, when there is JavaScript. */
  readonly javascript?: boolean | undefined
  /** What the browser offers first, for instance ".docx,.pdf". It checks nothing. */
  readonly accept?: string | undefined
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
        <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">
          {input}
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
