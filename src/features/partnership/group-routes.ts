/** Groups of agencies. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { GroupId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, tellHistory, viewOf } from '../accounts/index.ts'
import { boardSentences, pageWithin, slugOf } from './board-routes.ts'
import { readGroup } from './forms.ts'
import {
  changeGroup,
  closeGroup,
  giveGroupAlias,
  makeGroup,
  removeGroupAlias,
  showClosing,
  showGroup,
  showGroups,
  showMakingGroup,
} from './group-commands.ts'
import { GroupEndingPage, GroupPage, GroupsPage, NewGroupPage } from './groups-pages.tsx'

const section = 'Agencies'
const groupOf = (ask: Ask) => readId<GroupId>(ask.params.group)
const crumbs = (slug: string) => [
  { text: 'Agencies', href: urls.agencies(slug) },
  { text: 'Groups', href: urls.groups(slug) },
]

async function showList(ask: Ask): Promise<Reply> {
  const { board, groups, mayManage } = await showGroups(ask.app, personOf(ask), slugOf(ask))
  const number = pageWithin(ask, groups.length)
  const body = GroupsPage({ board, groups, mayManage, saidCode: ask.query.get('said'), page: number })
  const breadcrumbs = crumbs(board.slug).slice(0, 1)
  return page({ title: 'Groups of agencies', body, board: boardOf(board), section, breadcrumbs })
}

async function showNew(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, agencies } = await showMakingGroup(ask.app, personOf(ask), slugOf(ask))
  const body = NewGroupPage({ view: viewOf(ask, mistakes), board, agencies })
  return page({
    title: 'Make a group',
    body,
    board: boardOf(board),
    section,
    breadcrumbs: crumbs(board.slug),
    mistakes,
  })
}

async function takeNew(ask: Ask): Promise<Reply> {
  const done = await makeGroup(ask.app, personOf(ask), slugOf(ask), readGroup(ask.form))
  return done.ok ? redirect(`${urls.group(done.value)}?said=made`) : showNew(ask, done.mistakes)
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const person = personOf(ask)
  const { board, group, history, ...shown } = await showGroup(ask.app, person, groupOf(ask))
  const told = history && tellHistory(history, boardSentences(), person.id)
  const rest = { view: viewOf(ask, mistakes), saidCode: ask.query.get('said'), history: told }
  const body = GroupPage({ board, group, ...shown, ...rest })
  return page({ title: group.name, body, board: boardOf(board), section, breadcrumbs: crumbs(board.slug), mistakes })
}

async function takeChange(ask: Ask): Promise<Reply> {
  const [id, seen] = [groupOf(ask), ask.form.get('seen') ?? '']
  const done = await changeGroup(ask.app, personOf(ask), id, { ...readGroup(ask.form), seen })
  return done.ok ? redirect(`${urls.group(id)}?said=changed`) : showOne(ask, done.mistakes)
}

async function takeAlias(ask: Ask): Promise<Reply> {
  const id = groupOf(ask)
  const done = await giveGroupAlias(ask.app, personOf(ask), id, ask.form.get('alias') ?? '')
  return done.ok ? redirect(`${urls.group(id)}?said=alias-added`) : showOne(ask, done.mistakes)
}

async function takeAliasRemoval(ask: Ask): Promise<Reply> {
  const id = groupOf(ask)
  await removeGroupAlias(ask.app, personOf(ask), id, readId<string>(ask.params.alias))
  return redirect(`${urls.group(id)}?said=alias-removed`)
}

async function showEnding(ask: Ask): Promise<Reply> {
  const { board, group } = await showClosing(ask.app, personOf(ask), groupOf(ask))
  const body = GroupEndingPage({ csrf: ask.frame.csrf, board, group })
  const breadcrumbs = [...crumbs(board.slug), { text: group.name, href: urls.group(group.id) }]
  return page({ title: `End the group ${group.name}`, body, board: boardOf(board), section, breadcrumbs })
}

async function takeEnding(ask: Ask): Promise<Reply> {
  const { slug } = await closeGroup(ask.app, personOf(ask), groupOf(ask))
  return redirect(`${urls.groups(slug)}?said=ended`)
}

const [see, manage] = ['agency.see', 'group.manage'] as const

export const groupRoutes: readonly Route[] = [
  { method: 'GET', path: urls.groups(':board'), door: see, handle: showList },
  { method: 'GET', path: urls.newGroup(':board'), door: manage, handle: ask => showNew(ask) },
  { method: 'POST', path: urls.groups(':board'), door: manage, handle: takeNew },
  { method: 'GET', path: urls.group(':group'), door: see, handle: ask => showOne(ask) },
  { method: 'POST', path: urls.group(':group'), door: manage, handle: takeChange },
  { method: 'POST', path: urls.groupAliases(':group'), door: manage, handle: takeAlias },
  { method: 'POST', path: urls.groupAliasRemoval(':group', ':alias'), door: manage, handle: takeAliasRemoval },
  { method: 'GET', path: urls.groupEnding(':group'), door: manage, handle: showEnding },
  { method: 'POST', path: urls.groupEnding(':group'), door: manage, handle: takeEnding },
]
