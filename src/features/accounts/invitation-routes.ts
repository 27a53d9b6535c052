/** Inviting people to a board, and accepting. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Decided, Mistake } from '../../core/refusals.ts'
import type { InvitationId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import {
  acceptAsPerson,
  acceptWithNewAccount,
  type FoundInvitation,
  findInvitationByLink,
  noteLeftAgency,
} from './acceptance-commands.ts'
import {
  type AcceptanceProps,
  ClosedPage,
  type ClosedReason,
  ConfirmPage,
  NewAccountPage,
  SignInFirstPage,
} from './acceptance-pages.tsx'
import { showAccount } from './account-commands.ts'
import { boardOf } from './boards.ts'
import { viewOf } from './form-view.ts'
import { readInvitee, readNewAccount } from './forms.ts'
import { stateOf } from './invitation.ts'
import { invite, makeLink, sendAgain, showInvitations, showInviting, withdraw } from './invitation-commands.ts'
import { InvitationLinkPage, InvitationsPage, NewInvitationPage } from './invitation-pages.tsx'
import { readPage } from './page-links.tsx'
import { standingOf } from './sign-in-routes.ts'

const slugOf = ({ params }: Ask) => params.board ?? ''
const namedOf = (ask: Ask) => ({ slug: slugOf(ask), id: readId<InvitationId>(ask.params.invitation) })
const listSaying = (ask: Ask, code: string): Reply => redirect(`${urls.invitations(slugOf(ask))}?said=${code}`)

async function showList(ask: Ask): Promise<Reply> {
  const shown = readPage(ask.query)
  const { board, ...list } = await showInvitations(ask.app, personOf(ask), slugOf(ask), shown)
  const rest = { csrf: ask.frame.csrf, saidCode: ask.query.get('said'), page: shown.page, now: ask.app.clock.now() }
  const breadcrumbs = [{ text: 'People', href: urls.people(board.slug) }]
  const body = InvitationsPage({ board, ...list, ...rest })
  return page({ title: 'Invitations', body, board: boardOf(board), section: 'People', breadcrumbs })
}

async function showNew(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, agencies } = await showInviting(ask.app, personOf(ask), slugOf(ask))
  const body = NewInvitationPage({ view: viewOf(ask, mistakes), board, agencies })
  const back = urls.invitations(board.slug)
  return page({ title: 'Invite a person', body, board: boardOf(board), section: 'People', back, mistakes })
}

async function takeNew(ask: Ask): Promise<Reply> {
  const read = readInvitee(ask.form)
  const done = read.ok ? await invite(ask.app, personOf(ask), slugOf(ask), read.value) : read
  return done.ok ? listSaying(ask, 'invited') : showNew(ask, done.mistakes)
}

const listAfter = (ask: Ask, done: Decided<unknown>, code: string) => listSaying(ask, done.ok ? code : 'changed')

const takeLetter = async (ask: Ask): Promise<Reply> =>
  listAfter(ask, await sendAgain(ask.app, personOf(ask), namedOf(ask)), 'sent-again')

const takeWithdrawal = async (ask: Ask): Promise<Reply> =>
  listAfter(ask, await withdraw(ask.app, personOf(ask), namedOf(ask)), 'withdrawn')

async function takeLink(ask: Ask): Promise<Reply> {
  const made = await makeLink(ask.app, personOf(ask), namedOf(ask))
  if (!made.ok) return listSaying(ask, 'changed')
  const { board } = await showInviting(ask.app, personOf(ask), slugOf(ask))
  const body = InvitationLinkPage({ board, ...made.value })
  return page({ title: 'A link to hand over', body, board: boardOf(board), section: 'People' })
}

async function showAcceptance(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const token = ask.params.token ?? ''
  const found = await findInvitationByLink(ask.app, token)
  const reason = closedBy(found, ask.app.clock.now())
  if (reason === 'without agency') await noteLeftAgency(ask.app, token)
  if (reason) {
    const body = ClosedPage({ reason, invitation: found.invitation })
    return page({ title: 'This invitation can no longer be used', body }, 410)
  }
  const standing = await standingOf(ask)
  if (standing?.stage === 'password') return redirect(urls.signInCode(token))
  if (standing?.mustEnrol) return redirect(urls.secondFactor(token))
  const body = await acceptanceBody(ask, found, {
    view: viewOf(ask, mistakes),
    token,
    invitation: found.invitation,
    saidCode: ask.query.get('said'),
    providers: ask.app.providers.all,
  })
  return page({ title: 'Accept the invitation', body, mistakes })
}

/** The state in which an invitation can no longer be accepted; null while it can. */
function closedBy({ invitation }: FoundInvitation, now: Date): ClosedReason | null {
  const state = stateOf(invitation, now)
  return state === 'waiting' || state === 'sent' || state === 'not sent' ? null : state
}

