/** Being sent to a provider to sign in, to accept an invitation or to show who one is, and coming back. */
import { type Ask, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { urls } from '../../urls.ts'
import { findFactors, invitationOf, readCode, showProof, wayOn } from '../accounts/index.ts'
import type { Errand } from './errand.ts'
import { problemReply, providerOf, sendOnward } from './onward.ts'
import { giveProofCode } from './proof-commands.ts'
import { type Outcome, takeReturn } from './return-commands.ts'
import type { Synced } from './rule-commands.ts'

const takeSignIn = (ask: Ask): Promise<Reply> => sendOnward(ask, { kind: 'sign-in', invitation: invitationOf(ask) })

const takeAcceptance = (ask: Ask): Promise<Reply> =>
  sendOnward(ask, { kind: 'acceptance', invitation: ask.params.token ?? '' })

/** The code of Heed's own second factor is given before, so that nothing is left to do afterwards. */
async function takeProof(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { hasCode } = await findFactors(ask.app, person)
  const read = hasCode ? readCode(ask.form) : null
  if (read && !read.ok) return showProof(ask, read.mistakes)
  const given = read && (await giveProofCode(ask.app, person, read.value))
  if (given && !given.ok) return showProof(ask, given.mistakes)
  return sendOnward(ask, { kind: 'proof', personId: person.id, sessionId: person.sessionId, to: wayOn(ask) })
}

async function takeBack(ask: Ask): Promise<Reply> {
  const provider = providerOf(ask)
  const { csrf, device, sessionToken } = ask.frame
  const { app, query, person } = ask
  const { errand, outcome } = await takeReturn(app, { provider, query, csrf, device, sessionToken, person })
  return outcome.kind === 'problem' ? problemReply(provider, outcome.problem, errand) : replyTo(outcome, errand)
}

function replyTo(outcome: Exclude<Outcome, { kind: 'problem' }>, errand: Errand | null): Reply {
  switch (outcome.kind) {
    case 'linked':
      return redirect(`${urls.providerLinks()}?said=linked`)
    case 'proven':
      return redirect(outcome.to)
    case 'stranger':
      return redirect(urls.accessRequest(outcome.token))
    case 'signed in': {
      const { token, stage, knownDevice, synced } = outcome
      return {
        kind: 'redirect',
        to: insideOf(stage, errand, saidOf(synced)),
        session: token,
        ...(knownDevice ? { knownDevice } : {}),
      }
    }
  }
}

/** To the code where one is awaited, to the invitation that is still to be accepted, else to the first page. */
function insideOf(stage: 'password' | 'full', errand: Errand | null, said: string | null): string {
  const invitation = errand && 'invitation' in errand ? errand.invitation : null
  if (stage === 'password') return urls.signInCode(invitation)
  if (invitation) return urls.invitation(invitation)
  return said ? `${urls.home()}?said=${said}` : urls.home()
}

/** What has ended is said before what was given. */
function saidOf({ given, ended }: Synced): string | null {
  if (ended > 0) return 'role-lapsed'
  return given > 0 ? 'role-granted' : null
}

const [anyone, pace] = ['anyone', 'sign-in'] as const
const [token, provider] = [':token', ':provider']

export const signInRoutes: readonly Route[] = [
  { method: 'POST', path: urls.signInWith(provider), door: anyone, pace, handle: takeSignIn },
  { method: 'GET', path: urls.signInReturn(provider), door: anyone, pace, handle: takeBack },
  { method: 'POST', path: urls.invitationAcceptanceWith(token, provider), door: anyone, pace, handle: takeAcceptance },
  { method: 'POST', path: urls.proofWith(provider), door: 'signed in', pace, handle: takeProof },
]
