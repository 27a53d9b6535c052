/** The form that a passkey answers, on whichever page it stands. */
import type { ComponentChildren } from 'preact'
import type { Ask } from '../../app.ts'
import { mistakeAt } from '../../core/form-fields.ts'
import { Button, ErrorMessage, Form } from '../../design/index.ts'
import type { FormView } from './person-fields.tsx'

/** The script that speaks to the device, as the page has to name it. */
export interface PasskeyScript {
  readonly src: string
  readonly nonce: string
}

export const passkeyScriptOf = ({ frame }: Ask): PasskeyScript => ({
  src: frame.asset('passkey.js'),
  nonce: frame.nonce,
})

interface Props {
  readonly view: FormView
  /** Whether a passkey is made, or one that is there is used. */
  readonly does: 'new' | 'use'
  readonly action: string
  /** Where the browser asks what is to be signed. */
  readonly challenge: string
  readonly script: PasskeyScript
  readonly button: string
  readonly isSecondary?: boolean
  readonly children?: ComponentChildren
}

/** Hidden until the script has made sure that the browser can do it; until then the page says what is missing. */
export function PasskeyForm({ view, does, action, challenge, script, button, isSecondary, children }: Props) {
  const mistake = mistakeAt(view.mistakes, 'passkey')
  return (
    <>
      <p class="govuk-body" id="passkey-missing">
        A passkey needs JavaScript, which is switched off or did not run in this browser.
      </p>
      {mistake && <ErrorMessage>{mistake}</ErrorMessage>}
      <Form
        action={action}
        csrf={view.csrf}
        attributes={{
          hidden: true,
          'data-passkey': does,
          'data-challenge': challenge,
          'data-missing': 'passkey-missing',
        }}
      >
        {children}
        <input type="hidden" name="answer" value="" />
        <p class="govuk-error-message" role="alert" />
        <Button id="passkey" {...(isSecondary ? { classes: 'govuk-button--secondary' } : {})}>
          {button}
        </Button>
      </Form>
      <script type="module" nonce={script.nonce} src={script.src} />
    </>
  )
}
