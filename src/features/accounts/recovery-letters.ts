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
    'It works once. If you have a second factor, you will be asked for it as always.',
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

/** What happened to a passkey that its person is told of. */
export const passkeyNews = {
  added: {
    subject: 'A passkey was added to your account in Heed',
    text: 'A passkey was added to your account in Heed, and all other sessions were ended.',
  },
  removed: {
    subject: 'A passkey was removed from your account in Heed',
    text: 'A passkey was removed from your account in Heed, and all other sessions were ended.',
  },
  refused: {
    subject: 'A passkey of your account in Heed was refused',
    text: 'A passkey of your account in Heed was refused, because its counter went back: it may have been copied. Remove it under "Your account" and add a new one.',
  },
} as const

/** The letter that tells somebody what happened to a passkey. */
export const passkeyLetter = ({ to, link, what }: To & { readonly what: keyof typeof passkeyNews }): Letter => ({
  to,
  subject: passkeyNews[what].subject,
  text: [
    passkeyNews[what].text,
    'If it was you, there is nothing more to do.',
    'If it was not, ask for a new password at once, look at the passkeys of your account, and tell an administrator of your board:',
    link,
  ].join('\n\n'),
})
