/** Redaction: one person asks, a second agrees, and then it is done everywhere in one transaction. */
import type { Person } from '../../access/actor.ts'
import { authorise, can } from '../../access/can.ts'
import type { Permission } from '../../access/permissions.ts'
import type { App, Tx } from '../../app.ts'
import { type Decided, decide } from '../../core/refusals.ts'
import { record } from '../../ledger/ledger.ts'
import type { DocumentId, RedactionId } from '../../store/schema.ts'
import { listHeldRows, writeBlanked } from './blanked-queries.ts'
import { matcherOf } from './blanking.ts'
import { openDocument } from './document-commands.ts'
import { within } from './entries.ts'
import { redaction as lifecycle } from './lifecycle.ts'
import {
  deleteOriginals,
  deleteWords,
  discardImports,
  holdImportsOf,
  listNearDocuments,
  listOtherWords,
} from './reach-queries.ts'
import { decideAgreement, decideRefusal } from './redaction-decide.ts'
import type { RedactionAsked } from './redaction-forms.ts'
import { type PlannedRow, planFile, planWords } from './redaction-plan.ts'
import {
  findRedaction,
  holdRedaction,
  insertRedaction,
  listRedactions,
  listWords,
  type Redaction,
  settleRedaction,
} from './redaction-queries.ts'

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
    return {
      ...opened,
      redaction,
      plan: await planOf(tx, redaction),
      mayAgree: can(person, acts.agree.by, opened.subject) && redaction.askedBy !== person.id,
    }
  })

async function planOf(tx: Tx, redaction: Redaction) {
  const { id, documentId, extent } = redaction
  const words = await listWords(tx, id)
  const matcher = matcherOf(words)
  const near = await listNearDocuments(tx, documentId)
  const holds = (text: string) => text.search(matcher) >= 0
  const documents = near.filter(
    each =>
      each.id === documentId ||
      each.isCopy ||
      (extent === 'words' && (holds(each.fileName) || (each.text !== null && holds(each.text)))),
  )
  const documentIds = documents.map(each => each.id)
  const reviewIds = [...new Set(documents.flatMap(({ reviewId }) => reviewId ?? []))]
  const rows = await listHeldRows(tx, extent, { documentIds, reviewIds })
  const planned = extent === 'file' ? planFile(rows) : planWords(rows, matcher)
  const unread = extent === 'words' ? near.filter(each => each.text === null && !documentIds.includes(each.id)) : []
  return { words, documents, unread, rows: planned }
}

/**
 * Agrees to a redaction and does it: the originals are deleted and the words are blanked everywhere, or nothing is
 * done.
 */
export const agreeToRedaction = (app: App, person: Person, { documentId, id }: Which): Promise<Decided<null>> =>
  app.db.as(person, async tx => {
    const { document } = await openFor(tx, person, documentId, acts.agree.by)
    await holdRedaction(tx, { documentId, id })
    const redaction = await findRedaction(tx, { documentId, id })
    const near = await listNearDocuments(tx, documentId)
    const imports = await holdImportsOf(
      tx,
      near.map(each => each.id),
    )
    const isBeingRead = imports.some(({ state }) => state === 'waiting' || state === 'reading')
    const decided = decideAgreement(redaction, { by: person.id, isBeingRead })
    if (!decided.ok) return decided
    const plan = await planOf(tx, redaction)
    await blank(app, tx, redaction, plan)
    await settleRedaction(tx, id, { as: 'agreed', by: person.id, now: app.clock.now() })
    const places = plan.rows.reduce((sum, row) => sum + row.places, 0)
    const facts = { redaction: id, extent: redaction.extent, places, documents: plan.documents.length }
    const others = plan.documents.filter(each => each.id !== documentId)
    await record(app, tx, person, [
      within(document, { kind: acts.agree.entry, thing: 'document', thingId: documentId, facts }),
      ...others.map(({ id: thingId, reviewId }) =>
        within(
          { boardId: document.boardId, reviewId },
          { kind: 'redaction.reached', thing: 'document', thingId, facts: { redaction: id } },
        ),
      ),
    ])
    return decided
  })

async function blank(app: App, tx: Tx, redaction: Redaction, plan: Awaited<ReturnType<typeof planOf>>): Promise<void> {
  const documentIds = plan.documents.map(each => each.id)
  const now = app.clock.now()
  await deleteOriginals(tx, documentIds, now)
  for (const row of plan.rows) await writeBlanked(tx, row)
  await discardImports(
    tx,
    plan.rows.filter(hasLostReading).map(({ keys }) => keys.id ?? ''),
    now,
  )
  const matcher = matcherOf(plan.words)
  for (const other of await listOtherWords(tx, redaction.id, documentIds)) {
    if (redaction.extent === 'file' || other.words.search(matcher) >= 0)
      await deleteWords(tx, other.redactionId, other.words)
  }
}

const hasLostReading = ({ table, values }: PlannedRow) =>
  table === 'import' && Object.values(values).some(value => value === null)

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
