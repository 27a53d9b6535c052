/** What becomes of an invitation, and the letter that carries it. */
import type { Letter } from '../../app.ts'
import { dayOf } from '../../core/instants.ts'
import { type ActOf, allows, type StateOf } from '../../core/lifecycle.ts'
import { writeDate } from '../../core/plain-date.ts'
import type { Invitation } from './invitation-queries.ts'
import { invitation as lifecycle } from './lifecycle.ts'
import { roleNames } from './role-words.ts'
import { invitationDays, later } from './sign-in-limits.ts'

const day = 86_400_000

/** Computed: nothing of it is stored as a state. */
export type InvitationState = StateOf<typeof lifecycle>

type Facts = Pick<
  Invitation,
  'acceptedAt' | 'withdrawnAt' | 'expiresAt' | 'sentAt' | 'failedAt' | 'agencyLeftAt' | 'refusedAt'
>

/** What has become of an invitation by now. */
export function stateOf(invitation: Facts, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  if (invitation.expiresAt <= now) return 'expired'
  if (invitation.agencyLeftAt) return 'without agency'
  if (invitation.sentAt) return 'sent'
  return invitation.failedAt ? 'not sent' : 'waiting'
}

/** Whether this can be done with an invitation by now. */
export const can = (invitation: Facts, act: ActOf<typeof lifecycle>, now: Date): boolean =>
  allows(lifecycle, stateOf(invitation, now), act)

/**
 * Whether its letter is still to be sent: not after a link was made to be handed over, which a letter's new link would
 * put out of use. Such a link holds for as long as a sent one, but from a moment after the letter failed.
 */
export function isAwaited(invitation: Facts, now: Date): boolean {
  const { failedAt, expiresAt } = invitation
  const isHandedOver = failedAt !== null && expiresAt > expiry(failedAt)
  return can(invitation, 'send', now) && !isHandedOver
}

/** When a link that is made now runs out. */
export const expiry = (now: Date): Date => later(now, invitationDays * day)

/** Until when a letter that could not be sent is tried again; null when it is not. */
export function triedUntil(invitation: Facts, now: Date): Date | null {
  const until = later(invitation.expiresAt, day - invitationDays * day)
  return invitation.failedAt && isAwaited(invitation, now) && now < until ? until : null
}

/** Whether somebody tries for the first time to accept an invitation whose agency has left the board. */
export const isNews = (invitation: Facts, now: Date): boolean =>
  invitation.refusedAt === null && can(invitation, 'try to accept', now)

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

/** Tells an administrator that somebody could not accept, and what can be done about it. Names nobody. */
export function refusalLetter(
  { boardName, agencyName }: Invitation,
  { to, link }: { to: string; link: string },
): Letter {
  const agency = agencyName ?? 'the agency that it was for'
  const text = [
    `Somebody tried to accept an invitation to ${boardName}, for ${agency}.`,
    'That agency has left the board, so no role was given.',
    'You can add the agency to the board again, or withdraw the invitation and invite the person in another role:',
    link,
  ]
  return { to, subject: `An invitation to ${boardName} could not be accepted`, text: `${text.join('\n\n')}\n` }
}
