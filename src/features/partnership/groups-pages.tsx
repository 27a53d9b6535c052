/** Groups of agencies. */
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { allows } from '../../core/lifecycle.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  ButtonGroup,
  CharacterCount,
  Checkboxes,
  EmptyState,
  Form,
  Heading,
  History,
  type HistoryEntry,
  InsetText,
  Link,
  List,
  ListSentence,
  Paragraph,
  Said,
  Table,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, LineField, PageLinks, Reading, rowsPerPage } from '../accounts/index.ts'
import { type Agency, type Group, longestGroupName, longestPurpose } from './directory.ts'
import { group as lifecycle, stateOfGroup } from './lifecycle.ts'
import { OtherNames } from './other-names.tsx'

const saidOfGroups = { ended: 'The group has ended' }

interface ListProps {
  readonly saidCode: string | null
  readonly board: Board
  readonly groups: readonly Group[]
  readonly mayManage: boolean
  /** From 1. */
  readonly page: number
}

export const GroupsPage = ({ saidCode, board, groups, mayManage, page }: ListProps) => (
  <>
    <Said code={saidCode} words={saidOfGroups} />
    <Heading level={1} caption={board.name}>
      Groups of agencies
    </Heading>
    <Paragraph>
      A group is asked together, as “partner agencies” are. What is put to the group is put to each agency in it.
    </Paragraph>
    {mayManage && <Button href={urls.newGroup(board.slug)}>Make a group</Button>}
    {groups.length === 0 ? (
      <EmptyState title="This board has no group yet">
        <Paragraph>
          {mayManage
            ? 'Make one when recommendations speak of several agencies by one name.'
            : 'The partnership support team makes one when recommendations speak of several agencies by one name.'}
        </Paragraph>
      </EmptyState>
    ) : (
      <GroupTable board={board} groups={groups} page={page} />
    )}
  </>
)

const GroupTable = ({ board, groups, page }: Pick<ListProps, 'board' | 'groups' | 'page'>) => (
  <>
    <ListSentence>
      {groups.length} {groups.length === 1 ? 'group' : 'groups'}, by name
    </ListSentence>
    <Table
      caption="Groups of agencies"
      captionClasses="govuk-visually-hidden"
      rows={groups.slice((page - 1) * rowsPerPage, page * rowsPerPage)}
      columns={[
        { head: 'Group', cell: each => <Link href={urls.group(each.id)}>{each.name}</Link>, rowHeader: true },
        { head: 'What it is for', cell: ({ purpose }) => purpose || 'Not said' },
        { head: 'Agencies', cell: ({ members }) => members.map(({ name }) => name).join('; ') || 'None yet' },
      ]}
    />
    <PageLinks page={page} total={groups.length} href={number => `${urls.groups(board.slug)}?page=${number}`} />
  </>
)

interface FieldsProps {
  readonly view: FormView
  readonly agencies: readonly Pick<Agency, 'id' | 'name'>[]
  /** The group that is being changed. */
  readonly group?: Group
}

/** The fields of a group; after mistakes, what was typed and ticked. */
function GroupFields({ view, agencies, group }: FieldsProps) {
  const isTyped = view.mistakes.length > 0
  const members = isTyped ? view.form.getAll('members') : (group?.members.map(({ id }) => id) ?? [])
  return (
    <>
      <LineField
        view={view}
        label="Name"
        hint={`As recommendations call it: partner agencies, health bodies. Up to ${longestGroupName} characters.`}
        {...(group ? { value: group.name } : {})}
      />
      <CharacterCount
        name="purpose"
        label="What it is for (optional)"
        rows={3}
        maxlength={longestPurpose}
        value={view.form.get('purpose') ?? group?.purpose ?? ''}
        errorMessage={mistakeAt(view.mistakes, 'purpose')}
      />
      {agencies.length === 0 ? (
        <Paragraph>No agency sits on this board yet. You can add members later.</Paragraph>
      ) : (
        <Checkboxes
          name="members"
          fieldset={{ legend: 'Agencies in it' }}
          items={agencies.map(({ id, name }) => ({ value: id, text: name }))}
          values={members}
          errorMessage={mistakeAt(view.mistakes, 'members')}
        />
      )}
    </>
  )
}

interface NewProps extends FieldsProps {
  readonly board: Board
}

export const NewGroupPage = ({ view, board, agencies }: NewProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Make a group
    </Heading>
    <Form action={urls.groups(board.slug)} csrf={view.csrf}>
      <GroupFields view={view} agencies={agencies} />
      <Button preventDoubleClick>Make the group</Button>
    </Form>
  </Reading>
)

const saidOfGroup = {
  made: 'The group is made',
  changed: 'The group is changed',
  'alias-added': 'The board knows the group by this name too from now on',
  'alias-removed': 'The other name is removed',
}

interface GroupProps extends FieldsProps {
  readonly saidCode: string | null
  readonly board: Board
  readonly group: Group & { readonly endedAt: Date | null }
  readonly seen: string
  readonly history: readonly HistoryEntry[] | null
  readonly mayManage: boolean
}

export const GroupPage = ({ saidCode, board, group, history, mayManage, ...form }: GroupProps) => (
  <Reading>
    <Said code={saidCode} words={saidOfGroup} />
    <Heading level={1} caption={board.name}>
      {group.name}
    </Heading>
    {group.endedAt && (
      <InsetText>This group ended on {writeDate(dayOf(group.endedAt))}. It can no longer be asked.</InsetText>
    )}
    {group.purpose && <Paragraph>{group.purpose}</Paragraph>}
    <Heading level={2}>Agencies in it</Heading>
    {group.members.length === 0 ? (
      <Paragraph>No agency is in it, so what is put to it is put to nobody yet.</Paragraph>
    ) : (
      <List items={group.members.map(({ id, name }) => <Link href={urls.agency(id, board.slug)}>{name}</Link>)} />
    )}
    <OtherNames
      view={form.view}
      aliases={group.aliases}
      mayManage={mayManage && allows(lifecycle, stateOfGroup(group), 'add a name')}
      action={urls.groupAliases(group.id)}
      removal={id => urls.groupAliasRemoval(group.id, id)}
    />
    {mayManage && allows(lifecycle, stateOfGroup(group), 'change') && (
      <ChangeGroup board={board} group={group} {...form} />
    )}
    {history && <History entries={history} />}
  </Reading>
)

const ChangeGroup = ({ view, group, agencies, seen }: Omit<GroupProps, 'saidCode' | 'history' | 'mayManage'>) => (
  <>
    <Heading level={2}>Change the group</Heading>
    <Form action={urls.group(group.id)} csrf={view.csrf}>
      <input type="hidden" name="seen" value={view.form.get('seen') ?? seen} />
      <GroupFields view={view} agencies={agencies} group={group} />
      <ButtonGroup>
        <Button preventDoubleClick>Save the group</Button>
        <Link href={urls.groupEnding(group.id)}>End the group</Link>
      </ButtonGroup>
    </Form>
  </>
)

interface EndingProps {
  readonly csrf: string
  readonly board: Board
  readonly group: Group
}

export const GroupEndingPage = ({ csrf, board, group }: EndingProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      End the group {group.name}
    </Heading>
    <WarningText>
      Nothing more can be put to this group. What was put to it stays in the register, and its agencies stay on the
      board.
    </WarningText>
    <Form action={urls.groupEnding(group.id)} csrf={csrf}>
      <ButtonGroup>
        <Button classes="govuk-button--warning" preventDoubleClick>
          End the group
        </Button>
        <Link href={urls.group(group.id)}>Keep it</Link>
      </ButtonGroup>
    </Form>
  </Reading>
)
