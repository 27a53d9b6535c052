/** Dismissing with a reason, and taking a dismissal back. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Mistake, NotFound } from '../../core/refusals.ts'
import type { FindingId, RecommendationId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { readReason } from '../reviews/index.ts'
import { dismissFact, dismissFinding, raiseFinding, showFact, showFinding } from './dismissal-commands.ts'
import { factQuery } from './facts.ts'
import { DismissalPage, RaisingPage } from './finding-pages.tsx'
import type { Finding } from './finding-queries.ts'
import { finding as lifecycle, stateOfFinding } from './lifecycle.ts'
import { recommendationName } from './recommendation.ts'
import { frameOf } from './thread-routes.ts'

const title = 'Dismiss with a reason'
const missing = 'Enter why it does not count'

const pageOf = ({ recommendationId, reviewId }: Pick<Finding, 'recommendationId' | 'reviewId'>) =>
  recommendationId ? urls.recommendation(recommendationId) : urls.reviewFindings(reviewId)

const findingIn = (ask: Ask) => readId<FindingId>(ask.params.finding)
const recommendationIn = (ask: Ask) => readId<RecommendationId>(ask.params.recommendation)

async function showDismissal(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { finding, ...around } = await showFinding(ask.app, personOf(ask), findingIn(ask))
  const back = pageOf(finding)
  const body = DismissalPage({
    view: viewOf(ask, mistakes),
    caption: around.recommendation ? recommendationName(around.recommendation.number) : around.review.title,
    message: finding.message,
    action: urls.findingDismissal(finding.id),
    fields: {},
    backHref: back,
  })
  return page({ title, body, ...frameOf(around), back, mistakes })
}

async function takeDismissal(ask: Ask): Promise<Reply> {
  const reason = readReason(ask.form, missing)
  const done = reason.ok ? await dismissFinding(ask.app, personOf(ask), findingIn(ask), reason.value) : reason
  return done.ok ? redirect(`${pageOf(done.value)}?said=dismissed`) : showDismissal(ask, done.mistakes)
}

async function showRaising(ask: Ask): Promise<Reply> {
  const { finding, review, board } = await showFinding(ask.app, personOf(ask), findingIn(ask))
  if (!allows(lifecycle, stateOfFinding(finding), 'raise')) throw new NotFound('not dismissed')
  const body = RaisingPage({ csrf: ask.frame.csrf, review, finding, backHref: pageOf(finding) })
  return page({ title: 'Raise it again', body, ...frameOf({ review, board }), back: pageOf(finding) })
}

async function takeRaising(ask: Ask): Promise<Reply> {
  const finding = await raiseFinding(ask.app, personOf(ask), findingIn(ask))
  return redirect(`${pageOf(finding)}?said=raised`)
}

async function showFactDismissal(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const given = ask.method === 'GET' ? ask.query : ask.form
  const { fact, recommendation, ...around } = await showFact(ask.app, personOf(ask), recommendationIn(ask), given)
  const back = urls.recommendation(recommendation.id)
  const body = DismissalPage({
    view: viewOf(ask, mistakes),
    caption: recommendationName(recommendation.number),
    message: fact.message,
    action: urls.dismissals(recommendation.id),
    fields: Object.fromEntries(new URLSearchParams(factQuery(fact))),
    backHref: back,
  })
  return page({ title, body, ...frameOf(around), back, mistakes })
}

async function takeFactDismissal(ask: Ask): Promise<Reply> {
  const id = recommendationIn(ask)
  const reason = readReason(ask.form, missing)
  if (!reason.ok) return showFactDismissal(ask, reason.mistakes)
  const done = await dismissFact(ask.app, personOf(ask), id, { given: ask.form, reason: reason.value })
  return redirect(`${urls.recommendation(id)}?said=${done.ok ? 'dismissed' : 'changed'}`)
}

const door = 'register.correct'

export const dismissalRoutes: readonly Route[] = [
  { method: 'GET', path: urls.findingDismissal(':finding'), door, handle: ask => showDismissal(ask) },
  { method: 'POST', path: urls.findingDismissal(':finding'), door, handle: takeDismissal },
  { method: 'GET', path: urls.findingRaising(':finding'), door, handle: showRaising },
  { method: 'POST', path: urls.findingRaising(':finding'), door, handle: takeRaising },
  { method: 'GET', path: urls.dismissals(':recommendation'), door, handle: ask => showFactDismissal(ask) },
  { method: 'POST', path: urls.dismissals(':recommendation'), door, handle: takeFactDismissal },
]
