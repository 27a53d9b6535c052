/** Moving what was said to another recommendation of the same review. Why is asked, and kept with both. */
import type { Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { allows } from '../../core/lifecycle.ts'
import { type Decided, decide, NotFound, Stale } from '../../core/refusals.ts'
import { type Entry, record } from '../../ledger/ledger.ts'
import type { RecommendationId, StatementId } from '../../store/schema.ts'
import { findBoardById } from '../partnership/index.ts'
import { holdReviewFor, insertCorrections, reviewFor } from '../reviews/index.ts'
import { findThing } from './hand-queries.ts'
import { statement as lifecycle } from './lifecycle.ts'
import { decideMove, type MoveAsked, type Moved } from './move-decide.ts'
import { listTargets, moveStatements } from './move-queries.ts'
import { recommendationName } from './recommendation.ts'
import { findRecommendation, listParts, listStatementsTo } from './recommendation-queries.ts'

const { move } = lifecycle.acts

async function openMove(tx: Tx, person: Person, id: StatementId) {
  const thing = await findThing(tx, 'statement', id)
  const review = await reviewFor(tx, person, thing.reviewId, move.by)
  const recommendation = await findRecommendation(tx, thing.recommendationId as RecommendationId)
  const targets = await listTargets(tx, review.id, recommendation.id)
  return { thing, review, recommendation, targets, board: await findBoardById(tx, review.boardId) }
}

/** What the page for moving a statement shows. Throws NotFound for one that was withdrawn. */
export const showMove = (app: App, person: Person, id: StatementId) =>
  app.db.as(person, async tx => {
    const opened = await openMove(tx, person, id)
    if (!allows(lifecycle, opened.thing.state, 'move')) throw new NotFound('withdrawn')
    return opened
  })

interface Asked extends MoveAsked {
  readonly reason: string
  /** The recommendation under which the page showed it. */
  readonly seenUnder: string
}

/** Moves a statement with its earlier and later editions. Throws Stale when it was moved or withdrawn meanwhile. */
export const moveStatement = (
  app: App,
  person: Person,
  id: StatementId,
  { reason, seenUnder, ...asked }: Asked,
): Promise<Decided<RecommendationId>> =>
  app.db.as(person, async tx => {
    const { reviewId } = await findThing(tx, 'statement', id)
    await holdReviewFor(tx, person, reviewId, move.by)
    const { thing, recommendation, targets, ...rest } = await openMove(tx, person, id)
    if (!allows(lifecycle, thing.state, 'move') || seenUnder !== recommendation.id)
      throw new Stale('moved or withdrawn meanwhile')
    const statements = await listStatementsTo(tx, recommendation.id)
    const partsThere = asked.to ? await listParts(tx, asked.to) : []
    const decided = decideMove(asked, { statement: id, statements, targets, partsThere })
    const target = targets.find(each => each.id === asked.to)
    if (!decided.ok || !target) return decided.ok ? decide(recommendation.id) : decided
    await moveStatements(tx, { from: recommendation.id, to: target.id, moved: decided.value })
    const names = [recommendationName(recommendation.number), recommendationName(target.number)] as const
    await keep(app, tx, person, { from: recommendation, names, reason, moved: decided.value })
    const of = { boardId: rest.review.boardId, reviewId, count: decided.value.length }
    await record(app, tx, person, [
      entryOf(move.entry, { ...of, thingId: recommendation.id, other: target.id }),
      entryOf('statement.taken-in', { ...of, thingId: target.id, other: recommendation.id }),
    ])
    return decide(target.id)
  })

interface Kept {
  readonly from: Awaited<ReturnType<typeof findRecommendation>>
  readonly names: readonly [string, string]
  readonly reason: string
  readonly moved: readonly Moved[]
}

/** With each statement where it stood, and with the recommendation what left it. */
async function keep(app: App, tx: Tx, person: Person, { from, names, reason, moved }: Kept): Promise<void> {
  const [was, became] = names
  const of = { boardId: from.boardId, reviewId: from.reviewId, reason, personId: person.id, now: app.clock.now() }
  await insertCorrections(
    tx,
    moved.flatMap(({ id, text }) => [
      { ...of, id: app.chance.id<string>(), thing: 'statement', thingId: id, field: 'recommendation', was, became },
      {
        ...of,
        id: app.chance.id<string>(),
        thing: 'recommendation',
        thingId: from.id,
        field: 'left',
        was: text,
        became,
      },
    ]),
  )
}

interface Told extends Pick<Entry, 'boardId' | 'thingId'> {
  readonly reviewId: Kept['from']['reviewId']
  readonly count: number
  readonly other: RecommendationId
}

const entryOf = (kind: string, { boardId, reviewId, thingId, count, other }: Told): Entry => ({
  kind,
  thing: 'recommendation',
  thingId,
  boardId,
  reviewId,
  facts: { statements: count, recommendation: other },
})
