/** The legal holds of a review and of a board: placing one, looking at it again, and lifting it by two. */
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { type PlainDate, writeDate } from '../../core/plain-date.ts'
import {
  Button,
  CharacterCount,
  EmptyState,
  Form,
  Heading,
  InsetText,
  Link,
  ListSentence,
  Paragraph,
  Radios,
  Said,
  SummaryList,
  Table,
  Tag,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, PageLinks, Reading } from '../accounts/index.ts'
import { DateField, TextField, writeWho } from './form-parts.tsx'
import { allowsAct } from './legal-hold-decide.ts'
import type { ListedHold } from './legal-hold-queries.ts'
import { groundNames, grounds, type LegalHold, namesOfHolds, type StandingHold } from './legal-holds.ts'
import { longestFact, type Review } from './reviews.ts'

/** What everybody who sees the review is told of the holds that stand. */
export const HoldNotice = ({ holds }: { readonly holds: readonly StandingHold[] }) =>
  holds.length === 0 ? null : (
    <InsetText id="legal-hold">
      <strong>Legal hold.</strong> {namesOfHolds(holds)}. Destroy nothing that belongs to this review, in Heed or in
      your own files, until the support team tells you that the hold is lifted.
    </InsetText>
  )

const saidOfReview = { placed: 'The legal hold is placed. Everybody who sees the review is told of it' }

interface ListProps {
  readonly saidCode: string | null
  readonly view: FormView
  readonly review: Review
  readonly holds: readonly LegalHold[]
}

export const LegalHoldsPage = ({ saidCode, view, review, holds }: ListProps) => (
  <Reading>
    <Said code={saidCode} words={saidOfReview} />
    <Heading level={1} caption={review.title}>
      Legal holds
    </Heading>
    <Paragraph>
      While a hold stands no file of the review can be redacted as a whole, and no upload to it can be discarded. Words
      can still be redacted to protect somebody, once a copy of the originals is kept elsewhere. Everybody who sees the
      review is told of the hold, for it binds what they keep themselves. One person places it, two lift it.
    </Paragraph>
    {holds.length === 0 ? <EmptyState title="No hold was ever placed on this review" /> : <Holds holds={holds} />}
    <Heading level={2}>Place a hold</Heading>
    <Form action={urls.reviewLegalHolds(review.id)} csrf={view.csrf}>
      <Radios
        name="ground"
        fieldset={{ legend: 'Why may nothing be destroyed?' }}
        items={grounds.map(value => ({ value, text: groundNames[value] }))}
        value={view.form.get('ground')}
        errorMessage={mistakeAt(view.mistakes, 'ground')}
      />
      <TextField
        view={view}
        name="reason"
        label="What is it about, and who asked for it?"
        hint="For example, the coroner and the date of the letter. The support team alone sees this page"
        longest={longestFact.reason}
        rows={3}
      />
      <AgainField view={view} />
      <Button preventDoubleClick>Place the hold</Button>
    </Form>
  </Reading>
)

const AgainField = ({ view }: { readonly view: FormView }) => (
  <DateField
    view={view}
    name="again"
    label="When does somebody look at it again?"
    hint="The hold does not end on that day: it is then at the head of the list of legal holds. For example, 27 3 2027"
  />
)

const Holds = ({ holds }: Pick<ListProps, 'holds'>) => (
  <Table
    caption="Holds of this review"
    captionClasses="govuk-visually-hidden"
    rows={holds}
    columns={[
      {
        head: 'For',
        cell: each => <Link href={urls.legalHold(each.reviewId, each.id)}>{groundNames[each.ground]}</Link>,
        rowHeader: true,
      },
      { head: 'Placed', cell: each => writeDate(dayOf(each.placedAt)) },
      { head: 'State', cell: each => <StateTag of={each} /> },
    ]}
  />
)

const StateTag = ({ of }: { readonly of: Pick<LegalHold, 'liftingAskedAt' | 'liftedAt'> }) => {
  if (of.liftedAt) return <Tag classes="govuk-tag--grey">Lifted</Tag>
  return of.liftingAskedAt ? <Tag classes="govuk-tag--yellow">Waits for a second person</Tag> : <Tag>Stands</Tag>
}

const saidOfHold = {
  kept: 'The hold goes on. The day to look at it again is set',
  asked: 'You asked for the hold to be lifted. It stands until somebody else of the support team agrees',
  lifted: 'The hold is lifted',
  refused: 'The hold is not lifted. It goes on',
}

interface OneProps {
  readonly saidCode: string | null
  readonly view: FormView
  readonly review: Review
  readonly hold: LegalHold
  readonly mayLift: boolean
}

export const LegalHoldPage = (props: OneProps) => (
  <Reading>
    <Said code={props.saidCode} words={saidOfHold} />
    <Heading level={1} caption={props.review.title}>
      Legal hold: {groundNames[props.hold.ground].toLowerCase()}
    </Heading>
    <SummaryList rows={rowsOf(props.hold)} />
    {allowsAct(props.hold, 'lift') && <Lifting {...props} />}
    {allowsAct(props.hold, 'keep') && <Keeping {...props} />}
    {allowsAct(props.hold, 'ask to lift') && <AskToLift {...props} />}
  </Reading>
)

