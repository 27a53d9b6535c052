/** Making, correcting and withdrawing by hand. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { readReason } from '../reviews/index.ts'
import { mainWords, type ThingKind } from './hand.ts'
import { addThing, correctThing, type Place, reinstate, showAdding, showThing, withdrawThing } from './hand-commands.ts'
import { fillForm, readThing } from './hand-forms.ts'
import { ReinstatementPage, ThingFormPage, thingNames, WithdrawalPage } from './hand-pages.tsx'
import { recommendationName } from './recommendation.ts'
import { crumbsTo, frameOf } from './thread-routes.ts'

const placeOf = (ask: Ask, kind: ThingKind): Place =>
  kind === 'recommendation'
    ? { reviewId: readId<ReviewId>(ask.params.review) }
    : { recommendationId: readId<RecommendationId>(ask.params.recommendation) }

async function showNew(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { recommendation, around, ...frame } = await showAdding(ask.app, personOf(ask), placeOf(ask, kind))
  const title = `Add a ${thingNames[kind]}`
  const backHref = recommendation ? urls.recommendation(recommendation.id) : urls.review(frame.review.id)
  const body = ThingFormPage({
    kind,
    view: { ...viewOf(ask, mistakes), ...(ask.method === 'GET' ? { form: ask.query } : {}) },
    around,
    id: null,
    caption: recommendation ? recommendationName(recommendation.number) : frame.review.title,
    title,
    action: recommendation
      ? urls.things(recommendation.id, kind as Exclude<ThingKind, 'recommendation'>)
      : urls.reviewRecommendations(frame.review.id),
    stamp: null,
    backHref,
  })
  return page({ title, body, ...frameOf(frame), back: backHref, mistakes })
}

async function takeNew(ask: Ask, kind: ThingKind): Promise<Reply> {
  const read = readThing(kind, ask.form)
  if (!read.ok) return showNew(ask, kind, read.mistakes)
  const done = await addThing(ask.app, personOf(ask), { kind, ...placeOf(ask, kind) }, read.value)
  return done.ok ? redirect(`${urls.recommendation(done.value)}?said=added`) : showNew(ask, kind, done.mistakes)
}

const namedIn = <K extends ThingKind>(ask: Ask, kind: K) => ({ kind, id: readId<string>(ask.params[kind]) })

async function showCorrection(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, stamp, around, ...opened } = await showThing(ask.app, personOf(ask), namedIn(ask, kind), 'correct')
  const view = viewOf(ask, mistakes)
  const title = `Correct the ${thingNames[kind]}`
  const body = ThingFormPage({
    kind,
    view: ask.method === 'GET' ? { ...view, form: fillForm(kind, thing.fields) } : view,
    around,
    id: thing.id,
    caption: recommendationName(opened.recommendation.number),
    title,
    action: urls.thingCorrections(kind, thing.id),
    stamp: ask.form.get('seen') ?? stamp,
    backHref: urls.recommendation(opened.recommendation.id),
  })
  return page({ title, body, ...frameOf(opened), breadcrumbs: crumbsTo(opened), mistakes })
}

async function takeCorrection(ask: Ask, kind: ThingKind): Promise<Reply> {
  const read = readThing(kind, ask.form)
  if (!read.ok) return showCorrection(ask, kind, read.mistakes)
  const done = await correctThing(ask.app, personOf(ask), namedIn(ask, kind), read.value)
  if (!done.ok) return showCorrection(ask, kind, done.mistakes)
  return redirect(`${urls.recommendation(done.value)}?said=corrected`)
}

async function showWithdrawal(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, ...opened } = await showThing(ask.app, personOf(ask), namedIn(ask, kind), 'withdraw')
  const title = `Withdraw the ${thingNames[kind]}`
  const body = WithdrawalPage({
    kind,
    view: viewOf(ask, mistakes),
    caption: recommendationName(opened.recommendation.number),
    title,
    action: urls.thingWithdrawal(kind, thing.id),
    words: mainWords(kind, thing.fields),
    backHref: urls.recommendation(opened.recommendation.id),
  })
  return page({ title, body, ...frameOf(opened), breadcrumbs: crumbsTo(opened), mistakes })
}

async function takeWithdrawal(ask: Ask, kind: ThingKind): Promise<Reply> {
  const reason = readReason(ask.form, 'Enter why it is withdrawn')
  if (!reason.ok) return showWithdrawal(ask, kind, reason.mistakes)
  const id = await withdrawThing(ask.app, personOf(ask), namedIn(ask, kind), reason.value)
  return redirect(`${urls.recommendation(id)}?said=withdrawn`)
}

async function showReinstatement(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, ...opened } = await showThing(ask.app, personOf(ask), namedIn(ask, kind), 'reinstate')
  const title = `Put the ${thingNames[kind]} back`
  const body = ReinstatementPage({
    kind,
    view: viewOf(ask, mistakes),
    caption: recommendationName(opened.recommendation.number),
    title,
    action: urls.thingReinstatement(kind, thing.id),
    words: mainWords(kind, thing.fields),
    backHref: urls.recommendation(opened.recommendation.id),
  })
  return page({ title, body, ...frameOf(opened), breadcrumbs: crumbsTo(opened), mistakes })
}

async function takeReinstatement(ask: Ask, kind: ThingKind): Promise<Reply> {
  const reason = readReason(ask.form, 'Enter why it is put back')
  if (!reason.ok) return showReinstatement(ask, kind, reason.mistakes)
  const id = await reinstate(ask.app, personOf(ask), namedIn(ask, kind), reason.value)
  return redirect(`${urls.recommendation(id)}?said=reinstated`)
}

const door = 'register.correct'

const routesOf = (kind: ThingKind): readonly Route[] => {
  const isRecommendation = kind === 'recommendation'
  const form = isRecommendation ? urls.newRecommendation(':review') : urls.newThing(':recommendation', kind)
  const all = isRecommendation ? urls.reviewRecommendations(':review') : urls.things(':recommendation', kind)
  const [corrections, withdrawal] = [urls.thingCorrections(kind, `:${kind}`), urls.thingWithdrawal(kind, `:${kind}`)]
  const reinstatement = urls.thingReinstatement(kind, `:${kind}`)
  return [
    { method: 'GET', path: form, door, handle: ask => showNew(ask, kind) },
    { method: 'POST', path: all, door, handle: ask => takeNew(ask, kind) },
    { method: 'GET', path: corrections, door, handle: ask => showCorrection(ask, kind) },
    { method: 'POST', path: corrections, door, handle: ask => takeCorrection(ask, kind) },
    { method: 'GET', path: withdrawal, door, handle: ask => showWithdrawal(ask, kind) },
    { method: 'POST', path: withdrawal, door, handle: ask => takeWithdrawal(ask, kind) },
    { method: 'GET', path: reinstatement, door, handle: ask => showReinstatement(ask, kind) },
    { method: 'POST', path: reinstatement, door, handle: ask => takeReinstatement(ask, kind) },
  ]
}

export const handRoutes: readonly Route[] = [
  ...routesOf('recommendation'),
  ...routesOf('part'),
  ...routesOf('addressee'),
  ...routesOf('statement'),
]
