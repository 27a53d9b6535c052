/** One review: its facts, what stands in its register, its documents and who may see it. */
import { dayOf } from '../../core/instants.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Fact,
  Heading,
  History,
  type HistoryEntry,
  InsetText,
  Link,
  List,
  ListSentence,
  Paragraph,
  Said,
  SummaryList,
  type SummaryRow,
  Table,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import type { Board } from '../accounts/index.ts'
import { type EditionToday, isOutOfDate, standingWords } from './cited-guidance.ts'
import { Corrections } from './correction-pages.tsx'
import type { ShownCorrection } from './correction-queries.ts'
import type { Document } from './document-queries.ts'
import { HoldNotice } from './legal-hold-pages.tsx'
import type { StandingHold } from './legal-holds.ts'
import { stateOfDocument } from './lifecycle.ts'
import { StandingTag } from './list-pages.tsx'
import type { CitedEdition, ListedRecommendation, ShownFinding } from './review-page-queries.ts'
import { factNames, type Review, typeNames } from './reviews.ts'
import { type Seers, WhoMaySee } from './seer-pages.tsx'

const said = {
  added: 'The review is added. It is restricted until you release it',
  corrected: 'The facts are corrected. What they said before is kept below',
  released: 'The release is changed. It holds at once',
  'taken-back': 'The release is taken back. The review is restricted again, at once',
}

interface Props {
  readonly saidCode: string | null
  readonly board: Board
  readonly review: Review
  readonly recommendations: readonly ListedRecommendation[]
  readonly findings: readonly ShownFinding[]
  readonly documents: readonly Document[]
  readonly citations: readonly (CitedEdition & EditionToday)[]
  readonly corrections: readonly ShownCorrection[]
  readonly seers: Seers
  readonly mayChange: boolean
  readonly mayImport: boolean
  readonly holds: readonly StandingHold[]
  readonly mayHold: boolean
  readonly today: PlainDate
  /** Null for whoever may not see it. */
  readonly history: readonly HistoryEntry[] | null
}

export const ReviewPage = (props: Props) => (
  <>
    <Said code={props.saidCode} words={said} />
    <Heading level={1} caption={typeNames[props.review.type]}>
      {props.review.title}
    </Heading>
    <HoldNotice holds={props.holds} />
    <Facts {...props} />
    <Recommendations {...props} />
    <Findings {...props} />
    <Citations {...props} />
    <Documents {...props} />
    <WhoMaySee {...props} />
    <Corrections corrections={props.corrections} />
    {props.history && <History entries={props.history} />}
  </>
)

function Facts({ review, mayChange, holds, mayHold }: Props) {
  const change = { href: urls.reviewCorrections(review.id), text: 'Correct the facts' }
  const { consideredOn } = review
  const fact = (field: keyof typeof factNames, value: string | null): SummaryRow => ({
    key: factNames[field],
    value: value ?? 'Not known',
  })
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Standing', value: <StandingTag standing={review.standing} /> },
          fact('type', typeNames[review.type]),
          fact('subject', review.subject),
          fact('consideredOn', consideredOn && writeDate(consideredOn)),
          fact('leadReviewer', review.leadReviewer),
          fact('legalBasis', review.legalBasis),
          fact('methodology', review.methodology),
        ]}
      />
      {mayChange && (
        <Paragraph>
          <Link href={change.href}>{change.text}</Link>
        </Paragraph>
      )}
      {mayHold && (
        <Paragraph>
          <Link href={urls.reviewLegalHolds(review.id)}>
            {holds.length > 0 ? 'Look at the legal holds' : 'Place a legal hold'}
          </Link>
        </Paragraph>
      )}
    </>
  )
}

