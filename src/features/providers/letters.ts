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

interface OfBoard extends To {
  readonly board: string
}

/** Tells an administrator that somebody asks. It names nobody: a mailbox may have several readers. */
export const requestLetter = ({ to, link, board }: OfBoard): Letter => ({
  to,
  subject: `Somebody asks for access to ${board}`,
  text: [
    `Somebody signed in with an account of their organisation and asks for access to ${board} on Heed.`,
    'They see nothing of the board until an administrator has confirmed who they are. To decide:',
    link,
  ].join('\n\n'),
})

/** Tells somebody that a board has let them in. */
export const confirmedLetter = ({ to, link, board }: OfBoard): Letter => ({
  to,
  subject: `You have access to ${board}`,
  text: [
    `An administrator of ${board} has given you a role on Heed. Sign in with the account of your organisation:`,
    link,
  ].join('\n\n'),
})
