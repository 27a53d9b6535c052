/** What becomes of an invitation, and the letter that carries it. */
import type { Letter } from '../../app.ts'
import { dayOf } from '../../core/instants.ts'
import { writeDate } from '../../core/plain-date.ts'
import type { Invitation } from './invitation-queries.ts'
import { roleNames } from './role-words.ts'
import { invitationDays } from './sign-in-limits.ts'

/** Computed: nothing of it is stored as a state. */
export type InvitationState = 'waiting' | 'sent' | 'not sent' | 'accepted' | 'withdrawn' | 'expired'

type Facts = Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt' | 'sentAt' | 'failedAt'>

/** What has become of an invitation by now. */
export function stateOf(invitation: Facts, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  if (invitation.expiresAt <= now) return 'expired'
  if (invitation.sentAt) return 'sent'
  return invitation.failedAt ? 'not sent' : 'waiting'
}

/** Whether its link can still be used. */
export const isOpen = (invitation: Facts, now: Date): boolean =>
  ['waiting', 'sent', 'not sent'].includes(stateOf(invitation, now))

/** Whether it can be sent again: it was neither accepted nor withdrawn. */
export const isRenewable = (invitation: Facts): boolean => !invitation.acceptedAt && !invitation.withdrawnAt

/** Says who invites (a role, never a name), to what, what to do and by when. */
export function invitationLetter(invitation: Invitation, link: string): Letter {
  const { name, email, boardName, role, agencyName, expiresAt } = invitation
  const post = `${roleNames[role].toLowerCase()}${agencyName ? ` for ${agencyName}` : ''}`
  const text = [
    `Dear ${name},`,
    `An administrator of ${boardName} invites you to its register of safeguarding reviews on Heed, as ${post}.`,
    'To accept, open this link and follow the page:',
    link,
    `The link works once, for ${invitationDays} days: until ${writeDate(dayOf(expiresAt))}.`,
    'The link is yours alone. Do not forward this e-mail.',
    'If you did not expect this invitation, you need do nothing.',
  ]
  return { to: email, subject: `Invitation to ${boardName}`, text: `${text.join('\n\n')}\n` }
}
