/** Pages that are the same for everybody: cookies, accessibility, help. */
import { Table } from './components/table.tsx'
import { Heading, Lead, Link, List, Paragraph } from './components/typography.tsx'
import { ActTag } from './heed/act-tag.tsx'
import { Assessment, Claim, Fact } from './heed/voices.tsx'
import type { PageWords } from './page.tsx'

/** The names under which the cookies are set; the prefix `__Host-` needs https. */
export interface CookieNames {
  readonly session: string
  readonly form: string
  readonly way: string
  readonly device: string
}

const cookies = ({ session, form, way, device }: CookieNames) => [
  {
    name: session,
    purpose: 'Keeps you signed in. It holds a random number and nothing about you.',
    expires: 'When you sign out, or when your session ends',
  },
  {
    name: form,
    purpose: 'Makes sure that a form which you send was shown to you by Heed and not by another site.',
    expires: 'When you close your browser',
  },
  {
    name: way,
    purpose: 'Remembers the page that you asked for before you signed in, so that you come to it.',
    expires: 'When you come to it, or after 15 minutes',
  },
  {
    name: device,
    purpose:
      'Remembers that you have signed in on this device, so that somebody who tries passwords elsewhere cannot lock you out.',
    expires: 'After 400 days',
  },
]

/** What Heed stores on the reader's device. */
export const cookiesPage = (
  names: CookieNames = {
    session: '__Host-heed-session',
    form: '__Host-heed-form',
    way: '__Host-heed-way',
    device: '__Host-heed-device',
  },
): PageWords => ({
  title: 'Cookies',
  body: (
    <>
      <Heading level={1}>Cookies</Heading>
      <Paragraph>Cookies are small files that a site keeps on your phone, tablet or computer.</Paragraph>
      <Paragraph>
        Heed uses only the cookies that it cannot work without. There are none for statistics or advertising, and
        nothing is loaded from other sites. That is why you are not asked for consent.
      </Paragraph>
      <Table
        caption="Essential cookies"
        captionClasses="govuk-table__caption--m"
        rows={cookies(names)}
        columns={[
          { head: 'Name', cell: cookie => <code>{cookie.name}</code>, rowHeader: true },
          { head: 'What it is for', cell: cookie => cookie.purpose },
          { head: 'When it expires', cell: cookie => cookie.expires },
        ]}
      />
    </>
  ),
})

interface AccessibilityProps {
  /** Whom to write to, of the body that runs this installation. Null when it has not said: the page then says so. */
  readonly contact: { readonly name: string; readonly email: string } | null
  /** When the project wrote the statement, and when that body last reviewed it (null: it has not said), as written. */
  readonly preparedOn: string
  readonly reviewedOn: string | null
}

const Contact = ({ contact }: Pick<AccessibilityProps, 'contact'>) =>
  contact ? (
    <Paragraph>
      Write to {contact.name}: <Link href={`mailto:${contact.email}`}>{contact.email}</Link>. Say which page it was and
      what you use to read it.
    </Paragraph>
  ) : (
    <Paragraph>
      Write to the administrator of your board. The body that runs this installation has not yet given an address of its
      own for this page.
    </Paragraph>
  )

const Aims = () => (
  <>
    <Paragraph>This statement is about Heed as it is installed here. We want you to be able to:</Paragraph>
    <List
      items={[
        'do everything with a keyboard alone',
        'do everything with a screen reader',
        'do everything without JavaScript',
        'read every page at 400% zoom, or on a phone, without scrolling sideways, except wide tables, which scroll by themselves',
        'change colours, contrast and typefaces',
        'print every page as a document',
      ]}
    />
  </>
)

const Testing = () => (
  <>
    <Heading level={2}>How accessible it is</Heading>
    <Paragraph>
      Heed is made to meet the Web Content Accessibility Guidelines (WCAG) version 2.2 at level AA. It is partially
      compliant with them: what we know that it does not meet is listed below. It has not been audited by anybody
      outside the project, so there may be more.
    </Paragraph>
    <Heading level={2}>What does not meet the guidelines</Heading>
    <List
      spaced
      items={[
        'While a document is being read after an upload, its page loads itself again every 2 seconds until the reading ends, and you cannot stop or slow that (success criterion 2.2.1, timing adjustable). Go to another page and come back: nothing is lost.',
        'You are signed out when you have not used Heed for 2 hours, and 12 hours after you signed in. You cannot make that longer and you are not warned before (success criterion 2.2.1).',
        'Documents that others made are kept and offered as they came. Some are PDFs or spreadsheets without headings, a reading order or descriptions of pictures. The text that Heed reads from each is on its own page beside it.',
      ]}
    />
    <Heading level={2}>What was tested</Heading>
    <List
      items={[
        'each part that pages are made of, by axe, an automatic checker, at widths of 320 and 1,280 pixels; such a checker finds only some kinds of fault',
        'the markup of each part that comes from the GOV.UK Design System, against the Design System’s own examples',
        'the contrast of text, by the same checker',
        'that each part is there and works without JavaScript',
      ]}
    />
    <Heading level={2}>What was not tested</Heading>
    <List
      items={[
        'with people who have a disability',
        'with JAWS, NVDA, VoiceOver, TalkBack, Dragon or ZoomText',
        'documents that others made and that are kept here as they came, such as published reports in PDF: some of them cannot be read by a screen reader',
      ]}
    />
  </>
)

