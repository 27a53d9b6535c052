/** One agency as a board knows it: its names, what it came from and what took its place. */
import type { AgencyId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import {
  Button,
  DateInput,
  Form,
  Heading,
  History,
  type HistoryEntry,
  InsetText,
  Link,
  List,
  Paragraph,
  Said,
  SummaryList,
  type SummaryRow,
  VisuallyHidden,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, LineField, Reading } from '../accounts/index.ts'
import { type Agency, type Group, longestAgencyName, type Succession } from './directory.ts'
import { OtherNames } from './other-names.tsx'

const said = {
  added: 'The agency is added to the board',
  renamed: 'The agency is renamed. Its name before is kept below',
  'alias-added': 'The board knows the agency by this name too from now on',
  'alias-removed': 'The other name is removed',
  succeeded: 'The successor is recorded',
  withdrawn: 'The record of the successor is withdrawn',
}

interface Props {
  readonly view: FormView
  readonly saidCode: string | null
  readonly board: Board
  /** Every board of the reader's on which the agency sits or sat. */
  readonly boards: readonly Pick<Board, 'id' | 'slug' | 'name'>[]
  readonly agency: Agency & { readonly leftAt: Date | null }
  /** The agencies that sit on the board: those that a name can link to. */
  readonly seated: readonly AgencyId[]
  readonly groups: readonly Group[]
  /** How many roles are held for it; null for whoever may not see the board's people. */
  readonly roles: number | null
  readonly history: readonly HistoryEntry[] | null
  readonly mayManage: boolean
  /** Whether any role of the reader's could see what the agency was asked. */
  readonly mayRead: boolean
  readonly today: PlainDate
}

export const AgencyPage = (props: Props) => {
  const { saidCode, board, boards, agency, history } = props
  const others = boards.filter(({ id }) => id !== board.id)
  return (
    <Reading>
      <Said code={saidCode} words={said} />
      <Heading level={1} caption={board.name}>
        {agency.name}
      </Heading>
      {agency.leftAt && <InsetText>This agency left the board on {writeDate(dayOf(agency.leftAt))}.</InsetText>}
      {props.mayRead && (
        <Paragraph>
          <Link href={urls.agencyRegister(agency.id)}>What it was asked and what it said</Link>
        </Paragraph>
      )}
      <SummaryList rows={rowsOf(props)} />
      {others.length > 0 && (
        <>
          <Heading level={2}>On your other boards</Heading>
          <List items={others.map(each => <Link href={urls.agency(agency.id, each.slug)}>{each.name}</Link>)} />
        </>
      )}
      <Aliases {...props} />
      <Line {...props} />
      {history && <History entries={history} />}
    </Reading>
  )
}

function rowsOf({ board, agency, groups, roles, mayManage }: Props): readonly SummaryRow[] {
  const rename = { href: urls.agencyName(agency.id, board.slug), text: 'Change', visuallyHiddenText: 'name' }
  const former = agency.formerNames.map(({ name, until }) => `${name}, until ${writeDate(until)}`)
  const people = { href: `${urls.people(board.slug)}?agency=${agency.id}`, text: 'See', visuallyHiddenText: 'who' }
  return [
    { key: 'Name', value: agency.name, ...(mayManage ? { actions: [rename] } : {}) },
    ...(former.length > 0 ? [{ key: 'Called before', value: <Lines of={former} /> }] : []),
    {
      key: 'Groups',
      value: groups.length > 0 ? <Lines of={groups.map(group => <GroupLink group={group} />)} /> : 'In no group',
    },
    ...(roles === null
      ? []
      : [{ key: 'Roles held for it', value: String(roles), ...(roles > 0 ? { actions: [people] } : {}) }]),
  ]
}

const Lines = ({ of }: { readonly of: Parameters<typeof List>[0]['items'] }) => <List type="plain" items={of} />

const GroupLink = ({ group }: { readonly group: Group }) => <Link href={urls.group(group.id)}>{group.name}</Link>

const Aliases = ({ view, board, agency, mayManage }: Props) => (
  <OtherNames
    view={view}
    aliases={agency.aliases}
    mayManage={mayManage}
    action={urls.agencyAliases(agency.id, board.slug)}
    removal={id => urls.agencyAliasRemoval(agency.id, id, board.slug)}
  />
)

/** The bodies before and after it. */
const Line = (props: Props) => {
  const { agency, mayManage } = props
  const all = [...agency.predecessors].reverse().concat(agency.successors)
  return (
    <>
      <Heading level={2}>Before and after it</Heading>
      {all.length === 0 ? (
        <Paragraph>No body is recorded that it came from, and none that took its place.</Paragraph>
      ) : (
        <List items={all.map(each => <SuccessionLine {...props} succession={each} />)} />
      )}
      {mayManage && <SuccessorForm {...props} />}
    </>
  )
}

function SuccessionLine({ view, board, agency, mayManage, succession, ...rest }: Props & { succession: Succession }) {
  const { id, fromId, toId, on } = succession
  const name = (agencyId: AgencyId, text: string) =>
    agencyId !== agency.id && rest.seated.includes(agencyId) ? (
      <Link href={urls.agency(agencyId, board.slug)}>{text}</Link>
    ) : (
      text
    )
  return (
    <>
      On {writeDate(on)} {name(fromId, succession.fromName)} {on <= rest.today ? 'became' : 'becomes'}{' '}
      {name(toId, succession.toName)}
      {mayManage && fromId === agency.id && (
        <Form action={urls.agencySuccessorWithdrawal(agency.id, id, board.slug)} csrf={view.csrf}>
          <button type="submit" class="heed-link-button">
            Withdraw this<VisuallyHidden>: {succession.toName} took its place</VisuallyHidden>
          </button>
        </Form>
      )}
    </>
  )
}

const SuccessorForm = ({ view, board, agency }: Props) => (
  <Form action={urls.agencySuccessors(agency.id, board.slug)} csrf={view.csrf}>
    <Heading level={3}>Record what took its place</Heading>
    <Paragraph>
      Documents that name {agency.name} are then understood as speaking of the body that took its place, once{' '}
      {agency.name} is taken off the board. Every board here sees this record.
    </Paragraph>
    <LineField
      view={view}
      name="successor"
      label="Name of the body that took its place"
      hint={`It is added to the board if it is not there. Up to ${longestAgencyName} characters.`}
    />
    <DateInput
      id="on"
      namePrefix="on"
      fieldset={{ legend: 'When' }}
      hint="For example, 1 7 2022"
      values={{
        day: view.form.get('on-day') ?? '',
        month: view.form.get('on-month') ?? '',
        year: view.form.get('on-year') ?? '',
      }}
      errorMessage={mistakeAt(view.mistakes, 'on-day')}
    />
    <Button classes="govuk-button--secondary">Record the successor</Button>
  </Form>
)
