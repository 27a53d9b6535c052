/** Releasing a review to agencies, and taking it back. */
import type { AgencyId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Checkboxes, Form, Heading, Link, List, Paragraph, WarningText } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, Reading } from '../accounts/index.ts'
import { ConfirmPage } from './form-parts.tsx'
import type { ReleaseChange } from './release-decide.ts'
import type { NamedAgency, Release } from './release-queries.ts'
import type { Review } from './reviews.ts'

interface Props {
  readonly view: FormView
  readonly board: Board
  readonly review: Review
  readonly seated: readonly NamedAgency[]
  readonly asked: readonly AgencyId[]
  readonly releases: readonly Release[]
}

export function ReleasePage({ view, board, review, seated, asked, releases }: Props) {
  const isReleased = review.standing === 'released'
  const ticked = isReleased ? releases.map(each => each.id) : asked
  const typed = view.form.getAll('agency')
  return (
    <Reading>
      <Heading level={1} caption={review.title}>
        {isReleased ? 'Change to whom it is released' : 'Release the review'}
      </Heading>
      <Paragraph>
        The people of the agencies that you choose see the review, its register and its documents, and so do the chair
        and the subgroup members of the board. Who is excluded still sees nothing.
      </Paragraph>
      {seated.length === 0 ? (
        <Paragraph>
          No agency sits on the board yet. <Link href={urls.agencies(board.slug)}>Add the agencies first</Link>
        </Paragraph>
      ) : (
        <Form action={urls.reviewRelease(review.id)} csrf={view.csrf}>
          <Checkboxes
            name="agency"
            fieldset={{ legend: 'Agencies' }}
            hint={
              isReleased
                ? 'Those that see it now are ticked'
                : 'Those that its recommendations ask, or that answer, are ticked'
            }
            items={seated.map(({ id, name }) => ({
              value: id,
              text: name,
              ...(asked.includes(id) ? { hint: 'Asked by the review, or answers it' } : {}),
            }))}
            values={typed.length > 0 ? typed : ticked}
            errorMessage={mistakeAt(view.mistakes, 'agency')}
          />
          <Button>Continue</Button>
        </Form>
      )}
      {isReleased && (
        <Paragraph>
          <Link href={urls.reviewReleaseEnding(review.id)}>Take the release back from all of them</Link>
        </Paragraph>
      )}
    </Reading>
  )
}

interface ConfirmProps {
  readonly csrf: string
  readonly review: Review
  readonly change: ReleaseChange
  readonly chosen: readonly AgencyId[]
  /** Every agency that can be meant, for its name. */
  readonly known: readonly NamedAgency[]
}

export function ConfirmReleasePage({ csrf, review, change, chosen, known }: ConfirmProps) {
  const namesOf = (ids: readonly AgencyId[]) => known.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return (
    <ConfirmPage
      csrf={csrf}
      caption={review.title}
      title="Check to whom it is released"
      action={urls.reviewRelease(review.id)}
      fields={{ agency: chosen }}
      button="Release the review"
      isWarning
      backHref={urls.reviewRelease(review.id)}
    >
      {change.added.length > 0 && (
        <>
          <Paragraph>From now on it is seen by everybody with a role for:</Paragraph>
          <List items={namesOf(change.added)} />
        </>
      )}
      {change.withdrawn.length > 0 && (
        <>
          <Paragraph>From now on it is no longer seen by:</Paragraph>
          <List items={namesOf(change.withdrawn)} />
        </>
      )}
      {review.standing === 'restricted' && (
        <WarningText>
          It is restricted now. What people have read or printed by the time you take a release back stays with them.
        </WarningText>
      )}
    </ConfirmPage>
  )
}

interface EndingProps {
  readonly csrf: string
  readonly review: Review
  readonly releases: readonly Release[]
}

export const ConfirmTakingBackPage = ({ csrf, review, releases }: EndingProps) => (
  <ConfirmPage
    csrf={csrf}
    caption={review.title}
    title="Take the release back"
    action={urls.reviewReleaseEnding(review.id)}
    button="Take the release back"
    isWarning
    backHref={urls.review(review.id)}
  >
    <Paragraph>The review is restricted again. From now on nothing of it is seen by:</Paragraph>
    <List
      items={[...releases.map(({ name }) => name), 'the chair and the subgroup members who are not on its panel']}
    />
    <Paragraph>The register and the documents stay as they are.</Paragraph>
  </ConfirmPage>
)
