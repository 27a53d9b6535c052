import { Button, Form, Heading, Paragraph } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { CodeField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'
import type { ProofAsked } from './proof-commands.ts'

interface Props {
  readonly view: FormView
  readonly asked: ProofAsked
  /** By which whoever has no password shows it. */
  readonly providers: readonly Provider[]
  /** The page to go on to. */
  readonly to: string
}

const codeHint = 'Enter the 6 figures that the authenticator app shows for Heed.'

export const ProofPage = ({ view, asked, providers, to }: Props) => (
  <Reading>
    <Heading level={1}>Show that it is you</Heading>
    <Paragraph>
      It is a while since you {asked.hasPassword ? 'signed in' : 'showed who you are'}. Before you change who may see
      what, or blank words for good,{' '}
      {asked.hasPassword ? 'enter your password again' : 'sign in with your organisation once more'}.
    </Paragraph>
    {asked.hasPassword ? (
      <Form action={urls.proof(to)} csrf={view.csrf}>
        <PresentPasswordField view={view} name="present" label="Password" />
        {asked.asksCode && <CodeField view={view} hint={codeHint} />}
        <Button preventDoubleClick>Go on</Button>
      </Form>
    ) : (
      <ProviderProof view={view} asked={asked} providers={providers} to={to} />
    )}
  </Reading>
)

/** One form, with a button for each provider, so that the code is asked for once. */
const ProviderProof = ({ view, asked, providers, to }: Props) => {
  const [first] = providers
  if (!first)
    return (
      <Paragraph>
        No sign-in with an organisation is set up any more. Ask whoever runs this installation for a password.
      </Paragraph>
    )
  return (
    <Form action={urls.proofWith(first.key, to)} csrf={view.csrf}>
      {asked.asksCode && <CodeField view={view} hint={codeHint} />}
      {providers.map(({ key, name }) => (
        <Button preventDoubleClick attributes={{ formaction: urls.proofWith(key, to) }}>
          Show it with {name}
        </Button>
      ))}
    </Form>
  )
}
