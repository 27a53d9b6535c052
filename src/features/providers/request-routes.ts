/** Asking a board for access, and deciding it. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { RequestId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage, readPost, viewOf } from '../accounts/index.ts'
import { confirmRequest, refuseRequest, showRequest, showRequests } from './decision-commands.ts'
import { RequestPage, RequestsPage } from './decision-pages.tsx'
import { readRequest } from './forms.ts'
import { askForAccess, showVisitor } from './request-commands.ts'
import { VisitorPage } from './request-pages.tsx'

const placeOf = ({ params, frame }: Ask) => ({ token: params.token ?? '', csrf: frame.csrf })

async function showAsking(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const place = placeOf(ask)
  const { visitor, ...shown } = await showVisitor(ask.app, place)
  const provider = ask.app.providers.all.find(({ key }) => key === visitor.provider) ?? { name: 'your organisation' }
  const rest = { provider, token: place.token, now: ask.app.clock.now(), saidCode: ask.query.get('said') }
  const body = VisitorPage({ visitor, ...shown, ...rest, view: viewOf(ask, mistakes) })
  return page({ title: 'Nobody has let you in yet', body, mistakes })
}

async function takeAsking(ask: Ask): Promise<Reply> {
  const place = placeOf(ask)
  const read = readRequest(ask.form)
  const done = read.ok ? await askForAccess(ask.app, place, read.value) : read
  return done.ok ? redirect(`${urls.accessRequest(place.token)}?said=asked`) : showAsking(ask, done.mistakes)
}

/** The slug of the board in the address. */
export const slugOf = ({ params }: Ask): string => params.board ?? ''
const namedOf = (ask: Ask) => ({ slug: slugOf(ask), id: readId<RequestId>(ask.params.request) })
const section = 'People'

async function showList(ask: Ask): Promise<Reply> {
  const { page: number, ...shown } = readPage(ask.query)
  const { board, ...list } = await showRequests(ask.app, personOf(ask), slugOf(ask), shown)
  const rest = { page: number, now: ask.app.clock.now(), saidCode: ask.query.get('said') }
  const breadcrumbs = [{ text: 'People', href: urls.people(board.slug) }]
  return page({
    title: 'Who asks for access',
    body: RequestsPage({ board, ...list, ...rest }),
    board: boardOf(board),
    section,
    breadcrumbs,
  })
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, request, agencies } = await showRequest(ask.app, personOf(ask), namedOf(ask))
  const provider = ask.app.providers.all.find(({ issuer }) => issuer === request.issuer)?.name ?? request.issuer
  const body = RequestPage({
    view: viewOf(ask, mistakes),
    board,
    request,
    provider,
    agencies,
    now: ask.app.clock.now(),
  })
  const back = urls.accessRequests(board.slug)
  return page({ title: 'Somebody asks for access', body, board: boardOf(board), section, back, mistakes })
}

async function takeConfirmation(ask: Ask): Promise<Reply> {
  const read = readPost(ask.form)
  const done = read.ok ? await confirmRequest(ask.app, personOf(ask), namedOf(ask), read.value) : read
  return done.ok ? redirect(`${urls.accessRequests(slugOf(ask))}?said=confirmed`) : showOne(ask, done.mistakes)
}

async function takeRefusal(ask: Ask): Promise<Reply> {
  const done = await refuseRequest(ask.app, personOf(ask), namedOf(ask))
  return done.ok ? redirect(`${urls.accessRequests(slugOf(ask))}?said=refused`) : showOne(ask, done.mistakes)
}

const [anyone, door, proof, pace] = ['anyone', 'request.decide', 'recent', 'sign-in'] as const
const one = urls.accessRequestOf(':board', ':request')

export const requestRoutes: readonly Route[] = [
  { method: 'GET', path: urls.accessRequest(':token'), door: anyone, pace, handle: ask => showAsking(ask) },
  { method: 'POST', path: urls.accessRequest(':token'), door: anyone, pace, handle: takeAsking },
  { method: 'GET', path: urls.accessRequests(':board'), door, handle: showList },
  { method: 'GET', path: one, door, proof, handle: ask => showOne(ask) },
  { method: 'POST', path: one, door, proof, handle: takeConfirmation },
  { method: 'POST', path: urls.accessRequestRefusal(':board', ':request'), door, proof, handle: takeRefusal },
]
