/** What was said to a recommendation: each body's statements, as steps of its thread. */
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import { ActTag, Claim, Details, DueDate, Fact, Paragraph, ThreadStep } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { factQuery, factsOf } from './facts.ts'
import type { Part, Statement } from './recommendation.ts'
import type { Told } from './thread.ts'
import { type StepProps, sourceAt, Ways } from './thread-parts.tsx'

/** One step for each body that answers, with the day on which it said all of it. */
export const AnswerSteps = (props: StepProps) => (
  <>
    {props.thread.answers.map(({ body, statements }) => {
      const [day, ...otherDays] = new Set(statements.map(({ statement }) => statement.saidOn))
      const saidOn = otherDays.length === 0 ? day : null
      return (
        <ThreadStep title={body ? `Answered by ${body}` : 'Answered by a body that cannot be told'} on={saidOn}>
          {statements.map(told => (
            <StatementBlock {...props} told={told} body={body} under={saidOn ? 'who and when' : 'who'} />
          ))}
        </ThreadStep>
      )
    })}
  </>
)

interface BlockProps extends StepProps {
  readonly told: Told
  readonly body: string
  readonly under: 'who' | 'who and when'
}

function StatementBlock({ told, body, under, ...props }: BlockProps) {
  const { statement, before } = told
  const about = `the statement of ${body || 'a body that cannot be told'}`
  return (
    <div class="heed-said" id={`statement-${statement.id}`}>
      <Claim by={body || 'Somebody'} on={statement.saidOn} under={under}>
        {statement.text}
      </Claim>
      <Marks {...props} statement={statement} />
      {before.length > 0 && <Earlier before={before} />}
      <Ways
        kind="statement"
        id={statement.id}
        about={about}
        source={sourceAt(statement.source)}
        mayCorrect={props.mayCorrect}
        dismissals={dismissalsOf(statement, props)}
      />
    </div>
  )
}

const dismissalsOf = (statement: Statement, { recommendation, today }: Pick<StepProps, 'recommendation' | 'today'>) =>
  factsOf(statement, today).map(fact => ({
    href: urls.dismissals(recommendation.id, factQuery(fact)),
    about: fact.message,
  }))

interface MarksProps extends StepProps {
  readonly statement: Statement
}

/** What it does, to which part, who is to do it and by when; as facts what it lacks. */
function Marks({ statement, parts, today }: MarksProps) {
  const facts = factsOf(statement, today)
  const { act, due, owner, status, reportedDone } = statement
  const about = [
    partsWords(statement, parts),
    owner && `To be done by: ${owner}`,
    status && `Status in the source: ${status}`,
  ]
  return (
    <>
      <p class="heed-said__marks">
        <ActTag act={act} />
        <span>{about.filter(Boolean).join('. ')}</span>
        {due && (
          <span>
            Due: <DueDate due={due} today={today} settled={!statement.isOpen} />
          </span>
        )}
      </p>
      {reportedDone && <Paragraph classes="govuk-body-s">The document reports it complete.</Paragraph>}
      {facts
        .filter(({ code }) => code !== 'overdue')
        .map(fact => (
          <Fact>{fact.message}</Fact>
        ))}
    </>
  )
}

/** "Takes up part 2", or that it cannot be told. Of a recommendation without parts nothing need be said. */
function partsWords({ answersParts }: Statement, parts: readonly Part[]): string {
  if (parts.length === 0) return ''
  if (answersParts === null) return 'Takes up: cannot be told'
  const known = answersParts.filter(position => parts.some(part => part.position === position))
  if (known.length === 0) return 'Takes up the whole'
  return `Takes up part${known.length === 1 ? '' : 's'} ${known.join(', ')}`
}

const Earlier = ({ before }: { readonly before: readonly Statement[] }) => (
  <Details summary={before.length === 1 ? 'What was said before' : `What was said before, ${before.length} times`}>
    {before.map(each => (
      <Claim
        by={each.agencyName ?? (each.agencyAsWritten || 'Somebody')}
        on={each.saidOn ?? dayOf(each.createdAt)}
        source={sourceAt(each.source)}
      >
        {each.text}
        {each.due && ` (due: ${each.due.asWritten || (each.due.to && writeDate(each.due.to))})`}
      </Claim>
    ))}
  </Details>
)
