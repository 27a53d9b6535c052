/** The board's people, and their roles. */
import type { PersonId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { MembershipId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage, readPost, tellHistory, viewOf } from '../accounts/index.ts'
import { boardSentences, slugOf } from './board-routes.ts'
import { readPeopleFilter } from './forms.ts'
import { endRole, givePost, showEnding, showPeople, showPerson } from './people-commands.ts'
import { PeoplePage, PersonPage, PostEndingPage } from './people-pages.tsx'

const section = 'People'
const ofPerson = (ask: Ask) => ({ slug: slugOf(ask), personId: readId<PersonId>(ask.params.person) })
const crumbs = (slug: string) => [{ text: 'People', href: urls.people(slug) }]

async function showList(ask: Ask): Promise<Reply> {
  const filter = readPeopleFilter(ask.query)
  const { page: number, ...shown } = readPage(ask.query)
  const { board, roles, people, ...list } = await showPeople(ask.app, personOf(ask), slugOf(ask), {
    ...filter,
    ...shown,
  })
  const hasProviders = ask.app.providers.all.length > 0
  const body = PeoplePage({ board, ...list, filter, roleCount: roles, personCount: people, page: number, hasProviders })
  return page({ title: 'People', body, board: boardOf(board), section })
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const reader = personOf(ask)
  const { board, person, history, ...shown } = await showPerson(ask.app, reader, ofPerson(ask))
  const told = history && tellHistory(history, boardSentences(), reader.id)
  const view = viewOf(ask, mistakes)
  const body = PersonPage({ board, person, ...shown, view, history: told, saidCode: ask.query.get('said') })
  return page({ title: person.name, body, board: boardOf(board), section, breadcrumbs: crumbs(board.slug), mistakes })
}

async function takePost(ask: Ask): Promise<Reply> {
  const of = ofPerson(ask)
  const read = readPost(ask.form)
  const done = read.ok ? await givePost(ask.app, personOf(ask), of, read.value) : read
  return done.ok ? redirect(`${urls.person(of.slug, of.personId)}?said=given`) : showOne(ask, done.mistakes)
}

const postOf = (ask: Ask) => readId<MembershipId>(ask.params.membership)

async function showPostEnding(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, post } = await showEnding(ask.app, personOf(ask), ofPerson(ask), postOf(ask))
  const title = `End a role of ${post.personName}`
  const body = PostEndingPage({ view: viewOf(ask, mistakes), board, post })
  return page({ title, body, board: boardOf(board), section, breadcrumbs: crumbs(board.slug), mistakes })
}

async function takePostEnding(ask: Ask): Promise<Reply> {
  const [of, person] = [ofPerson(ask), personOf(ask)]
  const done = await endRole(ask.app, person, of, postOf(ask))
  if (!done.ok) return showPostEnding(ask, done.mistakes)
  // Whoever ended a role of their own may have nothing left to see on this board.
  return redirect(
    of.personId === person.id ? `${urls.home()}?said=role-ended` : `${urls.person(of.slug, of.personId)}?said=ended`,
  )
}

const [see, manage] = ['people.see', 'people.manage'] as const
const proof = 'recent'
const ending = urls.postEnding(':board', ':person', ':membership')

export const peopleRoutes: readonly Route[] = [
  { method: 'GET', path: urls.people(':board'), door: see, handle: showList },
  { method: 'GET', path: urls.person(':board', ':person'), door: see, handle: ask => showOne(ask) },
  { method: 'POST', path: urls.posts(':board', ':person'), door: manage, proof, handle: takePost },
  { method: 'GET', path: ending, door: manage, proof, handle: ask => showPostEnding(ask) },
  { method: 'POST', path: ending, door: manage, proof, handle: takePostEnding },
]
