/** The page of a recommendation: its thread, read from top to bottom. */
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Heading,
  History,
  Link,
  List,
  MissingStep,
  Pagination,
  Paragraph,
  Said,
  Thread,
  ThreadStep,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { CorrectionList, WithdrawnList } from './correction-list.tsx'
import { factQuery, silenceOf, unanswered } from './facts.ts'
import { FindingList } from './finding-pages.tsx'
import { type Addressee, type AskedBody, type Part, partWords, recommendationName } from './recommendation.ts'
import { AnswerSteps } from './statement-pages.tsx'
import { threadOf } from './thread.ts'
import { Dismiss, type StepProps, sourceAt, type ThreadProps, Ways } from './thread-parts.tsx'

const said = {
  added: 'It is added to the register',
  corrected: 'It is corrected. What it said before is kept below',
  moved: 'It is moved to this recommendation. Say which part it takes up, if you know',
  reinstated: 'It is put back, and counts again',
  withdrawn: 'It is withdrawn. It no longer counts, and what it said is kept below',
  dismissed: 'It is dismissed, with your reason',
  raised: 'It counts again',
  changed: 'That had changed meanwhile, so nothing was done. The page shows how it stands now',
}

export function ThreadPage(props: ThreadProps) {
  const { recommendation, review, corrections, history } = props
  const step = { ...props, thread: threadOf(props) }
  return (
    <>
      <Said code={props.saidCode} words={said} />
      <Heading level={1} caption={review.title}>
        {recommendationName(recommendation.number)}
      </Heading>
      {recommendation.withdrawnAt && (
        <WarningText>
          This recommendation was withdrawn on {writeDate(dayOf(recommendation.withdrawnAt))}. It no longer counts.
        </WarningText>
      )}
      {recommendation.withdrawnAt && props.mayReinstate && (
        <Paragraph>
          <Link href={urls.thingReinstatement('recommendation', recommendation.id)}>Put the recommendation back</Link>
        </Paragraph>
      )}
      <Thread>
        <AskedStep {...step} />
        {props.parts.length > 0 && <PartsStep {...step} />}
        <AddresseesStep {...step} />
        <AnswerSteps {...step} />
        <MissingSteps {...step} />
      </Thread>
      {props.mayCorrect && <ByHand {...props} />}
      <FindingList findings={props.findings} statements={props.statements} mayCorrect={props.mayCorrect} />
      <WithdrawnList withdrawn={props.withdrawn} />
      <CorrectionList corrections={corrections} />
      {history && <History entries={history} />}
      <Neighbours {...props} />
    </>
  )
}

function AskedStep({ recommendation, review, mayCorrect }: StepProps) {
  return (
    <ThreadStep title="What was recommended" on={review.consideredOn}>
      {paragraphs(recommendation.text)}
      <Ways
        kind="recommendation"
        id={recommendation.id}
        about="the recommendation"
        source={sourceAt(recommendation.source)}
        mayCorrect={mayCorrect}
      />
    </ThreadStep>
  )
}

const paragraphs = (text: string) => text.split('\n').map(line => <Paragraph>{line}</Paragraph>)

const PartsStep = ({ parts, mayCorrect }: StepProps) => (
  <ThreadStep title={parts.length === 1 ? 'Its part' : `Its ${parts.length} parts`}>
    <List type="plain" spaced items={parts.map(part => <PartLine part={part} mayCorrect={mayCorrect} />)} />
  </ThreadStep>
)

const PartLine = ({ part, mayCorrect }: { readonly part: Part; readonly mayCorrect: boolean }) => (
  <>
    <b>Part {part.position}:</b> {partWords(part.text)}
    <Ways
      kind="part"
      id={part.id}
      about={`part ${part.position}`}
      source={sourceAt(part.source)}
      mayCorrect={mayCorrect}
    />
  </>
)

const AddresseesStep = ({ addressees, mayCorrect }: StepProps) =>
  addressees.length === 0 ? (
    <MissingStep title="Nobody is named who is asked">
      <Paragraph>The recommendation names no body, so nobody can be called silent.</Paragraph>
    </MissingStep>
  ) : (
    <ThreadStep title="Who was asked">
      <List
        type="plain"
        spaced
        items={addressees.map(each => (
          <>
            <AddresseeLine addressee={each} />
            <Ways kind="addressee" id={each.id} about={each.asWritten} mayCorrect={mayCorrect} />
          </>
        ))}
      />
    </ThreadStep>
  )

