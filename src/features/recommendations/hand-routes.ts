/** Making, correcting and withdrawing by hand. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Mistake } from '../../core/refusals.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { viewOf } from '../accounts/index.ts'
import { readReason } from '../reviews/index.ts'
import { citationsTitle } from './citation-pages.tsx'
import { mainWords, type ThingKind, thingKinds } from './hand.ts'
import {
  type Adding,
  addThing,
  correctThing,
  type Home,
  type Place,
  showAdding,
  showThing,
  type Turn,
  turnThing,
} from './hand-commands.ts'
import { fillForm, readThing } from './hand-forms.ts'
import { ThingFormPage, TurnPage, thingNames, turnTitle } from './hand-pages.tsx'
import { recommendationName } from './recommendation.ts'
import { findingsTitle } from './review-finding-pages.tsx'
import { crumbsTo, frameOf } from './thread-routes.ts'

const placeOf = ({ params }: Ask): Place =>
  params.recommendation
    ? { recommendationId: readId<RecommendationId>(params.recommendation) }
    : { reviewId: readId<ReviewId>(params.review) }

async function showNew(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { recommendation, around, ...frame } = await showAdding(ask.app, personOf(ask), placeOf(ask))
  const title = `Add a ${thingNames[kind]}`
  const reviewId = frame.review.id
  const backHref =
    kind === 'recommendation'
      ? urls.review(reviewId)
      : homeOf({ kind, reviewId, recommendationId: recommendation?.id ?? null })
  const body = ThingFormPage({
    kind,
    view: { ...viewOf(ask, mistakes), ...(ask.method === 'GET' ? { form: ask.query } : {}) },
    around,
    id: null,
    caption: recommendation ? recommendationName(recommendation.number) : frame.review.title,
    title,
    action: recommendation
      ? urls.things(recommendation.id, kind as Exclude<ThingKind, 'recommendation' | 'citation'>)
      : ofReview[kind as keyof typeof ofReview].all(reviewId),
    stamp: null,
    backHref,
  })
  return page({ title, body, ...frameOf(frame), back: backHref, mistakes })
}

async function takeNew(ask: Ask, kind: ThingKind): Promise<Reply> {
  const read = readThing(kind, ask.form)
  if (!read.ok) return showNew(ask, kind, read.mistakes)
  const done = await addThing(ask.app, personOf(ask), { kind, ...placeOf(ask) }, read.value)
  if (!done.ok) return showNew(ask, kind, done.mistakes)
  return redirect(`${homeOf(done.value)}?said=added`)
}

/** What belongs to a review itself: the addresses of all of a kind and of the form for a new one, and their page. */
const ofReview = {
  recommendation: { all: urls.reviewRecommendations, form: urls.newRecommendation, page: 'Recommendations' },
  citation: { all: urls.citations, form: urls.newCitation, page: citationsTitle },
  finding: { all: urls.reviewFindings, form: urls.newReviewFinding, page: findingsTitle },
} as const

/** The page on which a thing is shown. */
const homeOf = ({ kind, recommendationId, reviewId }: Home) =>
  recommendationId ? urls.recommendation(recommendationId) : ofReview[kind as keyof typeof ofReview].all(reviewId)

/** What the pages about a thing say of where it stands. */
function whereIs({ review, board, recommendation }: Adding, kind: ThingKind) {
  const home = homeOf({ kind, reviewId: review.id, recommendationId: recommendation?.id ?? null })
  const caption = recommendation ? recommendationName(recommendation.number) : review.title
  const breadcrumbs = recommendation
    ? crumbsTo({ review, board, recommendation })
    : [
        { text: review.title, href: urls.review(review.id) },
        { text: ofReview[kind as keyof typeof ofReview].page, href: home },
      ]
  return { caption, backHref: home, framed: { ...frameOf({ review, board }), breadcrumbs } }
}

const namedIn = <K extends ThingKind>(ask: Ask, kind: K) => ({ kind, id: readId<string>(ask.params[kind]) })

