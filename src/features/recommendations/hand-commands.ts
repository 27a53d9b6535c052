/** Making, correcting and withdrawing by hand what stands in the register. Why is asked each time, and kept. */
import type { Person } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { type ActOf, allows, type Lifecycle } from '../../core/lifecycle.ts'
import { type Decided, decide, NotFound, refuse, Stale } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { RecommendationId, ReviewId } from '../../store/schema.ts'
import type { Board } from '../accounts/index.ts'
import { findBoardById, listGroups } from '../partnership/index.ts'
import {
  changedFields,
  holdReviewFor,
  insertCorrections,
  listSeated,
  type Review,
  reviewFor,
} from '../reviews/index.ts'
import { byHandDone } from './entries.ts'
import { type Around, mainWords, stampOf, type Thing, type ThingKind, type Under, writeFields } from './hand.ts'
import { decideFields } from './hand-decide.ts'
import type { Filled } from './hand-forms.ts'
import { findThing, insertThing, setWithdrawn, updateThing } from './hand-queries.ts'
import { addressee, citation, finding, part, recommendation, statement, stateOfThing } from './lifecycle.ts'
import type { Recommendation } from './recommendation.ts'
import { findRecommendation, listParts, listStatementsTo } from './recommendation-queries.ts'
import { handCodes, wholeCodes } from './register-plan.ts'

const lifecycles = { recommendation, part, addressee, statement, citation, finding } as const
const { by } = statement.acts.correct

/** What can be done to a thing of the register. */
export type HandAct = ActOf<typeof recommendation>

const may = (act: HandAct, { kind, state }: { readonly kind: ThingKind; readonly state: string }) =>
  allows<Lifecycle>(lifecycles[kind], state, act)

/** What a form for making something by hand needs around it. */
export interface Adding {
  readonly board: Board
  readonly review: Review
  /** Null where something of the review itself is to be added. */
  readonly recommendation: Recommendation | null
  readonly around: Around
}

export interface Correcting<K extends ThingKind> extends Adding {
  readonly thing: Thing<K>
  /** How the thing stands; the form gives it back, so that nobody overwrites what somebody else just changed. */
  readonly stamp: string
}

async function aroundOf(tx: Tx, { boardId }: Review, id: RecommendationId | null): Promise<Around> {
  return {
    agencies: await listSeated(tx, boardId),
    groups: await listGroups(tx, boardId),
    parts: id ? await listParts(tx, id) : [],
    statements: id ? await listStatementsTo(tx, id) : [],
    codes: id ? handCodes : wholeCodes,
  }
}

/** Where something is added: to a recommendation, or to the review itself. */
export type Place = { readonly reviewId: ReviewId } | { readonly recommendationId: RecommendationId }

/** Throws NotFound, also for what was withdrawn, and Forbidden. */
async function openPlace(tx: Tx, person: Person, place: Place): Promise<Adding> {
  const recommendation = 'reviewId' in place ? null : await findRecommendation(tx, place.recommendationId)
  if (recommendation && !allows(lifecycles.recommendation, stateOfThing(recommendation), 'correct'))
    throw new NotFound('withdrawn')
  const reviewId = 'reviewId' in place ? place.reviewId : (recommendation as Recommendation).reviewId
  const review = await reviewFor(tx, person, reviewId, by)
  const around = await aroundOf(tx, review, recommendation?.id ?? null)
  return { board: await findBoardById(tx, review.boardId), review, recommendation, around }
}

/** What the form for adding shows. */
export const showAdding = (app: App, person: Person, place: Place): Promise<Adding> =>
  app.db.as(person, tx => openPlace(tx, person, place))

/** Adds a thing by hand; gives where it is shown. */
export const addThing = <K extends ThingKind>(
  app: App,
  person: Person,
  { kind, ...place }: Place & { readonly kind: K },
  { fields, reason }: Filled<K>,
): Promise<Decided<Home<K>>> =>
  app.db.as(person, async tx => {
    const { review, recommendation, around } = await openPlace(tx, person, place)
    await holdReviewFor(tx, person, review.id, by)
    const decided = decideFields(kind, fields, { around, id: null })
    if (!decided.ok) return decided
    const id = app.chance.id<string>()
    const recommendationId = (kind === 'recommendation' ? id : (recommendation?.id ?? null)) as Under<K>
    const of = { boardId: review.boardId, reviewId: review.id, recommendationId }
    await insertThing(tx, kind, { ...of, id, fields: decided.value, by: person.id, now: app.clock.now() })
    const became = mainWords(kind, decided.value)
    const added = { kind, id, ...of }
    await keep(app, tx, person, { thing: added, reason, changed: [{ field: 'added', was: null, became }] })
    await record(app, tx, person, [byHandDone(added, `${kind}.added`)])
    return decide(added)
  })

