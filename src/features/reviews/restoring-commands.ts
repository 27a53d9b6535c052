/** Keeping what is needed to do redactions again, and doing them again in a backup from before them. */
import { type BoardId, type PersonId, type Restorer, restorerOf, setup } from '../../access/actor.ts'
import type { App, Tx } from '../../app.ts'
import { record as recordEntries } from '../../ledger/ledger.ts'
import type { DocumentId, RedactionId } from '../../store/schema.ts'
import { type Finder, finderOf } from './blanking.ts'
import { within } from './entries.ts'
import { finderOfFingerprints, fingerprintOf } from './fingerprints.ts'
import { type Blanking, carryOut, planRedaction, type RedactionPlan } from './redacting-commands.ts'
import { findRedaction } from './redaction-queries.ts'
import { lineOf, type RedactionRecord, readRecord } from './redaction-record.ts'
import { hasBoard, keepRecord, listBoardIds, listRecords, settleAgain } from './redaction-record-queries.ts'

const purpose = 'redacted words'
const aboutReason = (id: RedactionId) => `reason of ${id}`
const lostReason = 'The reason cannot be read: the secret of that time is not known'

interface Done {
  readonly documentId: DocumentId
  readonly id: RedactionId
  readonly by: PersonId
  readonly at: Date
  readonly plan: RedactionPlan & { readonly words: readonly string[] }
}

/** Keeps the record of a redaction that was just done, in its own transaction. */
export async function keepWithin(app: App, tx: Tx, { documentId, id, by, at, plan }: Done): Promise<RedactionRecord> {
  const done = await findRedaction(tx, { documentId, id })
  const key = app.vault.key(purpose)
  if (!key) throw new Error('the secret of today has a key for every purpose')
  const fingerprints = plan.words.flatMap(
    words => fingerprintOf(words, { key: key.bytes, salt: app.chance.token() }) ?? [],
  )
  const record: RedactionRecord = {
    schema: 'heed.redaction/1',
    redaction: id,
    board: done.boardId,
    review: done.reviewId,
    document: documentId,
    documents: plan.documents.map(each => each.id),
    extent: done.extent,
    reason: app.vault.seal(done.reason, aboutReason(id)),
    askedBy: done.askedBy,
    askedAt: done.askedAt.toISOString(),
    agreedBy: by,
    agreedAt: at.toISOString(),
    secret: key.name,
    fingerprints,
  }
  await keepRecord(tx, record)
  return record
}

/** Writes a record outside of the database. The redaction is done, so a full disk stops nothing, and is logged. */
export async function keepOutside(app: App, record: RedactionRecord): Promise<void> {
  try {
    await app.keepsake.keep(lineOf(record))
  } catch (error) {
    app.log.error('redaction not kept outside of the database', { error: error instanceof Error ? error.name : '' })
  }
}

/** What became of one record: what was blanked, or why nothing could be. */
export type Applied =
  | ({ readonly kind: 'applied' } & Blanking)
  | { readonly kind: 'unknown secret' }
  | { readonly kind: 'unknown board' }

/** Does a redaction again wherever its words or documents stand in this database. Doing it twice changes nothing. */
export const applyRecord = (app: App, record: RedactionRecord): Promise<Applied> => {
  const restorer = restorerOf([record.board])
  return app.db.as(restorer, async (tx): Promise<Applied> => {
    const find = finderFor(app, record)
    if (!find) return { kind: 'unknown secret' }
    if (!(await hasBoard(tx, record.board))) return { kind: 'unknown board' }
    return { kind: 'applied', ...(await applyIn(app, tx, restorer, { record, find })) }
  })
}

function finderFor(app: App, { secret, fingerprints }: RedactionRecord): Finder | null {
  if (fingerprints.length === 0) return finderOf([])
  const key = app.vault.key(purpose, secret)
  return key && finderOfFingerprints(fingerprints, key.bytes)
}

interface Known {
  readonly record: RedactionRecord
  readonly find: Finder
}

async function applyIn(app: App, tx: Tx, restorer: Restorer, { record, find }: Known): Promise<Blanking> {
  const { redaction: id, board: boardId, review: reviewId, document, documents, extent } = record
  const redacting = { id, boardId, reviewId, documentIds: [document, ...documents], extent, find }
  const plan = await planRedaction(tx, redacting)
  const done = await carryOut(tx, redacting, { plan, at: new Date(record.agreedAt) })
  await settleAgain(tx, { ...record, reason: app.vault.open(record.reason, aboutReason(id)) ?? lostReason })
  await keepRecord(tx, record)
  if (done.places + done.originals > 0) {
    const entry = { kind: 'redaction.applied-again', thing: 'document', thingId: document }
    await recordEntries(app, tx, restorer, [
      within({ boardId, reviewId }, { ...entry, facts: { redaction: id, ...done } }),
    ])
  }
  return done
}

/** Everything that is kept of redactions, as lines of a file, in the order in which they were agreed to. */
export const exportRecords = async (app: App): Promise<readonly string[]> => (await allRecords(app)).map(lineOf)

async function allRecords(app: App): Promise<readonly RedactionRecord[]> {
  const boards: readonly BoardId[] = await app.db.as(setup, listBoardIds)
  return app.db.as(restorerOf(boards), listRecords)
}

/**
 * When Heed starts: does again what the file outside of the database knows and the database does not, as after an older
 * backup was restored; and writes to the file what it lacks.
 */
export async function catchUp(app: App): Promise<void> {
  const outside = (await app.keepsake.lines()).flatMap(line => readRecord(line) ?? [])
  const inside = await allRecords(app)
  const known = new Set(inside.map(({ redaction }) => redaction))
  for (const record of outside.filter(({ redaction }) => !known.has(redaction))) {
    const { kind, ...done } = await applyRecord(app, record)
    const facts = { redaction: record.redaction, outcome: kind, ...done }
    if (kind === 'applied') app.log.warn('redaction applied to a restored backup', facts)
    else app.log.error('redaction cannot be applied to a restored backup', facts)
  }
  const written = new Set(outside.map(({ redaction }) => redaction))
  for (const record of inside) if (!written.has(record.redaction)) await keepOutside(app, record)
}
