/** The imports of a board, and an import before, after and instead of its check. */
import { writeInstant } from '../../core/instants.ts'
import {
  Button,
  ButtonGroup,
  EmptyState,
  Form,
  History,
  type HistoryEntry,
  InsetText,
  ListSentence,
  ProgressBar,
  Said,
  Table,
  Tag,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, PageLinks } from '../accounts/index.ts'
import { HoldNotice, type StandingHold } from '../reviews/index.ts'
import type { Import, ImportState } from './import-queries.ts'

/** What each state is called, and its tag. */
export const stateWords: Readonly<Record<ImportState, { readonly text: string; readonly tag: string }>> = {
  waiting: { text: 'Being read', tag: 'govuk-tag--blue' },
  reading: { text: 'Being read', tag: 'govuk-tag--blue' },
  ready: { text: 'To check', tag: 'govuk-tag--yellow' },
  failed: { text: 'Failed', tag: 'govuk-tag--red' },
  saved: { text: 'Saved', tag: 'govuk-tag--green' },
  discarded: { text: 'Discarded', tag: 'govuk-tag--grey' },
}

/** The lists that can be asked for, by the word in the address. */
export const lists: Readonly<Record<string, { readonly text: string; readonly states: readonly ImportState[] }>> = {
  all: { text: 'All', states: ['waiting', 'reading', 'ready', 'failed', 'saved', 'discarded'] },
  reading: { text: 'Being read', states: ['waiting', 'reading'] },
  check: { text: 'To check', states: ['ready'] },
  saved: { text: 'Saved', states: ['saved'] },
  failed: { text: 'Failed', states: ['failed'] },
  discarded: { text: 'Discarded', states: ['discarded'] },
}

/** What can be said after something was done. */
const saidWords = {
  uploaded: 'The documents were uploaded and are being read',
  discarded: 'The import was discarded, and its document was deleted',
} as const

interface ListProps {
  readonly board: Board
  readonly imports: readonly Import[]
  readonly counts: Readonly<Record<ImportState, number>>
  readonly list: string
  readonly page: number
  readonly said: string | null
}

const totalOf = (counts: ListProps['counts'], list: string) =>
  (lists[list]?.states ?? []).reduce((sum, state) => sum + counts[state], 0)

