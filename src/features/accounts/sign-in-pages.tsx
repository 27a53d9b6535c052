import { Button, Details, Form, Heading, InsetText, Link, Paragraph, Said } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { PasskeyForm, type PasskeyScript } from './passkey-form.tsx'
import { CodeField, EmailField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'
import type { Factors } from './proof-commands.ts'
import { ProviderButtons } from './provider-buttons.tsx'

interface Props {
  readonly view: FormView
  readonly script: PasskeyScript
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

export const SignInPage = ({ view, script, invitation, isDemo, saidCode, providers }: SignInProps) => (
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
    <Heading level={2}>Or sign in with a passkey</Heading>
    <PasskeyForm
      view={view}
      does="use"
      action={urls.signInPasskey(invitation)}
      challenge={urls.signInPasskeyChallenge()}
      script={script}
      button="Sign in with a passkey"
      isSecondary
    />
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

interface SecondStepProps extends Props {
  readonly factors: Factors
}

export const SecondStepPage = ({ view, factors: { hasCode, hasPasskey }, script, invitation }: SecondStepProps) => (
  <Reading>
    <Heading level={1}>{hasCode ? 'Enter your code' : 'Use your passkey'}</Heading>
    {hasCode && (
      <Form action={urls.signInCode(invitation)} csrf={view.csrf}>
        <CodeField
          view={view}
          hint="Open the authenticator app on your phone and enter the 6 figures that it shows for Heed."
        />
        <Button preventDoubleClick>Continue</Button>
      </Form>
    )}
    {hasCode && hasPasskey && <Heading level={2}>Or use a passkey</Heading>}
    {hasPasskey && (
      <PasskeyForm
        view={view}
        does="use"
        action={urls.signInCodePasskey(invitation)}
        challenge={urls.signInCodePasskeyChallenge()}
        script={script}
        button="Use a passkey"
        isSecondary={hasCode}
      />
    )}
    <Details summary={hasCode ? 'I do not have my phone' : 'I do not have my passkey'}>
      <Paragraph>
        Ask an administrator of your board to have whoever runs this installation take your second factor off. You will
        be given a new password and set up the second factor again.
      </Paragraph>
    </Details>
  </Reading>
)
