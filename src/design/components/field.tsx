/** What every form control has around it: the form group with its label or legend, its hint and its error. */
import type { ComponentChildren } from 'preact'
import { type Attributes, classNames, idList } from './class-names.ts'
import { ErrorMessage } from './error-message.tsx'
import { Fieldset, type LegendOptions } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelContent, labelOptions } from './label.tsx'

/** What input, select, textarea, password, file upload and character count have in common. */
export interface FieldProps {
  readonly name: string
  readonly label: LabelContent
  /** The control's id, its name by default. The hint's is `<id>-hint`, the error's `<id>-error`. */
  readonly id?: string | undefined
  readonly hint?: ComponentChildren
  readonly errorMessage?: ComponentChildren
  readonly classes?: string | undefined
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
  readonly formGroup?: GroupOptions | undefined
}

/** Classes and attributes of the form group around a control. */
export interface GroupOptions {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The ids that a control needs. */
export interface FieldIds {
  readonly id: string
  readonly describedBy: string | undefined
}

/** A control's id and what describes it, worked out from its props. */
export function fieldIds(field: Omit<FieldProps, 'label'>): FieldIds {
  const id = field.id ?? field.name
  const describedBy = idList(field.describedBy, field.hint && `${id}-hint`, field.errorMessage && `${id}-error`)
  return { id, describedBy }
}

interface GroupProps {
  readonly error: boolean
  readonly group: GroupOptions | undefined
  readonly children: ComponentChildren
}

const Group = ({ error, group, children }: GroupProps) => (
  <div
    class={classNames('govuk-form-group', error && 'govuk-form-group--error', group?.classes)}
    {...group?.attributes}
  >
    {children}
  </div>
)

/** The form group of one control: label, hint, error, then the control as its children. */
export function Field({ field, children }: { readonly field: FieldProps; readonly children: ComponentChildren }) {
  const { text, ...label } = labelOptions(field.label)
  const { id } = fieldIds(field)
  return (
    <Group error={Boolean(field.errorMessage)} group={field.formGroup}>
      <Label for={id} {...label}>
        {text}
      </Label>
      {field.hint && <Hint id={`${id}-hint`}>{field.hint}</Hint>}
      {field.errorMessage && <ErrorMessage id={`${id}-error`}>{field.errorMessage}</ErrorMessage>}
      {children}
    </Group>
  )
}

/** The fieldset of a group of controls. */
export interface FieldsetOptions {
  readonly legend?: string | LegendOptions | undefined
  readonly classes?: string | undefined
  readonly describedBy?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What radios, checkboxes and date inputs have in common. */
export interface FieldGroupProps {
  readonly fieldset?: FieldsetOptions | undefined
  readonly hint?: ComponentChildren
  readonly errorMessage?: ComponentChildren
  readonly describedBy?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly formGroup?: GroupOptions | undefined
}

interface FieldGroupLayout {
  readonly group: FieldGroupProps
  /** What the hint's and the error's ids begin with. */
  readonly id: string
  readonly role?: 'group' | undefined
  readonly children: ComponentChildren
}

/** The form group of several controls that answer one question, in a fieldset when one is given. */
export function FieldGroup({ group, id, role, children }: FieldGroupLayout) {
  const { fieldset, hint, errorMessage } = group
  const inside = (
    <>
      {hint && <Hint id={`${id}-hint`}>{hint}</Hint>}
      {errorMessage && <ErrorMessage id={`${id}-error`}>{errorMessage}</ErrorMessage>}
      {children}
    </>
  )
  const describedBy = idList(
    fieldset?.describedBy ?? group.describedBy,
    hint && `${id}-hint`,
    errorMessage && `${id}-error`,
  )
  return (
    <Group error={Boolean(errorMessage)} group={group.formGroup}>
      {fieldset ? (
        <Fieldset {...fieldset} describedBy={describedBy} role={role}>
          {inside}
        </Fieldset>
      ) : (
        inside
      )}
    </Group>
  )
}
