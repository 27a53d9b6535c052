import * as d from '../../src/design/index.ts'

const Boxes = () => (
  <>
    <d.Input
      name="title"
      label="Title of the review"
      hint="As it stands on the report"
      errorMessage="Enter the title of the review"
    />
    <d.Input name="weeks" label="Weeks" classes="govuk-input--width-3" suffix={{ text: 'weeks' }} inputmode="numeric" />
    <d.PasswordInput name="password" label="Password" />
    <d.Textarea name="reason" label="Reason" value="Because" />
    <d.CharacterCount name="summary" label="Summary" maxlength={200} rows={3} />
    <d.Select name="board" label="Board" items={[{ text: 'Northshire' }, { text: 'Southmere' }]} />
  </>
)

const Choices = () => (
  <>
    <d.Radios
      name="access"
      value="restricted"
      fieldset={{ legend: { text: 'Who may see it?', classes: 'govuk-fieldset__legend--m' } }}
      hint="You can release it later"
      items={[
        { value: 'restricted', text: 'Only its panel', hint: 'And the support team' },
        { value: 'released', text: 'The agencies asked', conditional: <d.Input name="since" label="Since when" /> },
        { divider: 'or' },
        { value: 'later', text: 'Decide later' },
      ]}
    />
    <d.Checkboxes
      name="agencies"
      fieldset={{ legend: 'Which agencies were asked?' }}
      values={['police']}
      items={[
        { value: 'police', text: 'Northshire Police' },
        { value: 'trust', text: 'Northshire NHS Foundation Trust' },
        { divider: 'or' },
        { value: 'none', text: 'None of them', behaviour: 'exclusive' },
      ]}
    />
    <d.DateInput
      id="due"
      namePrefix="due"
      fieldset={{ legend: 'When is it due?' }}
      hint="For example, 31 3 2027"
      errorMessage="Due date must be a real date"
      wrong={['day']}
      values={{ day: '31', month: '2', year: '2027' }}
    />
  </>
)

const Uploads = () => (
  <>
    <d.Fieldset legend="Two names">
      <d.Input name="first" label="First" classes="govuk-!-width-one-half" />
    </d.Fieldset>
    <d.FileUpload name="file" label="Upload a published response" hint="Word, PDF or Excel, up to 20 MB" javascript />
    <d.ButtonGroup>
      <d.Button preventDoubleClick>Save and continue</d.Button>
      <d.Button classes="govuk-button--secondary">Save as a draft</d.Button>
      <d.Button classes="govuk-button--warning">Withdraw</d.Button>
      <d.Link href="/cancel">Cancel</d.Link>
    </d.ButtonGroup>
  </>
)

/** Every control that a form can have. */
export const Forms = () => (
  <d.Form action="/gallery" csrf="token">
    <d.Heading level={2}>Forms</d.Heading>
    <Boxes />
    <Choices />
    <Uploads />
  </d.Form>
)
