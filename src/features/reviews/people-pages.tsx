/** The panel of a review and the exclusions from it. */

import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  EmptyState,
  Form,
  Heading,
  Link,
  List,
  ListSentence,
  Paragraph,
  Said,
  Select,
  Table,
  WarningText,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading, roleNames } from '../accounts/index.ts'
import { ConfirmPage, ReasonField } from './form-parts.tsx'
import { canSit } from './people-decide.ts'
import type { BoardPerson, Exclusion, PanelMember } from './people-queries.ts'
import type { Review } from './reviews.ts'

interface Props {
  readonly saidCode: string | null
  readonly view: FormView
  readonly review: Review
  readonly people: readonly BoardPerson[]
  readonly panel: readonly PanelMember[]
  readonly exclusions: readonly Exclusion[]
}

const panelSaid = {
  joined: 'The person is on the panel and sees the review from now on',
  left: 'The person is off the panel',
}

const optionOf = ({ id, name, roles }: BoardPerson) => ({
  value: id,
  text: `${name} (${[...new Set(roles)].map(role => roleNames[role].toLowerCase()).join(', ')})`,
})

export const PanelPage = (props: Props) => (
  <>
    <Said code={props.saidCode} words={panelSaid} />
    <Heading level={1} caption={props.review.title}>
      Panel
    </Heading>
    <Paragraph>Whoever sits on the panel sees the review and its register while it is restricted.</Paragraph>
    {props.panel.length === 0 ? <EmptyState title="Nobody sits on the panel" /> : <Panel {...props} />}
    <Reading>
      <Heading level={2}>Put a person on the panel</Heading>
      <Form action={urls.reviewPanel(props.review.id)} csrf={props.view.csrf}>
        <PersonSelect {...props} people={props.people.filter(canSit)} except={[...props.panel, ...props.exclusions]} />
        <Button>Continue</Button>
      </Form>
    </Reading>
  </>
)

const Panel = ({ review, panel }: Props) => (
  <>
    <ListSentence>
      {panel.length} {panel.length === 1 ? 'person' : 'people'}, by name
    </ListSentence>
    <Table
      caption="Panel"
      captionClasses="govuk-visually-hidden"
      rows={panel}
      columns={[
        { head: 'Person', cell: each => each.name, rowHeader: true },
        { head: 'Since', cell: each => writeDate(dayOf(each.joinedAt)) },
        {
          head: 'What to do',
          cell: each => (
            <Link href={urls.reviewPanelLeaving(review.id, each.id)}>
              Take off the panel<span class="govuk-visually-hidden">: {each.name}</span>
            </Link>
          ),
        },
      ]}
    />
  </>
)

interface SelectProps {
  readonly view: FormView
  readonly people: readonly BoardPerson[]
  /** Those who are there already. */
  readonly except: readonly { readonly id: string }[]
}

const PersonSelect = ({ view, people, except }: SelectProps) => (
  <Select
    name="person"
    label="Person"
    hint="People with a role on the board. Who is missing must first be invited to it."
    items={[
      { text: 'Choose a person', value: '' },
      ...people.filter(({ id }) => !except.some(each => each.id === id)).map(optionOf),
    ]}
    value={view.form.get('person')}
    errorMessage={mistakeAt(view.mistakes, 'person')}
  />
)

const exclusionSaid = {
  excluded: 'The person is excluded and sees nothing of the review from now on',
  lifted: 'The exclusion is lifted',
}

export const ExclusionsPage = (props: Props) => (
  <>
    <Said code={props.saidCode} words={exclusionSaid} />
    <Heading level={1} caption={props.review.title}>
      Exclusions
    </Heading>
    <Paragraph>
      A person with a conflict of interest is excluded, whatever the person’s role. The person sees nothing of the
      review and cannot tell that it exists.
    </Paragraph>
    {props.exclusions.length === 0 ? <EmptyState title="Nobody is excluded" /> : <Exclusions {...props} />}
    <Reading>
      <Heading level={2}>Exclude a person</Heading>
      <Form action={urls.reviewExclusions(props.review.id)} csrf={props.view.csrf}>
        <PersonSelect {...props} except={props.exclusions} />
        <ReasonField view={props.view} label="Why?" hint="The support team alone sees the reason" />
        <Button>Continue</Button>
      </Form>
    </Reading>
  </>
)

const Exclusions = ({ review, exclusions }: Props) => (
  <Table
    caption="Exclusions"
    captionClasses="govuk-visually-hidden"
    rows={exclusions}
    columns={[
      { head: 'Person', cell: each => each.name, rowHeader: true },
      { head: 'Reason', cell: each => each.reason },
      { head: 'Since', cell: each => `${writeDate(dayOf(each.excludedAt))}, by ${each.byName ?? 'somebody'}` },
      {
        head: 'What to do',
        cell: each => (
          <Link href={urls.reviewExclusionLifting(review.id, each.id)}>
            Lift<span class="govuk-visually-hidden"> the exclusion of {each.name}</span>
          </Link>
        ),
      },
    ]}
  />
)

interface ConfirmProps {
  readonly csrf: string
  readonly review: Review
  readonly person: Pick<BoardPerson, 'id' | 'name'>
}

export const ConfirmSeatPage = ({ csrf, review, person }: ConfirmProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title={`Put ${person.name} on the panel`}
    action={urls.reviewPanel(review.id)}
    fields={{ person: person.id }}
    button="Put on the panel"
    backHref={urls.reviewPanel(review.id)}
  >
    <Paragraph>From now on {person.name} sees:</Paragraph>
    <List items={['the facts of the review', 'its recommendations and what was said to each', 'its documents']} />
  </ConfirmPage>
)

export const ConfirmLeavingPage = ({ csrf, review, person }: ConfirmProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title={`Take ${person.name} off the panel`}
    action={urls.reviewPanelLeaving(review.id, person.id)}
    button="Take off the panel"
    backHref={urls.reviewPanel(review.id)}
  >
    <Paragraph>
      From now on {person.name} sees of the review only what the person’s role allows: nothing at all while it is
      restricted, unless the role is of the support team.
    </Paragraph>
  </ConfirmPage>
)

interface ConfirmExclusionProps extends ConfirmProps {
  readonly reason: string
  readonly isSelf: boolean
}

export const ConfirmExclusionPage = ({ csrf, review, person, reason, isSelf }: ConfirmExclusionProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title={isSelf ? 'Exclude yourself' : `Exclude ${person.name}`}
    action={urls.reviewExclusions(review.id)}
    fields={{ person: person.id, reason }}
    button="Exclude"
    isWarning
    backHref={urls.reviewExclusions(review.id)}
  >
    <WarningText>
      {isSelf
        ? 'You will see nothing of the review from this moment on, and you cannot lift the exclusion yourself.'
        : `${person.name} will see nothing of the review from this moment on, and is taken off its panel.`}
    </WarningText>
    <Paragraph>Reason: {reason}</Paragraph>
  </ConfirmPage>
)

export const ConfirmLiftingPage = ({ csrf, review, person }: ConfirmProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title={`Lift the exclusion of ${person.name}`}
    action={urls.reviewExclusionLifting(review.id, person.id)}
    button="Lift the exclusion"
    backHref={urls.reviewExclusions(review.id)}
  >
    <Paragraph>
      {person.name} will see of the review what the person’s role allows. Nobody is put back on the panel by this.
    </Paragraph>
  </ConfirmPage>
)
