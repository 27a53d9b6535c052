/** The board's people and their roles. */
import type { AgencyId, PersonId } from '../../access/actor.ts'
import { roles } from '../../access/permissions.ts'
import { dayOf } from '../../core/instants.ts'
import { allows } from '../../core/lifecycle.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  ButtonGroup,
  type ChosenFilter,
  type Column,
  EmailAddress,
  EmptyState,
  ErrorMessage,
  FilterBar,
  Form,
  Heading,
  History,
  type HistoryEntry,
  Link,
  ListSentence,
  Paragraph,
  Said,
  Select,
  SummaryList,
  Table,
  VisuallyHidden,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import {
  AgencySelect,
  type Board,
  type FormView,
  PageLinks,
  Reading,
  RoleRadios,
  roleNames,
  writePost,
} from '../accounts/index.ts'
import { post as lifecycle, stateOfPost } from './lifecycle.ts'
import type { PeopleFilter, Post } from './people-queries.ts'

interface Named {
  readonly id: AgencyId
  readonly name: string
}

interface ListProps {
  readonly board: Board
  readonly posts: readonly Post[]
  /** Over all pages. */
  readonly roleCount: number
  readonly personCount: number
  readonly filter: PeopleFilter
  readonly agencies: readonly Named[]
  readonly page: number
  readonly mayManage: boolean
  /** Whether people may sign in with an account of their organisation. */
  readonly hasProviders: boolean
}

