import type { AgencyId } from '../../access/actor.ts'
import { type Role, roles } from '../../access/permissions.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf, writeInstant } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  EmptyState,
  Form,
  Heading,
  InsetText,
  Link,
  ListSentence,
  Paragraph,
  Radios,
  Said,
  Select,
  Table,
  Tag,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from './boards.ts'
import { can, type InvitationState, stateOf, triedUntil } from './invitation.ts'
import type { Invitation } from './invitation-queries.ts'
import { PageLinks } from './page-links.tsx'
import { EmailField, type FormView, LineField, Reading } from './person-fields.tsx'
import { isAgencyRole, roleHints, roleNames, writePost } from './role-words.ts'

const said = {
  invited: 'The person is invited. The letter goes out within a minute',
  'sent-again': 'The invitation goes out again with a new link. The link before no longer works',
  withdrawn: 'The invitation is withdrawn',
  changed: 'That invitation had changed meanwhile, so nothing was done. The list shows how it stands now',
}

const stateWords: Readonly<Record<InvitationState, string>> = {
  waiting: 'Waiting to be sent',
  sent: 'Sent',
  'not sent': 'Could not be sent',
  accepted: 'Accepted',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  'without agency': 'Its agency left the board',
}

interface ListProps {
  readonly csrf: string
  readonly saidCode: string | null
  readonly board: Board
  readonly invitations: readonly Invitation[]
  readonly total: number
  readonly page: number
  readonly now: Date
}

export const InvitationsPage = ({ csrf, saidCode, board, invitations, total, page, now }: ListProps) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={board.name}>
      Invitations
    </Heading>
    <Button href={urls.newInvitation(board.slug)}>Invite a person</Button>
    {total === 0 ? (
      <EmptyState title="Nobody has been invited yet">
        <Paragraph>People come to the board by invitation. Invite the partnership support team first.</Paragraph>
      </EmptyState>
    ) : (
      <>
        <ListSentence>
          {total} {total === 1 ? 'invitation' : 'invitations'}, the latest first
        </ListSentence>
        <Table
          caption="Invitations"
          captionClasses="govuk-visually-hidden"
          rows={invitations}
          columns={[
            { head: 'Person', cell: each => <Invitee invitation={each} />, rowHeader: true },
            { head: 'Role', cell: each => writePost(each.role, each.agencyName) },
            { head: 'State', cell: each => <State invitation={each} now={now} /> },
            { head: 'What to do', cell: each => <Doings csrf={csrf} board={board} invitation={each} now={now} /> },
          ]}
        />
        <PageLinks page={page} total={total} href={number => `${urls.invitations(board.slug)}?page=${number}`} />
      </>
    )}
  </>
)

const Invitee = ({ invitation }: { readonly invitation: Invitation }) => (
  <>
    {invitation.name}
    <br />
    <span class="govuk-!-font-weight-regular">{invitation.email}</span>
  </>
)

const isTrouble = (state: InvitationState) => state === 'not sent' || state === 'without agency'

function State({ invitation, now }: { readonly invitation: Invitation; readonly now: Date }) {
  const state = stateOf(invitation, now)
  const { acceptedAt, withdrawnAt, expiresAt, agencyLeftAt, refusedAt } = invitation
  const tried = triedUntil(invitation, now)
  const when = acceptedAt ?? withdrawnAt ?? (state === 'without agency' ? agencyLeftAt : null)
  return (
    <>
      <Tag classes={isTrouble(state) ? 'govuk-tag--red' : 'govuk-tag--grey'}>{stateWords[state]}</Tag>
      <br />
      {when ? writeInstant(when) : `${state === 'expired' ? 'Ended' : 'Until'} ${writeDate(dayOf(expiresAt))}`}
      {tried && (
        <>
          <br />
          Heed tries again until {writeInstant(tried)}.
        </>
      )}
      {state === 'without agency' && refusedAt && (
        <>
          <br />
          Somebody tried to accept it on {writeDate(dayOf(refusedAt))}. No role was given.
        </>
      )}
    </>
  )
}

