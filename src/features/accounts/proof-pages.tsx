import { Button, Form, Heading, Paragraph } from '../../design/index.ts'
import { urls } from '../../urls.ts'
import { CodeField, type FormView, PresentPasswordField, Reading } from './person-fields.tsx'

interface Props {
  readonly view: FormView
  readonly asksCode: boolean
  /** The page to go on to. */
  readonly to: string
}

export const ProofPage = ({ view, asksCode, to }: Props) => (
  <Reading>
    <Heading level={1}>Show that it is you</Heading>
    <Paragraph>
      It is a while since you signed in. Before you change who may see what, or blank words for good, enter your
      password again.
    </Paragraph>
    <Form action={urls.proof(to)} csrf={view.csrf}>
      <PresentPasswordField view={view} name="present" label="Password" />
      {asksCode && <CodeField view={view} hint="Enter the 6 figures that the authenticator app shows for Heed." />}
      <Button preventDoubleClick>Go on</Button>
    </Form>
  </Reading>
)
