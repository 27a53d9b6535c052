/** The page of a recommendation, and the way from a statement to it. */
import { type Ask, page, personOf, type Reply, type Route, redirect } from '../../app.ts'
import { readId } from '../../core/ids.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'
import { urls } from '../../urls.ts'
import { boardOf } from '../accounts/index.ts'
import { recommendationName } from './recommendation.ts'
import { findPageOf, type Records, showThread } from './thread-commands.ts'
import { ThreadPage } from './thread-pages.tsx'

/** What every page about a recommendation has around it. */
export const frameOf = ({ board, review }: Pick<Records, 'board' | 'review'>) => ({
  board: boardOf(board),
  section: 'Recommendations',
  restricted: review.standing === 'restricted',
})

/** The way to a page about a recommendation. */
export const crumbsTo = ({ board, review, recommendation }: Pick<Records, 'board' | 'review' | 'recommendation'>) => [
  { text: 'Recommendations', href: urls.register(board.slug) },
  { text: review.title, href: urls.review(review.id) },
  { text: recommendationName(recommendation.number), href: urls.recommendation(recommendation.id) },
]

async function showOne(ask: Ask): Promise<Reply> {
  const id = readId<RecommendationId>(ask.params.recommendation)
  const shown = await showThread(ask.app, personOf(ask), id)
  const body = ThreadPage({ ...shown, saidCode: ask.query.get('said'), today: ask.app.clock.today() })
  const title = recommendationName(shown.recommendation.number)
  return page({ title, body, ...frameOf(shown), breadcrumbs: crumbsTo(shown).slice(0, 2) })
}

async function showStatement(ask: Ask): Promise<Reply> {
  const id = readId<StatementId>(ask.params.statement)
  const recommendation = await findPageOf(ask.app, personOf(ask), id)
  return redirect(`${urls.recommendation(recommendation)}#statement-${id}`)
}

// Anybody signed in, so that an attempt without standing is written down instead of ending at the door.
const door = 'signed in'

export const threadRoutes: readonly Route[] = [
  { method: 'GET', path: urls.recommendation(':recommendation'), door, handle: showOne },
  { method: 'GET', path: urls.statement(':statement'), door, handle: showStatement },
]