interface Kept {
  readonly thing: Pick<Thing<ThingKind>, 'kind' | 'id' | 'boardId' | 'reviewId'>
  readonly reason: string
  readonly changed: ReturnType<typeof changedFields>
}

const keep = (app: App, tx: Tx, person: Person, { thing, reason, changed }: Kept): Promise<void> =>
  insertCorrections(
    tx,
    changed.map(field => ({
      id: app.chance.id<string>(),
      boardId: thing.boardId,
      reviewId: thing.reviewId,
      thing: thing.kind,
      thingId: thing.id,
      ...field,
      reason,
      personId: person.id,
      now: app.clock.now(),
    })),
  )

/** Where a thing is shown: with its recommendation, else with others of its kind of the review. */
export type Home<K extends ThingKind = ThingKind> = Pick<Thing<K>, 'kind' | 'reviewId' | 'recommendationId'>

/** A thing that stands in the register. What is named by an address alone. */
export interface Named<K extends ThingKind> {
  readonly kind: K
  readonly id: string
}

async function openThing<K extends ThingKind>(tx: Tx, person: Person, { kind, id }: Named<K>): Promise<Correcting<K>> {
  const thing = await findThing(tx, kind, id)
  const review = await reviewFor(tx, person, thing.reviewId, by)
  const under = thing.recommendationId as RecommendationId | null
  const recommendation = under && (await findRecommendation(tx, under))
  const around = await aroundOf(tx, review, under)
  const board = await findBoardById(tx, review.boardId)
  return { board, review, recommendation, around, thing, stamp: stampOf(kind, thing.fields, around) }
}

/**
 * What the form for one of these acts shows. Throws NotFound where the thing is not in a state for it, as one that is
 * withdrawn is not for being corrected.
 */
export const showThing = <K extends ThingKind>(
  app: App,
  person: Person,
  named: Named<K>,
  act: HandAct,
): Promise<Correcting<K>> =>
  app.db.as(person, async tx => {
    const opened = await openThing(tx, person, named)
    if (!may(act, opened.thing)) throw new NotFound('withdrawn, or not')
    return opened
  })

async function holdThing<K extends ThingKind>(tx: Tx, person: Person, named: Named<K>): Promise<Correcting<K>> {
  const { reviewId } = await findThing(tx, named.kind, named.id)
  await holdReviewFor(tx, person, reviewId, by)
  return openThing(tx, person, named)
}

/** Corrects a thing. What it said before is kept. Throws Stale when it is no longer as the form showed it. */
export const correctThing = <K extends ThingKind>(
  app: App,
  person: Person,
  named: Named<K>,
  { fields, reason, seen }: Filled<K>,
): Promise<Decided<Home>> =>
  app.db.as(person, async tx => {
    const { thing, around, stamp } = await holdThing(tx, person, named)
    if (!may('correct', thing) || seen !== stamp) throw new Stale('changed meanwhile')
    const { kind, id } = named
    const decided = decideFields(kind, fields, { around, id })
    if (!decided.ok) return decided
    const [was, became] = [writeFields(kind, thing.fields, around), writeFields(kind, decided.value, around)]
    const changed = changedFields(was, became)
    if (changed.length === 0) return refuse({ field: 'reason', message: 'Nothing has been changed yet' })
    await updateThing(tx, kind, { id, fields: decided.value })
    await keep(app, tx, person, { thing, reason, changed })
    await record(app, tx, person, [byHandDone(thing, lifecycles[kind].acts.correct.entry, changed.length)])
    return decide(thing)
  })

/** Taking a thing out of what counts, and putting it back. */
export type Turn = Extract<HandAct, 'withdraw' | 'reinstate'>

interface Turned {
  readonly act: Turn
  readonly reason: string
}

/**
 * Withdraws a thing, which no longer counts while what it said is kept, or puts it back. Throws Stale when somebody did
 * so meanwhile.
 */
export const turnThing = <K extends ThingKind>(
  app: App,
  person: Person,
  named: Named<K>,
  { act, reason }: Turned,
): Promise<Home> =>
  app.db.as(person, async tx => {
    const { thing } = await holdThing(tx, person, named)
    if (!may(act, thing)) throw new Stale('withdrawn or put back meanwhile')
    const now = act === 'withdraw' ? app.clock.now() : null
    await setWithdrawn(tx, named.kind, named.id, now)
    const words = mainWords(named.kind, thing.fields)
    const changed = now
      ? { field: 'withdrawn', was: words, became: null }
      : { field: 'reinstated', was: null, became: words }
    await keep(app, tx, person, { thing, reason, changed: [changed] })
    await record(app, tx, person, [byHandDone(thing, lifecycles[named.kind].acts[act].entry)])
    return thing
  })
