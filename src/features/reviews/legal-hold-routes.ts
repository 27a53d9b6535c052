/** Placing legal holds, looking at them again and lifting them. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { Decided, Mistake } from '../../core/refusals.ts'
import type { LegalHoldId, ReviewId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf, readPage, viewOf } from '../accounts/index.ts'
import { readReason } from './forms.ts'
import { crumbsTo, frameOf } from './frame.ts'
import {
  askToLift,
  liftHold,
  lookAgain,
  placeLegalHold,
  refuseLifting,
  showHoldsOfBoard,
  showLegalHold,
  showLegalHolds,
} from './legal-hold-commands.ts'
import { readHold, readLookingAgain } from './legal-hold-forms.ts'
import { BoardHoldsPage, LegalHoldPage, LegalHoldsPage } from './legal-hold-pages.tsx'

const reviewOf = (ask: Ask) => readId<ReviewId>(ask.params.review)
const whichOf = (ask: Ask) => ({ reviewId: reviewOf(ask), id: readId<LegalHoldId>(ask.params.hold) })
const restricted = true
const title = 'Legal holds'

async function showOfBoard(ask: Ask): Promise<Reply> {
  const { page: number, limit, offset } = readPage(ask.query)
  const shown = await showHoldsOfBoard(ask.app, personOf(ask), ask.params.board ?? '', { limit, offset })
  const body = BoardHoldsPage({ ...shown, page: number, today: ask.app.clock.today() })
  const breadcrumbs = [{ text: 'Reviews', href: urls.reviews(shown.board.slug) }]
  return page({ title, body, board: boardOf(shown.board), section: 'Reviews', breadcrumbs, restricted, wide: true })
}

async function showAll(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, review, holds } = await showLegalHolds(ask.app, personOf(ask), reviewOf(ask))
  const body = LegalHoldsPage({ saidCode: ask.query.get('said'), view: viewOf(ask, mistakes), review, holds })
  return page({ title, body, ...frameOf(board, review), mistakes, restricted })
}

async function takePlacing(ask: Ask): Promise<Reply> {
  const [id, read] = [reviewOf(ask), readHold(ask.form)]
  const done = read.ok ? await placeLegalHold(ask.app, personOf(ask), id, read.value) : read
  return done.ok ? redirect(`${urls.reviewLegalHolds(id)}?said=placed`) : showAll(ask, done.mistakes)
}

async function showOne(ask: Ask, mistakes: readonly Mistake[] = []): Promise<Reply> {
  const { board, ...shown } = await showLegalHold(ask.app, personOf(ask), whichOf(ask))
  const body = LegalHoldPage({ ...shown, view: viewOf(ask, mistakes), saidCode: ask.query.get('said') })
  const { breadcrumbs: _, ...frame } = frameOf(board, shown.review)
  const breadcrumbs = [...crumbsTo(board, shown.review), { text: title, href: urls.reviewLegalHolds(shown.review.id) }]
  return page({ title: 'Legal hold', body, ...frame, breadcrumbs, mistakes, restricted })
}

/** Shows the hold with what became of it, or with the mistakes. */
async function settle(ask: Ask, done: Decided<null>, code: string): Promise<Reply> {
  const { reviewId, id } = whichOf(ask)
  return done.ok ? redirect(`${urls.legalHold(reviewId, id)}?said=${code}`) : showOne(ask, done.mistakes)
}

async function takeKeeping(ask: Ask): Promise<Reply> {
  const read = readLookingAgain(ask.form)
  return settle(ask, read.ok ? await lookAgain(ask.app, personOf(ask), whichOf(ask), read.value) : read, 'kept')
}

async function takeAsking(ask: Ask): Promise<Reply> {
  const read = readReason(ask.form, 'Enter why the hold is no longer needed')
  return settle(ask, read.ok ? await askToLift(ask.app, personOf(ask), whichOf(ask), read.value) : read, 'asked')
}

const takeLifting = async (ask: Ask) => settle(ask, await liftHold(ask.app, personOf(ask), whichOf(ask)), 'lifted')
const takeRefusal = async (ask: Ask) =>
  settle(ask, await refuseLifting(ask.app, personOf(ask), whichOf(ask)), 'refused')

const [placing, lifting] = ['hold.place', 'hold.lift'] as const
const keeping = urls.legalHoldKeeping(':review', ':hold')
const asking = urls.legalHoldLifting(':review', ':hold')
const agreement = urls.legalHoldAgreement(':review', ':hold')
const refusal = urls.legalHoldRefusal(':review', ':hold')

export const legalHoldRoutes: readonly Route[] = [
  { method: 'GET', path: urls.legalHolds(':board'), door: placing, handle: showOfBoard },
  { method: 'GET', path: urls.reviewLegalHolds(':review'), door: placing, handle: ask => showAll(ask) },
  { method: 'POST', path: urls.reviewLegalHolds(':review'), door: placing, handle: takePlacing },
  { method: 'GET', path: urls.legalHold(':review', ':hold'), door: placing, handle: ask => showOne(ask) },
  { method: 'POST', path: keeping, door: placing, handle: takeKeeping },
  { method: 'POST', path: asking, door: placing, handle: takeAsking },
  { method: 'POST', path: agreement, door: lifting, proof: 'recent', handle: takeLifting },
  { method: 'POST', path: refusal, door: lifting, handle: takeRefusal },
]
