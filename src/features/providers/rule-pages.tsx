/** The rules by which a board gives roles to people of an organisation. */
import type { AgencyId } from '../../access/actor.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import {
  Button,
  EmptyState,
  Form,
  Heading,
  InsetText,
  List,
  Paragraph,
  Said,
  Select,
  Table,
} from '../../design/index.ts'
import type { Provider } from '../../identity.ts'
import { urls } from '../../urls.ts'
import { AgencySelect, type Board, type FormView, LineField, RoleRadios, writePost } from '../accounts/index.ts'
import { longestValue, questionsOf } from './forms.ts'
import type { ShownRule } from './rule-queries.ts'

const said = {
  made: 'The rule is made. It gives its role when somebody whom it names signs in',
  ended: 'The rule has ended. What it gave ends when each person signs in next',
}

interface Props {
  readonly view: FormView
  readonly saidCode: string | null
  readonly board: Board
  readonly rules: readonly ShownRule[]
  readonly agencies: readonly { readonly id: AgencyId; readonly name: string }[]
  readonly providers: readonly Provider[]
}

export const RulesPage = ({ view, saidCode, board, rules, agencies, providers }: Props) => (
  <>
    <Said code={saidCode} words={said} />
    <Heading level={1} caption={board.name}>
      Rules for people of an organisation
    </Heading>
    <Paragraph>
      A rule gives a role to everybody whom an organisation names in a certain way, without an invitation. It does so
      when they sign in with the account that they have there.
    </Paragraph>
    <List
      type="bullet"
      items={[
        'The role is there only while its person is signed in with that organisation, not with a password.',
        'It ends at their next sign-in at which the rule does not name them, and with their last role here their seats on panels end.',
        'Somebody who never signs in again stays on the list of people and sees nothing, until you end the role.',
        'What you or another administrator gave by hand stays, whatever the rules say.',
        'Where an administrator has ended a role of a person, no rule gives that person one again.',
        'No rule gives the role of an administrator.',
      ]}
    />
    {rules.length === 0 ? (
      <EmptyState title="This board has no rule">
        <Paragraph>Nobody is given a role without an administrator.</Paragraph>
      </EmptyState>
    ) : (
      <Table
        caption="Rules in force"
        rows={rules}
        columns={[
          { head: 'Whom it names', cell: rule => whom(rule, providers), rowHeader: true },
          { head: 'Role', cell: rule => writePost(rule.role, rule.agencyName) },
          { head: 'Since', cell: rule => writeDate(dayOf(rule.madeAt)) },
          { head: 'People', cell: rule => String(rule.people) },
          { head: 'End', cell: rule => <EndRule csrf={view.csrf} board={board} rule={rule} providers={providers} /> },
        ]}
      />
    )}
    {providers.length === 0 ? (
      <InsetText>Whoever runs this installation has set up no organisation to sign in with.</InsetText>
    ) : (
      <RuleForm view={view} board={board} agencies={agencies} providers={providers} />
    )}
  </>
)

function whom({ issuer, claim, value }: ShownRule, providers: readonly Provider[]): string {
  const name = providers.find(each => each.issuer === issuer)?.name ?? `an organisation that is not set up (${issuer})`
  return claim === null ? `Verified e-mail address at ${value}, by ${name}` : `“${value}” among “${claim}”, by ${name}`
}

type EndProps = Pick<Props, 'board' | 'providers'> & { readonly csrf: string; readonly rule: ShownRule }

const EndRule = ({ csrf, board, rule, providers }: EndProps) => (
  <Form action={urls.accessRuleEnding(board.slug, rule.id)} csrf={csrf}>
    <button type="submit" class="heed-link-button">
      End<span class="govuk-visually-hidden"> the rule: {whom(rule, providers)}</span>
    </button>
  </Form>
)

const RuleForm = ({ view, board, agencies, providers }: Pick<Props, 'view' | 'board' | 'agencies' | 'providers'>) => (
  <>
    <Heading level={2}>Make a rule</Heading>
    <Form action={urls.accessRules(board.slug)} csrf={view.csrf}>
      <Select
        name="asks"
        label="What the rule goes by"
        hint="Groups are kept by the organisation: ask it who decides who is in one."
        items={[
          { text: 'Choose', value: '' },
          ...questionsOf(providers).map(({ code, words }) => ({ text: words, value: code })),
        ]}
        value={view.form.get('asks')}
        errorMessage={mistakeAt(view.mistakes, 'asks')}
      />
      <LineField
        view={view}
        name="value"
        label="Value"
        hint={`The domain, like police.example.uk, or the value exactly as the organisation writes it. Up to ${longestValue} characters.`}
      />
      <RoleRadios view={view} without="administrator" />
      <AgencySelect view={view} agencies={agencies} />
      <Button preventDoubleClick>Make the rule</Button>
    </Form>
  </>
)
