/** What was found: missing, out of date or open, with the words that raised it, and how it is dismissed. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, EmptyState, Fact, ListSentence, Textarea } from '../../design/index.ts'
import type { FindingCode } from '../../reader/reading.ts'
import { urls } from '../../urls.ts'
import { type CheckView, valueIn } from './check-view.ts'
import { type FindingItem, type ItemId, itemsOf } from './draft.ts'
import { ChangeButton, ChangeForm, recommendationName, shortened } from './form-parts.tsx'
import { pageOfItem } from './sections.ts'
import { sourceText, wordsOfSpans } from './spans.ts'

/** What each finding is called. */
export const findingWords: Readonly<Record<FindingCode, string>> = {
  'no-recommendations': 'No recommendations',
  'silent-addressee': 'Asked, and silent',
  unanswered: 'Unanswered',
  'part-unanswered': 'A part is not taken up',
  'no-owner': 'No owner',
  'no-date': 'No date',
  overdue: 'Overdue',
  'stale-tense': 'Told as to come, and past',
  'superseded-guidance': 'Superseded guidance',
  'never-existed': 'An edition that never was',
  'abolished-body': 'A body that is no more',
  'open-ended': 'Open-ended',
  'duplicate-recommendation': 'Asked twice',
}

/** The item that holds the words that raised a finding. */
function holderOf(view: CheckView, { span, recommendation }: FindingItem): ItemId | null {
  if (!span) return recommendation
  const all = ['statement', 'part', 'recommendation', 'passage'] as const
  const found = all
    .flatMap(kind => itemsOf(view.read.draft, kind))
    .find(item => item.spans.some(([from, to]) => span[0] >= from && span[0] < to))
  return found?.id ?? recommendation
}

interface Props {
  readonly view: CheckView
  readonly finding: FindingItem
  /** Where to come back to after a change. */
  readonly back?: string | undefined
}

/** One finding with its words and its form. */
export function FindingLine({ view, finding, back }: Props) {
  const { id, code, message, span, dismissed } = finding
  const holder = holderOf(view, finding)
  const page = holder && pageOfItem(view.sections, holder)
  const here = back
    ? `${urls.importFindings(view.found.id)}?open=${id}#${id}`
    : `${urls.import(view.found.id)}?page=${view.page}&open=${id}#${id}`
  const words = span && wordsOfSpans(sourceText(view.read.text), [span])
  return (
    <div class="heed-check-finding" id={id}>
      <Fact>
        <strong>{findingWords[code]}.</strong> {message}
        {back && words && !message.includes(words) && (
          <blockquote class="heed-check-quote">{shortened(words, 300)}</blockquote>
        )}
        {dismissed !== null && <p class="heed-check-facts">Dismissed: {dismissed}</p>}
        <p class="heed-check-links">
          {holder && page && (
            <a class="govuk-link" href={`${urls.import(view.found.id)}?page=${page}#${holder}`}>
              Show the words<span class="govuk-visually-hidden"> that raised: {findingWords[code]}</span>
            </a>
          )}
          {view.open !== id && (
            <a class="govuk-link" href={here}>
              {dismissed === null ? 'Dismiss' : 'Take the dismissal back'}
              <span class="govuk-visually-hidden">
                : {findingWords[code]}
                {finding.recommendation && `, ${recommendationName(view, finding.recommendation)}`}
              </span>
            </a>
          )}
        </p>
      </Fact>
      {view.open === id && <DismissForm view={view} finding={finding} back={back} />}
    </div>
  )
}

function DismissForm({ view, finding, back }: Props) {
  if (finding.dismissed !== null) {
    const fields = { 'take-back': 'yes' }
    const shared = { view, change: 'finding.dismiss', item: finding.id, back } as const
    return (
      <ChangeButton {...shared} fields={fields} text="Take the dismissal back" about={findingWords[finding.code]} />
    )
  }
  return (
    <div class="heed-check-forms">
      <ChangeForm view={view} change="finding.dismiss" item={finding.id} back={back}>
        <Textarea
          name="reason"
          label="Why does this finding not hold?"
          hint="The reason is kept with the finding."
          rows={2}
          value={valueIn(view, 'finding.dismiss', finding).one('reason', '')}
          errorMessage={mistakeAt(view.mistakes, 'reason')}
        />
        <Button classes="govuk-button--secondary">Dismiss the finding</Button>
      </ChangeForm>
    </div>
  )
}

/** What each recommendation leaves open, after what speaks of the document as a whole. */
function byRecommendation(view: CheckView, findings: readonly FindingItem[]) {
  const groups = Map.groupBy(findings, finding => finding.recommendation)
  const order = [null, ...itemsOf(view.read.draft, 'recommendation').map(each => each.id)]
  return order.flatMap(id => {
    const found = groups.get(id)
    return found ? [{ title: id ? recommendationName(view, id) : 'The document as a whole', found }] : []
  })
}

/** Every finding of the document, those that hold first. */
export function FindingsPage({ view }: { readonly view: CheckView }) {
  const standing = view.findings.filter(finding => finding.dismissed === null)
  const dismissed = view.findings.filter(finding => finding.dismissed !== null)
  const list = (findings: readonly FindingItem[]) =>
    findings.map(finding => <FindingLine view={view} finding={finding} back="findings" />)
  return (
    <>
      <p class="govuk-body">
        A finding says what the document leaves open, or what has changed since it was written. It is no mistake of
        yours, and goes into the register with what it is about. Dismiss one that does not hold, with a reason.
      </p>
      <ListSentence>
        {standing.length === 1 ? '1 finding' : `${standing.length} findings`}
        {dismissed.length > 0 && `, and ${dismissed.length} dismissed`}
      </ListSentence>
      {standing.length === 0 && <EmptyState title="Nothing was found, or all of it was dismissed" />}
      {byRecommendation(view, standing).map(({ title, found }) => (
        <>
          <h2 class="govuk-heading-m">{title}</h2>
          {list(found)}
        </>
      ))}
      {dismissed.length > 0 && <h2 class="govuk-heading-m">Dismissed</h2>}
      {list(dismissed)}
    </>
  )
}