const rowsOf = (hold: LegalHold) => [
  { key: 'State', value: <StateTag of={hold} /> },
  { key: 'What it is about', value: hold.reason },
  { key: 'Placed by', value: writeWho(hold.placedByName, hold.placedAt) },
  { key: 'To be looked at again', value: writeDate(hold.lookAgainOn) },
  ...(hold.liftingAskedAt
    ? [
        { key: 'Lifting asked by', value: writeWho(hold.liftingAskedByName, hold.liftingAskedAt) },
        { key: 'Why it is to be lifted', value: hold.liftingReason ?? '' },
      ]
    : []),
  ...(hold.liftedAt ? [{ key: 'Lifted by', value: writeWho(hold.liftedByName, hold.liftedAt) }] : []),
]

const Lifting = ({ view, review, hold, mayLift }: OneProps) => (
  <>
    <Heading level={2}>Is it to be lifted?</Heading>
    {mayLift ? (
      <Form action={urls.legalHoldAgreement(review.id, hold.id)} csrf={view.csrf}>
        <WarningText>Once it is lifted, what belongs to the review can be destroyed like anything else.</WarningText>
        <Button classes="govuk-button--warning" preventDoubleClick attributes={{ id: 'lifting' }}>
          Agree, and lift the hold
        </Button>
      </Form>
    ) : (
      <InsetText id="lifting">You asked for this, so somebody else of the support team must agree.</InsetText>
    )}
    <Form action={urls.legalHoldRefusal(review.id, hold.id)} csrf={view.csrf}>
      <Button classes="govuk-button--secondary" preventDoubleClick>
        {mayLift ? 'Refuse: the hold goes on' : 'Take it back: the hold goes on'}
      </Button>
    </Form>
  </>
)

const Keeping = ({ view, review, hold }: OneProps) => (
  <>
    <Heading level={2}>Keep the hold</Heading>
    <Form action={urls.legalHoldKeeping(review.id, hold.id)} csrf={view.csrf}>
      <AgainField view={view} />
      <Button classes="govuk-button--secondary" preventDoubleClick>
        Looked at: it goes on
      </Button>
    </Form>
  </>
)

const AskToLift = ({ view, review, hold }: OneProps) => (
  <>
    <Heading level={2}>Ask for it to be lifted</Heading>
    <Form action={urls.legalHoldLifting(review.id, hold.id)} csrf={view.csrf}>
      <CharacterCount
        name="reason"
        label="Why is it no longer needed?"
        hint="For example, who confirmed that the proceedings are over, and when"
        rows={3}
        maxlength={longestFact.reason}
        value={view.form.get('reason') ?? ''}
        errorMessage={mistakeAt(view.mistakes, 'reason') ?? mistakeAt(view.mistakes, 'lifting')}
      />
      <Button preventDoubleClick>Ask for the hold to be lifted</Button>
    </Form>
  </>
)

interface BoardProps {
  readonly board: Board
  readonly holds: readonly ListedHold[]
  readonly total: number
  readonly page: number
  readonly today: PlainDate
}

export const BoardHoldsPage = ({ board, holds, total, page, today }: BoardProps) => (
  <>
    <Heading level={1} caption={board.name}>
      Legal holds
    </Heading>
    {holds.length === 0 ? (
      <EmptyState title={page > 1 ? 'There are no more holds' : 'No hold stands on any review that you may see'}>
        <Paragraph>A hold is placed on the page of its review.</Paragraph>
      </EmptyState>
    ) : (
      <>
        <ListSentence>
          {total} {total === 1 ? 'hold stands' : 'holds stand'}, those to be looked at first at the head
        </ListSentence>
        <Table
          caption="Legal holds that stand"
          captionClasses="govuk-visually-hidden"
          rows={holds}
          columns={[
            {
              head: 'Review',
              cell: each => <Link href={urls.legalHold(each.reviewId, each.id)}>{each.reviewTitle}</Link>,
              rowHeader: true,
            },
            { head: 'For', cell: each => groundNames[each.ground] },
            { head: 'Placed', cell: each => writeDate(dayOf(each.placedAt)) },
            { head: 'Look at it again', cell: each => <Again of={each} today={today} /> },
            { head: 'State', cell: each => <StateTag of={{ ...each, liftedAt: null }} /> },
          ]}
        />
        <PageLinks page={page} total={total} href={to => urls.legalHolds(board.slug) + (to > 1 ? `?page=${to}` : '')} />
      </>
    )}
  </>
)

const Again = ({ of, today }: { readonly of: ListedHold; readonly today: PlainDate }) => (
  <>
    {writeDate(of.lookAgainOn)} {of.lookAgainOn <= today && <Tag classes="govuk-tag--red">Look now</Tag>}
  </>
)
