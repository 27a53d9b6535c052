/** Who asks a board for access, for its administrators. */
import type { AgencyId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf, writeInstant } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  EmailAddress,
  EmptyState,
  ErrorMessage,
  Form,
  Heading,
  Link,
  ListSentence,
  Paragraph,
  Said,
  SummaryList,
  Table,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { AgencySelect, type Board, type FormView, PageLinks, Reading, RoleRadios } from '../accounts/index.ts'
import { stateOfRequest } from './lifecycle.ts'
import type { AccessRequest } from './request-queries.ts'

const said = {
  confirmed: 'The person has the role, and is told by e-mail',
  refused: 'The request is refused. The person is told at the next sign-in',
}

const stateWords = { waiting: 'Waits', confirmed: 'Confirmed', refused: 'Refused', expired: 'Ran out after 30 days' }

interface ListProps {
  readonly saidCode: string | null
  readonly board: Board
  readonly requests: readonly AccessRequest[]
  readonly all: number
  readonly waiting: number
  readonly page: number
  readonly now: Date
}

export const RequestsPage = ({ saidCode, board, requests, all, waiting, page, now }: ListProps) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={board.name}>
      Who asks for access
    </Heading>
    {all === 0 ? (
      <EmptyState title="Nobody has asked for access">
        <Paragraph>
          Whoever signs in with an account of their organisation and is on no board can ask one. They see nothing of it
          until you confirm who they are.
        </Paragraph>
      </EmptyState>
    ) : (
      <>
        <ListSentence>
          {waiting} {waiting === 1 ? 'waits' : 'wait'} for you, of {all} {all === 1 ? 'request' : 'requests'}
        </ListSentence>
        <Table
          caption="Requests"
          captionClasses="govuk-visually-hidden"
          rows={requests}
          columns={[
            {
              head: 'Person',
              rowHeader: true,
              cell: each => <Link href={urls.accessRequestOf(board.slug, each.id)}>{each.name}</Link>,
            },
            { head: 'Asked', cell: ({ askedAt }) => writeDate(dayOf(askedAt)) },
            { head: 'State', cell: each => stateWords[stateOfRequest(each, now)] },
          ]}
        />
        <PageLinks page={page} total={all} href={number => `${urls.accessRequests(board.slug)}?page=${number}`} />
      </>
    )}
  </>
)

interface Props {
  readonly view: FormView
  readonly board: Board
  readonly request: AccessRequest
  /** What the provider is called. */
  readonly provider: string
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
  readonly now: Date
}

export const RequestPage = ({ view, board, request, provider, agencies, now }: Props) => {
  const state = stateOfRequest(request, now)
  const mistake = mistakeAt(view.mistakes, 'request')
  return (
    <Reading>
      <Heading level={1} caption={board.name}>
        {request.name} asks for access
      </Heading>
      {mistake && <ErrorMessage id="request">{mistake}</ErrorMessage>}
      <SummaryList
        rows={[
          { key: 'Signed in at', value: provider },
          { key: 'E-mail address', value: <EmailAddress address={request.email} /> },
          {
            key: `Confirmed by ${provider}`,
            value: request.emailVerified
              ? 'Yes, it is theirs'
              : `No: ${provider} does not say that the address is theirs`,
          },
          { key: 'Says', value: request.reason || 'Nothing' },
          { key: 'Asked', value: writeInstant(request.askedAt) },
          {
            key: 'State',
            value: `${stateWords[state]}${request.decidedAt ? `, ${writeInstant(request.decidedAt)}` : ''}`,
          },
        ]}
      />
      {state === 'waiting' && <Deciding view={view} board={board} request={request} agencies={agencies} />}
      <Paragraph>
        <Link href={urls.accessRequests(board.slug)}>Everybody who asks for access</Link>
      </Paragraph>
    </Reading>
  )
}

const Deciding = ({ view, board, request, agencies }: Pick<Props, 'view' | 'board' | 'request' | 'agencies'>) => (
  <>
    <Heading level={2}>Give a role</Heading>
    <WarningText>
      Confirm only somebody whom you know, or have asked in another way, for instance by telephone. The role stays until
      somebody ends it.
    </WarningText>
    <Form action={urls.accessRequestOf(board.slug, request.id)} csrf={view.csrf}>
      <RoleRadios view={view} />
      <AgencySelect view={view} agencies={agencies} />
      <Button preventDoubleClick>Confirm and give the role</Button>
    </Form>
    <Heading level={2}>Or refuse</Heading>
    <Form action={urls.accessRequestRefusal(board.slug, request.id)} csrf={view.csrf}>
      <Button classes="govuk-button--warning" preventDoubleClick>
        Refuse
      </Button>
    </Form>
  </>
)
