/** The demo's own pages. They lead in without a password, so each of them is there in the demo alone. */
import { type Ask, page, type Reply, type Route, redirect } from '../app.ts'
import { NotFound } from '../core/refusals.ts'
import { signIn } from '../features/accounts/index.ts'
import { urls } from '../urls.ts'
import { type CastPerson, cast, sharedPassword } from './cast.ts'
import { documents, readDemoFile } from './documents.ts'
import { DemoPage, MailPage } from './pages.tsx'

/** The routes are not given to a house that is no demo; should they ever be, nothing is found behind them. */
const inDemo = (route: Route): Route => ({
  ...route,
  async handle(ask) {
    if (!ask.app.site.demo) throw new NotFound('not the demo')
    return route.handle(ask)
  },
})

const showDemo = async ({ frame }: Ask): Promise<Reply> =>
  page({ title: 'A demo of Heed', body: DemoPage({ csrf: frame.csrf }) })

async function showMail({ app }: Ask): Promise<Reply> {
  const letters = app.mail.sent()
  if (!letters) throw new NotFound('mail does not stay in the house')
  const body = MailPage({ letters, address: app.site.address })
  return page({ title: 'E-mail that was sent', body, back: urls.demo() })
}

async function sendDocument({ params }: Ask): Promise<Reply> {
  const document = documents.find(({ file }) => file === params.file)
  if (!document) throw new NotFound('no such document')
  const { file: name, mediaType } = document
  return { kind: 'file', name, mediaType, bytes: await readDemoFile(document), inline: false }
}

/** Signs in as one of the cast in the very way that the page for signing in does; gives the session's token. */
export async function signInAs({ app, frame }: Ask, { email }: CastPerson): Promise<string | null> {
  const { device, origin, sessionToken } = frame
  const signed = await signIn(app, { email, password: sharedPassword }, { device, origin, sessionToken })
  return signed.ok ? signed.value.token : null
}

async function takeSession(ask: Ask): Promise<Reply> {
  const person = cast.find(({ email }) => email === ask.form.get('person'))
  if (!person) throw new NotFound('nobody of the cast')
  const session = await signInAs(ask, person)
  // Whoever has changed that password, or set up a second factor, signs in by hand.
  return session ? { kind: 'redirect', to: urls.home(), session } : redirect(urls.signIn())
}

const all: readonly Route[] = [
  { method: 'GET', path: urls.demo(), door: 'anyone', handle: showDemo },
  { method: 'GET', path: urls.demoMail(), door: 'anyone', handle: showMail },
  { method: 'GET', path: urls.demoDocument(':file'), door: 'anyone', handle: sendDocument },
  { method: 'POST', path: urls.demoSessions(), door: 'anyone', pace: 'sign-in', handle: takeSession },
]

export const routes: readonly Route[] = all.map(inDemo)
