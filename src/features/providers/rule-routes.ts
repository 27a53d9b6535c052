/** The rules of a board, on its settings. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { RuleId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, viewOf } from '../accounts/index.ts'
import { readRule } from './forms.ts'
import { slugOf } from './request-routes.ts'
import { makeRule, showRules, stopRule } from './rule-commands.ts'
import { RulesPage } from './rule-pages.tsx'

const title = 'Rules for people of an organisation'

async function show(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, ...shown } = await showRules(ask.app, personOf(ask), slugOf(ask))
  const { all: providers } = ask.app.providers
  const body = RulesPage({ view: viewOf(ask, mistakes), saidCode: ask.query.get('said'), board, ...shown, providers })
  const breadcrumbs = [
    { text: board.shortName, href: urls.board(board.slug) },
    { text: 'Settings of the board', href: urls.settings(board.slug) },
  ]
  return page({ title, body, board: boardOf(board), section: 'Board', breadcrumbs, mistakes })
}

async function takeRule(ask: Ask): Promise<Reply> {
  const read = readRule(ask.form, ask.app.providers.all)
  const done = read.ok ? await makeRule(ask.app, personOf(ask), slugOf(ask), read.value) : read
  return done.ok ? redirect(`${urls.accessRules(slugOf(ask))}?said=made`) : show(ask, done.mistakes)
}

async function takeEnding(ask: Ask): Promise<Reply> {
  await stopRule(ask.app, personOf(ask), { slug: slugOf(ask), id: readId<RuleId>(ask.params.rule) })
  return redirect(`${urls.accessRules(slugOf(ask))}?said=ended`)
}

const [door, proof] = ['rule.manage', 'recent'] as const

export const ruleRoutes: readonly Route[] = [
  { method: 'GET', path: urls.accessRules(':board'), door, proof, handle: ask => show(ask) },
  { method: 'POST', path: urls.accessRules(':board'), door, proof, handle: takeRule },
  { method: 'POST', path: urls.accessRuleEnding(':board', ':rule'), door, proof, handle: takeEnding },
]
