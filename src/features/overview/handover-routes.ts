import type { PersonId } from '../../access/actor.ts'
import { type Ask, page, personOf, type Reply, type Route } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { urls } from '../../urls.ts'
import { boardOf } from '../accounts/index.ts'
import { showHandover } from './handover-commands.ts'
import { HandoverPage } from './handover-pages.tsx'

async function show(ask: Ask): Promise<Reply> {
  const of = { slug: ask.params.board ?? '', personId: readId<PersonId>(ask.params.person) }
  const shown = await showHandover(ask.app, personOf(ask), of)
  const { board, person } = shown
  const breadcrumbs = [
    { text: 'People', href: urls.people(board.slug) },
    { text: person.name, href: urls.person(board.slug, person.id) },
  ]
  const title = `What is open in the name of ${person.name}`
  // Documents and panels are of reviews, which may be restricted.
  const restricted = [shown.imports, shown.redactions, shown.seats].some(each => each !== null && each.length > 0)
  const body = HandoverPage(shown)
  return page({ title, body, board: boardOf(board), section: 'People', breadcrumbs, restricted })
}

export const handoverRoutes: readonly Route[] = [
  { method: 'GET', path: urls.handover(':board', ':person'), door: 'handover.see', handle: show },
]