interface DoingsProps extends Pick<ListProps, 'csrf' | 'board' | 'now'> {
  readonly invitation: Invitation
}

function Doings({ csrf, board, invitation, now }: DoingsProps) {
  const { id, name } = invitation
  const doings = [
    { act: 'send again', text: 'Send again', action: urls.invitationLetter(board.slug, id) },
    { act: 'show its link', text: 'Make a link to hand over', action: urls.invitationLink(board.slug, id) },
    { act: 'withdraw', text: 'Withdraw', action: urls.invitationWithdrawal(board.slug, id) },
  ] as const
  const open = doings.filter(({ act }) => can(invitation, act, now))
  if (open.length === 0) return <>Nothing</>
  return (
    <>
      {open.map(({ text, action }) => (
        <Form action={action} csrf={csrf}>
          <button type="submit" class="heed-link-button">
            {text}
            <span class="govuk-visually-hidden">: invitation of {name}</span>
          </button>
        </Form>
      ))}
    </>
  )
}

interface NewProps {
  readonly view: FormView
  readonly board: Board
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
}

export const NewInvitationPage = ({ view, board, agencies }: NewProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      Invite a person
    </Heading>
    <Paragraph>
      The person is sent an e-mail with a link that works once, for 7 days. It says which board invites and as what, and
      nothing about any review.
    </Paragraph>
    <Form action={urls.invitations(board.slug)} csrf={view.csrf}>
      <LineField view={view} label="Name" hint="Up to 120 characters" />
      <EmailField view={view} label="E-mail address" />
      <RoleRadios view={view} />
      <AgencySelect view={view} agencies={agencies} />
      <Button preventDoubleClick>Send the invitation</Button>
    </Form>
  </Reading>
)

interface RoleProps {
  readonly view: FormView
  /** A role that cannot be given here. */
  readonly without?: Role
}

/** The roles, each with what it is for. */
export const RoleRadios = ({ view, without }: RoleProps) => (
  <Radios
    name="role"
    fieldset={{ legend: 'Role' }}
    items={roles
      .filter(role => role !== without)
      .map((role: Role) => ({ value: role, text: roleNames[role], hint: roleHints[role] }))}
    value={view.form.get('role')}
    errorMessage={mistakeAt(view.mistakes, 'role')}
  />
)

const agencyRoleNames = roles
  .filter(isAgencyRole)
  .map(role => roleNames[role].toLowerCase())
  .join(' or ')

export const AgencySelect = ({ view, agencies }: Pick<NewProps, 'view' | 'agencies'>) => (
  <Select
    name="agency"
    label="Agency"
    hint={
      agencies.length === 0
        ? 'No agency sits on this board yet. Add one under Agencies first.'
        : `Only for an ${agencyRoleNames}`
    }
    items={[{ text: 'Choose an agency', value: '' }, ...agencies.map(({ id, name }) => ({ text: name, value: id }))]}
    value={view.form.get('agency')}
    errorMessage={mistakeAt(view.mistakes, 'agency')}
  />
)

interface LinkProps {
  readonly board: Board
  readonly link: string
  readonly until: Date
}

/** Shown once: the link stands nowhere else. */
export const InvitationLinkPage = ({ board, link, until }: LinkProps) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      A link to hand over
    </Heading>
    <WarningText>Whoever has this link can accept the invitation. Give it to the invited person alone.</WarningText>
    <InsetText>
      <code class="heed-secret">{link}</code>
    </InsetText>
    <Paragraph>
      It works once, until {writeDate(dayOf(until))}. It is shown only now: if you lose it, make another.
    </Paragraph>
    <Paragraph>
      <Link href={urls.invitations(board.slug)}>Back to the invitations</Link>
    </Paragraph>
  </Reading>
)
