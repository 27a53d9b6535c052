/** The other names by which a board knows an agency or a group, and the form for another. */
import { Button, Form, Heading, List, Paragraph, VisuallyHidden } from '../../design/index.ts'
import { type FormView, LineField } from '../accounts/index.ts'
import { type Alias, longestAgencyName } from './directory.ts'

interface Props {
  readonly view: FormView
  readonly aliases: readonly Alias[]
  readonly mayManage: boolean
  /** Where another name is added, and where the name with an id is removed. */
  readonly action: string
  readonly removal: (id: string) => string
}

export const OtherNames = ({ view, aliases, mayManage, action, removal }: Props) => (
  <>
    <Heading level={2}>Other names</Heading>
    {aliases.length === 0 ? (
      <Paragraph>This board knows it by no other name yet.</Paragraph>
    ) : (
      <List
        items={aliases.map(({ id, alias }) => (
          <>
            {alias}
            {mayManage && (
              <Form action={removal(id)} csrf={view.csrf}>
                <button type="submit" class="heed-link-button">
                  Remove<VisuallyHidden> the name {alias}</VisuallyHidden>
                </button>
              </Form>
            )}
          </>
        ))}
      />
    )}
    {mayManage && (
      <Form action={action} csrf={view.csrf}>
        <LineField
          view={view}
          name="alias"
          label="Another name that documents of this board use for it"
          hint={`As in a short form or an abbreviation. Up to ${longestAgencyName} characters.`}
        />
        <Button classes="govuk-button--secondary">Add the name</Button>
      </Form>
    )}
  </>
)
