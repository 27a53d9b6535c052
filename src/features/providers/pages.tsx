import { mistakeAt } from '../../core/form-fields.ts'
import { writeInstant } from '../../core/instants.ts'
import { Button, ErrorMessage, Form, Heading, Link, Paragraph, Said, Table } from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading } from '../accounts/index.ts'
import type { Link as ProviderLink } from './link-queries.ts'

/** On the way to a provider. The browser goes on by itself; whoever's does not follows the link. */
export const OnwardPage = ({ name, to }: { readonly name: string; readonly to: string }) => (
  <Reading>
    <Heading level={1}>Going on to {name}</Heading>
    <Paragraph>
      You sign in there and come back. If nothing happens, <Link href={to}>go on to {name}</Link>.
    </Paragraph>
  </Reading>
)

const said = { linked: 'The account is linked. You can sign in with it from now on', ended: 'The link has ended' }

interface LinksProps {
  readonly view: FormView
  readonly saidCode: string | null
  readonly providers: readonly Provider[]
  readonly links: readonly ProviderLink[]
}

export const LinksPage = ({ view, saidCode, providers, links }: LinksProps) => {
  const open = providers.filter(({ issuer }) => !links.some(link => link.issuer === issuer))
  const mistake = mistakeAt(view.mistakes, 'link')
  return (
    <Reading>
      <Said code={saidCode} words={said} />
      <Heading level={1}>Signing in with your organisation</Heading>
      <Paragraph>
        Whoever can sign in with a linked account opens your account in Heed. Link only what is yours alone.
      </Paragraph>
      {mistake && <ErrorMessage id="link">{mistake}</ErrorMessage>}
      {links.length > 0 && (
        <Table
          caption="Linked accounts"
          rows={links}
          columns={[
            { head: 'At', cell: ({ issuer }) => nameOf(providers, issuer), rowHeader: true },
            { head: 'Since', cell: ({ linkedAt }) => writeInstant(linkedAt) },
            {
              head: 'End',
              cell: link => <EndLink csrf={view.csrf} link={link} name={nameOf(providers, link.issuer)} />,
            },
          ]}
        />
      )}
      {open.map(({ key, name }) => (
        <Form action={urls.newProviderLink(key)} csrf={view.csrf}>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            Link your account at {name}
          </Button>
        </Form>
      ))}
    </Reading>
  )
}

const nameOf = (providers: readonly Provider[], of: string): string =>
  providers.find(({ issuer }) => issuer === of)?.name ?? 'An organisation that is no longer set up here'

const EndLink = ({
  csrf,
  link,
  name,
}: {
  readonly csrf: string
  readonly link: ProviderLink
  readonly name: string
}) => (
  <Form action={urls.providerLinkEnding(link.id)} csrf={csrf}>
    <button type="submit" class="heed-link-button">
      End<span class="govuk-visually-hidden"> the link to your account at {name}</span>
    </button>
  </Form>
)
