/**
 * The check page: the source at the left, what was understood at the right, and the bar that says how far the check
 * is.
 */
import type { ComponentChildren } from 'preact'
import { Button, ButtonGroup, Details, Form, Pagination, ProgressBar, SideBySide } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type CheckView, nextDoubt } from './check-view.ts'
import { writeProgress } from './doubts.ts'
import { lastStep } from './edits.ts'
import { Passages } from './passage-pages.tsx'
import { AddRecommendation, RecommendationSection } from './recommendation-pages.tsx'
import { SourceView } from './source-pages.tsx'

/** What each change is called, for undoing it. */
const changeWords: Readonly<Record<string, string>> = {
  'statement.correct': 'a statement corrected',
  'statement.split': 'a statement split',
  'statement.merge': 'two statements merged',
  'statement.unplace': 'a statement listed as not placed',
  'response.move': 'a whole response moved',
  'recommendation.correct': 'a recommendation corrected',
  'recommendation.add': 'a recommendation added',
  'recommendation.merge': 'two recommendations merged',
  'recommendation.remove': 'a recommendation removed',
  'part.correct': 'a part corrected',
  'part.add': 'a part added',
  'part.remove': 'a part removed',
  'passage.place': 'words placed',
  'passages.place': 'several passages placed',
  'passage.split': 'a passage split',
  'words.take': 'words taken up',
  'item.seen': 'something looked at',
  'name.decide': 'a name decided',
  'names.decide': 'several names decided',
  'finding.dismiss': 'a finding dismissed or taken back',
  'review.correct': 'the facts of the review corrected',
}

export type CheckPart = 'check' | 'names' | 'findings' | 'review' | 'comparison'

const counted = (count: number, of = '') => (count > 0 ? ` (${`${count} ${of}`.trimEnd()})` : '')

