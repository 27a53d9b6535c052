/** The page for moving a statement to another recommendation. */
import { mistakeAt } from '../../core/form-fields.ts'
import {
  Button,
  Checkboxes,
  EmptyState,
  Form,
  Heading,
  InsetText,
  Link,
  Paragraph,
  Select,
} from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type FormView, Reading } from '../accounts/index.ts'
import { ReasonField } from '../reviews/index.ts'
import type { Target } from './move-decide.ts'
import { type Recommendation, recommendationName } from './recommendation.ts'

interface Props {
  readonly view: FormView
  readonly id: string
  readonly recommendation: Recommendation
  readonly words: string
  /** What the body that says it is called; "" when it cannot be told. */
  readonly body: string
  readonly targets: readonly Target[]
}

export const MovePage = ({ recommendation, words, targets, ...props }: Props) => (
  <Reading>
    <Heading level={1} caption={recommendationName(recommendation.number)}>
      Move the statement
    </Heading>
    <InsetText>{words}</InsetText>
    {targets.length === 0 ? (
      <EmptyState
        title="The review has no other recommendation"
        action={{ href: urls.newRecommendation(recommendation.reviewId), text: 'Add one by hand' }}
      />
    ) : (
      <MoveForm recommendation={recommendation} targets={targets} {...props} />
    )}
  </Reading>
)

const MoveForm = ({ view, id, recommendation, body, targets }: Omit<Props, 'words'>) => (
  <Form action={urls.statementMove(id)} csrf={view.csrf}>
    <input type="hidden" name="from" value={recommendation.id} />
    <Select
      name="to"
      label="The recommendation that it answers"
      items={[
        { text: 'Choose one', value: '' },
        ...targets.map(({ id: value, number, text }) => ({
          text: `${recommendationName(number)}: ${text.slice(0, 90)}`,
          value,
        })),
      ]}
      value={view.form.get('to')}
      errorMessage={mistakeAt(view.mistakes, 'to')}
    />
    <Checkboxes
      name="all"
      items={[{ value: 'yes', text: `Move everything that ${body || 'this body'} says under this recommendation` }]}
      values={view.form.getAll('all')}
    />
    <Paragraph>
      What it took the place of, and what took its place, move with it. Which part it takes up there can be corrected
      afterwards. Where it stood is kept, with your name, the time and the reason.
    </Paragraph>
    <ReasonField view={view} label="Why is it moved?" />
    <div class="govuk-button-group">
      <Button preventDoubleClick>Move it</Button>
      <Link href={urls.recommendation(recommendation.id)}>Go back, nothing changes</Link>
    </div>
  </Form>
)