function listHref(slug: string, { role, agencyId }: PeopleFilter, page = 1): string {
  const query = new URLSearchParams({
    ...(role ? { role } : {}),
    ...(agencyId ? { agency: agencyId } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  })
  return query.size > 0 ? `${urls.people(slug)}?${query}` : urls.people(slug)
}

export const PeoplePage = ({ board, posts, filter, page, mayManage, ...props }: ListProps) => (
  <>
    <Heading level={1} caption={board.name}>
      People
    </Heading>
    {mayManage && (
      <ButtonGroup>
        <Button href={urls.newInvitation(board.slug)}>Invite a person</Button>
        <Link href={urls.invitations(board.slug)}>See the invitations</Link>
        {props.hasProviders && <Link href={urls.accessRequests(board.slug)}>See who asks for access</Link>}
      </ButtonGroup>
    )}
    <Filters board={board} filter={filter} agencies={props.agencies} />
    {posts.length === 0 ? (
      <EmptyState
        title={props.roleCount === 0 ? 'Nobody on the board has such a role' : 'This page of the list is empty'}
        action={{ href: urls.people(board.slug), text: 'See everybody' }}
      />
    ) : (
      <>
        <ListSentence>{peopleWords(props.personCount, props.roleCount)}, by name</ListSentence>
        <Table
          caption="People and their roles"
          captionClasses="govuk-visually-hidden"
          rows={posts}
          columns={[...columns(board, mayManage), ...(mayManage ? [endingColumn(board)] : [])]}
        />
        <PageLinks page={page} total={props.roleCount} href={number => listHref(board.slug, filter, number)} />
      </>
    )}
  </>
)

const peopleWords = (people: number, held: number): string =>
  `${people} ${people === 1 ? 'person' : 'people'} with ${held} ${held === 1 ? 'role' : 'roles'}`

const columns = (board: Board, mayManage: boolean): readonly Column<Post>[] => [
  {
    head: 'Person',
    rowHeader: true,
    cell: post => (
      <>
        <Link href={urls.person(board.slug, post.personId)}>{post.personName}</Link>
        {mayManage && (
          <>
            <br />
            <span class="govuk-!-font-weight-regular">
              <EmailAddress address={post.email} />
            </span>
          </>
        )}
      </>
    ),
  },
  { head: 'Role', cell: post => <RoleOf post={post} /> },
  { head: 'For', cell: post => post.agencyName ?? 'The board' },
  { head: 'Since', cell: post => writeDate(dayOf(post.startedAt)) },
]

const RoleOf = ({ post }: { readonly post: Post }) => (
  <>
    {roleNames[post.role]}
    {post.ruleId && (
      <>
        <br />
        <span class="govuk-!-font-weight-regular">By a rule, while it names them</span>
      </>
    )}
  </>
)

const endingColumn = (board: Board): Column<Post> => ({
  head: 'What to do',
  cell: post => <EndLink board={board} post={post} />,
})

const EndLink = ({ board, post }: { readonly board: Board; readonly post: Post }) => (
  <Link href={urls.postEnding(board.slug, post.personId, post.id)}>
    End
    <VisuallyHidden>
      {' '}
      the role of {post.personName}: {writePost(post.role, post.agencyName)}
    </VisuallyHidden>
  </Link>
)

const Filters = ({ board, filter, agencies }: Pick<ListProps, 'board' | 'filter' | 'agencies'>) => (
  <FilterBar
    action={urls.people(board.slug)}
    chosen={chosen(board, filter, agencies)}
    clearHref={urls.people(board.slug)}
  >
    <Select
      name="role"
      label="Role"
      items={[{ text: 'Every role', value: '' }, ...roles.map(role => ({ text: roleNames[role], value: role }))]}
      value={filter.role}
    />
    <Select
      name="agency"
      label="Agency"
      items={[{ text: 'Every agency', value: '' }, ...agencies.map(({ id, name }) => ({ text: name, value: id }))]}
      value={filter.agencyId}
    />
  </FilterBar>
)

function chosen(board: Board, { role, agencyId }: PeopleFilter, agencies: readonly Named[]): readonly ChosenFilter[] {
  const agency = agencies.find(({ id }) => id === agencyId)
  const filters: ChosenFilter[] = []
  if (role)
    filters.push({ label: 'Role', text: roleNames[role], removeHref: listHref(board.slug, { role: null, agencyId }) })
  if (agencyId)
    filters.push({
      label: 'Agency',
      text: agency?.name ?? 'one that is not on this board',
      removeHref: listHref(board.slug, { role, agencyId: null }),
    })
  return filters
}

const saidOfPerson = {
  given: 'The role is given',
  ended: 'The role has ended',
  left: 'Their roles have ended, and they are signed out everywhere',
}

interface PersonProps {
  readonly view: FormView
  readonly saidCode: string | null
  readonly board: Board
  /** The e-mail address is shown to administrators alone. */
  readonly person: { readonly id: PersonId; readonly name: string; readonly email: string | null }
  readonly posts: readonly Post[]
  readonly agencies: readonly Named[]
  /** Null for whoever may not see it. */
  readonly history: readonly HistoryEntry[] | null
  readonly mayManage: boolean
  readonly maySeeHandover: boolean
}

export const PersonPage = ({
  saidCode,
  board,
  person,
  posts,
  history,
  mayManage,
  maySeeHandover,
  ...form
}: PersonProps) => (
  <Reading>
    <Said code={saidCode} words={saidOfPerson} />
    <Heading level={1} caption={board.name}>
      {person.name}
    </Heading>
    {person.email && <SummaryList rows={[{ key: 'E-mail address', value: person.email }]} />}
    <Heading level={2}>Roles on this board</Heading>
    {posts.every(({ endedAt }) => endedAt) && (
      <Paragraph>{person.name} has no role on this board now, and sees nothing of it.</Paragraph>
    )}
    <Table
      caption="Roles on this board"
      captionClasses="govuk-visually-hidden"
      rows={posts}
      columns={[
        { head: 'Role', cell: post => <RoleOf post={post} />, rowHeader: true },
        { head: 'For', cell: post => post.agencyName ?? 'The board' },
        { head: 'When', cell: when },
        ...(mayManage
          ? [
              {
                head: 'What to do',
                cell: (post: Post) =>
                  allows(lifecycle, stateOfPost(post), 'end') ? <EndLink board={board} post={post} /> : 'Nothing',
              },
            ]
          : []),
      ]}
    />
    <Leaving board={board} person={person} posts={posts} mayManage={mayManage} maySeeHandover={maySeeHandover} />
    {mayManage && <GiveRole board={board} person={person} {...form} />}
    {history && <History entries={history} />}
  </Reading>
)

const when = ({ startedAt, endedAt }: Post): string =>
  endedAt ? `${writeDate(dayOf(startedAt))} to ${writeDate(dayOf(endedAt))}` : `Since ${writeDate(dayOf(startedAt))}`

type LeavingProps = Pick<PersonProps, 'board' | 'person' | 'posts' | 'mayManage' | 'maySeeHandover'>
const Leaving = ({ board, person, posts, mayManage, maySeeHandover }: LeavingProps) => (
  <ButtonGroup>
    {mayManage && posts.some(held => stateOfPost(held) === 'held') && (
      <Button classes="govuk-button--secondary" href={urls.leaving(board.slug, person.id)}>
        They are leaving
      </Button>
    )}
    {maySeeHandover && <Link href={urls.handover(board.slug, person.id)}>What is open in their name</Link>}
  </ButtonGroup>
)

const GiveRole = ({ view, board, person, agencies }: Pick<PersonProps, 'view' | 'board' | 'person' | 'agencies'>) => (
  <>
    <Heading level={2}>Give a further role</Heading>
    <Form action={urls.posts(board.slug, person.id)} csrf={view.csrf}>
      <RoleRadios view={view} />
      <AgencySelect view={view} agencies={agencies} />
      <Button preventDoubleClick>Give the role</Button>
    </Form>
  </>
)

interface EndingProps {
  readonly view: FormView
  readonly board: Board
  readonly post: Post
}

export function PostEndingPage({ view, board, post }: EndingProps) {
  const [mistake] = view.mistakes
  return (
    <Reading>
      <Heading level={1} caption={board.name}>
        End a role of {post.personName}
      </Heading>
      <SummaryList
        rows={[
          { key: 'Role', value: roleNames[post.role] },
          { key: 'For', value: post.agencyName ?? 'The board' },
          { key: 'Since', value: writeDate(dayOf(post.startedAt)) },
        ]}
      />
      <WarningText>
        {post.personName} stops seeing at once what this role shows. What they did stays in the history.
      </WarningText>
      <Form action={urls.postEnding(board.slug, post.personId, post.id)} csrf={view.csrf}>
        {mistake && <ErrorMessage id="ending-error">{mistake.message}</ErrorMessage>}
        <ButtonGroup>
          <Button classes="govuk-button--warning" id="ending" preventDoubleClick>
            End the role
          </Button>
          <Link href={urls.person(board.slug, post.personId)}>Keep it</Link>
        </ButtonGroup>
      </Form>
    </Reading>
  )
}
