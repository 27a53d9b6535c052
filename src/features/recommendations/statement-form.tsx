/** The fields of a statement that is made or corrected by hand. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Checkboxes, Radios, Select } from '../../design/index.ts'
import { acts } from '../../reader/reading.ts'
import { type FormView, LineField } from '../accounts/index.ts'
import { DateField, TextField } from '../reviews/index.ts'
import type { Around } from './hand.ts'
import { longest } from './register-input.ts'

const actHints = {
  done: 'It has been carried out',
  ongoing: 'It is being done and goes on',
  planned: 'It is to be done',
  position: 'A view, with no act of its own',
  context: 'Background',
} as const

const actNames = {
  done: 'Done',
  ongoing: 'Ongoing',
  planned: 'Planned',
  position: 'Position',
  context: 'Context',
} as const

interface Props {
  readonly view: FormView
  readonly around: Around
  readonly id: string | null
}

export const StatementFields = ({ view, around, id }: Props) => (
  <>
    <TextField view={view} name="text" label="What was said" hint="In its own words" longest={longest.statement} />
    <Select
      name="agency"
      label="Agency"
      items={[
        { text: 'None of these, or it cannot be told', value: '' },
        ...around.agencies.map(({ id: value, name }) => ({ text: name, value })),
      ]}
      value={view.form.get('agency')}
      errorMessage={mistakeAt(view.mistakes, 'agency')}
    />
    <LineField
      view={view}
      name="agencyAsWritten"
      label="Agency as the document writes it (optional)"
      hint="Up to 300 characters."
    />
    <Radios
      name="act"
      fieldset={{ legend: 'What it does' }}
      items={acts.map(act => ({ value: act, text: actNames[act], hint: actHints[act] }))}
      value={view.form.get('act')}
      errorMessage={mistakeAt(view.mistakes, 'act')}
    />
    <AnswersFields view={view} around={around} />
    <PromiseFields view={view} />
    <DateField view={view} name="said" label="When it was said (optional)" />
    <FollowsField view={view} around={around} id={id} />
  </>
)

/** Asked only of a recommendation with parts. */
const AnswersFields = ({ view, around: { parts } }: Omit<Props, 'id'>) =>
  parts.length === 0 ? null : (
    <>
      <Radios
        name="answers"
        fieldset={{ legend: 'What it takes up' }}
        items={[
          { value: 'whole', text: 'The whole recommendation' },
          { value: 'parts', text: 'Some of its parts, which are ticked below' },
          { value: 'unknown', text: 'It cannot be told' },
        ]}
        value={view.form.get('answers') ?? 'whole'}
      />
      <Checkboxes
        name="part"
        fieldset={{ legend: 'Parts' }}
        items={parts.map(({ position, text }) => ({ value: String(position), text: `Part ${position}: ${text}` }))}
        values={view.form.getAll('part')}
        errorMessage={mistakeAt(view.mistakes, 'part')}
      />
    </>
  )

const PromiseFields = ({ view }: Pick<Props, 'view'>) => (
  <>
    <LineField
      view={view}
      name="due"
      label="Due date as the document writes it (optional)"
      hint="Such as September 2026 or end of Q3. Days below that are left empty are worked out from it."
    />
    <DateField view={view} name="due-from" label="First day on which it is due (optional)" />
    <DateField view={view} name="due-to" label="Last day on which it is due (optional)" />
    <LineField view={view} name="owner" label="Who is to do it, as a role (optional)" hint="Up to 300 characters." />
    <LineField view={view} name="status" label="Status as the document writes it (optional)" />
    <Checkboxes
      name="reportedDone"
      items={[{ value: 'yes', text: 'The document reports it complete, so it is not overdue' }]}
      values={view.form.getAll('reportedDone')}
    />
  </>
)

function FollowsField({ view, around, id }: Props) {
  const others = around.statements.filter(each => each.id !== id)
  if (others.length === 0) return null
  return (
    <Select
      name="follows"
      label="Earlier statement that it takes the place of (optional)"
      hint="That one is then shown as said before, and is no longer overdue"
      items={[
        { text: 'None', value: '' },
        ...others.map(each => ({
          text: `${each.agencyName ?? each.agencyAsWritten}: ${each.text.slice(0, 80)}`,
          value: each.id,
        })),
      ]}
      value={view.form.get('follows')}
      errorMessage={mistakeAt(view.mistakes, 'follows')}
    />
  )
}
