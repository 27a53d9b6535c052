/** The names of bodies in the document, and what each stands for in the board's directory. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Checkboxes, EmptyState, Input, Radios, Select, SummaryList } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type CheckView, valueIn } from './check-view.ts'
import type { NameMeaning } from './draft.ts'
import { ChangeForm, KeepOrClose } from './form-parts.tsx'
import { isUnknown, type UsedName } from './names.ts'

/** What a name stands for, in words. */
export function meaningWords(view: Pick<CheckView, 'directory'>, { decided, known }: UsedName): string {
  if (decided) return decidedWords(view, decided)
  if (known) return known.kind === 'group' ? `${known.name} (a group)` : known.name
  return 'Not in the directory'
}

function decidedWords({ directory }: Pick<CheckView, 'directory'>, meaning: NameMeaning): string {
  switch (meaning.kind) {
    case 'agency':
      return directory.agencies.find(each => each.id === meaning.agencyId)?.name ?? 'An agency that is no longer there'
    case 'group':
      return directory.groups.find(each => each.id === meaning.groupId)?.name ?? 'A group that is no longer there'
    case 'new agency':
      return `${meaning.name} (a new agency, made when you save)`
    case 'new group':
      return `${meaning.name} (a new group, made when you save)`
    case 'nobody':
      return 'Nobody in the directory: kept as written'
  }
}

const used = ({ addressed, says }: UsedName): string =>
  [
    addressed > 0 && `asked in ${addressed} ${addressed === 1 ? 'recommendation' : 'recommendations'}`,
    says > 0 && `makes ${says} ${says === 1 ? 'statement' : 'statements'}`,
  ]
    .filter(Boolean)
    .join(', ')

const openHref = (view: CheckView, name: UsedName) =>
  `${urls.importNames(view.found.id)}?open=n-${view.names.indexOf(name)}#name-form`

/** Every name: those that nobody knows, to be answered, then each other with what it stands for. */
export function NamesPage({ view }: { readonly view: CheckView }) {
  const open = view.names.find(name => `n-${view.names.indexOf(name)}` === view.open)
  if (view.names.length === 0) return <EmptyState title="No body is named in this document" />
  const settled = view.names.filter(name => !isUnknown(name))
  return (
    <>
      <p class="govuk-body">
        Each name in the document stands for an agency or a group of this board. What you say here is remembered when
        you save, so that the next import knows it.
      </p>
      {open ? <MeaningForm view={view} name={open} /> : <UnknownNames view={view} />}
      {settled.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Names that are known</h2>
          <SummaryList rows={settled.map(name => settledRow(view, name))} />
        </>
      )}
    </>
  )
}

const settledRow = (view: CheckView, name: UsedName) => ({
  key: name.name,
  value: (
    <>
      {meaningWords(view, name)}
      <br />
      <span class="govuk-hint">{used(name)}</span>
    </>
  ),
  actions: [{ href: openHref(view, name), text: 'Change', visuallyHiddenText: name.name }],
})

/** All names that nobody knows, to be answered at once. */
function UnknownNames({ view }: { readonly view: CheckView }) {
  const unknown = view.names.filter(isUnknown)
  if (unknown.length === 0) return null
  const { agencies, groups } = view.directory
  const fields = valueIn(view, 'names.decide', null)
  const items = [
    { value: '', text: 'Decide later' },
    { value: 'new', text: 'A new agency of this name' },
    ...agencies.map(each => ({ value: `agency ${each.id}`, text: each.name })),
    ...groups.map(each => ({ value: `group ${each.id}`, text: `${each.name} (a group)` })),
    { value: 'nobody', text: 'Nobody in the directory' },
  ]
  return (
    <section aria-labelledby="unknown" class="heed-check-forms">
      <h2 class="govuk-heading-m" id="unknown">
        {unknown.length === 1 ? '1 name that is' : `${unknown.length} names that are`} not in the directory
      </h2>
      <ChangeForm view={view} change="names.decide" back="names">
        {unknown.map((name, at) => (
          <>
            <input type="hidden" name="name" value={name.name} />
            <Select
              name={`meaning-${at}`}
              label={name.name}
              hint={used(name)}
              items={items}
              value={fields.one(`meaning-${at}`, '')}
              errorMessage={mistakeAt(view.mistakes, `meaning-${at}`)}
              formGroup={{ classes: 'govuk-!-margin-bottom-1' }}
            />
            <p class="govuk-body-s">
              <a class="govuk-link" href={openHref(view, name)}>
                Say who it is in another way<span class="govuk-visually-hidden">: {name.name}</span>
              </a>
            </p>
          </>
        ))}
        <Button>Keep these answers</Button>
      </ChangeForm>
    </section>
  )
}

