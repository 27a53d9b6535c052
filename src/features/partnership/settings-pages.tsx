/** The board's settings. */
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, Form, Heading, InsetText, Link, List, Radios, Said } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import {
  type Board,
  type FormView,
  LineField,
  longestBoardName,
  longestMarking,
  longestShortName,
  Reading,
} from '../accounts/index.ts'

const said = { saved: 'The settings are saved' }

interface Props {
  readonly view: FormView
  readonly saidCode: string | null
  readonly board: Board
  readonly seen: string
  /** The people of the board who have no second factor yet. */
  readonly withoutSecondFactor: number
  /** Whether people may sign in with an account of their organisation. */
  readonly hasProviders: boolean
}

export const SettingsPage = ({ view, saidCode, board, seen, withoutSecondFactor, hasProviders }: Props) => (
  <Reading>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={board.name}>
      Settings of the board
    </Heading>
    <SettingsForm view={view} board={board} seen={seen} withoutSecondFactor={withoutSecondFactor} />
    <InsetText>
      The address of the board, {urls.board(board.slug)}, stays as it is, so that links in letters and papers go on
      working.
    </InsetText>
    <Heading level={2}>More about this board</Heading>
    <List
      items={[
        <Link href={urls.people(board.slug)}>People and their roles</Link>,
        ...(hasProviders ? [<Link href={urls.accessRules(board.slug)}>Rules for people of an organisation</Link>] : []),
        <Link href={urls.agencies(board.slug)}>Agencies</Link>,
        <Link href={urls.groups(board.slug)}>Groups of agencies</Link>,
        <Link href={urls.boardHistory(board.slug)}>History of the board</Link>,
        <Link href={urls.boardExport(board.slug)}>Export of the board</Link>,
      ]}
    />
  </Reading>
)

const SettingsForm = ({ view, board, seen, withoutSecondFactor }: Omit<Props, 'saidCode' | 'hasProviders'>) => (
  <Form action={urls.settings(board.slug)} csrf={view.csrf}>
    <input type="hidden" name="seen" value={view.form.get('seen') ?? seen} />
    <LineField
      view={view}
      label="Name"
      hint={`In full, as the board signs its papers. Up to ${longestBoardName} characters.`}
      value={board.name}
    />
    <LineField
      view={view}
      name="shortName"
      label="Short name"
      hint={`Where there is little room, as in Northshire SCP. Up to ${longestShortName} characters.`}
      value={board.shortName}
    />
    <LineField
      view={view}
      name="marking"
      label="Protective marking"
      hint={`On every page with restricted words. Leave it empty for none. Up to ${longestMarking} characters.`}
      value={board.marking}
    />
    <Radios
      name="secondFactor"
      fieldset={{ legend: 'Must everybody on the board have a second factor?' }}
      hint={withoutWords(withoutSecondFactor)}
      items={[
        { value: 'yes', text: 'Yes', hint: 'Whoever has none must set one up before they can go on.' },
        { value: 'no', text: 'No', hint: 'Each person chooses. A password alone then opens restricted reviews.' },
      ]}
      value={view.form.get('secondFactor') ?? (board.secondFactorRequired ? 'yes' : 'no')}
      errorMessage={mistakeAt(view.mistakes, 'secondFactor')}
    />
    <Button preventDoubleClick>Save the settings</Button>
  </Form>
)

function withoutWords(count: number): string {
  if (count === 0) return 'Everybody on the board has one now.'
  return count === 1 ? '1 person on the board has none now.' : `${count} people on the board have none now.`
}