/** As it is written, and whom the directory knows by that. */
function AddresseeLine({ addressee }: { readonly addressee: Addressee }) {
  const { asWritten, agencyId, agencyName, groupId, groupName } = addressee
  const known = agencyName ?? groupName
  const href = agencyId ? urls.agency(agencyId) : groupId ? urls.group(groupId) : null
  if (!known || !href) return <>{asWritten} (not in the board’s directory)</>
  return (
    <>
      {known === asWritten ? '' : `${asWritten}: `}
      <Link href={href}>{known}</Link>
      {groupName && ', a group'}
    </>
  )
}

const MissingSteps = (props: StepProps) => (
  <>
    {props.thread.isUnanswered && <NoResponse {...props} />}
    {props.thread.silent.map(body => (
      <Silent {...props} body={body} />
    ))}
    {props.thread.partsLeft.map(part => (
      <PartLeft {...props} part={part} />
    ))}
  </>
)

const NoResponse = ({ recommendation, board, review, mayImport, mayCorrect }: StepProps) => (
  <MissingStep
    title="No response"
    {...(mayImport
      ? { action: { href: `${urls.newImport(board.slug)}?review=${review.id}`, text: 'Import a response' } }
      : {})}
  >
    <Paragraph>Nobody has said anything to this recommendation. Those who were asked can answer it.</Paragraph>
    {mayCorrect && <Dismiss href={urls.dismissals(recommendation.id, factQuery(unanswered))} about="no response" />}
  </MissingStep>
)

function Silent({ recommendation, body, mayCorrect }: StepProps & { readonly body: AskedBody }) {
  return (
    <MissingStep
      title={`No answer from ${body.name}`}
      {...(mayCorrect ? { action: { href: addHref(recommendation.id, body), text: 'Add its answer by hand' } } : {})}
    >
      <Paragraph>
        {body.throughGroup ? `Asked as one of ${body.throughGroup}, and` : 'Asked, and'} nothing is said under this
        recommendation. The body itself can answer, and the support team can add its answer.
      </Paragraph>
      {mayCorrect && (
        <Dismiss
          href={urls.dismissals(recommendation.id, factQuery(silenceOf(body)))}
          about={`${body.name} is silent`}
        />
      )}
    </MissingStep>
  )
}

/** The form for a statement, with the body chosen. */
const addHref = (id: string, { agencyId }: AskedBody) =>
  `${urls.newThing(id, 'statement')}${agencyId ? `?agency=${agencyId}` : ''}`

const PartLeft = ({ part, thread, mayCorrect }: StepProps & { readonly part: Part }) => (
  <MissingStep title={`No answer to part ${part.position}`}>
    <Paragraph>No statement is known to take it up: {partWords(part.text)}</Paragraph>
    {thread.untold > 0 && (
      <Paragraph>
        {thread.untold === 1
          ? 'Of one statement it cannot be told which part it takes up.'
          : `Of ${thread.untold} statements it cannot be told which part they take up.`}
        {mayCorrect && ' If one of them does, correct it above.'}
      </Paragraph>
    )}
  </MissingStep>
)

function ByHand({ recommendation }: ThreadProps) {
  const add = (kind: 'part' | 'addressee' | 'statement' | 'finding', text: string) => (
    <Link href={urls.newThing(recommendation.id, kind)}>{text}</Link>
  )
  return (
    <section aria-labelledby="by-hand" class="heed-on-screen">
      <Heading level={2} size="s" id="by-hand">
        Add by hand
      </Heading>
      <List
        items={[
          add('statement', 'A statement'),
          add('part', 'A part'),
          add('addressee', 'A body that is asked'),
          add('finding', 'A finding'),
        ]}
      />
    </section>
  )
}

const Neighbours = ({ before, after }: ThreadProps) =>
  before || after ? (
    <Pagination
      landmarkLabel="Recommendations of this review"
      {...(before
        ? { previous: { href: urls.recommendation(before.id), labelText: recommendationName(before.number) } }
        : {})}
      {...(after ? { next: { href: urls.recommendation(after.id), labelText: recommendationName(after.number) } } : {})}
    />
  ) : null
