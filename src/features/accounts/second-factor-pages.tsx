import { enrolmentAddress } from '../../access/totp.ts'
import { writeInstant } from '../../core/instants.ts'
import { Button, Form, Heading, InsetText, Lead, Link, List, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { CodeField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'
import { QrCode } from './qr-code.tsx'
import type { SecondFactorState } from './second-factor-commands.ts'

interface Props {
  readonly view: FormView
  readonly state: SecondFactorState
  /** Whether a board asks for it before anything else can be done. */
  readonly mustEnrol: boolean
  /** The invitation that the person came from, to go back to. */
  readonly invitation: string | null
}

export const SecondFactorPage = ({ view, state, mustEnrol, invitation }: Props) => (
  <Reading>
    <Heading level={1}>Second factor</Heading>
    {state.pending === null ? (
      <BeginSecondFactor view={view} state={state} mustEnrol={mustEnrol} invitation={invitation} />
    ) : (
      <ConfirmSecondFactor view={view} email={state.email} secret={state.pending} invitation={invitation} />
    )}
  </Reading>
)

/** Whether there is something that a session left open must not be enough to change. */
const hasFactor = ({ since, hasPasskey }: SecondFactorState) => since !== null || hasPasskey

const BeginSecondFactor = ({ view, state, mustEnrol, invitation }: Props) => (
  <>
    {mustEnrol && (
      <Lead>Your board asks for a second factor. Set it up to go on{invitation ? ' to the invitation' : ''}.</Lead>
    )}
    <Paragraph>
      With a second factor, a stolen password alone opens nothing: at each sign-in you also enter a code that an
      authenticator app on your phone shows. Any such app will do; it needs no network.
    </Paragraph>
    {state.since && (
      <InsetText>
        Your second factor is on since {writeInstant(state.since)}. Set it up again when you change your phone. The one
        before works until you have finished, and your other sessions end then.
      </InsetText>
    )}
    <Form action={urls.secondFactor(invitation)} csrf={view.csrf}>
      {hasFactor(state) && state.hasPassword && (
        <PresentPasswordField view={view} name="present" label="Your password" />
      )}
      {hasFactor(state) && !state.hasPassword && (
        <p class="govuk-body" id="present">
          If it is a while since you signed in, <Link href={urls.proof(urls.secondFactor())}>show that it is you</Link>{' '}
          first.
        </p>
      )}
      <Button>{state.since ? 'Set up again' : 'Set up the second factor'}</Button>
    </Form>
    {mustEnrol && (
      <Paragraph>
        Or <Link href={urls.newPasskey(invitation)}>add a passkey instead</Link>: your fingerprint, your face or the PIN
        of this device is then the second factor.
      </Paragraph>
    )}
  </>
)

/** Four letters at a time, as people type them. */
const spaced = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ')

interface ConfirmProps extends Pick<Props, 'view' | 'invitation'> {
  readonly email: string
  readonly secret: string
}

const ConfirmSecondFactor = ({ view, email, secret, invitation }: ConfirmProps) => (
  <>
    <List
      type="number"
      spaced
      items={[
        'Open the authenticator app on your phone and add an account.',
        'Scan this code with it, or type the key below.',
        'Enter the 6 figures that the app then shows.',
      ]}
    />
    <QrCode
      text={enrolmentAddress(secret, { issuer: 'Heed', account: email })}
      title="QR code with the key that is written below"
    />
    <Paragraph>
      Key: <code>{spaced(secret)}</code> (time-based, 6 figures)
    </Paragraph>
    <Form action={urls.secondFactorCode(invitation)} csrf={view.csrf}>
      <CodeField view={view} hint="The 6 figures that the app shows for Heed now" />
      <Button preventDoubleClick>Finish</Button>
    </Form>
  </>
)
