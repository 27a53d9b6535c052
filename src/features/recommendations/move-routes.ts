import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { isId, readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { readReason } from '../reviews/index.ts'
import { moveStatement, showMove } from './move-commands.ts'
import { MovePage } from './move-pages.tsx'
import { crumbsTo, frameOf } from './thread-routes.ts'

const idOf = (ask: Ask) => readId<StatementId>(ask.params.statement)

async function show(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, targets, ...opened } = await showMove(ask.app, personOf(ask), idOf(ask))
  const { text: words, agencyAsWritten: body } = thing.fields
  const view = viewOf(ask, mistakes)
  const content = MovePage({ view, id: thing.id, recommendation: opened.recommendation, words, body, targets })
  return page({
    title: 'Move the statement',
    body: content,
    ...frameOf(opened),
    breadcrumbs: crumbsTo(opened),
    mistakes,
  })
}

async function take(ask: Ask): Promise<Reply> {
  const to = ask.form.get('to')
  const reason = readReason(ask.form, 'Enter why it is moved')
  const missing = isId(to) ? [] : [{ field: 'to', message: 'Choose the recommendation that it answers' }]
  if (!reason.ok || missing.length > 0) return show(ask, [...missing, ...(reason.ok ? [] : reason.mistakes)])
  const all = ask.form.get('all') === 'yes'
  const asked = { to: to as RecommendationId, all, reason: reason.value, seenUnder: ask.form.get('from') ?? '' }
  const done = await moveStatement(ask.app, personOf(ask), idOf(ask), asked)
  return done.ok ? redirect(`${urls.recommendation(done.value)}?said=moved`) : show(ask, done.mistakes)
}

const door = 'register.correct'
const path = urls.statementMove(':statement')

export const moveRoutes: readonly Route[] = [
  { method: 'GET', path, door, handle: ask => show(ask) },
  { method: 'POST', path, door, handle: take },
]
