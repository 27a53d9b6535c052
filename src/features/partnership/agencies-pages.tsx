/** The directory of a board: the agencies that sit on it, into it and out of it. */
import type { AgencyId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import {
  Button,
  ButtonGroup,
  type Column,
  EmptyState,
  ErrorMessage,
  Form,
  Heading,
  InsetText,
  Link,
  List,
  ListSentence,
  Paragraph,
  Said,
  Select,
  Table,
  VisuallyHidden,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, LineField, PageLinks, Reading, rowsPerPage } from '../accounts/index.ts'
import { type Agency, type Group, longestAgencyName } from './directory.ts'

const said = {
  removed: 'The agency is taken off the board',
}

interface ListProps {
  readonly saidCode: string | null
  readonly board: Board
  readonly agencies: readonly Agency[]
  readonly groups: readonly Group[]
  /** How many roles are held for each; null for whoever may not see the board's people. */
  readonly roles: ReadonlyMap<AgencyId, number> | null
  readonly mayManage: boolean
  /** From 1. */
  readonly page: number
  readonly today: PlainDate
}

export const AgenciesPage = (props: ListProps) => (
  <>
    <Said code={props.saidCode} words={said} />
    <Heading level={1} caption={props.board.name}>
      Agencies
    </Heading>
    <ButtonGroup>
      {props.mayManage && <Button href={urls.newAgency(props.board.slug)}>Add an agency</Button>}
      <Link href={urls.groups(props.board.slug)}>
        {props.groups.length === 0 ? 'Groups of agencies' : `Groups of agencies (${props.groups.length})`}
      </Link>
    </ButtonGroup>
    {props.agencies.length === 0 ? (
      <EmptyState title="No agency sits on this board yet">
        <Paragraph>
          {props.mayManage
            ? 'Add the bodies that the board asks and hears: the council, the police, the health bodies and others.'
            : 'The partnership support team adds the bodies that the board asks and hears.'}
        </Paragraph>
      </EmptyState>
    ) : (
      <AgencyTable {...props} />
    )}
  </>
)

const AgencyTable = ({ agencies, page, ...shown }: ListProps) => (
  <>
    <ListSentence>
      {agencies.length} {agencies.length === 1 ? 'agency sits' : 'agencies sit'} on this board, by name
    </ListSentence>
    <Table
      caption="Agencies"
      captionClasses="govuk-visually-hidden"
      rows={agencies.slice((page - 1) * rowsPerPage, page * rowsPerPage)}
      columns={columns(shown)}
    />
    <PageLinks
      page={page}
      total={agencies.length}
      href={number => `${urls.agencies(shown.board.slug)}?page=${number}`}
    />
  </>
)

type ColumnProps = Pick<ListProps, 'board' | 'groups' | 'roles' | 'mayManage' | 'today'>

const columns = ({ board, groups, roles, mayManage, today }: ColumnProps): readonly Column<Agency>[] => [
  {
    head: 'Agency',
    rowHeader: true,
    classes: 'govuk-!-width-one-third',
    cell: agency => (
      <>
        <Link href={urls.agency(agency.id, board.slug)}>{agency.name}</Link>
        <EndedNote agency={agency} today={today} />
      </>
    ),
  },
  { head: 'Also known as', cell: ({ aliases }) => aliases.map(({ alias }) => alias).join('; ') || 'No other name' },
  { head: 'Groups', cell: agency => groupsOf(agency, groups) },
  ...(roles
    ? [{ head: 'Roles', cell: (agency: Agency) => <RoleCount board={board} agency={agency} roles={roles} /> }]
    : []),
  ...(mayManage
    ? [
        {
          head: 'What to do',
          cell: (agency: Agency) => (
            <Link href={urls.agencyRemoval(board.slug, agency.id)}>
              Remove<VisuallyHidden> {agency.name} from the board</VisuallyHidden>
            </Link>
          ),
        },
      ]
    : []),
]

const mostNamed = 3

function groupsOf(agency: Agency, groups: readonly Group[]): string {
  const names = groups.filter(({ members }) => members.some(({ id }) => id === agency.id)).map(({ name }) => name)
  const rest = names.length - mostNamed
  const words = names.slice(0, mostNamed).join('; ') || 'None'
  return rest > 0 ? `${words} and ${rest} more` : words
}

interface RoleCountProps {
  readonly board: Board
  readonly agency: Agency
  readonly roles: ReadonlyMap<AgencyId, number>
}

function RoleCount({ board, agency, roles }: RoleCountProps) {
  const count = roles.get(agency.id) ?? 0
  if (count === 0) return <>Nobody yet</>
  return (
    <Link href={`${urls.people(board.slug)}?agency=${agency.id}`}>
      {count} {count === 1 ? 'role' : 'roles'}
      <VisuallyHidden> for {agency.name}</VisuallyHidden>
    </Link>
  )
}

/** "Ended on 1 July 2022: now NHS Stourvale ICB", for a body that another has taken the place of. */
function EndedNote({ agency, today }: { readonly agency: Agency; readonly today: PlainDate }) {
  if (!agency.endedOn) return null
  const names = agency.successors.filter(({ fromId }) => fromId === agency.id).map(({ toName }) => toName)
  const [ended, now] = agency.endedOn <= today ? ['Ended on', 'now'] : ['Ends on', 'then']
  return (
    <>
      <br />
      <span class="govuk-!-font-weight-regular">
        {ended} {writeDate(agency.endedOn)}: {now} {names.join(' and ')}
      </span>
    </>
  )
}

interface NewProps {
  readonly view: FormView
  readonly board: Board
  /** Those that other boards know. */
  readonly others: readonly { readonly id: AgencyId; readonly name: string }[]
}

export const NewAgencyPage = ({ view, board, others }: NewProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Add an agency
    </Heading>
    <Paragraph>
      An agency that sits on several boards is one agency here, so that its people see everything that they answer for
      in one place. What each board holds stays that board’s own.
    </Paragraph>
    <Form action={urls.agencies(board.slug)} csrf={view.csrf}>
      {others.length > 0 && (
        <Select
          name="agency"
          label="An agency that is known here already"
          hint="From another board, or one that left this board"
          items={[{ text: 'None of these', value: '' }, ...others.map(({ id, name }) => ({ text: name, value: id }))]}
          value={view.form.get('agency')}
          errorMessage={mistakeAt(view.mistakes, 'agency')}
        />
      )}
      <LineField
        view={view}
        label={others.length > 0 ? 'Or the name of a new agency' : 'Name of the agency'}
        hint={`In full, as the body calls itself. Up to ${longestAgencyName} characters.`}
      />
      <Button preventDoubleClick>Add the agency</Button>
    </Form>
  </Reading>
)

interface RemovalProps {
  readonly view: FormView
  readonly board: Board
  readonly agency: Agency
  readonly groups: readonly Group[]
  readonly roles: number
}

export function AgencyRemovalPage({ view, board, agency, groups, roles }: RemovalProps) {
  const [mistake] = view.mistakes
  return (
    <Reading>
      <Heading level={1} caption={board.name}>
        Take {agency.name} off the board
      </Heading>
      <Consequences board={board} agency={agency} groups={groups} roles={roles} />
      <Form action={urls.agencyRemoval(board.slug, agency.id)} csrf={view.csrf}>
        {mistake && <ErrorMessage id="removal-error">{mistake.message}</ErrorMessage>}
        <ButtonGroup>
          <Button classes="govuk-button--warning" id="removal" preventDoubleClick>
            Take it off the board
          </Button>
          <Link href={urls.agencies(board.slug)}>Keep it</Link>
        </ButtonGroup>
      </Form>
    </Reading>
  )
}

const Consequences = ({ board, agency, groups, roles }: Omit<RemovalProps, 'view'>) => (
  <>
    <Paragraph>
      The agency can no longer be chosen for this board. What it was asked and what it said stays in the register, and
      other boards keep it. You can add it again.
    </Paragraph>
    {groups.length > 0 && (
      <>
        <Paragraph>It leaves these groups too:</Paragraph>
        <List items={groups.map(({ name }) => name)} />
      </>
    )}
    {roles > 0 && (
      <InsetText>
        <Link href={`${urls.people(board.slug)}?agency=${agency.id}`}>
          {roles} {roles === 1 ? 'role is' : 'roles are'} held for it
        </Link>
        . An administrator must end {roles === 1 ? 'it' : 'them'} first.
      </InsetText>
    )}
  </>
)

interface NameProps {
  readonly view: FormView
  readonly board: Board
  readonly agency: Agency
}

export const AgencyNamePage = ({ view, board, agency }: NameProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Rename {agency.name}
    </Heading>
    <WarningText>The name changes on every board that this agency sits on.</WarningText>
    <Paragraph>
      The name of today is kept as its former name, so that documents that use it are still understood. Was the body
      abolished? Then <Link href={urls.agency(agency.id, board.slug)}>record what took its place</Link>.
    </Paragraph>
    <Form action={urls.agencyName(agency.id, board.slug)} csrf={view.csrf}>
      <LineField view={view} label="Name" hint={`Up to ${longestAgencyName} characters`} value={agency.name} />
      <Button preventDoubleClick>Rename the agency</Button>
    </Form>
  </Reading>
)