function Recommendations({ review, board, recommendations, mayChange, mayImport }: Props) {
  const add = { href: urls.newRecommendation(review.id), text: 'Add a recommendation by hand' }
  return (
    <section aria-labelledby="recommendations">
      <Heading level={2} id="recommendations">
        Recommendations
      </Heading>
      {recommendations.length === 0 ? (
        <EmptyState
          title="Nothing of this review is in the register yet"
          {...(mayImport
            ? {
                action: {
                  href: `${urls.newImport(board.slug)}?review=${review.id}`,
                  text: 'Import its response or report',
                },
              }
            : {})}
        />
      ) : (
        <Listed review={review} board={board} recommendations={recommendations} />
      )}
      {mayChange && (
        <Paragraph>
          <Link href={add.href}>{add.text}</Link>
        </Paragraph>
      )}
    </section>
  )
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

const Listed = ({ review, board, recommendations }: Pick<Props, 'review' | 'board' | 'recommendations'>) => (
  <>
    <ListSentence>
      {counted(recommendations.length, 'recommendation', 'recommendations')}, in the order of the review.{' '}
      <Link href={urls.register(board.slug, `?review=${review.id}`)}>Show them in the register</Link>
    </ListSentence>
    <Table
      caption="Recommendations of this review"
      captionClasses="govuk-visually-hidden"
      rows={recommendations}
      columns={[
        { head: 'Number', cell: each => each.number ?? 'None' },
        {
          head: 'Recommendation',
          cell: each => (
            <span class="govuk-!-font-weight-regular">
              <Link href={urls.recommendation(each.id)}>{shortened(each.text)}</Link>
            </span>
          ),
          rowHeader: true,
        },
        { head: 'What is missing or late', cell: each => <Lacks of={each} /> },
      ]}
    />
  </>
)

/** The beginning of a text that is long, up to a word's end. */
const shortened = (text: string) => (text.length <= 180 ? text : `${text.slice(0, 180).replace(/\s+\S*$/, '')} …`)

function Lacks({ of }: { readonly of: ListedRecommendation }) {
  const lacks = [
    ...(of.isUnanswered ? ['Unanswered'] : []),
    ...(of.silent > 0 ? [`${counted(of.silent, 'body', 'bodies')} silent`] : []),
    ...(of.overdue > 0 ? [`${counted(of.overdue, 'promise', 'promises')} overdue`] : []),
  ]
  return <>{lacks.length === 0 ? 'Nothing' : lacks.map(lack => <Fact>{lack}</Fact>)}</>
}

function Findings({ review, findings, mayChange }: Props) {
  if (findings.length === 0 && !mayChange) return null
  return (
    <section aria-labelledby="findings">
      <Heading level={2} id="findings">
        Noticed of the review as a whole
      </Heading>
      {findings.length === 0 ? (
        <Paragraph>Nothing.</Paragraph>
      ) : (
        <List spaced items={findings.map(each => <FindingLine finding={each} />)} />
      )}
      {mayChange && (
        <Paragraph>
          <Link href={urls.reviewFindings(review.id)}>Correct, dismiss or add what was noticed</Link>
        </Paragraph>
      )}
    </section>
  )
}

function FindingLine({ finding }: { readonly finding: ShownFinding }) {
  const { message, documentId, span, isByHand, dismissedAt, dismissedByName, dismissedReason } = finding
  return (
    <>
      {message}
      {isByHand && ' (added by hand)'}
      {documentId && span && (
        <>
          {' '}
          <Link href={urls.documentWords(documentId, span)}>
            Show the words<span class="govuk-visually-hidden">: {message}</span>
          </Link>
        </>
      )}
      {dismissedAt && (
        <InsetText>
          Dismissed by {dismissedByName ?? 'somebody'} on {writeDate(dayOf(dismissedAt))}: {dismissedReason}
        </InsetText>
      )}
    </>
  )
}

function Citations({ review, citations, today, mayChange }: Props) {
  if (citations.length === 0 && !mayChange) return null
  return (
    <section aria-labelledby="guidance">
      <Heading level={2} id="guidance">
        Guidance that is cited
      </Heading>
      {citations.length === 0 ? (
        <Paragraph>None is recorded.</Paragraph>
      ) : (
        <CitedTable citations={citations} today={today} />
      )}
      {mayChange && (
        <Paragraph>
          <Link href={urls.citations(review.id)}>Correct, withdraw or add citations</Link>
        </Paragraph>
      )}
    </section>
  )
}

const CitedTable = ({ citations, today }: Pick<Props, 'citations' | 'today'>) => (
  <Table
    caption={`How it stands on ${writeDate(today)}`}
    captionClasses="govuk-table__caption--s"
    rows={citations}
    columns={[
      { head: 'Guidance', cell: each => each.title, rowHeader: true },
      { head: 'Edition', cell: each => each.edition ?? 'None named' },
      { head: 'Mentions', cell: each => each.mentions, numeric: true },
      { head: 'Standing today', cell: each => <EditionStands of={each} /> },
      {
        head: 'Where',
        cell: ({ documentId, span, asWritten }) =>
          documentId && span ? <Link href={urls.documentWords(documentId, span)}>{asWritten}</Link> : asWritten,
      },
    ]}
  />
)

const EditionStands = ({ of }: { readonly of: EditionToday }) =>
  isOutOfDate(of.standing) ? (
    <Fact inline>
      {standingWords[of.standing]}
      {of.current && `, the current edition is ${of.current}`}
    </Fact>
  ) : (
    <span>{standingWords[of.standing]}</span>
  )

function Documents({ review, board, documents, mayImport }: Props) {
  return (
    <section aria-labelledby="documents">
      <Heading level={2} id="documents">
        Documents
      </Heading>
      {documents.length === 0 ? (
        <EmptyState title="No document of this review is stored" />
      ) : (
        <Table
          caption={`Documents of ${review.title}`}
          captionClasses="govuk-visually-hidden"
          rows={documents}
          columns={[
            {
              head: 'Document',
              cell: each => <Link href={urls.document(each.id)}>{each.fileName}</Link>,
              rowHeader: true,
            },
            { head: 'Came in', cell: each => writeDate(dayOf(each.uploadedAt)) },
            { head: 'State', cell: each => stateOf(each) },
          ]}
        />
      )}
      {mayImport && (
        <ButtonGroup>
          <Button href={`${urls.newImport(board.slug)}?review=${review.id}`} classes="govuk-button--secondary">
            Import a document of this review
          </Button>
        </ButtonGroup>
      )}
    </section>
  )
}

const stateWords: Readonly<Record<ReturnType<typeof stateOfDocument>, string>> = {
  'being checked': 'Not in the register',
  'in the register': 'In the register',
  redacted: 'Redacted',
}

const stateOf = (document: Document) =>
  `${stateWords[stateOfDocument(document)]}${document.redactedAt ? ` on ${writeDate(dayOf(document.redactedAt))}` : ''}`
