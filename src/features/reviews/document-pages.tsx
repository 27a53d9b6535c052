/** One stored document, and the words around a place in it. */
import { writeInstant } from '../../core/instants.ts'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Heading,
  History,
  type HistoryEntry,
  InsetText,
  Link,
  Marked,
  Pagination,
  Paragraph,
  Said,
  SummaryList,
  type SummaryRow,
} from '../../design/index.ts'
import type { Span } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import { Reading } from '../accounts/index.ts'
import type { Document, Excerpt } from './document-queries.ts'
import type { Review } from './reviews.ts'
import { linesOf, pageLength, type Wanted } from './windows.ts'

const said = {
  asked: 'The redaction is asked for. Somebody else with the permission must agree',
  redacted: 'The redaction is done. The words and the original are gone',
  refused: 'The redaction is refused. Nothing was blanked',
}

interface DocumentProps {
  readonly saidCode: string | null
  readonly document: Document
  readonly review: Review | null
  /** Whether the original's bytes are stored. */
  readonly isStored: boolean
  readonly hasWords: boolean
  readonly mayRedact: boolean
  /** Null for whoever may not see it. */
  readonly history: readonly HistoryEntry[] | null
}

export const DocumentPage = ({ saidCode, document, ...props }: DocumentProps) => (
  <Reading>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption="Document">
      {document.fileName}
    </Heading>
    {document.redactedAt && (
      <InsetText>
        Redacted on {writeInstant(document.redactedAt)}: the original is deleted, and what was blanked stands as █.
      </InsetText>
    )}
    <ButtonGroup>
      {props.isStored && <Button href={urls.documentOriginal(document.id)}>Download the original</Button>}
      {props.hasWords && <Link href={urls.documentWords(document.id)}>Read its text</Link>}
      {props.mayRedact && <Link href={urls.documentRedactions(document.id)}>Redact words or the whole file</Link>}
    </ButtonGroup>
    <SummaryList rows={rowsOf({ document, ...props })} />
    {props.history && <History entries={props.history} />}
  </Reading>
)

const rowsOf = ({ document, review, isStored }: Omit<DocumentProps, 'saidCode'>): readonly SummaryRow[] => [
  {
    key: 'Review',
    value: review ? <Link href={urls.review(review.id)}>{review.title}</Link> : 'Not in the register yet',
  },
  { key: 'Came in', value: writeInstant(document.uploadedAt) },
  { key: 'Uploaded by', value: document.uploadedByName ?? 'Somebody' },
  { key: 'Virus scan', value: document.scan === 'clean' ? 'Scanned, nothing found' : 'Not scanned' },
  { key: 'Size', value: sizeOf(document.sizeBytes) },
  { key: 'Original', value: isStored ? 'Stored as it came in' : 'No longer stored' },
  { key: 'Fingerprint of the original (SHA-256)', value: document.sha256 },
]

/** In the unit that people see on their own computer. */
function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`
}

interface WordsProps {
  readonly document: Document
  readonly excerpt: Excerpt | null
  readonly wanted: Wanted
}

export const WordsPage = ({ document, excerpt, wanted }: WordsProps) => (
  <Reading>
    <Heading level={1} caption={document.fileName}>
      {'span' in wanted ? 'The words in the document' : 'The text of the document'}
    </Heading>
    {document.redactedAt && <InsetText>Words of this document were redacted: they stand as █.</InsetText>}
    {excerpt && excerpt.text !== '' ? (
      <Words document={document} excerpt={excerpt} wanted={wanted} />
    ) : (
      <EmptyState
        title={excerpt ? 'The text ends before this place' : 'The text of this document is not in the register'}
        action={{ href: urls.document(document.id), text: 'See the document' }}
      />
    )}
  </Reading>
)

const Words = ({ document, excerpt, wanted }: WordsProps & { readonly excerpt: Excerpt }) => (
  <>
    {'span' in wanted && <p class="govuk-body-s">The highlighted words are those that were asked for.</p>}
    <Stretch excerpt={excerpt} span={'span' in wanted ? wanted.span : null} />
    {'span' in wanted ? (
      <Paragraph>
        <Link href={pageHref(document, Math.floor(wanted.span[0] / pageLength) + 1)}>Read on in the whole text</Link>
      </Paragraph>
    ) : (
      <Pages document={document} excerpt={excerpt} page={wanted.page} />
    )}
    <Paragraph>
      <Link href={urls.document(document.id)}>See the document</Link>
    </Paragraph>
  </>
)

function Stretch({ excerpt, span }: { readonly excerpt: Excerpt; readonly span: Span | null }) {
  const { text, from, length } = excerpt
  const endsBefore = from + [...text].length < length
  const lines = linesOf(text, from, span)
  const first = lines.find(({ mark }) => mark)?.mark
  return (
    <div>
      {lines.map(({ text: line, mark }, at) => (
        <Paragraph>
          {at === 0 && from > 0 && '… '}
          {mark ? (
            <Marked text={line} marks={[{ span: mark, ...(mark === first ? { id: 'words' } : {}) }]} />
          ) : (
            wholeWords(line, { first: at === 0 && from > 0, last: at === lines.length - 1 && endsBefore })
          )}
          {at === lines.length - 1 && endsBefore && ' …'}
        </Paragraph>
      ))}
    </div>
  )
}

/** A line without the half of a word that the stretch may begin or end with. */
function wholeWords(line: string, cut: { readonly first: boolean; readonly last: boolean }): string {
  const begun = cut.first ? line.replace(/^\S*\s+(?=\S)/, '') : line
  return cut.last ? begun.replace(/(?<=\S)\s+\S*$/, '') : begun
}

const pageHref = ({ id }: Pick<Document, 'id'>, page: number) => `${urls.documentWords(id)}?page=${page}`

function Pages({ document, excerpt, page }: { document: Document; excerpt: Excerpt; page: number }) {
  const pages = Math.ceil(excerpt.length / pageLength)
  if (pages <= 1) return null
  const link = (to: number) => ({ href: pageHref(document, to), labelText: `${to} of ${pages}` })
  return (
    <Pagination
      {...(page > 1 ? { previous: link(page - 1) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  )
}
