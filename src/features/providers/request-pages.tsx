/** What a stranger sees who came through a provider. */
import type { BoardId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  EmailAddress,
  Form,
  Heading,
  InsetText,
  Link,
  Paragraph,
  Radios,
  Said,
  SummaryList,
  Table,
  Textarea,
} from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading } from '../accounts/index.ts'
import { stateOfRequest } from './lifecycle.ts'
import { longestReason } from './request-decide.ts'
import type { AccessRequest } from './request-queries.ts'
import type { Visitor } from './visitor.ts'

const said = { asked: 'You have asked. The administrators of the board are told' }

const stateWords = {
  waiting: 'Waits for an administrator of the board',
  confirmed: 'Confirmed: sign in again',
  refused: 'Refused. If you think that this is wrong, write to the board',
  expired: 'Not answered within 30 days. You can ask again',
}

interface Props {
  readonly view: FormView
  readonly saidCode: string | null
  readonly token: string
  readonly provider: Pick<Provider, 'name'>
  readonly visitor: Visitor
  readonly boards: readonly { readonly id: BoardId; readonly name: string }[]
  readonly requests: readonly AccessRequest[]
  readonly now: Date
}

/** The boards that have not been asked, or have decided. */
const stillToAsk = (boards: Props['boards'], requests: Props['requests'], now: Date) =>
  boards.filter(({ id }) => !requests.some(each => each.boardId === id && stateOfRequest(each, now) === 'waiting'))

export const VisitorPage = ({ saidCode, provider, visitor, boards, requests, now, ...asking }: Props) => (
  <Reading>
    <Said code={saidCode} words={said} />
    <Heading level={1}>Nobody has let you in yet</Heading>
    <Paragraph>
      You are signed in at {provider.name}, but no board on Heed knows you. You see nothing of any board.
    </Paragraph>
    <InsetText>
      If you have an account in Heed already, <Link href={urls.signIn()}>sign in with it</Link> and link {provider.name}{' '}
      under “Your account”. Do not ask for access here.
    </InsetText>
    <SummaryList
      rows={[
        { key: 'Name', value: visitor.name ?? 'Not told' },
        { key: 'E-mail address', value: visitor.email ? <EmailAddress address={visitor.email} /> : 'Not told' },
      ]}
    />
    {requests.length > 0 && (
      <Table
        caption="What you have asked"
        rows={requests}
        columns={[
          { head: 'Board', cell: ({ boardName }) => boardName, rowHeader: true },
          { head: 'Asked', cell: ({ askedAt }) => writeDate(dayOf(askedAt)) },
          { head: 'How it stands', cell: each => stateWords[stateOfRequest(each, now)] },
        ]}
      />
    )}
    {visitor.name && visitor.email ? (
      <AskingForm provider={provider} {...asking} boards={stillToAsk(boards, requests, now)} />
    ) : (
      <Paragraph>
        {provider.name} told Heed no name or no e-mail address of yours, so you cannot ask here. Ask an administrator of
        the board to invite you.
      </Paragraph>
    )}
  </Reading>
)

const AskingForm = ({ view, token, boards, provider }: Pick<Props, 'view' | 'token' | 'boards' | 'provider'>) => (
  <>
    <Heading level={2}>Ask a board for access</Heading>
    <Paragraph>
      Its administrators see your name and e-mail address as {provider.name} tells them, and what you write.
    </Paragraph>
    <Form action={urls.accessRequest(token)} csrf={view.csrf}>
      <Radios
        name="board"
        fieldset={{ legend: 'Which board?' }}
        items={boards.map(({ id, name }) => ({ value: id, text: name }))}
        value={view.form.get('board')}
        errorMessage={mistakeAt(view.mistakes, 'board')}
      />
      <Textarea
        name="reason"
        label="What should the board know? (optional)"
        hint={`Where you work and what you are to do there. Nothing about any child, adult or case. Up to ${longestReason} characters.`}
        value={view.form.get('reason') ?? ''}
        errorMessage={mistakeAt(view.mistakes, 'reason')}
      />
      <Button preventDoubleClick>Ask for access</Button>
    </Form>
  </>
)
