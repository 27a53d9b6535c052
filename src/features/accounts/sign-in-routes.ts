/** First run, sign-in and sign-out. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { type Mistake, NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { isEmpty, makeFirstBoard } from './first-run-commands.ts'
import { FirstRunPage } from './first-run-pages.tsx'
import { viewOf } from './form-view.ts'
import { readCode, readFirstRun, readSignIn } from './forms.ts'
import { passkeyScriptOf } from './passkey-form.tsx'
import { findFactors } from './proof-commands.ts'
import { type Found, findPerson, signOut } from './session-commands.ts'
import { giveCode, signIn } from './sign-in-commands.ts'
import { SecondStepPage, SignInPage } from './sign-in-pages.tsx'

/** How far the sign-in of the one who asks has come; null when nobody is signed in. */
export const standingOf = async ({ app, frame }: Ask): Promise<Found | null> =>
  frame.sessionToken ? findPerson(app, frame.sessionToken) : null

/** The invitation that the person came from, as the address carries it on. */
export const invitationOf = ({ query }: Ask): string | null => {
  const token = query.get('invitation')
  return token && /^[\w-]{43}$/.test(token) ? token : null
}

/**
 * Where somebody goes who is signed in: to the invitation that they came from, else to the first page; and what is said
 * there.
 */
export const inside = (ask: Ask, said: string | null = null): string => {
  const invitation = invitationOf(ask)
  const to = invitation ? urls.invitation(invitation) : urls.home()
  return said ? `${to}?said=${said}` : to
}

const showFirstRun = (ask: Ask, mistakes: readonly Mistake[] = []): Reply =>
  page({ title: 'Set up the first board', body: FirstRunPage({ view: viewOf(ask, mistakes) }), mistakes })

async function showFirstRunOnce(ask: Ask): Promise<Reply> {
  if (!(await isEmpty(ask.app))) throw new NotFound('the first board is there')
  return showFirstRun(ask)
}

async function takeFirstRun(ask: Ask): Promise<Reply> {
  if (!(await isEmpty(ask.app))) throw new NotFound('the first board is there')
  const read = readFirstRun(ask.form)
  if (!read.ok) return showFirstRun(ask, read.mistakes)
  const made = await makeFirstBoard(ask.app, read.value, ask.frame.device)
  return made.ok ? { kind: 'redirect', to: urls.home(), session: made.value } : showFirstRun(ask, made.mistakes)
}

/** The page on which somebody signs in. */
export const showSignIn = (ask: Ask, mistakes: readonly Mistake[] = []): Reply =>
  page({
    title: 'Sign in',
    body: SignInPage({
      view: viewOf(ask, mistakes),
      script: passkeyScriptOf(ask),
      invitation: invitationOf(ask),
      isDemo: ask.app.site.demo,
      saidCode: ask.query.get('said'),
      providers: ask.app.providers.all,
    }),
    mistakes,
  })

async function showSignInUnlessInside(ask: Ask): Promise<Reply> {
  const standing = await standingOf(ask)
  return standing?.stage === 'full' ? redirect(inside(ask)) : showSignIn(ask)
}

async function takeSignIn(ask: Ask): Promise<Reply> {
  const read = readSignIn(ask.form)
  if (!read.ok) return showSignIn(ask, read.mistakes)
  const { device, origin, sessionToken, knownDevice } = ask.frame
  const signed = await signIn(ask.app, read.value, { device, origin, sessionToken, knownDevice })
  if (!signed.ok) return showSignIn(ask, signed.mistakes)
  const to = signed.value.stage === 'password' ? urls.signInCode(invitationOf(ask)) : inside(ask)
  return { kind: 'redirect', to, session: signed.value.token, ...keeping(signed.value) }
}

/** What the device is to keep, where it is to keep anything. */
export const keeping = ({ knownDevice }: { readonly knownDevice: string | null }) =>
  knownDevice ? { knownDevice } : {}

/** The page on which somebody who has given the password gives the second factor. */
export async function showCode(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const factors = await findFactors(ask.app, personOf(ask))
  const [view, script, invitation] = [viewOf(ask, mistakes), passkeyScriptOf(ask), invitationOf(ask)]
  const body = SecondStepPage({ view, factors, script, invitation })
  return page({ title: factors.hasCode ? 'Enter your code' : 'Use your passkey', body, mistakes })
}

async function showCodeUnlessInside(ask: Ask): Promise<Reply> {
  const standing = await standingOf(ask)
  return standing?.stage === 'password' ? showCode(ask) : redirect(inside(ask))
}

async function takeCode(ask: Ask): Promise<Reply> {
  const standing = await standingOf(ask)
  if (standing?.stage !== 'password') return redirect(inside(ask))
  const read = readCode(ask.form)
  if (!read.ok) return showCode(ask, read.mistakes)
  const given = await giveCode(ask.app, standing.person, read.value)
  if (!given.ok) return showCode(ask, given.mistakes)
  return { kind: 'redirect', to: inside(ask), session: given.value.token, ...keeping(given.value) }
}

async function takeSignOut({ app, frame }: Ask): Promise<Reply> {
  if (frame.sessionToken) await signOut(app, frame.sessionToken)
  return { kind: 'redirect', to: `${urls.signIn()}?said=signed-out`, session: null }
}

export const signInRoutes: readonly Route[] = [
  { method: 'GET', path: urls.firstRun(), door: 'anyone', handle: showFirstRunOnce },
  { method: 'POST', path: urls.firstRun(), door: 'anyone', pace: 'sign-in', handle: takeFirstRun },
  { method: 'GET', path: urls.signIn(), door: 'anyone', handle: showSignInUnlessInside },
  { method: 'POST', path: urls.signIn(), door: 'anyone', pace: 'sign-in', handle: takeSignIn },
  { method: 'GET', path: urls.signInCode(), door: 'signed in', handle: showCodeUnlessInside },
  { method: 'POST', path: urls.signInCode(), door: 'signed in', pace: 'sign-in', handle: takeCode },
  { method: 'POST', path: urls.signOut(), door: 'anyone', handle: takeSignOut },
]
