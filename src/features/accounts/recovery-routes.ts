/** A forgotten password. */
import { type Ask, page, type Reply, type Route, redirect } from '../../app.ts'
import { type Mistake, NotFound } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { viewOf } from './form-view.ts'
import { readForgotten, readNewPassword } from './forms.ts'
import { askForRecovery, chooseNewPassword, findRecovery } from './recovery-commands.ts'
import { ForgottenPasswordPage, NewPasswordPage, RecoveryOverPage, RecoverySentPage } from './recovery-pages.tsx'

const back = urls.signIn()

const showForgotten = async (ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> =>
  page({
    title: 'Forgotten your password?',
    body: ForgottenPasswordPage({ view: viewOf(ask, mistakes) }),
    back,
    mistakes,
  })

async function takeForgotten(ask: Ask): Promise<Reply> {
  const read = readForgotten(ask.form)
  if (!read.ok) return showForgotten(ask, read.mistakes)
  const asked = await askForRecovery(ask.app, { email: read.value, origin: ask.frame.origin })
  return asked.ok ? redirect(urls.recoverySent()) : showForgotten(ask, asked.mistakes)
}

const showSent = async (): Promise<Reply> => page({ title: 'Look at your e-mail', body: RecoverySentPage() })

const tokenOf = (ask: Ask) => ask.params.token ?? ''

/** What is shown of a link that can be used; of any other, that it cannot. */
async function whileOpen(work: () => Promise<Reply>): Promise<Reply> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
    return page({ title: 'This link can no longer be used', body: RecoveryOverPage() })
  }
}

const showNewPassword = (ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> =>
  whileOpen(async () => {
    await findRecovery(ask.app, tokenOf(ask))
    const body = NewPasswordPage({ view: viewOf(ask, mistakes), token: tokenOf(ask) })
    return page({ title: 'Choose a new password', body, mistakes })
  })

const takeNewPassword = (ask: Ask): Promise<Reply> =>
  whileOpen(async () => {
    const done = await chooseNewPassword(ask.app, tokenOf(ask), readNewPassword(ask.form))
    if (!done.ok) return showNewPassword(ask, done.mistakes)
    return { kind: 'redirect', to: `${urls.signIn()}?said=password-chosen`, session: null, knownDevice: done.value }
  })

const [door, pace] = ['anyone', 'sign-in'] as const

export const recoveryRoutes: readonly Route[] = [
  { method: 'GET', path: urls.forgottenPassword(), door, handle: ask => showForgotten(ask) },
  { method: 'POST', path: urls.forgottenPassword(), door, pace, handle: takeForgotten },
  { method: 'GET', path: urls.recoverySent(), door, handle: showSent },
  { method: 'GET', path: urls.newPassword(':token'), door, handle: ask => showNewPassword(ask) },
  { method: 'POST', path: urls.newPassword(':token'), door, pace, handle: takeNewPassword },
]
