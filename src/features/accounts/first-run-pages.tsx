import { Button, Fieldset, Form, Heading, Lead, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { EmailField, type FormView, LineField, NewPasswordField, Reading } from './person-fields.tsx'

/** Asks for the first board and its administrator. */
export const FirstRunPage = ({ view }: { readonly view: FormView }) => (
  <Reading>
    <Heading level={1}>Set up the first board</Heading>
    <Lead>This installation of Heed has no board yet. Make the first one, and the account of its administrator.</Lead>
    <Paragraph>
      The administrator looks after the board’s settings and invites its people. The administrator sees no reviews:
      invite the partnership support team for that.
    </Paragraph>
    <Form action={urls.firstRun()} csrf={view.csrf}>
      <Fieldset legend={{ text: 'The board', classes: 'govuk-fieldset__legend--m' }}>
        <LineField
          view={view}
          name="boardName"
          label="Name of the board"
          hint="In full, as in “Northshire Safeguarding Children Partnership”. Up to 200 characters."
        />
        <LineField
          view={view}
          name="shortName"
          label="Short name"
          hint="As people call it, as in “Northshire SCP”. Up to 40 characters."
        />
        <LineField
          view={view}
          name="slug"
          label="Address (optional)"
          hint="Small letters, figures and hyphens. Leave it empty to have it made from the short name."
        />
      </Fieldset>
      <Fieldset legend={{ text: 'Its administrator', classes: 'govuk-fieldset__legend--m' }}>
        <LineField view={view} label="Your name" autocomplete="name" />
        <EmailField view={view} label="Your e-mail address" />
        <NewPasswordField view={view} label="Choose a password" />
      </Fieldset>
      <Button preventDoubleClick>Set up the board</Button>
    </Form>
  </Reading>
)
