import type { PersonId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import { urls } from '../../urls.ts'
import { boardOf, viewOf } from '../accounts/index.ts'
import { slugOf } from './board-routes.ts'
import { readLeft } from './forms.ts'
import { leave, showLeaving } from './leaving-commands.ts'
import { LeavingPage } from './leaving-pages.tsx'

const ofPerson = (ask: Ask) => ({ slug: slugOf(ask), personId: readId<PersonId>(ask.params.person) })

async function show(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const of = ofPerson(ask)
  const { board, posts, name } = await showLeaving(ask.app, personOf(ask), of)
  const body = LeavingPage({ view: viewOf(ask, mistakes), board, person: { id: of.personId, name }, posts })
  const breadcrumbs = [
    { text: 'People', href: urls.people(board.slug) },
    { text: name, href: urls.person(board.slug, of.personId) },
  ]
  return page({ title: `${name} is leaving`, body, board: boardOf(board), section: 'People', breadcrumbs, mistakes })
}

async function take(ask: Ask): Promise<Reply> {
  const [of, person] = [ofPerson(ask), personOf(ask)]
  const done = await leave(ask.app, person, of, readLeft(ask.form))
  if (!done.ok) return show(ask, done.mistakes)
  // Whoever left by themselves is signed out now.
  return redirect(of.personId === person.id ? urls.signIn() : `${urls.person(of.slug, of.personId)}?said=left`)
}

const [path, door, proof] = [urls.leaving(':board', ':person'), 'people.manage', 'recent'] as const

export const leavingRoutes: readonly Route[] = [
  { method: 'GET', path, door, proof, handle: ask => show(ask) },
  { method: 'POST', path, door, proof, handle: take },
]
