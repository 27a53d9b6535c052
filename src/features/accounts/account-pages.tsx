import { writeInstant } from '../../core/instants.ts'
import {
  Button,
  Form,
  Heading,
  History,
  type HistoryEntry,
  Link,
  Paragraph,
  Said,
  SummaryList,
  Table,
  Tag,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type FormView, LineField, NewPasswordField, PresentPasswordField, Reading } from './person-fields.tsx'
import type { HeldPost } from './person-queries.ts'
import { roleNames } from './role-words.ts'
import type { Session } from './session-queries.ts'

/** What was just done, by the code in the address. */
const said = {
  renamed: 'Your name is changed',
  'password-changed': 'Your password is changed, and your other sessions have ended',
  'second-factor-set': 'Your second factor is on, and your other sessions have ended',
  'session-ended': 'The session has ended',
  'sessions-ended': 'Your other sessions have ended',
}

interface AccountProps {
  readonly view: FormView
  readonly saidCode: string | null
  readonly name: string
  readonly email: string
  readonly secondFactorSince: Date | null
  /** How many there are. */
  readonly passkeys: number
  readonly posts: readonly HeldPost[]
  readonly hasPassword: boolean
  /** Whether people may sign in here with an account of their organisation. */
  readonly hasProviders: boolean
  readonly sessionCount: number
  readonly history: readonly HistoryEntry[]
}

export const AccountPage = ({ view, saidCode, posts, history, ...account }: AccountProps) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1}>Your account</Heading>
    <SummaryList
      rows={[
        { key: 'E-mail address', value: account.email },
        passwordRow(account.hasPassword),
        secondFactorRow(account),
        passkeysRow(account.passkeys),
        ...(account.hasProviders ? [providersRow] : []),
        {
          key: 'Sessions',
          value: `${account.sessionCount} open`,
          actions: [{ href: urls.sessions(), text: 'See', visuallyHiddenText: 'your sessions' }],
        },
      ]}
    />
    <Form action={urls.account()} csrf={view.csrf}>
      <LineField
        view={view}
        label="Your name"
        hint="As your boards know you. Up to 120 characters."
        value={account.name}
        autocomplete="name"
      />
      <Button classes="govuk-button--secondary">Change your name</Button>
    </Form>
    <Heading level={2}>Your roles</Heading>
    <Posts posts={posts} />
    <History title="What happened in your account" entries={history} />
  </>
)

const passwordRow = (hasPassword: boolean) => ({
  key: 'Password',
  value: hasPassword ? 'Set' : 'None: you sign in with the account of your organisation',
  actions: hasPassword ? [{ href: urls.accountPassword(), text: 'Change', visuallyHiddenText: 'password' }] : [],
})

const providersRow = {
  key: 'Your organisation',
  value: 'Signing in with the account that you have there',
  actions: [{ href: urls.providerLinks(), text: 'See', visuallyHiddenText: 'which accounts are linked' }],
}

const passkeysRow = (count: number) => ({
  key: 'Passkeys',
  value: count === 0 ? 'None' : count,
  actions: [{ href: urls.passkeys(), text: count === 0 ? 'Set up' : 'See', visuallyHiddenText: 'your passkeys' }],
})

const secondFactorRow = ({
  secondFactorSince: since,
  passkeys,
}: Pick<AccountProps, 'secondFactorSince' | 'passkeys'>) => ({
  key: 'Second factor',
  value: since ? `On since ${writeInstant(since)}` : passkeys > 0 ? 'Your passkeys' : 'Off',
  actions: [
    {
      href: urls.secondFactor(),
      text: since ? 'Set up again' : passkeys > 0 ? 'Add' : 'Set up',
      visuallyHiddenText: passkeys > 0 && !since ? 'an authenticator app' : 'your second factor',
    },
  ],
})

const Posts = ({ posts }: Pick<AccountProps, 'posts'>) =>
  posts.length === 0 ? (
    <Paragraph>You have no role on any board now. Ask the administrator of a board to give you one.</Paragraph>
  ) : (
    <Table
      caption="What you may act as"
      captionClasses="govuk-visually-hidden"
      rows={posts}
      columns={[
        {
          head: 'Board',
          cell: post => <Link href={urls.board(post.boardSlug)}>{post.boardName}</Link>,
          rowHeader: true,
        },
        { head: 'Role', cell: post => <Role post={post} /> },
        { head: 'For', cell: post => post.agencyName ?? 'The board' },
      ]}
    />
  )

const Role = ({ post }: { readonly post: HeldPost }) => (
  <>
    {roleNames[post.role]}
    {post.ruleId && (
      <>
        <br />
        By a rule of the board: you have it when you sign in with the account of your organisation, for as long as the
        rule names you.
      </>
    )}
  </>
)

export const PasswordPage = ({ view }: { readonly view: FormView }) => (
  <Reading>
    <Heading level={1}>Change your password</Heading>
    <Form action={urls.accountPassword()} csrf={view.csrf}>
      <PresentPasswordField view={view} name="present" label="The password that you have now" />
      <NewPasswordField view={view} label="The new password" />
      <Paragraph>Your sessions on other devices end when you change it.</Paragraph>
      <Button preventDoubleClick>Change the password</Button>
    </Form>
  </Reading>
)

interface SessionsProps {
  readonly csrf: string
  readonly saidCode: string | null
  readonly sessions: readonly Session[]
  /** The session that asks. */
  readonly present: Session['id']
}

export const SessionsPage = ({ csrf, saidCode, sessions, present }: SessionsProps) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1}>Your sessions</Heading>
    <Paragraph>
      Where you are signed in now. A session ends by itself after 2 hours without use, and after 12 hours in any case.
      If you do not know one of them, end it and <Link href={urls.accountPassword()}>change your password</Link>.
    </Paragraph>
    <Table
      caption="Your sessions, the latest first"
      captionClasses="govuk-visually-hidden"
      rows={sessions}
      columns={[
        { head: 'Device', cell: ({ device }) => device, rowHeader: true },
        { head: 'Begun', cell: ({ startedAt }) => writeInstant(startedAt) },
        { head: 'Last seen', cell: ({ seenAt }) => writeInstant(seenAt) },
        {
          head: 'End',
          cell: session => <EndSession csrf={csrf} session={session} isPresent={session.id === present} />,
        },
      ]}
    />
    {sessions.length > 1 && (
      <Form action={urls.otherSessionsEnding()} csrf={csrf}>
        <Button classes="govuk-button--warning">End all other sessions</Button>
      </Form>
    )}
  </>
)

const EndSession = ({ csrf, session, isPresent }: { csrf: string; session: Session; isPresent: boolean }) =>
  isPresent ? (
    <Tag>This device</Tag>
  ) : (
    <Form action={urls.sessionEnding(session.id)} csrf={csrf}>
      <button type="submit" class="heed-link-button">
        End<span class="govuk-visually-hidden"> the session of {session.device}</span>
      </button>
    </Form>
  )
