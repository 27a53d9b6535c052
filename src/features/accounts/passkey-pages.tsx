import { mistakeAt } from '../../core/form-fields.ts'
import { writeInstant } from '../../core/instants.ts'
import { Button, ErrorMessage, Form, Heading, Lead, Link, Paragraph, Said, Table } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { PasskeyForm, type PasskeyScript } from './passkey-form.tsx'
import type { Passkey } from './passkey-queries.ts'
import { type FormView, LineField, Reading } from './person-fields.tsx'

const said = {
  'passkey-added': 'Your passkey is added, and your other sessions have ended',
  'passkey-renamed': 'The passkey has its new name',
  'passkey-removed': 'The passkey is removed, and your other sessions have ended',
}

interface ListProps {
  readonly passkeys: readonly Passkey[]
  readonly saidCode: string | null
}

export const PasskeysPage = ({ passkeys, saidCode }: ListProps) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1}>Your passkeys</Heading>
    <Reading>
      <Paragraph>
        With a passkey you sign in by your fingerprint, your face or the PIN of your device, or by a security key. It
        counts as password and second factor together, and no false page can ask it from you.
      </Paragraph>
      <Paragraph>
        While you have a passkey, your password alone does not sign you in: a passkey is asked for beside it, or the
        code of your authenticator app if you have set one up. Have two of them, so that you are not locked out when a
        device is lost.
      </Paragraph>
    </Reading>
    {passkeys.length === 0 ? <Paragraph>You have no passkey yet.</Paragraph> : <Passkeys passkeys={passkeys} />}
    <Button href={urls.newPasskey()}>Add a passkey</Button>
  </>
)

const Passkeys = ({ passkeys }: Pick<ListProps, 'passkeys'>) => (
  <Table
    caption="Your passkeys, in the order in which they were added"
    captionClasses="govuk-visually-hidden"
    rows={passkeys}
    columns={[
      { head: 'Name', cell: ({ name }) => name, rowHeader: true },
      { head: 'Added', cell: ({ addedAt }) => writeInstant(addedAt) },
      { head: 'Last used', cell: ({ usedAt }) => (usedAt ? writeInstant(usedAt) : 'Not yet') },
      {
        head: 'Change',
        cell: ({ id, name }) => (
          <Link href={urls.passkey(id)}>
            Rename or remove<span class="govuk-visually-hidden"> the passkey {name}</span>
          </Link>
        ),
      },
    ]}
  />
)

interface NewProps {
  readonly view: FormView
  readonly script: PasskeyScript
  /** Whether a board asks for a second factor before anything else can be done. */
  readonly mustEnrol: boolean
  /** The invitation that the person came from, to go back to. */
  readonly invitation: string | null
}

export const NewPasskeyPage = ({ view, script, mustEnrol, invitation }: NewProps) => (
  <Reading>
    <Heading level={1}>Add a passkey</Heading>
    {mustEnrol && <Lead>Your board asks for a second factor. A passkey is one.</Lead>}
    <Paragraph>
      Your browser asks where to keep the passkey: on this device, on your phone or on a security key. From then on your
      password alone no longer signs you in. Your sessions on other devices end, and an e-mail tells you of it.
    </Paragraph>
    <PasskeyForm
      view={view}
      does="new"
      action={urls.newPasskey(invitation)}
      challenge={urls.newPasskeyChallenge()}
      script={script}
      button="Add the passkey"
    >
      <NameField view={view} />
    </PasskeyForm>
    {mustEnrol && (
      <Paragraph>
        <Link href={urls.secondFactor(invitation)}>Set up an authenticator app instead</Link>
      </Paragraph>
    )}
  </Reading>
)

const NameField = ({ view, value }: { readonly view: FormView; readonly value?: string }) => (
  <LineField
    view={view}
    label="Name of the passkey"
    hint="So that you know it again, such as the device that it is on. Up to 60 characters."
    {...(value === undefined ? {} : { value })}
  />
)

interface OneProps {
  readonly view: FormView
  readonly passkey: Passkey
}

export const PasskeyPage = ({ view, passkey }: OneProps) => (
  <Reading>
    <Heading level={1}>A passkey of yours</Heading>
    <Form action={urls.passkey(passkey.id)} csrf={view.csrf}>
      <NameField view={view} value={passkey.name} />
      <Button>Save the name</Button>
    </Form>
    <Paragraph>
      <Link href={urls.passkeyRemoval(passkey.id)}>Remove this passkey</Link>
    </Paragraph>
  </Reading>
)

export function PasskeyRemovalPage({ view, passkey }: OneProps) {
  const mistake = mistakeAt(view.mistakes, 'confirmed')
  return (
    <Reading>
      <Heading level={1}>Remove a passkey</Heading>
      <Paragraph>
        The passkey “{passkey.name}” will no longer sign you in. Your sessions on other devices end, and an e-mail tells
        you of it. What your device keeps of it you can delete there.
      </Paragraph>
      {mistake && <ErrorMessage>{mistake}</ErrorMessage>}
      <Form action={urls.passkeyRemoval(passkey.id)} csrf={view.csrf}>
        <Button id="confirmed" classes="govuk-button--warning" preventDoubleClick>
          Remove the passkey
        </Button>
      </Form>
      <Paragraph>
        <Link href={urls.passkeys()}>Keep it</Link>
      </Paragraph>
    </Reading>
  )
}
