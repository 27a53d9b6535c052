import { Button, Form } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'

interface Props {
  readonly providers: readonly Pick<Provider, 'key' | 'name'>[]
  readonly csrf: string
  /** Where the form of a provider goes. */
  readonly action: (key: string) => string
  /** What the button says before the provider's name. */
  readonly words: string
}

/** One button for each provider; nothing where there is none. */
export const ProviderButtons = ({ providers, csrf, action, words }: Props) => (
  <>
    {providers.map(({ key, name }) => (
      <Form action={action(key)} csrf={csrf}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {words} {name}
        </Button>
      </Form>
    ))}
  </>
)
