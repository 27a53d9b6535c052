/** Asking for a redaction, and what the second person sees before agreeing. */
import { mistakeAt } from '../../core/form-fields.ts'
import {
  Button,
  CharacterCount,
  Checkboxes,
  EmptyState,
  Form,
  Heading,
  InsetText,
  Link,
  List,
  Marked,
  Paragraph,
  Radios,
  SummaryList,
  Table,
  Tag,
  Textarea,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading } from '../accounts/index.ts'
import type { Document } from './document-queries.ts'
import { writeWho } from './form-parts.tsx'
import { namesOfHolds, type StandingHold } from './legal-holds.ts'
import type { NearDocument } from './reach-queries.ts'
import { isForbidden, isWaiting } from './redaction-decide.ts'
import { longestWords, mostWords } from './redaction-forms.ts'
import { type PlannedRow, summaryOf } from './redaction-plan.ts'
import type { Redaction } from './redaction-queries.ts'
import { longestFact } from './reviews.ts'

interface ListProps {
  readonly view: FormView
  readonly document: Document
  readonly redactions: readonly Redaction[]
}

export const RedactionsPage = ({ view, document, redactions }: ListProps) => (
  <Reading>
    <Heading level={1} caption={document.fileName}>
      Redact
    </Heading>
    <Paragraph>
      Redaction is for a file that should not have come in, or a name that got out. You ask, somebody else of the
      support team agrees. Then the stored original is deleted and the words are blanked for good: in the text, the
      register, the search and in what was corrected. Who, when and why are kept. A backup from before it that is
      restored one day is redacted again.
    </Paragraph>
    {redactions.length > 0 && <Asked document={document} redactions={redactions} />}
    <AskForm view={view} document={document} />
  </Reading>
)

const extentWords = { file: 'The whole file', words: 'Words' } as const

const Asked = ({ document, redactions }: Omit<ListProps, 'view'>) => (
  <Table
    caption="Redactions of this document"
    captionClasses="govuk-table__caption--m"
    rows={redactions}
    columns={[
      {
        head: 'What',
        cell: each => <Link href={urls.redaction(document.id, each.id)}>{extentWords[each.extent]}</Link>,
        rowHeader: true,
      },
      { head: 'Asked', cell: each => writeWho(each.askedByName, each.askedAt) },
      { head: 'State', cell: each => <StateTag of={each} /> },
    ]}
  />
)

function StateTag({ of }: { readonly of: Redaction }) {
  const grey = 'govuk-tag--grey'
  if (of.agreedAt) return <Tag classes={grey}>Done</Tag>
  return of.refusedAt ? <Tag classes={grey}>Refused</Tag> : <Tag>Waits for a second person</Tag>
}

const AskForm = ({ view, document }: Pick<ListProps, 'view' | 'document'>) => (
  <Form action={urls.documentRedactions(document.id)} csrf={view.csrf}>
    <Radios
      name="extent"
      fieldset={{ legend: { text: 'What is to be redacted?', classes: 'govuk-fieldset__legend--m' } }}
      value={view.form.get('extent')}
      errorMessage={mistakeAt(view.mistakes, 'extent')}
      items={[
        {
          value: 'words',
          text: 'Words, wherever they stand in this review',
          hint: 'And in uploads that belong to no review yet and, as whole words, in the names of agencies and groups. The stored original of every document that holds them is deleted too',
          conditional: <WordsField view={view} />,
        },
        { value: 'file', text: 'The whole file', hint: 'All that came from it is blanked; the structure stays' },
      ]}
    />
    <CharacterCount
      name="reason"
      label="Why?"
      hint="Do not write the words themselves here: the reason is kept"
      rows={3}
      maxlength={longestFact.reason}
      value={view.form.get('reason') ?? ''}
      errorMessage={mistakeAt(view.mistakes, 'reason')}
    />
    <Button preventDoubleClick>Ask for the redaction</Button>
  </Form>
)

const WordsField = ({ view }: { readonly view: FormView }) => (
  <Textarea
    name="words"
    label="Names or phrases, one on each line"
    hint={`Up to ${mostWords}, each up to ${longestWords} characters. Capitals and spaces make no difference, and they are found within longer words. They are forgotten once it is decided.`}
    rows={4}
    spellcheck={false}
    value={view.form.get('words') ?? ''}
    errorMessage={mistakeAt(view.mistakes, 'words')}
  />
)

interface Plan {
  readonly words: readonly string[]
  readonly documents: readonly NearDocument[]
  readonly unread: readonly NearDocument[]
  readonly rows: readonly PlannedRow[]
}

interface OneProps {
  readonly view: FormView
  readonly document: Document
  readonly redaction: Redaction
  readonly plan: Plan
  /** The legal holds that stand on what it reaches. */
  readonly holds: readonly StandingHold[]
  readonly mayAgree: boolean
}

