/** Redaction: one person asks, a second agrees, and then it is done everywhere in one transaction. */
import type { Person } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { DocumentId, RedactionId, ReviewId } from '../../store/schema.ts'
import { finderOf } from './blanking.ts'
import { openDocument } from './document-commands.ts'
import { within } from './entries.ts'
import { holdStandingHolds, listStandingHolds } from './legal-hold-queries.ts'
import { redaction as lifecycle } from './lifecycle.ts'
import { holdImportsOf, listNearDocuments } from './reach-queries.ts'
import { carryOut, planRedaction, type RedactionPlan } from './redacting-commands.ts'
import { decideAgreement, decideRefusal } from './redaction-decide.ts'
import type { RedactionAsked } from './redaction-forms.ts'
import {
  findRedaction,
  holdRedaction,
  insertRedaction,
  listRedactions,
  listWords,
  type Redaction,
  settleRedaction,
} from './redaction-queries.ts'
import type { RedactionRecord } from './redaction-record.ts'
import { keepOutside, keepWithin } from './restoring-commands.ts'

const { acts } = lifecycle

async function openFor(tx: Tx, person: Person, id: DocumentId, permission: Permission) {
  const opened = await openDocument(tx, person, id)
  authorise(person, permission, opened.subject)
  return opened
}

/** The redactions of a document, for one who may ask for one. */
export const showRedactions = (app: App, person: Person, id: DocumentId) =>
  app.db.as(person, async tx => ({
    ...(await openFor(tx, person, id, 'redaction.ask')),
    redactions: await listRedactions(tx, id),
  }))

/** Asks for a redaction. Nothing is blanked until somebody else agrees. */
export const askForRedaction = (
  app: App,
  person: Person,
  documentId: DocumentId,
  { extent, words, reason }: RedactionAsked,
): Promise<RedactionId> =>
  app.db.as(person, async tx => {
    const { document } = await openFor(tx, person, documentId, 'redaction.ask')
    const { boardId, reviewId } = document
    const id = app.chance.id<RedactionId>()
    const asked = { id, boardId, reviewId, documentId, extent, words, reason, by: person.id, now: app.clock.now() }
    await insertRedaction(tx, asked)
    const facts = { redaction: id, extent }
    await record(app, tx, person, [
      within(document, { kind: 'redaction.asked', thing: 'document', thingId: documentId, facts }),
    ])
    return id
  })

interface Which {
  readonly documentId: DocumentId
  readonly id: RedactionId
}

/** Everything that the second person is shown: what was asked, and every place that it would blank. */
export const showRedaction = (app: App, person: Person, { documentId, id }: Which) =>
  app.db.as(person, async tx => {
    const opened = await openFor(tx, person, documentId, 'redaction.ask')
    const redaction = await findRedaction(tx, { documentId, id })
    const plan = await planOf(tx, redaction)
    return {
      ...opened,
      redaction,
      plan,
      holds: await listStandingHolds(tx, reviewsOf(redaction, plan)),
      mayAgree: can(person, acts.agree.by, opened.subject) && redaction.askedBy !== person.id,
    }
  })

async function planOf(tx: Tx, { id, documentId, reviewId, boardId, extent }: Redaction) {
  const words = await listWords(tx, id)
  const redacting = { id, boardId, reviewId, documentIds: [documentId], extent, find: finderOf(words) }
  return { words, redacting, ...(await planRedaction(tx, redacting)) }
}

/** The reviews that lose something by it. */
const reviewsOf = ({ reviewId }: Redaction, { documents }: Pick<RedactionPlan, 'documents'>): readonly ReviewId[] => [
  ...new Set([reviewId, ...documents.map(each => each.reviewId)].filter(each => each !== null)),
]

/**
 * Agrees to a redaction and does it: the originals are deleted and the words are blanked everywhere, or nothing is
 * done. What is needed to do it again in a restored backup is then written outside of the database as well.
 */
export async function agreeToRedaction(
  app: App,
  person: Person,
  which: Which & { readonly isKept: boolean },
): Promise<Decided<null>> {
  const decided = await app.db.as(person, tx => agree(app, tx, person, which))
  if (!decided.ok) return decided
  await keepOutside(app, decided.value)
  return decide(null)
}

async function agree(
  app: App,
  tx: Tx,
  person: Person,
  { documentId, id, isKept }: Which & { readonly isKept: boolean },
): Promise<Decided<RedactionRecord>> {
  const { document } = await openFor(tx, person, documentId, acts.agree.by)
  await holdRedaction(tx, { documentId, id })
  const redaction = await findRedaction(tx, { documentId, id })
  const { boardId, reviewId } = document
  const near = await listNearDocuments(tx, { boardId, reviewId, documentIds: [documentId] })
  const nearIds = near.map(each => each.id)
  const imports = await holdImportsOf(tx, nearIds)
  const isBeingRead = imports.some(({ state }) => state === 'waiting' || state === 'reading')
  const plan = await planOf(tx, redaction)
  const holds = await holdStandingHolds(tx, reviewsOf(redaction, plan))
  const decided = decideAgreement(redaction, { by: person.id, isBeingRead, holds, isKept })
  if (!decided.ok) return decided
  const now = app.clock.now()
  const { places } = await carryOut(tx, plan.redacting, { plan, at: now })
  await settleRedaction(tx, id, { as: 'agreed', by: person.id, now })
  const facts = {
    redaction: id,
    extent: redaction.extent,
    places,
    documents: plan.documents.length,
    ...(holds.length > 0 ? { holds: holds.length } : {}),
  }
  const others = plan.documents.filter(each => each.id !== documentId)
  await record(app, tx, person, [
    within(document, { kind: acts.agree.entry, thing: 'document', thingId: documentId, facts }),
    ...others.map(({ id: thingId, reviewId }) =>
      within(
        { boardId, reviewId },
        { kind: 'redaction.reached', thing: 'document', thingId, facts: { redaction: id } },
      ),
    ),
  ])
  return decide(await keepWithin(app, tx, { documentId, id, by: person.id, at: now, plan }))
}

/** Refuses a redaction, or takes it back: its words are forgotten, and nothing else changes. */
export const refuseRedaction = (app: App, person: Person, { documentId, id }: Which): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const { document } = await openFor(tx, person, documentId, acts.refuse.by)
    await holdRedaction(tx, { documentId, id })
    const decided = decideRefusal(await findRedaction(tx, { documentId, id }))
    if (!decided.ok) return decided
    await settleRedaction(tx, id, { as: 'refused', by: person.id, now: app.clock.now() })
    const facts = { redaction: id }
    await record(app, tx, person, [
      within(document, { kind: acts.refuse.entry, thing: 'document', thingId: documentId, facts }),
    ])
    return decide(null)
  })