export function ImportsPage({ board, imports, counts, list, page, said }: ListProps) {
  const total = totalOf(counts, list)
  const href = (name: string, at = 1) => `${urls.imports(board.slug)}?list=${name}${at > 1 ? `&page=${at}` : ''}`
  const what = list === 'all' ? '' : `: ${lists[list]?.text.toLowerCase()}`
  return (
    <>
      <Said code={said} words={saidWords} />
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{board.name}</span>
        Imports
      </h1>
      <Button href={urls.newImport(board.slug)}>Import documents</Button>
      <nav class="heed-check-parts" aria-label="Lists of imports">
        <ul>
          {Object.entries(lists).map(([name, { text }]) => (
            <li>
              <a class="govuk-link" href={href(name)} aria-current={name === list ? 'page' : undefined}>
                {text} ({totalOf(counts, name)})
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <ListSentence>
        {total} {total === 1 ? 'import' : 'imports'}
        {what}, newest first
      </ListSentence>
      {imports.length === 0 ? (
        <EmptyState
          title="There are none here"
          action={{ href: urls.newImport(board.slug), text: 'Import a document' }}
        >
          An import begins when somebody of the support team uploads a document.
        </EmptyState>
      ) : (
        <ImportTable imports={imports} />
      )}
      <PageLinks page={page} total={total} href={at => href(list, at)} />
    </>
  )
}

const ImportTable = ({ imports }: { readonly imports: readonly Import[] }) => (
  <Table
    caption="Imports"
    captionClasses="govuk-visually-hidden"
    rows={imports}
    columns={[
      {
        head: 'Document',
        rowHeader: true,
        cell: each => (
          <a class="govuk-link" href={urls.import(each.id)}>
            {each.fileName}
          </a>
        ),
      },
      { head: 'Review', cell: each => each.reviewTitle ?? `A new review (${each.standing})` },
      {
        head: 'State',
        cell: each => <Tag classes={`heed-one-line ${stateWords[each.state].tag}`}>{stateWords[each.state].text}</Tag>,
      },
      { head: 'Uploaded', cell: each => `${writeInstant(each.startedAt)} by ${each.startedByName ?? 'somebody'}` },
    ]}
  />
)

/** What a reading has come to, in words. */
function progressWords({ progress }: Import): string {
  if (progress >= 50) return 'Finding the recommendations, and who said what to them'
  return progress > 0 ? 'Opening the document' : 'Waiting for its turn'
}

/** From so many minutes on a step of the reading takes longer than any should. */
const longWait = 3

const hasWaited = ({ changedAt }: Import, now: Date): number =>
  Math.floor((now.getTime() - changedAt.getTime()) / 60_000)

/** While it is read: the page asks again by itself. */
export const ReadingPage = ({ found, now }: { readonly found: Import; readonly now: Date }) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{found.fileName}</span>
      Reading the document
    </h1>
    <ProgressBar id="reading" value={found.progress} max={100} text={progressWords(found)} />
    <p class="govuk-body">
      This takes seconds, or a minute for a long document. The page looks again by itself. You can leave it: the reading
      goes on, and the import stands in the list.
    </p>
    {hasWaited(found, now) >= longWait && (
      <InsetText>
        Nothing has happened for {hasWaited(found, now)} minutes, which is longer than any step should take. The
        document is safe. If this goes on, tell whoever runs this installation: what reads documents may have stopped.
      </InsetText>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href={urls.import(found.id)}>
        Look again now
      </a>
    </p>
  </>
)

interface PastProps {
  readonly found: Import
  readonly history: readonly HistoryEntry[]
}

export const FailedPage = ({ found, history, csrf }: PastProps & { readonly csrf: string }) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{found.fileName}</span>
      This document could not be read
    </h1>
    <InsetText>{found.failure}</InsetText>
    <Form action={urls.importReading(found.id)} csrf={csrf}>
      <ButtonGroup>
        <Button>Start the reading again</Button>
        <a class="govuk-link" href={urls.newImport(found.boardSlug)}>
          Upload another document
        </a>
        <a class="govuk-link" href={urls.importDiscarding(found.id)}>
          Discard
        </a>
      </ButtonGroup>
    </Form>
    <History entries={history} />
  </>
)

/** After saving or discarding there is nothing left to check. */
export const EndedPage = ({ found, history, said }: PastProps & { readonly said: string | null }) => (
  <>
    <Said code={said} words={{ saved: 'Saved to the register' }} />
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{found.fileName}</span>
      {found.state === 'saved' ? 'This import is in the register' : 'This import was discarded'}
    </h1>
    {found.state === 'saved' && found.reviewId ? (
      <p class="govuk-body">
        It was saved{found.savedAt && ` on ${writeInstant(found.savedAt)}`} under “{found.reviewTitle}”. Corrections are
        made in the register now.
      </p>
    ) : (
      <p class="govuk-body">The document and what was read in it were deleted. Who did it, and when, stands below.</p>
    )}
    <ButtonGroup>
      {found.state === 'saved' && found.reviewId && (
        <>
          <Button href={urls.review(found.reviewId)}>Go to the review</Button>
          <a class="govuk-link" href={urls.register(found.boardSlug, `?review=${found.reviewId}`)}>
            See its recommendations
          </a>
        </>
      )}
      <a class="govuk-link" href={urls.imports(found.boardSlug)}>
        All imports
      </a>
    </ButtonGroup>
    <History entries={history} />
  </>
)

interface DiscardProps {
  readonly found: Import
  /** The legal holds that stand on its review: while one does, nothing is deleted. */
  readonly holds: readonly StandingHold[]
  readonly csrf: string
}

export const DiscardPage = ({ found, holds, csrf }: DiscardProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{found.fileName}</span>
      Discard this import?
    </h1>
    <p class="govuk-body">
      The document is deleted, and so is everything that was read and corrected. This cannot be undone. The register is
      not changed.
    </p>
    <HoldNotice holds={holds} />
    <Form action={urls.importDiscarding(found.id)} csrf={csrf}>
      <ButtonGroup>
        {holds.length === 0 && <Button classes="govuk-button--warning">Discard the import</Button>}
        <a class="govuk-link" href={urls.import(found.id)}>
          Keep it
        </a>
      </ButtonGroup>
    </Form>
  </>
)