async function acceptanceBody(ask: Ask, found: FoundInvitation, props: AcceptanceProps) {
  const signedIn = ask.person !== null
  if (await isOwnInvitation(ask, found)) return ConfirmPage(props)
  return found.hasAccount || signedIn ? SignInFirstPage({ ...props, signedIn }) : NewAccountPage(props)
}

/** Whether the one who asks is fully signed in with the account that the invitation is for. */
async function isOwnInvitation(ask: Ask, { invitation }: FoundInvitation): Promise<boolean> {
  const standing = await standingOf(ask)
  if (standing?.stage !== 'full' || standing.mustEnrol) return false
  const { email } = await showAccount(ask.app, standing.person)
  return email.toLowerCase() === invitation.email.toLowerCase()
}

async function takeAcceptance(ask: Ask): Promise<Reply> {
  const token = ask.params.token ?? ''
  const found = await findInvitationByLink(ask.app, token)
  if (found.hasAccount || ask.person) return takeConfirmation(ask, found)
  const read = readNewAccount(ask.form)
  if (!read.ok) return showAcceptance(ask, read.mistakes)
  const done = await acceptWithNewAccount(ask.app, token, { ...read.value, device: ask.frame.device })
  if (done.ok) return { kind: 'redirect', to: `${urls.home()}?said=accepted`, session: done.value }
  // An invitation that was used meanwhile has a page of its own, without the form.
  return showAcceptance(
    ask,
    done.mistakes.filter(({ field }) => field !== 'invitation'),
  )
}

async function takeConfirmation(ask: Ask, found: FoundInvitation): Promise<Reply> {
  if (!ask.person || !(await isOwnInvitation(ask, found))) return showAcceptance(ask)
  const done = await acceptAsPerson(ask.app, ask.person, ask.params.token ?? '')
  return done.ok ? redirect(`${urls.home()}?said=accepted`) : showAcceptance(ask)
}

const [door, proof] = ['people.manage', 'recent'] as const

export const invitationRoutes: readonly Route[] = [
  { method: 'GET', path: urls.invitations(':board'), door, handle: showList },
  { method: 'GET', path: urls.newInvitation(':board'), door, proof, handle: ask => showNew(ask) },
  { method: 'POST', path: urls.invitations(':board'), door, proof, handle: takeNew },
  { method: 'POST', path: urls.invitationLetter(':board', ':invitation'), door, handle: takeLetter },
  { method: 'POST', path: urls.invitationLink(':board', ':invitation'), door, proof, handle: takeLink },
  { method: 'POST', path: urls.invitationWithdrawal(':board', ':invitation'), door, handle: takeWithdrawal },
  { method: 'GET', path: urls.invitation(':token'), door: 'anyone', handle: ask => showAcceptance(ask) },
  {
    method: 'POST',
    path: urls.invitationAcceptance(':token'),
    door: 'anyone',
    pace: 'sign-in',
    handle: takeAcceptance,
  },
]
