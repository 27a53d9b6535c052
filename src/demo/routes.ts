/** The demo's own pages. They lead in without a password, so each of them is there in the demo alone. */
import type { Person } from '../access/actor.ts'
import { type Ask, page, type Reply, type Route, redirect } from '../app.ts'
import { NotFound } from '../core/refusals.ts'
import { type Board, findPerson, listBoards, signIn } from '../features/accounts/index.ts'
import { type Taken, upload } from '../features/imports/index.ts'
import { urls } from '../urls.ts'
import { type CastPerson, cast, miriam, sharedPassword } from './cast.ts'
import { type DemoDocument, documents, readDemoFile, readyToImport } from './documents.ts'
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
async function signInAs({ app, frame }: Ask, { email }: CastPerson): Promise<string | null> {
  const { device, origin, sessionToken, knownDevice } = frame
  const from = { device, origin, sessionToken, knownDevice }
  const signed = await signIn(app, { email, password: sharedPassword }, from)
  return signed.ok ? signed.value.token : null
}

async function takeSession(ask: Ask): Promise<Reply> {
  const person = cast.find(({ email }) => email === ask.form.get('person'))
  if (!person) throw new NotFound('nobody of the cast')
  const session = await signInAs(ask, person)
  // Whoever has changed that password, or set up a second factor, signs in by hand.
  return session ? { kind: 'redirect', to: urls.home(), session } : redirect(urls.signIn())
}

/** On which board somebody stores a document: as a support officer of its own board, else of another. */
function boardFor({ posts }: Person, document: DemoDocument, boards: readonly Board[]): Board | null {
  const mine = boards.filter(({ id }) => posts.some(post => post.boardId === id && post.role === 'support officer'))
  return mine.find(({ slug }) => slug === document.board) ?? mine[0] ?? null
}

const listBoardsOf = ({ app }: Ask, person: Person) => app.db.as(person, listBoards)

/** Who stores the document, and where: whoever is signed in, when that is a support officer, else Miriam. */
async function officerFor(ask: Ask, document: DemoDocument) {
  const board = ask.person && boardFor(ask.person, document, await listBoardsOf(ask, ask.person))
  if (ask.person && board) return { officer: ask.person, board }
  const session = await signInAs(ask, miriam)
  const officer = session ? (await findPerson(ask.app, session))?.person : null
  const hers = officer && boardFor(officer, document, await listBoardsOf(ask, officer))
  return session && officer && hers ? { officer, board: hers, session } : null
}

/** Stores one of the documents as if it had been uploaded, and leads to its check. */
async function takeImport(ask: Ask): Promise<Reply> {
  const document = readyToImport.find(({ file }) => file === ask.form.get('document'))
  if (!document) throw new NotFound('no such document')
  const found = await officerFor(ask, document)
  if (!found) return redirect(urls.signIn())
  const { officer, board, ...session } = found
  const files = [{ field: 'files', name: document.file, bytes: await readDemoFile(document) }]
  const choice = { reviewId: null, standing: 'restricted', again: false } as const
  const { taken } = await upload(ask.app, officer, board.slug, { files, choice })
  return { kind: 'redirect', to: afterUpload(taken, board), ...session }
}

/** To the check, or to the one that holds these very bytes already. */
function afterUpload([only]: readonly Taken[], { slug }: Board): string {
  if (only && 'importId' in only) return urls.import(only.importId)
  return only?.earlier ? urls.import(only.earlier.importId) : urls.imports(slug)
}

const all: readonly Route[] = [
  { method: 'GET', path: urls.demo(), door: 'anyone', handle: showDemo },
  { method: 'GET', path: urls.demoMail(), door: 'anyone', handle: showMail },
  { method: 'GET', path: urls.demoDocument(':file'), door: 'anyone', handle: sendDocument },
  { method: 'POST', path: urls.demoSessions(), door: 'anyone', pace: 'sign-in', handle: takeSession },
  { method: 'POST', path: urls.demoImports(), door: 'anyone', pace: 'upload', handle: takeImport },
]

export const routes: readonly Route[] = all.map(inDemo)