export const RedactionPage = (props: OneProps) => {
  const { document, redaction } = props
  const waits = isWaiting(redaction)
  return (
    <Reading>
      <Heading level={1} caption={document.fileName}>
        {redaction.extent === 'file' ? 'Redaction of the whole file' : 'Redaction of words'}
      </Heading>
      <SummaryList rows={rowsOf(redaction)} />
      {waits ? <Proposal {...props} /> : <Paragraph>This redaction was decided. Its words are forgotten.</Paragraph>}
    </Reading>
  )
}

const rowsOf = (of: Redaction) => [
  { key: 'Asked by', value: writeWho(of.askedByName, of.askedAt) },
  { key: 'Why', value: of.reason },
  { key: 'State', value: <StateTag of={of} /> },
  ...(of.agreedAt ? [{ key: 'Agreed and done', value: writeWho(of.agreedByName, of.agreedAt) }] : []),
  ...(of.refusedAt ? [{ key: 'Refused', value: writeWho(of.refusedByName, of.refusedAt) }] : []),
]

const Proposal = (props: OneProps) => (
  <>
    <Heading level={2}>What will be blanked</Heading>
    {props.plan.words.length > 0 && <List items={props.plan.words} />}
    <Places {...props.plan} />
    <Originals {...props.plan} />
    <Agreement {...props} />
    <Form action={urls.redactionRefusal(props.document.id, props.redaction.id)} csrf={props.view.csrf}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {props.mayAgree ? 'Refuse the redaction' : 'Take the redaction back'}
      </Button>
    </Form>
  </>
)

function Agreement({ view, document, redaction, holds, mayAgree }: OneProps) {
  if (isForbidden(redaction.extent, holds))
    return (
      <InsetText id="agreement">
        A legal hold stands: {namesOfHolds(holds)}. No file can be redacted as a whole until two people have lifted it.
      </InsetText>
    )
  if (!mayAgree)
    return (
      <InsetText id="agreement">
        You asked for this redaction, so somebody else of the support team must agree.
      </InsetText>
    )
  return (
    <Form action={urls.redactionAgreement(document.id, redaction.id)} csrf={view.csrf}>
      <WarningText>This cannot be undone, by anybody.</WarningText>
      {holds.length > 0 && <KeptField view={view} holds={holds} />}
      <Button classes="govuk-button--warning" preventDoubleClick attributes={{ id: 'agreement' }}>
        Agree, and redact now
      </Button>
    </Form>
  )
}

/** Whoever redacts words under a hold destroys evidence, and says that it is kept elsewhere. */
const KeptField = ({ view, holds }: Pick<OneProps, 'view' | 'holds'>) => (
  <Checkboxes
    name="kept"
    fieldset={{ legend: { text: 'A legal hold stands', classes: 'govuk-fieldset__legend--s' } }}
    hint={`${namesOfHolds(holds)}. The originals below are evidence. Download them, and hand them to whoever asked for the hold, before they are deleted here.`}
    items={[
      {
        value: 'yes',
        text: 'A copy of these originals is kept as evidence elsewhere, as agreed with whoever asked for the hold',
      },
    ]}
    values={view.form.getAll('kept')}
    errorMessage={mistakeAt(view.mistakes, 'kept')}
  />
)

/** How many examples are shown with their words. */
const mostShown = 40

function Places({ rows }: Plan) {
  const shown = rows.flatMap(({ name, shown }) => (shown ? [{ name, ...shown }] : []))
  if (rows.length === 0)
    return <EmptyState title="The words stand nowhere in the text. Only the original would be deleted" />
  return (
    <>
      <Table
        caption="Places"
        captionClasses="govuk-visually-hidden"
        rows={summaryOf(rows)}
        columns={[
          { head: 'Where', cell: each => each.name, rowHeader: true },
          { head: 'Records', cell: each => each.rows, numeric: true },
          { head: 'Places', cell: each => each.places, numeric: true },
        ]}
      />
      <List
        spaced
        items={shown.slice(0, mostShown).map(({ name, text, mark }) => (
          <>
            {name}: <Marked text={text} marks={[mark]} />
          </>
        ))}
      />
      {shown.length > mostShown && <Paragraph>And {shown.length - mostShown} more records.</Paragraph>}
    </>
  )
}

const Originals = ({ documents, unread }: Plan) => (
  <>
    <Heading level={2}>Originals that will be deleted</Heading>
    <List items={documents.map(({ id, fileName }) => <Link href={urls.document(id)}>{fileName}</Link>)} />
    {unread.length > 0 && (
      <>
        <Paragraph>
          Nobody can tell whether the words stand in these documents of the review, because they were never read. They
          are not touched:
        </Paragraph>
        <List items={unread.map(({ id, fileName }) => <Link href={urls.document(id)}>{fileName}</Link>)} />
      </>
    )}
  </>
)
