import { Button, Form, Heading, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { EmailField, type FormView, NewPasswordField, Reading } from './person-fields.tsx'
import { recoveryMinutes } from './sign-in-limits.ts'

export const ForgottenPasswordPage = ({ view }: { readonly view: FormView }) => (
  <Reading>
    <Heading level={1}>Forgotten your password?</Heading>
    <Paragraph>We send you an e-mail with a link at which you choose another.</Paragraph>
    <Form action={urls.forgottenPassword()} csrf={view.csrf}>
      <EmailField view={view} label="E-mail address" />
      <Button preventDoubleClick>Send the e-mail</Button>
    </Form>
  </Reading>
)

/** The same for everybody: it does not tell whether there is such an account. */
export const RecoverySentPage = () => (
  <Reading>
    <Heading level={1}>Look at your e-mail</Heading>
    <Paragraph>
      If there is an account with the address that you entered, an e-mail with a link is on its way to it. The link
      works once, within {recoveryMinutes} minutes.
    </Paragraph>
    <Paragraph>
      If nothing comes within a few minutes, look among the unwanted e-mail, and check that you entered the address to
      which you were invited. If you have no e-mail any more, ask an administrator of your board.
    </Paragraph>
    <Button href={urls.signIn()}>Back to sign-in</Button>
  </Reading>
)

interface NewPasswordProps {
  readonly view: FormView
  readonly token: string
}

export const NewPasswordPage = ({ view, token }: NewPasswordProps) => (
  <Reading>
    <Heading level={1}>Choose a new password</Heading>
    <Paragraph>
      It takes the place of the one that you forgot. You are signed out everywhere, and sign in with it afterwards.
    </Paragraph>
    <Form action={urls.newPassword(token)} csrf={view.csrf}>
      <NewPasswordField view={view} label="New password" />
      <Button preventDoubleClick>Save the new password</Button>
    </Form>
  </Reading>
)

export const RecoveryOverPage = () => (
  <Reading>
    <Heading level={1}>This link can no longer be used</Heading>
    <Paragraph>
      It was used, its {recoveryMinutes} minutes are over, or a newer e-mail was sent. Ask for another.
    </Paragraph>
    <Button href={urls.forgottenPassword()}>Ask for another e-mail</Button>
  </Reading>
)
