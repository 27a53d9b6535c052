import type { ComponentChildren } from 'preact'
import { classNames } from './class-names.ts'
import { FieldGroup, type FieldGroupProps } from './field.tsx'
import { Input } from './input.tsx'

const dateParts = ['day', 'month', 'year'] as const

/** A part of a date as it is asked for. */
export type DatePart = (typeof dateParts)[number]

const layout = {
  day: { label: 'Day', width: 'govuk-input--width-2' },
  month: { label: 'Month', width: 'govuk-input--width-2' },
  year: { label: 'Year', width: 'govuk-input--width-4' },
} as const

interface Props extends FieldGroupProps {
  readonly id: string
  /** Put before each part's name: "due" asks for due-day, due-month and due-year. */
  readonly namePrefix?: string | undefined
  /** What was typed, as it was typed. */
  readonly values?: Readonly<Partial<Record<DatePart, string>>> | undefined
  /** The parts that are wrong; all of them when there is an error message and none is named. */
  readonly wrong?: readonly DatePart[] | undefined
  /** The parts that are asked for, in this order; all three by default. */
  readonly ask?: readonly DatePart[] | undefined
  readonly autocomplete?: Readonly<Partial<Record<DatePart, string>>> | undefined
  readonly errorMessage?: ComponentChildren
}

/** A date that people know or can look up, in three boxes. */
export function DateInput({ id, namePrefix, values, wrong = [], ask = dateParts, autocomplete, ...group }: Props) {
  const isWrong = (part: DatePart) => wrong.includes(part) || (Boolean(group.errorMessage) && wrong.length === 0)
  return (
    <FieldGroup group={group} id={id} role="group">
      <div class={classNames('govuk-date-input', group.classes)} {...group.attributes} id={id}>
        {ask.map(name => (
          <div class="govuk-date-input__item">
            <Input
              label={{ text: layout[name].label, classes: 'govuk-date-input__label' }}
              id={`${id}-${name}`}
              name={namePrefix ? `${namePrefix}-${name}` : name}
              classes={classNames('govuk-date-input__input', isWrong(name) && 'govuk-input--error', layout[name].width)}
              value={values?.[name]}
              inputmode="numeric"
              autocomplete={autocomplete?.[name]}
            />
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
