/** What was noticed about a recommendation, and dismissing it with a reason. */
import { dayOf } from '../../core/instants.ts'
import { type ActOf, allows } from '../../core/lifecycle.ts'
import { writeDate } from '../../core/plain-date.ts'
import { Button, Details, Form, Heading, InsetText, Link, List, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading } from '../accounts/index.ts'
import { ConfirmPage, ReasonField, type Review } from '../reviews/index.ts'
import type { Finding } from './finding-queries.ts'
import { finding as lifecycle, stateOfFinding } from './lifecycle.ts'
import type { Statement } from './recommendation.ts'
import { computedCodes, handCodes } from './register-plan.ts'
import { findingWords } from './register-words.ts'
import { Way } from './thread-parts.tsx'

interface ListProps {
  readonly findings: readonly Finding[]
  readonly statements: readonly Statement[]
  readonly mayCorrect: boolean
}

/**
 * What the reader or a person noticed, and what was dismissed. What follows from the records stands in the thread
 * itself.
 */
export function FindingList({ findings, statements, mayCorrect }: ListProps) {
  const open = findings.filter(each => stateOfFinding(each) !== 'dismissed' && !computedCodes.includes(each.code))
  const dismissed = findings.filter(each => stateOfFinding(each) === 'dismissed')
  if (open.length + dismissed.length === 0) return null
  return (
    <section aria-labelledby="findings">
      <Heading level={2} id="findings">
        What was noticed
      </Heading>
      {open.length === 0 && <Paragraph>Nothing is open.</Paragraph>}
      <List spaced items={open.map(each => <Open finding={each} statements={statements} mayCorrect={mayCorrect} />)} />
      {dismissed.length > 0 && (
        <Details summary={`${dismissed.length} dismissed`}>
          <List spaced items={dismissed.map(each => <Dismissed finding={each} mayCorrect={mayCorrect} />)} />
        </Details>
      )}
    </section>
  )
}

interface FindingProps {
  readonly finding: Finding
  readonly mayCorrect: boolean
}

function Open({ finding, statements, mayCorrect }: FindingProps & Pick<ListProps, 'statements'>) {
  const raisedBy = statements.find(({ id }) => id === finding.statementId)
  return (
    <>
      <b>{findingWords[finding.code]}.</b> {finding.message}
      {finding.addedBy && ' (added by hand)'}
      {raisedBy && !finding.message.includes(raisedBy.text) && <InsetText>“{raisedBy.text}”</InsetText>}
      <FindingWays finding={finding} mayCorrect={mayCorrect} />
    </>
  )
}

/** What a person wrote is withdrawn; what Heed noticed stays, and is dismissed. */
function FindingWays({ finding, mayCorrect }: FindingProps) {
  const { id, message: about, documentId, span } = finding
  const source = documentId && span ? urls.documentWords(documentId, span) : null
  const state = stateOfFinding(finding)
  const may = (act: ActOf<typeof lifecycle>) => mayCorrect && allows(lifecycle, state, act)
  if (!source && !mayCorrect) return null
  return (
    <p class="heed-ways">
      {source && <Way href={source} text="The words that raised it" about={about} />}
      {may('correct') && handCodes.includes(finding.code) && (
        <Way href={urls.thingCorrections('finding', id)} text="Correct" about={about} />
      )}
      {may('withdraw') && <Way href={urls.thingWithdrawal('finding', id)} text="Withdraw" about={about} />}
      {may('dismiss') && <Way href={urls.findingDismissal(id)} text="Dismiss with a reason" about={about} />}
    </p>
  )
}

const Dismissed = ({ finding, mayCorrect }: FindingProps) => (
  <>
    {finding.message} Dismissed by {finding.dismissedByName ?? 'somebody'}
    {finding.dismissedAt && ` on ${writeDate(dayOf(finding.dismissedAt))}`}: {finding.dismissedReason}{' '}
    {mayCorrect && (
      <Link href={urls.findingRaising(finding.id)}>
        Raise again<span class="govuk-visually-hidden">: {finding.message}</span>
      </Link>
    )}
  </>
)

interface DismissalProps {
  readonly view: FormView
  readonly caption: string
  readonly message: string
  readonly action: string
  /** The fact, by ids; empty for what the reader noticed. */
  readonly fields: Readonly<Record<string, string>>
  readonly backHref: string
}

export const DismissalPage = ({ view, caption, message, action, fields, backHref }: DismissalProps) => (
  <Reading>
    <Heading level={1} caption={caption}>
      Dismiss with a reason
    </Heading>
    <InsetText>{message}</InsetText>
    <Paragraph>It no longer counts anywhere. It stays on the page with your name, the day and the reason.</Paragraph>
    <Form action={action} csrf={view.csrf}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <ReasonField view={view} label="Why does it not count?" />
      <div class="govuk-button-group">
        <Button preventDoubleClick>Dismiss</Button>
        <Link href={backHref}>Go back, nothing changes</Link>
      </div>
    </Form>
  </Reading>
)

interface RaisingProps {
  readonly csrf: string
  readonly review: Pick<Review, 'title'>
  readonly finding: Finding
  readonly backHref: string
}

export const RaisingPage = ({ csrf, review, finding, backHref }: RaisingProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title="Raise it again"
    action={urls.findingRaising(finding.id)}
    button="Raise it again"
    backHref={backHref}
  >
    <InsetText>{finding.message}</InsetText>
    <Paragraph>It was dismissed for this reason: {finding.dismissedReason}. From now on it counts again.</Paragraph>
  </ConfirmPage>
)
