/** The own account: details, password, second factor, sessions. */
import type { SessionId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import { allSentences } from '../../ledger/sentences.ts'
import { urls } from '../../urls.ts'
import { changePassword, rename, showAccount } from './account-commands.ts'
import { AccountPage, PasswordPage, SessionsPage } from './account-pages.tsx'
import { viewOf } from './form-view.ts'
import { readCode, readOwnName, readPasswordChange } from './forms.ts'
import { tellHistory } from './ledger-sentences.ts'
import { beginSecondFactor, confirmSecondFactor, findSecondFactor } from './second-factor-commands.ts'
import { SecondFactorPage } from './second-factor-pages.tsx'
import { endOtherOwnSessions, endOwnSession } from './session-commands.ts'
import { inside, invitationOf, standingOf } from './sign-in-routes.ts'

const breadcrumbs = [{ text: 'Your account', href: urls.account() }]
const said = (code: string, url = urls.account()): Reply => redirect(`${url}?said=${code}`)

async function showOwnAccount(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const person = personOf(ask)
  const { sessions, history, ...account } = await showAccount(ask.app, person)
  const body = AccountPage({
    ...account,
    view: viewOf(ask, mistakes),
    saidCode: ask.query.get('said'),
    hasProviders: ask.app.providers.all.length > 0,
    sessionCount: sessions.length,
    history: tellHistory(history, allSentences(), person.id),
  })
  return page({ title: 'Your account', body, mistakes })
}

async function takeName(ask: Ask): Promise<Reply> {
  const read = readOwnName(ask.form)
  if (!read.ok) return showOwnAccount(ask, read.mistakes)
  await rename(ask.app, personOf(ask), read.value)
  return said('renamed')
}

async function showPassword(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  if (!(await showAccount(ask.app, personOf(ask))).hasPassword) return redirect(urls.account())
  return page({
    title: 'Change your password',
    body: PasswordPage({ view: viewOf(ask, mistakes) }),
    breadcrumbs,
    mistakes,
  })
}

async function takePassword(ask: Ask): Promise<Reply> {
  const read = readPasswordChange(ask.form)
  const done = read.ok ? await changePassword(ask.app, personOf(ask), read.value) : read
  return done.ok ? said('password-changed') : showPassword(ask, done.mistakes)
}

async function showSecondFactor(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const standing = await standingOf(ask)
  if (standing?.stage !== 'full') return redirect(urls.signInCode(invitationOf(ask)))
  const { person, mustEnrol } = standing
  const state = await findSecondFactor(ask.app, person)
  const body = SecondFactorPage({ view: viewOf(ask, mistakes), state, mustEnrol, invitation: invitationOf(ask) })
  return page({ title: 'Second factor', body, ...(mustEnrol ? {} : { breadcrumbs }), mistakes })
}

async function takeSecondFactor(ask: Ask): Promise<Reply> {
  const begun = await beginSecondFactor(ask.app, personOf(ask), (ask.form.get('present') ?? '').slice(0, 200))
  return begun.ok ? redirect(urls.secondFactor(invitationOf(ask))) : showSecondFactor(ask, begun.mistakes)
}

async function takeFirstCode(ask: Ask): Promise<Reply> {
  const mustEnrol = (await standingOf(ask))?.mustEnrol
  const read = readCode(ask.form)
  const done = read.ok ? await confirmSecondFactor(ask.app, personOf(ask), read.value) : read
  if (!done.ok) return showSecondFactor(ask, done.mistakes)
  return mustEnrol || invitationOf(ask) ? redirect(inside(ask, 'second-factor-set')) : said('second-factor-set')
}

async function showSessions(ask: Ask): Promise<Reply> {
  const person = personOf(ask)
  const { sessions } = await showAccount(ask.app, person)
  const body = SessionsPage({
    csrf: ask.frame.csrf,
    saidCode: ask.query.get('said'),
    sessions,
    present: person.sessionId,
  })
  return page({ title: 'Your sessions', body, breadcrumbs })
}

async function takeSessionEnding(ask: Ask): Promise<Reply> {
  await endOwnSession(ask.app, personOf(ask), readId<SessionId>(ask.params.session))
  return said('session-ended', urls.sessions())
}

async function takeOtherSessionsEnding(ask: Ask): Promise<Reply> {
  await endOtherOwnSessions(ask.app, personOf(ask))
  return said('sessions-ended', urls.sessions())
}

const door = 'signed in'

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: urls.account(), door, handle: ask => showOwnAccount(ask) },
  { method: 'POST', path: urls.account(), door, handle: takeName },
  { method: 'GET', path: urls.accountPassword(), door, handle: ask => showPassword(ask) },
  { method: 'POST', path: urls.accountPassword(), door, pace: 'sign-in', handle: takePassword },
  { method: 'GET', path: urls.secondFactor(), door, handle: ask => showSecondFactor(ask) },
  { method: 'POST', path: urls.secondFactor(), door, pace: 'sign-in', handle: takeSecondFactor },
  {
    method: 'GET',
    path: urls.secondFactorCode(),
    door,
    handle: async ask => redirect(urls.secondFactor(invitationOf(ask))),
  },
  { method: 'POST', path: urls.secondFactorCode(), door, pace: 'sign-in', handle: takeFirstCode },
  { method: 'GET', path: urls.sessions(), door, handle: showSessions },
  { method: 'POST', path: urls.otherSessionsEnding(), door, handle: takeOtherSessionsEnding },
  { method: 'POST', path: urls.sessionEnding(':session'), door, handle: takeSessionEnding },
]
