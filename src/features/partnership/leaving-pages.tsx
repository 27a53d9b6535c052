/** What an administrator is asked when somebody leaves. */
import type { PersonId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, ButtonGroup, Form, Heading, Link, List, Paragraph, Radios, WarningText } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { type Board, type FormView, Reading, writePost } from '../accounts/index.ts'
import type { Post } from './people-queries.ts'

interface Props {
  readonly view: FormView
  readonly board: Board
  readonly person: { readonly id: PersonId; readonly name: string }
  /** The roles that the person holds on the board. */
  readonly posts: readonly Post[]
}

export const LeavingPage = ({ view, board, person, posts }: Props) => (
  <Reading>
    <Heading level={1} caption={board.name}>
      {person.name} is leaving
    </Heading>
    <Paragraph>On this board they are:</Paragraph>
    <List items={posts.map(({ role, agencyName }) => writePost(role, agencyName))} type="bullet" />
    <Paragraph>
      Before they go, look at <Link href={urls.handover(board.slug, person.id)}>what is open in their name</Link>, and
      say who takes it over.
    </Paragraph>
    <WarningText>
      They stop seeing at once what these roles show, and are signed out everywhere. With their last role on this board
      their seats on its panels end. What they did stays in the history. Roles on other boards are for those boards to
      end.
    </WarningText>
    <Form action={urls.leaving(board.slug, person.id)} csrf={view.csrf}>
      <Radios
        name="left"
        fieldset={{ legend: 'What do they leave?' }}
        items={choices(posts)}
        // Who holds roles of one kind only has nothing to choose.
        value={view.form.get('left') ?? (posts.some(({ agencyId }) => agencyId) ? null : 'board')}
        errorMessage={mistakeAt(view.mistakes, 'left')}
      />
      <Paragraph>
        Somebody who moves to another agency keeps their account and their history: end the roles here, and give the new
        one on the next page.
      </Paragraph>
      <ButtonGroup>
        <Button classes="govuk-button--warning" preventDoubleClick>
          End these roles
        </Button>
        <Link href={urls.person(board.slug, person.id)}>Keep them</Link>
      </ButtonGroup>
    </Form>
  </Reading>
)

/** Each agency for which a role is held, and the board altogether. */
function choices(posts: readonly Post[]) {
  const agencies = Map.groupBy(
    posts.filter(({ agencyId }) => agencyId),
    ({ agencyId }) => agencyId ?? '',
  )
  return [
    ...[...agencies].map(([value, its]) => ({ value, text: its[0]?.agencyName ?? '', hint: counted(its.length) })),
    { value: 'board', text: 'This board altogether', hint: counted(posts.length) },
  ]
}

const counted = (count: number): string => (count === 1 ? '1 role ends' : `${count} roles end`)
