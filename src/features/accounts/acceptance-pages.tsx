import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { Button, Form, Heading, Lead, Paragraph, Said, SummaryList } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import type { Invitation } from './invitation-queries.ts'
import { type FormView, LineField, NewPasswordField, Reading } from './person-fields.tsx'
import { ProviderButtons } from './provider-buttons.tsx'
import { roleNames } from './role-words.ts'

export interface AcceptanceProps {
  readonly view: FormView
  readonly token: string
  readonly invitation: Invitation
  readonly saidCode: string | null
  readonly providers: readonly Provider[]
}

const What = ({ invitation }: Pick<AcceptanceProps, 'invitation'>) => (
  <SummaryList
    rows={[
      { key: 'Board', value: invitation.boardName },
      { key: 'Role', value: roleNames[invitation.role] },
      ...(invitation.agencyName ? [{ key: 'Agency', value: invitation.agencyName }] : []),
      { key: 'E-mail address', value: invitation.email },
      { key: 'Can be accepted until', value: writeDate(dayOf(invitation.expiresAt)) },
    ]}
  />
)

/** For somebody who has no account yet. */
export const NewAccountPage = ({ view, token, invitation, providers }: AcceptanceProps) => (
  <Reading>
    <Heading level={1}>Accept the invitation</Heading>
    <What invitation={invitation} />
    <Form action={urls.invitationAcceptance(token)} csrf={view.csrf}>
      <LineField
        view={view}
        label="Your name"
        value={invitation.name}
        autocomplete="name"
        hint="Up to 120 characters"
      />
      <NewPasswordField view={view} label="Choose a password" />
      <Button preventDoubleClick>Accept and go on</Button>
    </Form>
    {providers.length > 0 && (
      <>
        <Heading level={2}>Or with an account of your organisation</Heading>
        <Paragraph>Then you need no password for Heed: you sign in there each time.</Paragraph>
        <ProviderButtons
          providers={providers}
          csrf={view.csrf}
          action={key => urls.invitationAcceptanceWith(token, key)}
          words="Accept and sign in with"
        />
      </>
    )}
  </Reading>
)

/** For somebody whose e-mail address has an account, and who is not signed in with it. */
export const SignInFirstPage = ({
  view,
  token,
  invitation,
  signedIn,
}: AcceptanceProps & { readonly signedIn: boolean }) => (
  <Reading>
    <Heading level={1}>Accept the invitation</Heading>
    <What invitation={invitation} />
    {signedIn ? (
      <>
        <Lead>You are signed in with another account.</Lead>
        <Paragraph>Sign out, open the link of the invitation again, and sign in as {invitation.email}.</Paragraph>
        <Form action={urls.signOut()} csrf={view.csrf}>
          <Button>Sign out</Button>
        </Form>
      </>
    ) : (
      <>
        <Lead>You have an account with this e-mail address already. Sign in to accept.</Lead>
        <Button href={urls.signIn(token)}>Sign in</Button>
      </>
    )}
  </Reading>
)

/** For somebody who is signed in with the account that the invitation is for. */
export const ConfirmPage = ({ view, token, invitation, saidCode }: AcceptanceProps) => (
  <Reading>
    <Said code={saidCode} words={{ 'second-factor-set': 'Your second factor is on. Now accept the invitation' }} />
    <Heading level={1}>Accept the invitation</Heading>
    <What invitation={invitation} />
    <Form action={urls.invitationAcceptance(token)} csrf={view.csrf}>
      <Button preventDoubleClick>Accept</Button>
    </Form>
  </Reading>
)

/** Why a link leads nowhere any more. */
export type ClosedReason = 'accepted' | 'withdrawn' | 'expired' | 'without agency'

const askAgain = 'Ask an administrator of the board to invite you again.'
const closings: Readonly<Record<ClosedReason, (invitation: Invitation) => string>> = {
  accepted: () => 'It has been accepted. Each link works once.',
  withdrawn: () => `It was withdrawn. ${askAgain}`,
  expired: () => `Its 7 days have passed. ${askAgain}`,
  'without agency': ({ agencyName, boardName }) =>
    `${agencyName ?? 'The agency that it was for'} has left ${boardName} since you were invited, so there is no role to
    take up. The administrators of the board have been told. You need do nothing.`,
}

interface ClosedProps extends Pick<AcceptanceProps, 'invitation'> {
  readonly reason: ClosedReason
}

/** For a link that was used, withdrawn or has run out, or whose agency has left the board. */
export const ClosedPage = ({ reason, invitation }: ClosedProps) => (
  <Reading>
    <Heading level={1}>This invitation can no longer be used</Heading>
    <Paragraph>{closings[reason](invitation)}</Paragraph>
    {reason === 'accepted' && <Button href={urls.signIn()}>Sign in</Button>}
  </Reading>
)