const Complaints = () => (
  <>
    <Heading level={2}>If you are not content with the answer</Heading>
    <Paragraph>
      The Equality and Human Rights Commission enforces the accessibility regulations. If you are not happy with how
      your complaint was answered, contact the{' '}
      <Link href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</Link>. In Northern
      Ireland, contact the <Link href="https://www.equalityni.org/">Equality Commission for Northern Ireland</Link>.
    </Paragraph>
  </>
)

/**
 * The accessibility statement: what is not met, what was tested, what was not, and how to complain. Its parts follow
 * the model statement of the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations
 * 2018, regulation 8.
 */
export const accessibilityPage = ({ contact, preparedOn, reviewedOn }: AccessibilityProps): PageWords => ({
  title: 'Accessibility statement',
  body: (
    <>
      <Heading level={1}>Accessibility statement</Heading>
      <Aims />
      <Testing />
      <Heading level={2}>If something does not work for you</Heading>
      <Contact contact={contact} />
      <Complaints />
      <Heading level={2}>About this statement</Heading>
      <Paragraph>
        The project that makes Heed prepared it on {preparedOn}, from its own tests.{' '}
        {reviewedOn
          ? `The body that runs this installation last reviewed it on ${reviewedOn}.`
          : 'The body that runs this installation has not yet said when it reviewed it.'}
      </Paragraph>
    </>
  ),
})

const MainJobHelp = () => (
  <>
    <Heading level={2}>From a document to the register</Heading>
    <List
      type="number"
      spaced
      items={[
        'A support officer imports a published response, action plan or report. Heed reads it, which takes seconds.',
        'You check what Heed understood beside the source. Each number joins a thing to its words. What is doubtful has a dashed border, and “Go to the first thing to look at” leads from one to the next.',
        'You say who the names in the document are, and read what Heed found missing, late or out of date.',
        'You save. Only then is anything in the register, and each statement keeps the place where it was said.',
      ]}
    />
    <Paragraph>
      An unfinished check is kept, and two people can work on one. With a keyboard, <kbd>n</kbd> goes to the next thing
      to look at, <kbd>j</kbd> and <kbd>k</kbd> go on and back, and <kbd>c</kbd> corrects. Nothing needs a mouse.
    </Paragraph>
    <Heading level={2}>Restricted and released</Heading>
    <Paragraph>
      A restricted review is seen by its panel and the board’s support team, less anyone excluded from it. A released
      review is also seen by the agencies that it is released to, the chair and the subgroup members. Nobody else can
      tell that it is there.
    </Paragraph>
  </>
)

const VoicesHelp = () => (
  <>
    <Heading level={2}>Three voices</Heading>
    <Paragraph>Every status in Heed has one of three voices. They look the same on every page.</Paragraph>
    <Heading level={3}>A fact</Heading>
    <Paragraph>Follows from dates and records. Heed works it out. It has a grey line at its left.</Paragraph>
    <Fact>Due date passed 14 days ago</Fact>
    <Heading level={3}>A claim</Heading>
    <Paragraph>Is what an agency says of its own work, in its words, with who said it and when.</Paragraph>
    <Claim by="Northshire Police">All officers on the unit have been trained.</Claim>
    <Heading level={3}>An assessment</Heading>
    <Paragraph>Is what the Board judges. It stands on a solid ground, with who judged and when.</Paragraph>
    <Assessment by="Board" verdict="not yet acceptable" />
  </>
)

const acts = [
  { act: 'done', means: 'something that the agency says is finished' },
  { act: 'ongoing', means: 'something that the agency says it does and goes on doing' },
  { act: 'planned', means: 'something that the agency says it will do' },
  { act: 'position', means: 'what the agency thinks of the recommendation' },
  { act: 'context', means: 'what the agency says around it, with nothing done or promised' },
] as const

/** How to read Heed. */
export const helpPage = (): PageWords => ({
  title: 'Help',
  body: (
    <>
      <Heading level={1}>Help</Heading>
      <Lead>
        Heed follows each recommendation of a safeguarding review: who was asked, what they answered, what they promised
        and how it was proved.
      </Lead>
      <MainJobHelp />
      <VoicesHelp />
      <Heading level={2}>What a statement does</Heading>
      <Table
        caption="The five kinds of statement"
        captionClasses="govuk-visually-hidden"
        rows={acts}
        columns={[
          { head: 'Shown as', cell: row => <ActTag act={row.act} />, rowHeader: true },
          { head: 'Meaning', cell: row => row.means },
        ]}
      />
      <Heading level={2}>What is missing</Heading>
      <Paragraph>
        A box with a dashed line stands where something should be and is not. It says what is needed and who can give
        it.
      </Paragraph>
      <Heading level={2}>Numbers</Heading>
      <Paragraph>Each number is a link to the things that it counts. A blank means that nothing was said.</Paragraph>
      <Heading level={2}>If you are stuck</Heading>
      <Paragraph>
        Ask the administrator of your board. If a page shows a reference, give it: it finds what went wrong in the log.
      </Paragraph>
    </>
  ),
})
