import { Button, Form, Heading, Paragraph } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { PasskeyForm, type PasskeyScript } from './passkey-form.tsx'
import { CodeField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'
import type { Factors } from './proof-commands.ts'

interface Props {
  readonly view: FormView
  readonly factors: Factors
  readonly script: PasskeyScript
  /** By which whoever has no password shows it. */
  readonly providers: readonly Provider[]
  /** The page to go on to. */
  readonly to: string
}

const codeHint = 'Enter the 6 figures that the authenticator app shows for Heed.'

/** The other way than the passkey, or the only one. */
const otherWay = ({ hasPassword, hasCode, hasPasskey }: Factors) => {
  const way = hasPassword ? 'enter your password again' : 'sign in with your organisation once more'
  if (!hasPasskey) return way
  return hasCode ? `use your passkey, or ${way}` : 'use your passkey'
}

export const ProofPage = ({ view, factors, script, providers, to }: Props) => (
  <Reading>
    <Heading level={1}>Show that it is you</Heading>
    <Paragraph>
      It is a while since you {factors.hasPassword ? 'signed in' : 'showed who you are'}. Before you change who may see
      what, change your passkeys, or blank words for good, {otherWay(factors)}.
    </Paragraph>
    {factors.hasPasskey && (
      <PasskeyForm
        view={view}
        does="use"
        action={urls.proofPasskey(to)}
        challenge={urls.proofPasskeyChallenge()}
        script={script}
        button="Use a passkey"
      />
    )}
    {factors.hasPasskey && factors.hasCode && <Heading level={2}>Or without a passkey</Heading>}
    {(factors.hasCode || !factors.hasPasskey) && (
      <OtherProof view={view} factors={factors} providers={providers} to={to} />
    )}
  </Reading>
)

const OtherProof = (props: Omit<Props, 'script'>) =>
  props.factors.hasPassword ? <PasswordProof {...props} /> : <ProviderProof {...props} />

const PasswordProof = ({ view, factors, to }: Omit<Props, 'script'>) => (
  <Form action={urls.proof(to)} csrf={view.csrf}>
    <PresentPasswordField view={view} name="present" label="Password" />
    {factors.hasCode && <CodeField view={view} hint={codeHint} />}
    <Button preventDoubleClick {...(factors.hasPasskey ? { classes: 'govuk-button--secondary' } : {})}>
      Go on
    </Button>
  </Form>
)

/** One form, with a button for each provider, so that the code is asked for once. */
const ProviderProof = ({ view, factors, providers, to }: Omit<Props, 'script'>) => {
  const [first] = providers
  if (!first)
    return (
      <Paragraph>
        No sign-in with an organisation is set up any more. Ask whoever runs this installation for a password.
      </Paragraph>
    )
  return (
    <Form action={urls.proofWith(first.key, to)} csrf={view.csrf}>
      {factors.hasCode && <CodeField view={view} hint={codeHint} />}
      {providers.map(({ key, name }) => (
        <Button preventDoubleClick attributes={{ formaction: urls.proofWith(key, to) }}>
          Show it with {name}
        </Button>
      ))}
    </Form>
  )
}
