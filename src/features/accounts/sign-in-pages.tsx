import { Button, Details, Form, Heading, InsetText, Link, Paragraph, Said } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { CodeField, EmailField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'
import { ProviderButtons } from './provider-buttons.tsx'

interface Props {
  readonly view: FormView
  /** Whether this is the demo, which says whom one can sign in as. */
  readonly isDemo?: boolean
  /** The invitation that the person came from, to go back to. */
  readonly invitation: string | null
}

const saidWords = {
  'signed-out': 'You are signed out',
  'password-chosen': 'Your new password is saved. Sign in with it',
}

interface SignInProps extends Props {
  readonly saidCode: string | null
  readonly providers: readonly Provider[]
}

export const SignInPage = ({ view, invitation, isDemo, saidCode, providers }: SignInProps) => (
  <Reading>
    <Said code={saidCode} words={saidWords} />
    <Heading level={1}>Sign in</Heading>
    {isDemo && (
      <InsetText>
        This is a demo, and all in it is fiction. <Link href={urls.demo()}>Choose whom to sign in as</Link>.
      </InsetText>
    )}
    <Form action={urls.signIn(invitation)} csrf={view.csrf}>
      <EmailField view={view} label="E-mail address" />
      <PresentPasswordField view={view} label="Password" />
      <Button preventDoubleClick>Sign in</Button>
    </Form>
    <Paragraph>
      <Link href={urls.forgottenPassword()}>Forgotten your password?</Link>
    </Paragraph>
    {providers.length > 0 && (
      <>
        <Heading level={2}>With an account of your organisation</Heading>
        <ProviderButtons
          providers={providers}
          csrf={view.csrf}
          action={key => urls.signInWith(key, invitation)}
          words="Sign in with"
        />
      </>
    )}
    <Details summary="I have no account, or cannot sign in">
      {providers.length > 0 && (
        <Paragraph>
          If your organisation is named above, sign in with it. You can then ask a board for access.
        </Paragraph>
      )}
      <Paragraph>
        Accounts are made by invitation. Ask an administrator of your board, or the partnership’s support team, to
        invite you.
      </Paragraph>
      <Paragraph>
        If you have lost your phone, or have no e-mail any more, they can ask whoever runs this installation to let you
        in again.
      </Paragraph>
    </Details>
  </Reading>
)

export const CodePage = ({ view, invitation }: Props) => (
  <Reading>
    <Heading level={1}>Enter your code</Heading>
    <Form action={urls.signInCode(invitation)} csrf={view.csrf}>
      <CodeField
        view={view}
        hint="Open the authenticator app on your phone and enter the 6 figures that it shows for Heed."
      />
      <Button preventDoubleClick>Continue</Button>
    </Form>
    <Details summary="I do not have my phone">
      <Paragraph>
        Ask an administrator of your board to have whoever runs this installation take your second factor off. You will
        be given a new password and set up the second factor again.
      </Paragraph>
    </Details>
  </Reading>
)