/** The longest name of the document that ends with this one: "Elm Safeguarding Partnership" for "Partnership". */
function longestForm(view: CheckView, { name }: UsedName): string {
  const longer = view.names.filter(each => each.name.toLowerCase().endsWith(` ${name.toLowerCase()}`))
  return longer.reduce((longest, each) => (each.name.length > longest.length ? each.name : longest), name)
}

interface FormProps {
  readonly view: CheckView
  readonly name: UsedName
}

function MeaningForm({ view, name }: FormProps) {
  const fields = valueIn(view, 'name.decide', null)
  const kept = name.decided?.kind ?? (name.known ? 'as the directory says' : '')
  const { agencies, groups } = view.directory
  return (
    <section aria-labelledby="name-form" class="heed-check-forms">
      <h2 class="govuk-heading-m" id="name-form">
        Who is “{name.name}”?
      </h2>
      <ChangeForm view={view} change="name.decide" back="names">
        <input type="hidden" name="name" value={name.name} />
        <Radios
          name="meaning"
          fieldset={{ legend: { text: 'What the name stands for', classes: 'govuk-visually-hidden' } }}
          value={fields.one('meaning', kept)}
          errorMessage={mistakeAt(view.mistakes, 'meaning')}
          items={[
            name.known && { value: 'as the directory says', text: `${name.known.name}, as the directory says` },
            agencies.length > 0 && {
              value: 'agency',
              text: 'An agency of this board',
              conditional: <AgencyChoice view={view} name={name} />,
            },
            groups.length > 0 && {
              value: 'group',
              text: 'A group of this board',
              conditional: <GroupChoice view={view} name={name} />,
            },
            {
              value: 'new agency',
              text: 'A new agency',
              conditional: <NewName field="new-name" view={view} name={name} />,
            },
            {
              value: 'new group',
              text: 'A new group of agencies',
              conditional: <NewGroup view={view} name={name} />,
            },
            { value: 'nobody', text: 'Nobody in the directory: keep the name as it is written' },
          ]}
        />
        <KeepOrClose keep="Keep this answer" href={urls.importNames(view.found.id)} />
      </ChangeForm>
    </section>
  )
}

function AgencyChoice({ view, name }: FormProps) {
  const fields = valueIn(view, 'name.decide', null)
  const kept = name.decided?.kind === 'agency' ? name.decided : null
  return (
    <>
      <Select
        name="agency"
        label="Agency"
        items={view.directory.agencies.map(each => ({ value: each.id, text: each.name }))}
        value={fields.one('agency', kept?.agencyId)}
        errorMessage={mistakeAt(view.mistakes, 'agency')}
      />
      <Remember field="remember" what="agency" isKept={kept?.remember !== false} />
    </>
  )
}

function GroupChoice({ view, name }: FormProps) {
  const kept = name.decided?.kind === 'group' ? name.decided : null
  return (
    <>
      <Select
        name="group"
        label="Group"
        items={view.directory.groups.map(each => ({ value: each.id, text: each.name }))}
        value={valueIn(view, 'name.decide', null).one('group', kept?.groupId)}
        errorMessage={mistakeAt(view.mistakes, 'group')}
      />
      <Remember field="remember-group" what="group" isKept={kept?.remember !== false} />
    </>
  )
}

interface RememberProps {
  readonly field: string
  readonly what: 'agency' | 'group'
  readonly isKept: boolean
}

const Remember = ({ field, what, isKept }: RememberProps) => (
  <Checkboxes
    name={field}
    values={isKept ? ['yes'] : []}
    classes="govuk-checkboxes--small"
    items={[{ value: 'yes', text: `Remember this name for the ${what}` }]}
  />
)

/** What a new agency or group is to be called: as it was kept, else the fullest form in the document. */
const NewName = ({ view, name, field }: FormProps & { readonly field: 'new-name' | 'new-group-name' }) => (
  <Input
    name={field}
    label="Its full name"
    value={valueIn(view, 'name.decide', null).one(
      field,
      name.decided && 'name' in name.decided ? name.decided.name : longestForm(view, name),
    )}
    errorMessage={mistakeAt(view.mistakes, field)}
  />
)

const NewGroup = (props: FormProps) => (
  <>
    <NewName {...props} field="new-group-name" />
    <MemberChoice {...props} />
  </>
)

const MemberChoice = ({ view, name }: FormProps) => (
  <Checkboxes
    name="member"
    fieldset={{ legend: 'Its members' }}
    hint="What is put to the group is put to each member."
    classes="govuk-checkboxes--small"
    values={valueIn(view, 'name.decide', null).many(
      'member',
      name.decided?.kind === 'new group' ? name.decided.members : [],
    )}
    items={view.directory.agencies.map(each => ({ value: each.id, text: each.name }))}
  />
)
