/** The board's agencies, their names and what took their place. */
import type { AgencyId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Decided, Mistake } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { type Board, boardOf, tellHistory, viewOf } from '../accounts/index.ts'
import { AgenciesPage, AgencyNamePage, AgencyRemovalPage, NewAgencyPage } from './agencies-pages.tsx'
import {
  giveAlias,
  removeAgency,
  removeAlias,
  renameAgency,
  showAgencies,
  showAgency,
  showSeated,
  showTaking,
  takeAgency,
} from './agency-commands.ts'
import { AgencyPage } from './agency-pages.tsx'
import { boardSentences, pageWithin, slugOf } from './board-routes.ts'
import { readNewAgency, readSuccessor } from './forms.ts'
import { recordSuccessor, withdrawSuccessor } from './succession-commands.ts'

const section = 'Agencies'
const crumbs = (slug: string) => [{ text: 'Agencies', href: urls.agencies(slug) }]
const agencyOf = (ask: Ask) => readId<AgencyId>(ask.params.agency)
/** The agency of the address, on the board of the address: `/boards/:board/…` or `?board=…`. */
const ofBoard = (ask: Ask) => ({ slug: ask.params.board ?? ask.query.get('board') ?? '', agencyId: agencyOf(ask) })

async function showList(ask: Ask): Promise<Reply> {
  const { board, ...list } = await showAgencies(ask.app, personOf(ask), slugOf(ask))
  const number = pageWithin(ask, list.agencies.length)
  const rest = { page: number, saidCode: ask.query.get('said'), today: ask.app.clock.today() }
  return page({ title: 'Agencies', body: AgenciesPage({ board, ...list, ...rest }), board: boardOf(board), section })
}

async function showNew(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, others } = await showTaking(ask.app, personOf(ask), slugOf(ask))
  const body = NewAgencyPage({ view: viewOf(ask, mistakes), board, others })
  return page({
    title: 'Add an agency',
    body,
    board: boardOf(board),
    section,
    breadcrumbs: crumbs(board.slug),
    mistakes,
  })
}

async function takeNew(ask: Ask): Promise<Reply> {
  const [person, slug] = [personOf(ask), slugOf(ask)]
  const read = readNewAgency(ask.form, (await showTaking(ask.app, person, slug)).others)
  const done = read.ok ? await takeAgency(ask.app, person, slug, read.value) : read
  return done.ok ? said({ slug, agencyId: done.value }, 'added') : showNew(ask, done.mistakes)
}

const said = ({ slug, agencyId }: { slug: string; agencyId: AgencyId }, code: string): Reply =>
  redirect(`${urls.agency(agencyId, slug)}&said=${code}`)

async function showRemoval(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, agency, ...rest } = await showSeated(ask.app, personOf(ask), ofBoard(ask))
  const body = AgencyRemovalPage({ view: viewOf(ask, mistakes), board, agency, ...rest })
  const title = `Take ${agency.name} off the board`
  return page({ title, body, board: boardOf(board), section, breadcrumbs: crumbs(board.slug), mistakes })
}

async function takeRemoval(ask: Ask): Promise<Reply> {
  const of = ofBoard(ask)
  const done = await removeAgency(ask.app, personOf(ask), of)
  return done.ok ? redirect(`${urls.agencies(of.slug)}?said=removed`) : showRemoval(ask, done.mistakes)
}

const ofAgency = (board: Board, id: AgencyId, name: string) => [
  ...crumbs(board.slug),
  { text: name, href: urls.agency(id, board.slug) },
]

async function showName(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, agency } = await showSeated(ask.app, personOf(ask), ofBoard(ask))
  const body = AgencyNamePage({ view: viewOf(ask, mistakes), board, agency })
  const breadcrumbs = ofAgency(board, agency.id, agency.name)
  return page({ title: `Rename ${agency.name}`, body, board: boardOf(board), section, breadcrumbs, mistakes })
}

async function takeName(ask: Ask): Promise<Reply> {
  const of = ofBoard(ask)
  const done = await renameAgency(ask.app, personOf(ask), of, ask.form.get('name') ?? '')
  return done.ok ? said(of, 'renamed') : showName(ask, done.mistakes)
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const person = personOf(ask)
  const { board, agency, history, ...shown } = await showAgency(ask.app, person, agencyOf(ask), ask.query.get('board'))
  const told = history && tellHistory(history, boardSentences(), person.id)
  const rest = { view: viewOf(ask, mistakes), saidCode: ask.query.get('said'), today: ask.app.clock.today() }
  const body = AgencyPage({ board, agency, ...shown, ...rest, history: told })
  return page({ title: agency.name, body, board: boardOf(board), section, breadcrumbs: crumbs(board.slug), mistakes })
}

const after = (ask: Ask, done: Decided<unknown>, code: string): Reply | Promise<Reply> =>
  done.ok ? said(ofBoard(ask), code) : showOne(ask, done.mistakes)

const takeAlias = async (ask: Ask): Promise<Reply> =>
  after(ask, await giveAlias(ask.app, personOf(ask), ofBoard(ask), ask.form.get('alias') ?? ''), 'alias-added')

async function takeAliasRemoval(ask: Ask): Promise<Reply> {
  await removeAlias(ask.app, personOf(ask), ofBoard(ask), readId<string>(ask.params.alias))
  return said(ofBoard(ask), 'alias-removed')
}

async function takeSuccessor(ask: Ask): Promise<Reply> {
  const read = readSuccessor(ask.form)
  const done = read.ok ? await recordSuccessor(ask.app, personOf(ask), ofBoard(ask), read.value) : read
  return after(ask, done, 'succeeded')
}

async function takeWithdrawal(ask: Ask): Promise<Reply> {
  await withdrawSuccessor(ask.app, personOf(ask), ofBoard(ask), readId<string>(ask.params.succession))
  return said(ofBoard(ask), 'withdrawn')
}

const [see, manage] = ['agency.see', 'agency.manage'] as const
const removal = urls.agencyRemoval(':board', ':agency')

export const agencyRoutes: readonly Route[] = [
  { method: 'GET', path: urls.agencies(':board'), door: see, handle: showList },
  { method: 'GET', path: urls.newAgency(':board'), door: manage, handle: ask => showNew(ask) },
  { method: 'POST', path: urls.agencies(':board'), door: manage, handle: takeNew },
  { method: 'GET', path: removal, door: manage, handle: ask => showRemoval(ask) },
  { method: 'POST', path: removal, door: manage, handle: takeRemoval },
  { method: 'GET', path: urls.agency(':agency'), door: see, handle: ask => showOne(ask) },
  { method: 'GET', path: urls.agencyName(':agency'), door: manage, handle: ask => showName(ask) },
  { method: 'POST', path: urls.agencyName(':agency'), door: manage, handle: takeName },
  { method: 'POST', path: urls.agencyAliases(':agency'), door: manage, handle: takeAlias },
  { method: 'POST', path: urls.agencyAliasRemoval(':agency', ':alias'), door: manage, handle: takeAliasRemoval },
  { method: 'POST', path: urls.agencySuccessors(':agency'), door: manage, handle: takeSuccessor },
  {
    method: 'POST',
    path: urls.agencySuccessorWithdrawal(':agency', ':succession'),
    door: manage,
    handle: takeWithdrawal,
  },
]