/** The parts of a check, the one that is shown marked. */
function CheckParts({ view, part }: { readonly view: CheckView; readonly part: CheckPart }) {
  const { id } = view.found
  const standing = view.findings.filter(finding => finding.dismissed === null).length
  const parts: readonly (readonly [CheckPart, string, string])[] = [
    ['check', urls.import(id), `Source and reading${counted(view.progress.doubts, 'to look at')}`],
    ['names', urls.importNames(id), `Names${counted(view.unknownNames, 'unknown')}`],
    ['findings', urls.importFindings(id), `Findings${counted(standing)}`],
    ['review', urls.importReview(id), 'About the review'],
  ]
  const edition = ['comparison', urls.importComparison(id), 'Against the register'] as const
  return (
    <nav class="heed-check-parts" aria-label="Parts of the check">
      <ul>
        {[...parts, ...(view.comparison ? [edition] : [])].map(([name, href, text]) => (
          <li>
            <a class="govuk-link" href={href} aria-current={name === part ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What can be done with the whole check: undo, save, discard. */
function CheckActions({ view }: { readonly view: CheckView }) {
  const step = lastStep(view.read.draft)
  return (
    <ButtonGroup>
      {step && (
        <Form action={urls.importUndoing(view.found.id)} csrf={view.csrf} classes="heed-check-press">
          <input type="hidden" name="step" value={step.version} />
          <input type="hidden" name="page" value={view.page} />
          <Button id="undo" classes="govuk-button--secondary">
            Undo: {changeWords[step.change] ?? 'the last change'}
          </Button>
        </Form>
      )}
      <Button href={urls.importSaving(view.found.id)}>Save to the register</Button>
      <a class="govuk-link" href={urls.importDiscarding(view.found.id)}>
        Discard
      </a>
    </ButtonGroup>
  )
}

interface FrameProps {
  readonly view: CheckView
  readonly part: CheckPart
  readonly title: string
  readonly children: ComponentChildren
}

/** The head that the pages of a check have in common. */
export const CheckFrame = ({ view, part, title, children }: FrameProps) => (
  <>
    <h1 class="govuk-heading-l">
      <span class="govuk-caption-l">{view.found.fileName}</span>
      {title}
    </h1>
    <CheckParts view={view} part={part} />
    {children}
  </>
)

function Bar({ view }: { readonly view: CheckView }) {
  const { progress } = view
  const first = nextDoubt(view, null)
  return (
    <div class="heed-check-bar">
      <ProgressBar
        id="placed"
        value={progress.placed}
        max={Math.max(1, progress.sentences)}
        text={writeProgress(progress)}
      />
      {first && (
        <a
          class="govuk-link"
          href={`${urls.import(view.found.id)}?page=${first.page}#${first.item}`}
          data-first-doubt={first.item}
        >
          Go to the first thing to look at
        </a>
      )}
      <CheckActions view={view} />
    </div>
  )
}

const Keys = () => (
  <Details summary="Keys for checking" id="keys">
    <ul class="govuk-list">
      <li>
        <kbd>n</kbd> the next thing to look at
      </li>
      <li>
        <kbd>j</kbd> and <kbd>k</kbd> the next and the one before
      </li>
      <li>
        <kbd>c</kbd> correct the one under focus
      </li>
      <li>
        <kbd>?</kbd> this help
      </li>
    </ul>
    <p class="govuk-body heed-check-keys" hidden>
      <label>
        <input type="checkbox" id="keys-on" checked /> Keys are on
      </label>
    </p>
  </Details>
)

function SectionLinks({ view }: { readonly view: CheckView }) {
  if (view.sections.length < 2) return null
  const href = (page: number) => `${urls.import(view.found.id)}?page=${page}`
  const names = (page: number) => {
    const numbers = view.sections[page - 1]?.understood.map(each => each.recommendation.number ?? '–') ?? []
    const [first, last] = [numbers[0], numbers.at(-1)]
    return first === undefined
      ? 'Other words'
      : first === last
        ? `Recommendation ${first}`
        : `Recommendations ${first} to ${last}`
  }
  const { page } = view
  return (
    <Pagination
      landmarkLabel="Pages of the check"
      previous={page > 1 ? { href: href(page - 1), labelText: names(page - 1) } : undefined}
      next={page < view.sections.length ? { href: href(page + 1), labelText: names(page + 1) } : undefined}
    />
  )
}

const noRecommendation = ({ sections }: CheckView) => sections.every(section => section.understood.length === 0)

const Understanding = ({ view }: { readonly view: CheckView }) => (
  <>
    <h2 class="govuk-heading-m" id="understood">
      What Heed understood
    </h2>
    <p class="govuk-hint">
      Each number joins a thing to its words in the source. Correct what is wrong. Nothing is in the register before you
      save.
    </p>
    {view.section.understood.map(understood => (
      <RecommendationSection view={view} understood={understood} />
    ))}
    {view.section.understood.length === 0 && (
      <p class="govuk-body">
        {noRecommendation(view)
          ? 'Heed found no recommendation in this document. If it is the right document, place words of it as a recommendation below, or add one by hand.'
          : 'No recommendation stands in this part of the document.'}
      </p>
    )}
    <Passages view={view} />
    {view.page === view.sections.length && <AddRecommendation view={view} />}
    <SectionLinks view={view} />
  </>
)

/** The first part of a check: source and reading side by side. */
export const CheckPage = ({
  view,
  script,
}: {
  readonly view: CheckView
  readonly script: { src: string; nonce: string }
}) => (
  <CheckFrame view={view} part="check" title="Check what Heed understood">
    <SideBySide
      bar={<Bar view={view} />}
      leftLabel="Source"
      left={
        <>
          <h2 class="govuk-heading-m">Source</h2>
          <p class="govuk-body heed-check-on">
            <a class="govuk-link" href="#understood">
              Go to what Heed understood
            </a>
          </p>
          <SourceView view={view} />
        </>
      }
      rightLabel="What Heed understood"
      right={<Understanding view={view} />}
    />
    <Keys />
    {view.found.scan === 'not scanned' && (
      <p class="govuk-hint">This document was not scanned for viruses: no scanner is set up.</p>
    )}
    <script type="module" nonce={script.nonce} src={script.src} />
  </CheckFrame>
)
