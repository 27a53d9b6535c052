import type { Letter } from '../app.ts'
import { writeInstant } from '../core/instants.ts'
import {
  Button,
  EmailAddress,
  EmptyState,
  Form,
  Heading,
  InsetText,
  Link,
  List,
  Paragraph,
  SummaryList,
  Table,
  VisuallyHidden,
  WarningText,
} from '../design/index.ts'
import { urls } from '../urls.ts'
import { boards, type CastPerson, cast, postLines, sharedPassword } from './cast.ts'
import { type DemoDocument, readyToImport, saffron } from './documents.ts'

interface WithToken {
  readonly csrf: string
}

const SignInButton = ({ person, csrf }: WithToken & { readonly person: CastPerson }) => (
  <Form action={urls.demoSessions()} csrf={csrf}>
    <input type="hidden" name="person" value={person.email} />
    <Button classes="govuk-button--secondary govuk-!-margin-bottom-0 heed-one-line" preventDoubleClick>
      Sign in<VisuallyHidden> as {person.name}</VisuallyHidden>
    </Button>
  </Form>
)

const NameAndAddress = ({ person: { name, email } }: { readonly person: CastPerson }) => (
  <>
    {name}
    <br />
    <span class="govuk-!-font-weight-regular">
      <EmailAddress address={email} />
    </span>
  </>
)

const People = ({ csrf }: WithToken) => (
  <Table
    caption="Who you can be"
    captionClasses="govuk-table__caption--m"
    rows={cast}
    columns={[
      { head: 'Name', rowHeader: true, cell: person => <NameAndAddress person={person} /> },
      {
        head: 'Role',
        cell: ({ posts }) => <List type="plain" items={postLines(posts)} classes="govuk-!-margin-bottom-0" />,
      },
      { head: 'Comes to Heed to', cell: ({ comesTo }) => comesTo },
      {
        head: <VisuallyHidden>Sign in</VisuallyHidden>,
        label: 'Sign in',
        cell: person => <SignInButton {...{ person, csrf }} />,
      },
    ]}
  />
)

const DownloadLink = ({ document }: { readonly document: DemoDocument }) => (
  <Link href={urls.demoDocument(document.file)}>
    Download<VisuallyHidden> {document.title}</VisuallyHidden>
  </Link>
)

const Ready = ({ document, csrf }: WithToken & { readonly document: DemoDocument }) => (
  <SummaryList
    card={{ title: document.title, headingLevel: 3 }}
    rows={[
      { key: 'What it is', value: document.says },
      { key: 'Whose it is', value: boards.find(({ slug }) => slug === document.board)?.name },
      { key: 'The file', value: <DownloadLink document={document} /> },
      {
        key: 'Import it',
        value: (
          <Form action={urls.demoImports()} csrf={csrf}>
            <input type="hidden" name="document" value={document.file} />
            <Button classes="govuk-!-margin-bottom-0" preventDoubleClick>
              Upload this for me
            </Button>
          </Form>
        ),
      },
    ]}
  />
)

export const DemoPage = ({ csrf }: WithToken) => (
  <>
    <Heading level={1}>A demo of Heed</Heading>
    <WarningText>
      Everything in it is fiction: boards, agencies, people, children and adults. Put nothing in it that is real.
    </WarningText>
    <Paragraph>
      Two neighbouring boards share a police force and an NHS body. One published response is in Tarnwold’s register
      already. Two more wait to be read.
    </Paragraph>
    <Heading level={2}>Read a published response</Heading>
    <Paragraph>
      Heed reads the file, you check what it understood beside the source, and nothing is saved before you agree. If you
      are not signed in as a support officer, you will be signed in as Miriam Castellan.
    </Paragraph>
    {readyToImport.map(document => (
      <Ready document={document} csrf={csrf} />
    ))}
    <Paragraph>
      In the register already: {saffron.title}. <DownloadLink document={saffron} />
    </Paragraph>
    <Heading level={2}>Sign in</Heading>
    <Paragraph>
      Everybody’s password is <strong>{sharedPassword}</strong>. In real use a second factor is asked for as well.
    </Paragraph>
    <People csrf={csrf} />
    <Heading level={2}>E-mail</Heading>
    <Paragraph>
      No e-mail leaves this computer. <Link href={urls.demoMail()}>Read what was sent</Link>.
    </Paragraph>
    <Heading level={2}>Begin again</Heading>
    <Paragraph>
      What you do here is kept in the folder <strong>demo-data</strong> on this computer. To begin again, stop the demo,
      delete that folder and start it once more.
    </Paragraph>
  </>
)

/** A letter's words, with an address that stands by itself as a link when it is the demo's. */
const Words = ({ text, address }: { readonly text: string; readonly address: string }) => (
  <>
    {text
      .trim()
      .split(/\n{2,}/)
      .map(words => (
        <Paragraph>{words.startsWith(`${address}/`) ? <Link href={words}>{words}</Link> : words}</Paragraph>
      ))}
  </>
)

type SentLetter = Letter & { readonly at: string }

interface MailProps {
  readonly letters: readonly SentLetter[]
  /** Where the demo is reached: only links to it are made links. */
  readonly address: string
}

export const MailPage = ({ letters, address }: MailProps) => (
  <>
    <Heading level={1}>E-mail that was sent</Heading>
    <InsetText>It went to a mail server inside the demo, which forgets it when the demo is stopped.</InsetText>
    {letters.length === 0 && (
      <EmptyState title="Nothing has been sent yet" action={{ href: urls.demo(), text: 'Choose whom to sign in as' }}>
        <Paragraph>An administrator sends an e-mail by inviting somebody, from the page “People” of a board.</Paragraph>
      </EmptyState>
    )}
    {letters.map(letter => (
      <SummaryList
        card={{ title: letter.subject, headingLevel: 2 }}
        rows={[
          { key: 'To', value: letter.to },
          { key: 'Sent', value: writeInstant(new Date(letter.at)) },
          { key: 'Words', value: <Words text={letter.text} address={address} /> },
        ]}
      />
    ))}
  </>
)