async function showCorrection(ask: Ask, kind: ThingKind, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, stamp, ...opened } = await showThing(ask.app, personOf(ask), namedIn(ask, kind), 'correct')
  const { caption, backHref, framed } = whereIs(opened, kind)
  const view = viewOf(ask, mistakes)
  const title = `Correct the ${thingNames[kind]}`
  const body = ThingFormPage({
    kind,
    view: ask.method === 'GET' ? { ...view, form: fillForm(kind, thing.fields) } : view,
    around: opened.around,
    id: thing.id,
    caption,
    title,
    action: urls.thingCorrections(kind, thing.id),
    stamp: ask.form.get('seen') ?? stamp,
    backHref,
  })
  return page({ title, body, ...framed, mistakes })
}

async function takeCorrection(ask: Ask, kind: ThingKind): Promise<Reply> {
  const read = readThing(kind, ask.form)
  if (!read.ok) return showCorrection(ask, kind, read.mistakes)
  const done = await correctThing(ask.app, personOf(ask), namedIn(ask, kind), read.value)
  if (!done.ok) return showCorrection(ask, kind, done.mistakes)
  return redirect(`${homeOf(done.value)}?said=corrected`)
}

async function showTurn(ask: Ask, kind: ThingKind, act: Turn, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { thing, ...opened } = await showThing(ask.app, personOf(ask), namedIn(ask, kind), act)
  const { caption, backHref, framed } = whereIs(opened, kind)
  const words = mainWords(kind, thing.fields)
  const action = turns[act].path(kind, thing.id)
  const title = turnTitle(kind, act)
  const body = TurnPage({ kind, act, view: viewOf(ask, mistakes), caption, action, words, backHref })
  return page({ title, body, ...framed, mistakes })
}

const turns = {
  withdraw: { path: urls.thingWithdrawal, missing: 'Enter why it is withdrawn', said: 'withdrawn' },
  reinstate: { path: urls.thingReinstatement, missing: 'Enter why it is put back', said: 'reinstated' },
} as const

async function takeTurn(ask: Ask, kind: ThingKind, act: Turn): Promise<Reply> {
  const reason = readReason(ask.form, turns[act].missing)
  if (!reason.ok) return showTurn(ask, kind, act, reason.mistakes)
  const home = await turnThing(ask.app, personOf(ask), namedIn(ask, kind), { act, reason: reason.value })
  return redirect(`${homeOf(home)}?said=${turns[act].said}`)
}

const door = 'register.correct'

const making = (kind: ThingKind, form: string, all: string): readonly Route[] => [
  { method: 'GET', path: form, door, handle: ask => showNew(ask, kind) },
  { method: 'POST', path: all, door, handle: ask => takeNew(ask, kind) },
]

const makingIn = (kind: 'part' | 'addressee' | 'statement' | 'finding') =>
  making(kind, urls.newThing(':recommendation', kind), urls.things(':recommendation', kind))

const makingOf = (kind: keyof typeof ofReview) =>
  making(kind, ofReview[kind].form(':review'), ofReview[kind].all(':review'))

const changing = (kind: ThingKind): readonly Route[] => {
  const corrections = urls.thingCorrections(kind, `:${kind}`)
  const turning = (act: Turn): readonly Route[] => {
    const path = turns[act].path(kind, `:${kind}`)
    return [
      { method: 'GET', path, door, handle: ask => showTurn(ask, kind, act) },
      { method: 'POST', path, door, handle: ask => takeTurn(ask, kind, act) },
    ]
  }
  return [
    { method: 'GET', path: corrections, door, handle: ask => showCorrection(ask, kind) },
    { method: 'POST', path: corrections, door, handle: ask => takeCorrection(ask, kind) },
    ...turning('withdraw'),
    ...turning('reinstate'),
  ]
}

export const handRoutes: readonly Route[] = [
  ...makingOf('recommendation'),
  ...makingOf('citation'),
  ...makingOf('finding'),
  ...makingIn('part'),
  ...makingIn('addressee'),
  ...makingIn('statement'),
  ...makingIn('finding'),
  ...thingKinds.flatMap(changing),
]
