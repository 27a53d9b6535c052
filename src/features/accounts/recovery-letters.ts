import type { Letter } from '../../app.ts'

interface To {
  readonly to: string
  readonly link: string
}

/** The letter with the link at which somebody who forgot the password chooses another. */
export const recoveryLetter = ({ to, link, minutes }: To & { readonly minutes: number }): Letter => ({
  to,
  subject: 'Choose a new password for Heed',
  text: [
    'Somebody asked for a new password for the account in Heed that has this e-mail address.',
    `To choose one, open this link within ${minutes} minutes:`,
    link,
    'It works once. If you have a second factor, you will be asked for its code as always.',
    'If you did not ask, do nothing: the password stays as it is. If such letters go on, tell an administrator of your board.',
  ].join('\n\n'),
})

/** The letter that tells somebody that the password was changed, wherever that was done. */
export const changedLetter = ({ to, link }: To): Letter => ({
  to,
  subject: 'Your password for Heed was changed',
  text: [
    'The password of your account in Heed was changed, and all other sessions were ended.',
    'If it was you, there is nothing to do.',
    'If it was not, ask for a new password at once, and tell an administrator of your board:',
    link,
  ].join('\n\n'),
})
