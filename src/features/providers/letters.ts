import type { Letter } from '../../app.ts'

interface To {
  readonly to: string
  readonly link: string
}

/** Tells somebody that an account of an organisation opens their account in Heed from now on. */
export const linkedLetter = ({ to, link }: To): Letter => ({
  to,
  subject: 'An account was linked to yours in Heed',
  text: [
    'From now on you can sign in to Heed with an account of your organisation.',
    'If you linked it, there is nothing to do.',
    'If you did not, end the link on this page, change your password, and tell an administrator of your board:',
    link,
  ].join('\n\n'),
})
